"""The port of the journal, held by the files and by the fake that remembers."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject

from backease_desktop.core.fields import FieldError
from backease_desktop.core.journal.clock import is_id
from backease_desktop.core.journal.entries import Felt, ProfileChanged, SessionStarted
from backease_desktop.core.journal.lines import as_line
from backease_desktop.storage.file_journal import FileJournal
from tests.fakes.journal import DEVICE, OTHER_DEVICE, FakeNow, MemoryJournal


@dataclass
class Desk:
    """A journal, its clock, and how entries of another device come to it."""

    journal: Any
    now: FakeNow
    hear: Callable[[MemoryJournal], None]


@pytest.fixture(params=["file", "fake"])
def desk(request: pytest.FixtureRequest, qapp: QObject, tmp_path: Path) -> Desk:
    now = FakeNow()
    if request.param == "fake":
        fake = MemoryJournal(now)
        return Desk(fake, now, lambda other: fake.arrive(other.entries()))
    told: list[str] = []
    journal = FileJournal(tmp_path / "journal", DEVICE, now, told.append)

    def hear(other: MemoryJournal) -> None:
        folder = tmp_path / "journal" / OTHER_DEVICE
        folder.mkdir(parents=True, exist_ok=True)
        text = b"".join(as_line(entry) for entry in other.entries())
        (folder / "2026.jsonl").write_bytes(text)
        journal.refresh()

    return Desk(journal, now, hear)


def test_what_was_added_is_in_the_history_with_id_and_moment(desk: Desk) -> None:
    assert desk.journal.history.sessions == ()

    kept = desk.journal.append(SessionStarted(routine="mat-12"))

    assert is_id(kept.id)
    assert kept.at == desk.now()
    assert [one.id for one in desk.journal.history.sessions] == [kept.id]
    assert list(desk.journal.entries()) == [kept]


def test_each_change_is_told_and_the_history_is_new_by_then(desk: Desk) -> None:
    heard: list[dict[str, Any]] = []
    desk.journal.changed.connect(lambda: heard.append(dict(desk.journal.history.profile)))

    desk.journal.append(ProfileChanged(field="goal", value=3))
    desk.journal.append(ProfileChanged(field="goal", value=4))

    assert heard == [{"goal": 3}, {"goal": 4}]


def test_entries_come_in_order_though_the_clock_was_set_back(desk: Desk) -> None:
    first = desk.journal.append(SessionStarted(routine="mat-12"))
    desk.now.advance(days=-365)
    second = desk.journal.append(Felt(session=first.id, how="easy"))

    assert list(desk.journal.entries()) == [first, second]
    assert second.at.year == 2025


def test_entries_of_another_device_are_taken_in_and_what_follows_is_later(desk: Desk) -> None:
    ahead = MemoryJournal(FakeNow(), OTHER_DEVICE)
    ahead.now.advance(hours=1)
    ahead.append(ProfileChanged(field="goal", value=3))
    desk.journal.append(SessionStarted(routine="mat-12"))
    assert desk.journal.history.profile == {}

    desk.hear(ahead)
    assert desk.journal.history.profile == {"goal": 3}

    desk.journal.append(ProfileChanged(field="goal", value=5))
    assert desk.journal.history.profile == {"goal": 5}


@pytest.mark.parametrize(
    "entry",
    [
        SessionStarted(routine="x" * 201),
        ProfileChanged(field="note", value="two\nlines"),
        SessionStarted(routine="mat-12", duration_ms=-1),
    ],
)
def test_what_could_not_be_read_again_is_refused_and_changes_nothing(
    desk: Desk, entry: Any
) -> None:
    before = desk.journal.append(ProfileChanged(field="goal", value=3))

    with pytest.raises(FieldError):
        desk.journal.append(entry)

    assert list(desk.journal.entries()) == [before]
    assert desk.journal.history.sessions == ()
