"""The journal in files: what the disk does not take, and what others have broken."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer

from backease_desktop.core.journal.entries import ProfileChanged
from backease_desktop.storage.file_journal import FileJournal
from tests.fakes.journal import DEVICE, OTHER_DEVICE, FakeNow


@pytest.fixture
def told() -> list[str]:
    return []


def journal_in(folder: Path, told: list[str]) -> FileJournal:
    return FileJournal(folder, DEVICE, FakeNow(), told.append)


def test_what_waits_is_written_by_itself_and_an_outage_is_told_once_and_its_end_once(
    qapp: QObject, tmp_path: Path, told: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    blocked = tmp_path / "journal"
    blocked.write_text("a file where a folder should be", encoding="utf-8")
    journal = journal_in(blocked, told)
    again = journal.findChild(QTimer)
    assert not again.isActive()  # nothing waits, so nothing ticks
    for goal in (3, 4, 5):
        journal.append(ProfileChanged(field="goal", value=goal))
        again.timeout.emit()
    assert again.isActive()
    assert len(told) == 1
    blocked.unlink()
    again.timeout.emit()  # with no entry in between
    assert not again.isActive()
    assert told[1:] == ["Your history is saved again; nothing of it was lost."]
    journal.close()
    lines = (blocked / DEVICE).glob("*.jsonl").__next__().read_bytes().splitlines()
    assert [json.loads(line)["value"] for line in lines] == [3, 4, 5]
    caplog.clear()


def test_what_is_lost_at_the_end_is_logged_with_its_number(
    qapp: QObject, tmp_path: Path, told: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    blocked = tmp_path / "journal"
    blocked.write_text("a file where a folder should be", encoding="utf-8")
    journal = journal_in(blocked, told)
    journal.append(ProfileChanged(field="goal", value=3))
    journal.close()
    assert "1 entries of the history could not be saved" in caplog.text
    caplog.clear()


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
    assert len(told) == 2
    assert "saved again" in told[1]
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
