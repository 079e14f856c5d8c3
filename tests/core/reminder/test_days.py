"""Whole days, lived at random, beside an independent model of the rules."""

import json
from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from backease_desktop.core.fields import as_json, checked, fields_of, parsed
from backease_desktop.core.reminder.events import (
    BreakTaken,
    Called,
    PauseEnded,
    ReminderEvent,
    Shrunk,
    Skipped,
    Snoozed,
    Why,
    Withdrawn,
)
from backease_desktop.core.reminder.presence import BusyReason
from backease_desktop.core.reminder.roster import (
    At,
    BusySwitches,
    DayRange,
    Every,
    Reminder,
    Roster,
    WorkingHours,
)
from backease_desktop.core.reminder.schedule import ReminderSchedule
from backease_desktop.core.reminder.state import ReminderState
from backease_desktop.core.units import MINUTE, Ms
from tests.core.reminder.desk import Clocks, Desk, at
from tests.core.reminder.model import STEP, Model, Seen

ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kolkata")
STARTS = (
    at("2026-03-02 08:50"),
    at("2026-03-06 16:20"),
    at("2026-03-29 00:40"),
    at("2026-10-25 00:40"),
    at("2026-03-08 00:40", "America/New_York"),
    at("2026-11-01 00:40", "America/New_York"),
    at("2026-12-31 22:30", "America/New_York"),
)


@dataclass(frozen=True)
class Episode:
    """Something that happens, for a number of steps."""

    what: str
    steps: int = 1
    every: int = 1
    typing: bool = False
    busy: frozenset[BusyReason] = frozenset()
    zone: str = ZONES[0]


SHORT = st.sampled_from([75, 61, 60, 59, 58, 37, 36, 13, 12, 11, 7, 6, 5, 2, 1])
LONG = st.sampled_from([480, 300, 180, 120, 90])
REASONS = st.frozensets(st.sampled_from(BusyReason), min_size=1, max_size=2)
ALONE: frozenset[BusyReason] = frozenset()
work = st.builds(
    Episode,
    st.just("work"),
    st.one_of(LONG, LONG, SHORT),
    st.sampled_from([1, 1, 2, 5, 6, 7, 11]),
    st.booleans(),
    st.one_of(st.just(ALONE), st.just(ALONE), REASONS),
)
rest = st.builds(
    Episode, st.just("rest"), SHORT, busy=st.one_of(st.just(ALONE), st.just(ALONE), REASONS)
)
gone = st.builds(Episode, st.sampled_from(["lock", "bumped lock", "sleep"]), SHORT)
restart = st.builds(Episode, st.sampled_from(["restart", "reboot"]), st.integers(0, 100))
calendar = st.one_of(
    st.builds(Episode, st.sampled_from(["set clock", "set clock back"]), st.integers(1, 2500)),
    st.builds(Episode, st.just("travel"), zone=st.sampled_from(ZONES)),
)
words = st.one_of(
    st.builds(
        Episode,
        st.sampled_from(["pause", "now", "try", "later", "not now", "did it"]),
        st.integers(1, 9),
    ),
    st.builds(Episode, st.just("pause until tomorrow")),
    st.builds(Episode, st.sampled_from(["session", "short session"]), st.integers(1, 90)),
)
episodes = st.one_of(work, work, work, rest, gone, restart, calendar, words)
answers = st.lists(
    st.tuples(
        st.integers(0, 13),
        st.sampled_from(["none", "none", "later", "not now", "session", "short session"]),
    ),
    min_size=1,
    max_size=4,
)
quarter = st.integers(0, 95)
ranges = st.lists(quarter, unique=True, min_size=2, max_size=6).map(sorted)


