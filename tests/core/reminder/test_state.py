"""What survives the program, and the instants it is moved between."""

import json
from collections.abc import Callable
from datetime import date, datetime, timedelta

import msgspec
import pytest

from backease_desktop.core.fields import FieldError, parsed
from backease_desktop.core.reminder.attendance import first_reading
from backease_desktop.core.reminder.counting import advanced
from backease_desktop.core.reminder.decisions import KEPT, Verdict, decision, remembered
from backease_desktop.core.reminder.events import (
    BreakTaken,
    Called,
    Held,
    Paused,
    PauseEnded,
    ReminderEvent,
    SessionWanted,
    Shrunk,
    Skipped,
    Snoozed,
    Why,
    Withdrawn,
)
from backease_desktop.core.reminder.instant import COARSE, Instant, gap_after_restart
from backease_desktop.core.reminder.outlook import Mood, outlook
from backease_desktop.core.reminder.presence import BusyReason, Presence
from backease_desktop.core.reminder.roster import Reminder, Roster
from backease_desktop.core.reminder.standing import Standing
from backease_desktop.core.reminder.state import Pause, ReminderState, Track
from backease_desktop.core.units import MINUTE, Ms
from tests.core.reminder.desk import Clocks, Desk, at

NOON = at("2026-03-02 12:00")
DAY = timedelta(days=1)


def instant(minutes: int, boot: int) -> Instant:
    """Some minutes after noon, with a boot clock that shows so many."""
    return Instant(NOON + timedelta(minutes=minutes), Ms(boot * MINUTE), Ms(boot * MINUTE))


def test_an_instant_wants_an_aware_time() -> None:
    with pytest.raises(ValueError, match=r"^wall must be aware$"):
        Instant(datetime(2026, 3, 2), Ms(0), Ms(0))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("wall", "boot", "gap"),
    [(10, 110, 10), (-600, 110, 10), (600, 110, 10), (10, 1, 10), (-10, 1, 0)],
)
def test_the_boot_clock_knows_the_gap_unless_the_machine_started_anew(
    wall: int, boot: int, gap: int
) -> None:
    assert gap_after_restart(instant(0, 100), instant(wall, boot)) == gap * MINUTE


def test_a_machine_that_has_slept_less_or_been_awake_for_less_was_started_anew() -> None:
    slept = Instant(NOON, Ms(40 * MINUTE), Ms(100 * MINUTE))
    later = NOON + timedelta(days=1)
    awake_for_less = Instant(later, Ms(39 * MINUTE), Ms(101 * MINUTE))
    slept_less = Instant(later, Ms(101 * MINUTE), Ms(101 * MINUTE))
    slept_more = Instant(later, Ms(41 * MINUTE), Ms(150 * MINUTE))

    assert gap_after_restart(slept, awake_for_less) == 24 * 60 * MINUTE
    assert gap_after_restart(slept, slept_less) == 24 * 60 * MINUTE
    assert gap_after_restart(slept, slept_more) == 50 * MINUTE


def test_a_machine_that_slept_all_the_time_between_was_not_started_anew() -> None:
    before = Instant(NOON, Ms(40 * MINUTE), Ms(100 * MINUTE))
    asleep = Instant(NOON + timedelta(days=1), Ms(40 * MINUTE), Ms(110 * MINUTE))

    assert gap_after_restart(before, asleep) == 10 * MINUTE


@pytest.mark.parametrize(("more", "gap"), [(0, 10 * MINUTE), (1, 24 * 60 * MINUTE)])
def test_two_clocks_may_differ_by_what_is_coarse(more: int, gap: int) -> None:
    before = Instant(NOON, Ms(0), Ms(0))
    mono = Ms(10 * MINUTE + COARSE + more)

    assert gap_after_restart(before, Instant(NOON + DAY, mono, Ms(10 * MINUTE))) == gap


def test_moments_are_as_far_away_after_a_new_start_less_the_time_between() -> None:
    before = instant(0, 100)
    track = Track(due_since=Ms(95 * MINUTE), waits_until=Ms(120 * MINUTE))
    state = ReminderState(
        wall=before.wall,
        mono=before.mono,
        boot=before.boot,
        absent=Ms(MINUTE),
        present_for=Ms(0),
        tracks={"a": track},
        pause=Pause(until=Ms(130 * MINUTE)),
        decisions=(),
    )

    moved = state.moved_to(instant(10, 2))

    assert moved.tracks["a"] == Track(due_since=Ms(-13 * MINUTE), waits_until=Ms(12 * MINUTE))
    assert moved.pause == Pause(until=Ms(22 * MINUTE))
    assert moved.absent == 11 * MINUTE


@pytest.mark.parametrize("broken", ['"version": 2', '"version": 1, "extra": 0', '"version": 1'])
def test_a_state_of_another_version_is_refused(broken: str) -> None:
    with pytest.raises(FieldError):
        parsed(ReminderState, json.loads("{" + broken + "}"))


def test_a_pause_without_an_end_is_over() -> None:
    assert Pause().is_over(instant(0, 0))
    assert not Pause(day=date(2026, 3, 3)).is_over(instant(11 * 60, 0))
    assert Pause(day=date(2026, 3, 3)).is_over(instant(12 * 60, 0))


IDS = ("a", "b")


