"""The journal of a run, put together."""

import json
import logging
from pathlib import Path

from PySide6.QtCore import QObject

from backease_desktop.bootstrap.clocks import today
from backease_desktop.bootstrap.history import read_history
from backease_desktop.bootstrap.journal import open_journal
from backease_desktop.bootstrap.kept import Kept, open_kept


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