@st.composite
def hours(draw: st.DrawFn) -> WorkingHours:
    """Ranges from quarter hour to quarter hour, every day; mostly the whole day."""
    if draw(st.integers(0, 3)):
        day = (DayRange(start=time(), end=time()),)
    else:
        edges = [time(q // 4, q % 4 * 15) for q in draw(ranges)]
        pairs = zip(edges[::2], edges[1::2], strict=False)
        day = tuple(DayRange(start=a, end=b) for a, b in pairs)
    return checked(WorkingHours(), **dict.fromkeys(fields_of(WorkingHours), day))


@st.composite
def rosters(draw: st.DrawFn) -> Roster:
    """Two reminders of presence and one of clock times; mostly all of them are on."""
    every = [Every(minutes=draw(st.integers(5, 25))) for _ in range(2)]
    clock = [time(q // 4, q % 4 * 15 + 5) for q in draw(st.lists(quarter, min_size=1, max_size=24))]
    names = ("stretch", "water", "tea")
    off = draw(st.one_of(st.just(frozenset[str]()), st.frozensets(st.sampled_from(names))))
    kinds = [*every, At(times=tuple(clock))]
    return Roster(
        reminders=tuple(
            Reminder(id=id_, name=id_, when=when, hours=draw(hours()), enabled=id_ not in off)
            for id_, when in zip(names, kinds, strict=True)
        ),
        wait_for=BusySwitches(
            full_screen=draw(st.booleans()), camera=draw(st.booleans()), session=draw(st.booleans())
        ),
    )


class Day:
    """Lives episodes with the schedule and the model side by side."""

    def __init__(self, roster: Roster, start: datetime, replies: list[tuple[int, str]]) -> None:
        assert start.tzinfo
        self.desk = Desk(roster, Clocks(start.astimezone(ZoneInfo("UTC")), start.tzinfo))
        self.model = Model(roster)
        self.model.begin(self.seen(), None)
        self.replies, self.called, self.reply_in = replies, 0, -1
        self.in_session = 0
        self.by_hand: set[str] = set()
        self.compare()

    def seen(self, slept: int = 0) -> Seen:
        desk = self.desk
        busy = {reason.value for reason in desk.busy}
        return Seen(desk.now.wall, slept, desk.idle // 1000, desk.types, desk.locked, busy)

    def compare(self, *, asked: bool = False) -> None:
        """Both have said the same; `asked`: the person asked for what was heard, or put it off."""
        told = [plain(event) for _, event in self.desk.said]
        assert [words for words in told if words] == self.model.heard, self.desk.now.wall
        for event in (event for _, event in self.desk.said if isinstance(event, Called)):
            self.reply_in = self.replies[self.called % len(self.replies)][0]
            self.called += 1
            if not asked:
                self.check_call(event)
        for _, event in self.desk.said:
            if asked and isinstance(event, Called | Snoozed):
                self.by_hand |= set(event.reminders)
            elif isinstance(event, BreakTaken):
                self.by_hand.clear()
            elif isinstance(event, Skipped) and event.why in (Why.NOT_NOW, Why.OUTSIDE_HOURS):
                self.by_hand.discard(event.reminder)
        self.desk.said.clear()

    def check_call(self, event: Called) -> None:
        """What no call may ever be, whatever model one believes in."""
        heeded = self.desk.roster.wait_for.heeded(self.desk.busy)
        assert not heeded
        assert not self.desk.locked
        rosters = {reminder.id: reminder for reminder in self.desk.roster.reminders}
        clock = self.desk.now.wall.time()
        for id_ in set(event.reminders) - self.by_hand:
            ranges = rosters[id_].hours.on(self.desk.now.wall.date())
            assert any(r.start <= clock and (clock < r.end or r.end == time()) for r in ranges)

    def tick(self, *, has_input: bool, slept: int = 0) -> None:
        desk = self.desk
        desk.clocks.run(STEP * 1000)
        desk.clocks.sleep(slept * 1000)
        desk.idle = 0 if has_input else desk.idle + (STEP + slept) * 1000
        desk.observe()
        self.model.step(self.seen(slept))
        self.compare()
        if self.reply_in == 0:
            self.answer(self.replies[(self.called - 1) % len(self.replies)][1])
        self.reply_in -= 1

    def answer(self, what: str, what_of: str = "") -> None:
        schedule, now = self.desk.schedule, self.desk.now
        match what:
            case "now":
                self.desk.hear(schedule.call_now(now))
            case "try":
                self.desk.hear(schedule.call_now(now, what_of))
            case "later":
                self.desk.hear(schedule.snooze(now))
            case "not now":
                self.desk.hear(schedule.not_now(now))
            case "did it":
                self.desk.hear(schedule.did_it(now))
            case "session" | "short session":
                return self.session(what, 3)
        self.model.answer(what, what_of)
        return self.compare(asked=what in ("now", "try", "later"))

    def session(self, what: str, steps: int) -> None:
        desk = self.desk
        self.reply_in = -1
        desk.hear(desk.schedule.session_started(desk.now))
        self.model.open_session()
        self.compare()
        for _ in range(steps):
            self.tick(has_input=False)
        desk.hear(desk.schedule.session_ended(desk.now, 0.4 if what == "short session" else 0.6))
        self.model.answer(what)
        self.compare()

    def restart(self, episode: Episode) -> None:
        down = episode.steps * STEP
        self.desk.idle += down * 1000
        self.desk.restart(down / 60, reboots=episode.what == "reboot")
        self.model.begin(self.seen(), down)
        self.compare()
        self.tick(has_input=True)

    def check_state(self) -> None:
        """What is saved is what goes on, byte for byte."""
        now = self.desk.now
        saved = as_json(self.desk.schedule.state(now))
        state = parsed(ReminderState, json.loads(saved))
        again = ReminderSchedule.restored(self.desk.roster, state, now)
        assert as_json(again.state(now)) == saved

    def live(self, episode: Episode) -> None:
        desk = self.desk
        desk.busy, desk.types = episode.busy, episode.typing
        match episode.what:
            case "work":
                for step in range(episode.steps):
                    self.tick(has_input=step % episode.every == 0)
            case "rest":
                for _ in range(episode.steps):
                    self.tick(has_input=False)
            case "lock" | "bumped lock":
                desk.locked = True
                for step in range(episode.steps):
                    bumps = episode.what == "bumped lock" and step % 20 == 10
                    self.tick(has_input=step == 0 or bumps)
                desk.locked = False
            case "sleep":
                self.tick(has_input=False, slept=episode.steps * STEP)
            case "restart" | "reboot":
                self.restart(episode)
            case "set clock":
                desk.clocks.set(episode.steps * MINUTE)
            case "set clock back":
                desk.clocks.set(-episode.steps * MINUTE)
            case "travel":
                desk.clocks.zone = ZoneInfo(episode.zone)
            case "pause":
                desk.hear(desk.schedule.pause_for(desk.now, Ms(episode.steps * MINUTE)))
                self.model.pause(desk.now.wall, episode.steps * 60)
                self.compare()
            case "pause until tomorrow":
                desk.hear(desk.schedule.pause_until_tomorrow(desk.now))
                self.model.pause(desk.now.wall, None)
                self.compare()
            case "session" | "short session":
                self.session(episode.what, episode.steps)
            case "try":
                names = [reminder.id for reminder in desk.roster.reminders]
                self.answer("try", names[episode.steps % len(names)])
            case _:
                self.answer(episode.what)


def plain(event: ReminderEvent) -> tuple[object, ...] | None:
    """An event in the words of the model; None for what the model does not tell."""
    match event:
        case Called(reminders=ids, softly=softly):
            return ("called", ids, softly)
        case BreakTaken(why=why):
            return ("break", why.value)
        case Skipped(reminder=one, why=why):
            return ("skipped", one, why.value)
        case Shrunk(comes_back=comes_back):
            return ("shrunk", comes_back)
        case Withdrawn(why=why):
            return ("withdrawn", why.value)
        case PauseEnded():
            return ("pause ended",)
        case _:
            return None


@settings(max_examples=2 * settings().max_examples)
@given(rosters(), st.sampled_from(STARTS), answers, st.lists(episodes, min_size=6, max_size=16))
def test_any_day_goes_as_the_model_says(
    roster: Roster, start: datetime, replies: list[tuple[int, str]], lived: list[Episode]
) -> None:
    day = Day(roster, start, replies)

    for episode in lived:
        day.live(episode)
        day.check_state()
