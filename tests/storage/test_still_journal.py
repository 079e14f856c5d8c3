"""The journal at one moment knows what is in files and what still waits for the disk."""

from datetime import UTC, datetime
from pathlib import Path

from backease_desktop.core.journal.entries import ReminderCalled
from backease_desktop.core.journal.history import History
from backease_desktop.storage.own_journal import OwnJournal
from backease_desktop.storage.still_journal import StillJournal

DEVICE = "d0" * 6


def test_entries_of_files_and_those_that_wait_come_in_order_and_once(tmp_path: Path) -> None:
    own = OwnJournal(tmp_path, DEVICE, lambda: datetime(2026, 11, 29, 12, tzinfo=UTC))
    kept = own.append(ReminderCalled(reminders=("one",)))
    waits = own.stamped(ReminderCalled(reminders=("two",)))

    still = StillJournal(History(), DEVICE, tmp_path, None, (waits, kept))

    assert list(still.entries()) == [kept, waits]
