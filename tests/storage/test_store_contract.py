"""The ports of the stores, held by the files and by the fake that remembers.

What was saved last is what a fresh start reads; saving is quiet and never raises in use.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from backease_desktop.core.profile import Profile
from backease_desktop.core.reminder.roster import Reminder, Roster
from backease_desktop.core.reminder.state import ReminderState
from backease_desktop.core.settings import Settings
from backease_desktop.core.units import Ms
from backease_desktop.storage.model_file import ModelFile
from backease_desktop.storage.reminder_state_file import ReminderStateFile
from backease_desktop.storage.telling_store import TellingStore
from tests.fakes.ports import MemoryStore


def state(minute: int) -> ReminderState:
    """The state of a day without reminders."""
    return ReminderState(
        wall=datetime(2026, 11, 17, 9, minute, tzinfo=UTC),
        mono=Ms(minute * 60_000),
        boot=Ms(minute * 60_000),
        absent=Ms(0),
        present_for=Ms(1_000),
        tracks={},
        pause=None,
        decisions=(),
    )


VALUES: dict[str, tuple[Any, Any]] = {
    "settings": (Settings(), Settings().with_(voice=Settings().voice.with_(rate_wpm=170))),
    "profile": (Profile(), Profile(understood=True, told_staying=True)),
    "roster": (Roster(), Roster(reminders=(Reminder(id="eyes", name="Look up"),))),
    "state": (state(30), state(31)),
}


@dataclass
class Desk:
    """A store, and what a fresh start would read of it."""

    store: Any
    read: Callable[[], Any]


def file_desk(kind: str, path: Path, told: list[str]) -> Desk:
    def file() -> Any:
        if kind == "state":
            return ReminderStateFile(path)
        return ModelFile(path, type(VALUES[kind][0]))

    def read() -> Any:
        found = file().read()
        return found if kind == "state" else found.value

    store = file()
    store.read()
    return Desk(TellingStore(store, kind, told.append), read)


def fake_desk() -> Desk:
    store = MemoryStore()
    return Desk(store, lambda: store.saved[-1])


@pytest.fixture(params=VALUES)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture(params=["file", "fake"])
def desk(request: pytest.FixtureRequest, kind: str, tmp_path: Path, told: list[str]) -> Desk:
    if request.param == "fake":
        return fake_desk()
    return file_desk(kind, tmp_path / "new folder" / "kept.json", told)


def test_what_was_saved_last_is_what_is_read(desk: Desk, kind: str, told: list[str]) -> None:
    for value in (*VALUES[kind], *VALUES[kind]):
        assert desk.store.save(value) is None
        assert desk.read() == value
    assert told == []


def test_a_file_that_cannot_be_written_raises_nothing_and_is_told_once(
    kind: str, tmp_path: Path, told: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "a file").write_text("where a folder should be", encoding="utf-8")
    desk = file_desk(kind, tmp_path / "a file" / "kept.json", told)
    for value in VALUES[kind]:
        desk.store.save(value)

    assert len(told) == 1
    assert len(caplog.messages) == 1  # for one reason, however often it is tried
