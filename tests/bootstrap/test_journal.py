"""The journal of a run, put together."""

import json
import logging
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from backease_desktop.bootstrap.clocks import today
from backease_desktop.bootstrap.history import read_history
from backease_desktop.bootstrap.journal import open_journal
from backease_desktop.bootstrap.kept import Kept, open_kept
from backease_desktop.controllers.door import Door
from backease_desktop.core.journal.entries import ProfileChanged
from backease_desktop.core.journal.lines import as_line
from backease_desktop.core.person.keeping import person_of
from backease_desktop.core.person.person import NOBODY, SideThatHurts
from tests.fakes.journal import MemoryJournal
from tests.fakes.small_catalogue import small_catalogue

FIRST_VERSION = {
    "session": {
        "dose": "auto",
        "first_side": "right",
        "affected_side": "left",
        "order": "article",
        "prepare_s": 7,
        "switch_s": 6,
        "relax_s": 4,
        "position_s": 12,
        "floor_s": 25,
        "breath_s": 6,
        "wait_for_me": False,
        "ask_how": True,
        "guidance": "learn",
    },
    "voice": {"say": "everything", "voice": None, "rate_wpm": 150, "volume": 80},
    "appearance": {"theme": "system", "text_percent": 100, "keep_awake": True},
    "closing": {"stay": True},
}
"""Settings as version 0.1.0 wrote them, for somebody whose left side hurts."""


def of_first_version(folder: Path) -> Kept:
    (folder / "config").mkdir()
    (folder / "config" / "settings.json").write_text(json.dumps(FIRST_VERSION), encoding="utf-8")
    return open_kept(folder)


def kept_with(folder: Path) -> Kept:
    (folder / "data").mkdir()
    old = {"met": {"plank": 3}, "met_on": {"plank": str(today())}, "last_routine": "mat-12"}
    (folder / "data" / "profile.json").write_text(json.dumps(old), encoding="utf-8")
    return open_kept(folder)


def test_an_old_profile_is_taken_over_once(qapp: QObject, tmp_path: Path) -> None:
    kept, owner = kept_with(tmp_path), QObject()

    for _ in range(2):
        history = open_journal(kept, logging.error, owner).history
        assert history.met_until(today()) == {"plank": 3}
        assert history.started == ("mat-12",)
        assert len(history.old) == 1


def test_a_profile_that_was_copied_to_another_machine_does_not_count_twice(
    qapp: QObject, tmp_path: Path
) -> None:
    kept, owner = kept_with(tmp_path), QObject()
    open_journal(kept, logging.error, owner)
    device = tmp_path / "data" / "device.json"
    moved = json.loads(device.read_text("utf-8")) | {"machine": "another"}
    device.write_text(json.dumps(moved), encoding="utf-8")

    history = open_journal(kept, logging.error, owner).history

    assert len(list((tmp_path / "data" / "journal").iterdir())) == 2
    assert history.met_until(today()) == {"plank": 3}


def test_a_command_that_only_reads_knows_the_old_profile_and_writes_nothing(
    tmp_path: Path,
) -> None:
    kept = kept_with(tmp_path)

    assert read_history(kept).met_until(today()) == {"plank": 3}
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["profile.json"]


def test_the_side_of_the_first_version_is_taken_over_once(qapp: QObject, tmp_path: Path) -> None:
    kept = of_first_version(tmp_path)
    assert kept.problems == ()
    assert person_of(read_history(kept).profile).side is SideThatHurts.LEFT
    assert not (tmp_path / "data").exists()

    journal = open_journal(kept, pytest.fail)
    assert person_of(journal.history.profile).side is SideThatHurts.LEFT
    Door(small_catalogue(), journal, today).say(
        NOBODY
    )  # taken back, and asked once where it matters
    journal.close()
    journal = open_journal(kept, pytest.fail)
    assert person_of(journal.history.profile).side is None
    assert person_of(read_history(kept).profile).side is None
    assert len(list(journal.entries())) == 2
    journal.close()


def test_a_side_that_another_machine_knows_is_newer_than_old_settings(
    qapp: QObject, tmp_path: Path
) -> None:
    kept = of_first_version(tmp_path)
    other = tmp_path / "data" / "journal" / ("e1" * 6)
    other.mkdir(parents=True)
    said = MemoryJournal(device="e1" * 6).append(ProfileChanged(field="side", value="right"))
    (other / "2026.jsonl").write_bytes(as_line(said))

    journal = open_journal(kept, pytest.fail)
    assert person_of(journal.history.profile).side is SideThatHurts.RIGHT
    journal.close()
