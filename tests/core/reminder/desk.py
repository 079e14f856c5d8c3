"""A desk at which time passes: three clocks, a person, and a schedule that is told of both."""

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from backease_desktop.core.fields import as_json, checked, parsed
from backease_desktop.core.reminder.events import Called, ReminderEvent
from backease_desktop.core.reminder.instant import Instant
from backease_desktop.core.reminder.presence import BusyReason, Presence
from backease_desktop.core.reminder.roster import Roster
from backease_desktop.core.reminder.schedule import ReminderSchedule
from backease_desktop.core.reminder.state import ReminderState
from backease_desktop.core.units import Ms

UTC = ZoneInfo("UTC")


def at(text: str, zone: str = "Europe/Berlin") -> datetime:
    """A local time, written as in 2026-03-02 09:00."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


@dataclass
class Clocks:
    """Three clocks that can be read, set, and put to sleep. Durations in milliseconds."""

    wall: datetime
    zone: tzinfo
    boot: int = 3_600_000
    mono: int = 3_000_000

    @classmethod
    def at(cls, wall: datetime) -> "Clocks":
        """Clocks that show this local time."""
        assert wall.tzinfo
        return cls(wall.astimezone(UTC), wall.tzinfo)

    @property
    def now(self) -> Instant:
        return Instant(self.wall.astimezone(self.zone), Ms(self.mono), Ms(self.boot))

    def run(self, ms: int) -> None:
        self.mono += ms
        self.sleep(ms)

    def sleep(self, ms: int) -> None:
        self.boot += ms
        self.set(ms)

    def set(self, ms: int) -> None:
        self.wall += timedelta(milliseconds=ms)


@dataclass
class Desk:
    """A person at a desk, and everything that the schedule has said, with its local time."""

    roster: Roster
    clocks: Clocks
    step: int = 5_000
    idle: int = 0
    types: bool = False
    locked: bool = False
    busy: frozenset[BusyReason] = frozenset()
    said: list[tuple[str, ReminderEvent]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.schedule = ReminderSchedule(self.roster)
        self.observe()

    @classmethod
    def on(cls, text: str, zone: str = "Europe/Berlin", **roster: object) -> "Desk":
        """A desk that opens at a local time, with a roster of these fields."""
        return cls(checked(Roster(), **roster), Clocks.at(at(text, zone)))

    @property
    def now(self) -> Instant:
        return self.clocks.now

    @property
    def time(self) -> str:
        return f"{self.now.wall:%H:%M:%S}"

    @property
    def calls(self) -> list[str]:
        """Local times of the calls."""
        return [time for time, event in self.said if isinstance(event, Called)]

    def events(self, kind: type[ReminderEvent]) -> list[ReminderEvent]:
        """Everything of one kind that has been said."""
        return [event for _, event in self.said if isinstance(event, kind)]

    def observe(self) -> None:
        typing = Ms(0) if self.types else Ms(60_000)
        presence = Presence(Ms(self.idle), self.locked, self.busy, typing)
        self.hear(self.schedule.observe(self.now, presence))

    def hear(self, events: list[ReminderEvent]) -> None:
        self.said += [(self.time, event) for event in events]

    def work(self, minutes: float) -> None:
        """The person uses the computer all the time."""
        self._pass(minutes, there=True)

    def rest(self, minutes: float) -> None:
        """Nobody touches anything."""
        self._pass(minutes, there=False)

    def _pass(self, minutes: float, *, there: bool) -> None:
        left = round(minutes * 60_000)
        while left > 0:
            passed = min(self.step, left)
            self.clocks.run(passed)
            self.idle = 0 if there else self.idle + passed
            left -= passed
            self.observe()

    def sleep(self, minutes: float) -> None:
        """The machine sleeps; the person opens it again."""
        self.clocks.sleep(round(minutes * 60_000))
        self.clocks.run(1_000)
        self.idle = 0
        self.observe()

    def lock(self, minutes: float) -> None:
        """The session is locked, nobody touches anything, and it is opened again."""
        self.locked = True
        self.observe()
        self.rest(minutes)
        self.locked, self.idle = False, 0
        self.clocks.run(1_000)
        self.observe()

    def restart(self, minutes: float = 0, *, reboots: bool = False) -> None:
        """The program is killed; it comes back after a while with the state that was saved."""
        saved = as_json(self.schedule.state(self.now))
        self.clocks.run(round(minutes * 60_000))
        if reboots:
            self.clocks.boot = self.clocks.mono = 20_000
        state = parsed(ReminderState, json.loads(saved))
        self.schedule = ReminderSchedule.restored(self.roster, state, self.now)
        self.observe()
