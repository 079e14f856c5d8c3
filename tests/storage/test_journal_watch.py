"""What other devices write is taken in as it arrives."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from backease_desktop.core.journal.entries import ProfileChanged
from backease_desktop.core.journal.lines import as_line
from backease_desktop.storage.file_journal import FileJournal
from backease_desktop.storage.journal_watch import JournalWatch
from tests.fakes.journal import DEVICE, OTHER_DEVICE, FakeNow, MemoryJournal


def test_a_file_that_an_engine_moves_into_place_is_taken_in(
    qapp: QObject, tmp_path: Path, qtbot: QtBot
) -> None:
    journal = FileJournal(tmp_path, DEVICE, FakeNow(), pytest.fail)
    journal.append(ProfileChanged(field="goal", value=3))
    assert journal.history.profile == {"goal": 3}
    journal.watch()
    other = MemoryJournal(device=OTHER_DEVICE)
    for value in (4, 5):
        other.now.advance(hours=1)
        other.append(ProfileChanged(field="goal", value=value))

        with qtbot.waitSignal(journal.changed):
            folder = tmp_path / OTHER_DEVICE
            folder.mkdir(exist_ok=True)
            scratch = folder / ".syncthing.2026.jsonl.tmp"
            scratch.write_bytes(b"".join(map(as_line, other.entries())))
            scratch.replace(folder / "2026.jsonl")

        assert journal.history.profile == {"goal": value}
    journal.close()


def test_a_watch_that_was_stopped_tells_nothing(qapp: QObject, tmp_path: Path) -> None:
    watch = JournalWatch(tmp_path, tmp_path / DEVICE)
    heard: list[None] = []
    watch.changed.connect(lambda: heard.append(None))

    watch.stop()
    (tmp_path / OTHER_DEVICE).mkdir()
    qapp.processEvents()  # type: ignore[attr-defined]

    assert heard == []