@pytest.mark.parametrize(
    ("event", "verdict", "ids", "why"),
    [
        (
            Called(IDS, "r", Ms(0), Ms(0), (Why.CONVERSATION,), softly=False, may_speak=True),
            "shown",
            IDS,
            (Why.CONVERSATION,),
        ),
        (Held("a", (Why.TYPING,)), "held", ("a",), (Why.TYPING,)),
        (Skipped("a", Why.AWAY), "skipped", ("a",), (Why.AWAY,)),
        (BreakTaken(IDS, Why.SAID_DONE), "break", IDS, (Why.SAID_DONE,)),
        (Shrunk(IDS, comes_back=True), "unanswered", IDS, ()),
        (Withdrawn(IDS, Why.LOCKED), "withdrawn", IDS, (Why.LOCKED,)),
        (Snoozed(IDS, Ms(0)), "snoozed", IDS, ()),
        (SessionWanted(IDS, "r"), "started", IDS, ()),
        (Paused(), "paused", (), ()),
        (PauseEnded(), "pause_ended", (), ()),
    ],
)
def test_every_event_leaves_a_line(
    event: ReminderEvent, verdict: str, ids: tuple[str, ...], why: tuple[Why, ...]
) -> None:
    line = decision(event, NOON)

    assert (line.at, line.verdict, line.reminders, line.why) == (NOON, Verdict(verdict), ids, why)


def test_the_last_two_hundred_decisions_are_kept() -> None:
    kept = remembered((), [Skipped(str(n), Why.AWAY) for n in range(300)], NOON)

    assert len(kept) == KEPT == 200
    assert (kept[0].reminders, kept[-1].reminders) == (("100",), ("299",))


def test_the_page_tells_the_story_of_a_morning_and_survives_a_restart() -> None:
    desk = Desk(Roster(), Clocks.at(at("2026-03-02 09:00")))
    desk.work(45)
    desk.busy = frozenset({BusyReason.CONVERSATION})
    desk.work(10)
    desk.busy = frozenset()
    desk.work(1.5)
    desk.hear(desk.schedule.not_now(desk.now))
    desk.restart()

    story = [(f"{d.at:%H:%M:%S}", d.verdict.value, d.why) for d in desk.schedule.decisions]
    assert story == [
        ("09:50:00", "held", (Why.CONVERSATION,)),
        ("09:56:05", "shown", (Why.CONVERSATION,)),
        ("09:56:30", "skipped", (Why.NOT_NOW,)),
    ]


def test_a_reminder_that_rests_counts_nothing() -> None:
    now = instant(0, 100)
    worked = msgspec.structs.replace(first_reading(now, Presence()), present=MINUTE)
    one = Reminder(id="a", name="A")

    counted, _ = advanced(one, Track(), worked)
    resting, _ = advanced(one, Track(), worked, rests=Why.SESSION)

    assert (counted.counted, resting.counted) == (MINUTE, 0)


def test_the_outlook_before_the_first_reading_is_the_whole_interval() -> None:
    roster = Roster()

    seen = outlook(Standing(roster, {"stretch": Track()}), instant(0, 100))

    assert (seen.mood, seen.minutes_left) == (Mood.COUNTING, 50)


YEAR_2 = at("0002-06-01 12:00")


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (lambda: Track(clock_done=YEAR_2), "clock_done"),
        (lambda: Pause(day=YEAR_2.date()), "day"),
        (lambda: state_at(YEAR_2), "wall"),
    ],
)
def test_a_year_that_cannot_be_reckoned_with_is_refused_by_the_name_of_its_field(
    make: Callable[[], object], name: str
) -> None:
    with pytest.raises(FieldError) as refused:
        make()
    assert refused.value.place == (name,)
    assert str(refused.value) == "should be in a year from 1971 to 8999"


@pytest.mark.parametrize("year", [1971, 8999])
def test_the_first_and_the_last_year_that_can_be_reckoned_with_are_let_in(year: int) -> None:
    assert Pause(day=date(year, 1, 1)).day == date(year, 1, 1)
    with pytest.raises(FieldError):
        Pause(day=date(1970 if year == 1971 else 9000, 12, 31))


def state_at(wall: datetime) -> ReminderState:
    return ReminderState(
        wall=wall,
        mono=Ms(0),
        boot=Ms(100 * MINUTE),
        absent=Ms(MINUTE),
        present_for=Ms(7 * MINUTE),
        tracks={"a": Track(counted=MINUTE)},
        pause=Pause(day=date(2026, 3, 3)),
        decisions=(),
    )


def test_a_state_that_is_moved_keeps_what_is_no_moment() -> None:
    moved = state_at(NOON).moved_to(instant(10, 110))

    assert (moved.wall, moved.mono, moved.boot) == (
        NOON + timedelta(minutes=10),
        *[110 * MINUTE] * 2,
    )
    assert moved.tracks == {"a": Track(counted=MINUTE)}
    assert moved.pause == Pause(day=date(2026, 3, 3))
    assert (moved.absent, moved.present_for) == (11 * MINUTE, 7 * MINUTE)
    assert moved.with_(pause=None).moved_to(instant(20, 120)).pause is None


def test_a_pause_is_over_at_its_moment_and_not_before() -> None:
    pause = Pause(until=Ms(30 * MINUTE))

    assert not pause.is_over(Instant(NOON, Ms(0), Ms(30 * MINUTE - 1)))
    assert pause.is_over(Instant(NOON, Ms(0), Ms(30 * MINUTE)))


def test_what_begins_anew_forgets_all_but_the_clock_times_that_are_dealt_with() -> None:
    track = Track(
        counted=MINUTE,
        due_since=Ms(1),
        waits_until=Ms(2),
        calls=2,
        late_because=(Why.CONVERSATION,),
        clock_done=NOON,
    )

    assert track.is_due
    assert track.anew() == Track(clock_done=NOON)
    assert not track.anew().is_due
    assert Track(counted=MINUTE).moved(5) == Track(counted=MINUTE)
