"""A day at the computer that is lived through by hand, and somebody who is there."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QObject, Signal

from backease_desktop.controllers.reminders import ReminderController
from backease_desktop.core.reminder.instant import Instant
from backease_desktop.core.reminder.presence import Presence
from backease_desktop.core.reminder.roster import Reminder
from backease_desktop.core.units import Ms
from tests.fakes.ports import MemoryStore, RecordingLog

TUESDAY = datetime(2026, 11, 17, 9, 30, tzinfo=UTC)


class FakePresence(QObject):
    """A person who is there, at the keys, and may be busy."""

    changed = Signal()
    woke = Signal()
    fell_asleep = Signal()
    locked_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.presence = Presence(typing_idle=Ms(10_000))
        self.is_on = False
        self.settling = False

    def start(self) -> None:
        self.is_on = True

    def stop(self) -> None:
        self.is_on = False

    def read(self) -> Presence:
        return self.presence

    def watch_closely(self, closely: bool) -> None:
        self.closely = closely


@dataclass
class Day:
    """A day that is lived through by hand; `since` is what the wall clock said at its beginning."""

    passed: int = 0
    since: datetime = TUESDAY
    presence: FakePresence = field(default_factory=FakePresence)
    rosters: MemoryStore = field(default_factory=MemoryStore)
    states: MemoryStore = field(default_factory=MemoryStore)
    log: RecordingLog = field(default_factory=RecordingLog)
    called: list[object] = field(default_factory=list)
    wanted: list[Reminder] = field(default_factory=list)

    def instant(self) -> Instant:
        wall = self.since + timedelta(milliseconds=self.passed)
        return Instant(wall, Ms(self.passed), Ms(self.passed))

    def live(self, reminders: ReminderController, minutes: float) -> None:
        for _ in range(round(minutes * 6)):
            self.passed += 10_000
            reminders.observe()
