"""The eleven rules once more, written by somebody who has only steps of five seconds.

It knows no deadlines, no clocks and no instants: everything is an age that grows by a step. It is
right only where all that happens, happens at a step, which is how the days of the tests are made.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from backease_desktop.core.reminder.roster import At, Reminder, Roster

STEP = 5
LONG = 10**9
IN_CONVERSATION = {"call", "camera", "microphone", "screen_shared"}
HERE_ANYWAY = {*IN_CONVERSATION, "session"}


@dataclass
class Seen:
    """What a step shows: seconds slept in it, local time at its end, and the person."""

    wall: datetime
    slept: int
    idle: int
    typing: bool
    locked: bool
    busy: set[str]


@dataclass
class One:
    """A reminder: seconds counted, seconds due (None: not due), seconds to wait, calls so far."""

    reminder: Reminder
    counted: int = 0
    due: int | None = None
    wait: int = 0
    calls: int = 0
    by_hand: bool = False
    done_until: datetime | None = None

    def reset(self) -> None:
        self.counted, self.due, self.wait, self.calls, self.by_hand = 0, None, 0, 0, False

    def is_open(self, wall: datetime) -> bool:
        minute = wall.hour * 60 + wall.minute
        ranges = [
            (r.start.hour * 60 + r.start.minute, (r.end.hour * 60 + r.end.minute) or 1440)
            for r in self.reminder.hours.on(wall.date())
        ]
        return any(start <= minute < end for start, end in ranges)

    def clock_time_came(self, wall: datetime) -> bool:
        now = wall.astimezone(UTC)
        if self.done_until is None or self.done_until > now + timedelta(hours=24):
            self.done_until = now
        if not isinstance(self.reminder.when, At):
            return False
        came = False
        for back in (1, 0):
            day = wall.date() - timedelta(days=back)
            for clock in self.reminder.when.times:
                first = wall.replace(
                    year=day.year,
                    month=day.month,
                    day=day.day,
                    hour=clock.hour,
                    minute=clock.minute,
                    second=0,
                    microsecond=0,
                    fold=0,
                ).astimezone(UTC)
                age = (now - first).total_seconds()
                if 0 <= age < 600 and first > self.done_until:
                    self.done_until, came = first, True
        return came


@dataclass
class Model:
    """The rules. `heard` is what was said at the last step."""

    roster: Roster
    heard: list[tuple[object, ...]] = field(default_factory=list)
    gone: int = 0
    arrived: int = LONG
    freed: int = LONG
    was_locked: bool = False
    was_busy: bool = False
    card: list[One] = field(default_factory=list)
    card_age: int = 0
    despite: set[str] = field(default_factory=set)
    busy: set[str] = field(default_factory=set)
    ready: int | None = None
    pause_left: int | None = None
    pause_day: date | None = None
    session: bool = False
    on_break: bool = False

    def __post_init__(self) -> None:
        self.ones = [One(reminder) for reminder in self.roster.reminders]

    @property
    def due(self) -> list[One]:
        return sorted((o for o in self.ones if o.due is not None), key=lambda o: -(o.due or 0))

    def begin(self, seen: Seen, down: int | None) -> None:
        """The program starts, `down` seconds after it was killed, or for the first time."""
        self.heard, self.card, self.ready, self.session = [], [], None, False
        self.on_break, self.arrived = False, 0
        busy = self._heeded(seen)
        idle = self._idle(seen, busy)
        known = 0 if down is None else self.gone + down
        self.gone = max(idle, known) if seen.locked else idle
        self.was_locked, self.was_busy = seen.locked, bool(busy)
        self.freed = 0 if busy else LONG
        self._grow(down or 0)
        self._decide(seen, busy, absence=max(idle, known), presence=0)

    def step(self, seen: Seen) -> None:
        """Five seconds have passed awake, after them `seen.slept` asleep."""
        self.heard = []
        passed = STEP + seen.slept
        busy = self._heeded(seen)
        has_input = self._idle(seen, busy) < STEP and not (self.was_locked and seen.locked)
        open_ = not (self.was_locked or seen.locked or seen.slept)
        presence = STEP if open_ and self.gone < 30 else 0
        known = self.gone + (passed if seen.slept else 0)
        self.gone = 0 if has_input else self.gone + passed
        self.arrived += passed
        self.freed += passed
        if seen.slept or (self.was_locked and not seen.locked):
            self.arrived = 0
        if busy or self.was_busy:
            self.freed = 0
        self.was_locked, self.was_busy = seen.locked, bool(busy)
        self._grow(passed)
        self._decide(
            seen,
            busy,
            absence=known if has_input and not seen.locked else self.gone,
            presence=presence,
        )

    def answer(self, what: str, what_of: str = "") -> None:
        """The person answers, or does something else that counts; `what_of`: what is tried."""
        self.heard = []
        match what:
            case "later" | "short session":
                for one in self.due:
                    one.wait, one.calls = 300, 0
                    one.by_hand = one.by_hand or what == "later"
                self.card = []
            case "now" | "try" if not self.session:
                on = [one for one in self.ones if one.reminder.enabled]
                tried = [one for one in self.ones if one.reminder.id == what_of]
                self.card = tried or self.due or on[:1] or self.ones[:1]
                self.card_age, self.despite = 0, self.busy
                for one in self.card:
                    one.due, one.wait, one.calls, one.by_hand = one.due or 0, 0, 1, True
                self.heard.append(("called", tuple(one.reminder.id for one in self.card), False))
            case "not now":
                for one in self.due:
                    self.heard.append(("skipped", one.reminder.id, "not_now"))
                    one.reset()
                self.card = []
            case "did it" | "session":
                self.heard.append(("break", "said_done" if what == "did it" else "session_done"))
                for one in self.ones:
                    one.reset()
                self.card = []
        if "session" in what:
            self.session, self.freed = False, 0

    def open_session(self) -> None:
        self.heard = []
        self._take_card("session")
        self.session = True

    def pause(self, wall: datetime, seconds: int | None) -> None:
        self.heard = []
        self._take_card("paused")
        self.pause_left = seconds
        self.pause_day = None if seconds else wall.date() + timedelta(days=1)

    def _heeded(self, seen: Seen) -> set[str]:
        busy = seen.busy | ({"session"} if self.session else set())
        return {reason for reason in busy if getattr(self.roster.wait_for, reason)}

    def _idle(self, seen: Seen, busy: set[str]) -> int:
        return 0 if busy & HERE_ANYWAY and not seen.locked else seen.idle

    def _grow(self, passed: int) -> None:
        self.card_age += passed
        if self.ready is not None:
            self.ready += passed
        if self.pause_left is not None:
            self.pause_left -= passed
        for one in self.ones:
            one.wait = max(0, one.wait - passed)
            if one.due is not None:
                one.due += passed

    def _take_card(self, why: str) -> None:
        if self.card:
            self.heard.append(("withdrawn", why))
            for one in self.card:
                one.calls = max(0, one.calls - 1)
        self.card = []

    def _decide(self, seen: Seen, busy: set[str], absence: int, presence: int) -> None:
        was_on_break, self.on_break = self.on_break, absence >= self.roster.away_after_min * 60
        if self.on_break and not was_on_break:
            self._take_card("away")
            self.heard.append(("break", "away"))
            for one in self.ones:
                one.reset()
        for one in self.ones:
            if one.reminder.enabled:
                self._count(one, seen.wall, presence)
        ends = (self.pause_left is not None and self.pause_left <= 0) or (
            self.pause_day is not None and seen.wall.date() >= self.pause_day
        )
        if ends:
            self.pause_left = self.pause_day = None
            self.freed = 0
            self.heard.append(("pause ended",))
        self.busy = busy
        self._mind_card(seen, busy)
        self._call(seen, busy)

    def _count(self, one: One, wall: datetime, presence: int) -> None:
        id_, came = one.reminder.id, one.clock_time_came(wall)
        if not one.is_open(wall):
            if one in self.card or one.by_hand:
                return
            if one.due is not None:
                self.heard.append(("skipped", id_, "outside_hours"))
            one.reset()
        elif self.on_break:
            if came:
                self.heard.append(("skipped", id_, "away"))
        elif self.is_paused:
            if came:
                self.heard.append(("skipped", id_, "paused"))
        elif came:
            one.reset()
            one.due = 0
        elif not isinstance(one.reminder.when, At) and one.due is None and not self.session:
            if one.is_open(wall - timedelta(seconds=presence)):
                one.counted += presence
            if one.counted >= one.reminder.when.minutes * 60:
                one.due = 0

    @property
    def is_paused(self) -> bool:
        return self.pause_left is not None or self.pause_day is not None

    def _mind_card(self, seen: Seen, busy: set[str]) -> None:
        if seen.locked:
            self._take_card("locked")
        elif self.card and self.arrived < self.card_age:
            self._take_card("just_back")
        elif busy & IN_CONVERSATION - self.despite:
            self._take_card(min(busy & IN_CONVERSATION - self.despite))
        elif self.card and self.card_age >= 60:
            on = [one for one in self.card if one.reminder.enabled]
            self.heard.append(("shrunk", any(one.calls < 2 for one in on)))
            for one in self.card:
                one.wait = 300
                if one not in on:
                    one.reset()
            self.card = []

    def _call(self, seen: Seen, busy: set[str]) -> None:
        ready = [o for o in self.due if not o.wait and o.calls < 2 and o not in self.card]
        quiet = self.is_paused or seen.locked or busy or self.arrived < 180 or self.freed < 60
        if quiet or self.card or not ready:
            self.ready = None
            return
        self.ready = self.ready or 0
        if seen.typing and self.ready < 30:
            return
        self.ready = None
        softly = all(one.calls for one in ready)
        for one in ready:
            one.calls += 1
        self.card, self.card_age, self.despite = ready, 0, set()
        self.heard.append(("called", tuple(one.reminder.id for one in ready), softly))
