"""The journal in files: what the disk does not take, and what others have broken."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from backease_desktop.core.journal.entries import ProfileChanged
from backease_desktop.storage.file_journal import FileJournal
from tests.fakes.journal import DEVICE, OTHER_DEVICE, FakeNow


@pytest.fixture
def told() -> list[str]:
    return []


def journal_in(folder: Path, told: list[str]) -> FileJournal:
    return FileJournal(folder, DEVICE, FakeNow(), told.append)


def test_what_the_disk_does_not_take_is_told_counts_and_is_written_later(
    qapp: QObject, tmp_path: Path, told: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    blocked = tmp_path / "journal"
    blocked.write_text("a file where a folder should be", encoding="utf-8")
    journal = journal_in(blocked, told)

    journal.append(ProfileChanged(field="goal", value=3))
    journal.append(ProfileChanged(field="side", value="left"))
    assert journal.history.profile == {"goal": 3, "side": "left"}
    assert len(told) == 1
    assert "cannot be saved" in told[0]

    blocked.unlink()
    journal.append(ProfileChanged(field="goal", value=4))

    assert journal_in(blocked, told).history.profile == {"goal": 4, "side": "left"}
    assert list(journal_in(blocked, told).entries()) == list(journal.entries())
    assert len(told) == 1
    assert len(caplog.messages) == 1


def test_what_still_waits_at_the_end_is_tried_once_more(
    qapp: QObject, tmp_path: Path, told: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    blocked = tmp_path / "journal"
    blocked.write_text("a file where a folder should be", encoding="utf-8")
    journal = journal_in(blocked, told)
    journal.append(ProfileChanged(field="goal", value=3))
    blocked.unlink()

    journal.close()

    assert journal_in(blocked, told).history.profile == {"goal": 3}
    assert len(caplog.messages) == 1


def test_what_cannot_be_used_is_told_and_the_rest_counts(
    qapp: QObject, tmp_path: Path, told: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    journal_in(tmp_path, told).append(ProfileChanged(field="goal", value=3))
    other = tmp_path / OTHER_DEVICE
    other.mkdir()
    (other / "2026.jsonl").write_bytes(b"nonsense\n{")
    (other / "2025.jsonl").mkdir()

    caplog.set_level("INFO")
    assert journal_in(tmp_path, told).history.profile == {"goal": 3}
    assert told == [
        f"{other / '2025.jsonl'}: cannot be read (a folder, not a file)",
        f"{other / '2026.jsonl'}:1: is not JSON",
    ]
    assert "no end" in caplog.text


def test_nothing_new_is_not_told(qapp: QObject, tmp_path: Path, told: list[str]) -> None:
    journal = journal_in(tmp_path, told)
    journal.append(ProfileChanged(field="goal", value=3))
    _ = journal.history
    changes: list[None] = []
    journal.changed.connect(lambda: changes.append(None))

    journal.refresh()

    assert changes == []
    assert not journal.is_new
    assert journal.folder == tmp_path
