"""The state of the reminders in its file."""

from datetime import UTC, datetime
from pathlib import Path

from backease_desktop.core.reminder.instant import Instant
from backease_desktop.core.reminder.plan import ReminderPlan
from backease_desktop.core.reminder.schedule import ReminderSchedule
from backease_desktop.core.units import MINUTE, Ms
from backease_desktop.storage.reminder_state_file import ReminderStateFile

NOW = Instant(datetime(2026, 11, 17, 10, tzinfo=UTC), Ms(1), Ms(2))


def test_without_a_file_there_is_no_state(tmp_path: Path) -> None:
    assert ReminderStateFile(tmp_path / "state.json").read() is None


def test_what_was_saved_is_read_again(tmp_path: Path) -> None:
    schedule = ReminderSchedule(ReminderPlan())
    schedule.pause_for(NOW, Ms(MINUTE))
    file = ReminderStateFile(tmp_path / "state.json")
    file.save(schedule.state(NOW))
    assert file.read() == schedule.state(NOW)


def test_a_broken_state_is_set_aside_and_forgotten(tmp_path: Path) -> None:
    (tmp_path / "state.json").write_text('{"state": {"wall": "yesterday"}}')
    assert ReminderStateFile(tmp_path / "state.json").read() is None
    assert (tmp_path / "state.json.broken").exists()
