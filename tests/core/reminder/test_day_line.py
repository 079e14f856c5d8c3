"""Today as a line: what was stands where it was, and what comes is what would come."""

from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.reminder.attendance import Attendance
from backease_desktop.core.reminder.day_line import Sign, day_line, latest_late
from backease_desktop.core.reminder.day_trace import MOST, Span, traced
from backease_desktop.core.reminder.decisions import Decision, Verdict
from backease_desktop.core.reminder.events import Why
from backease_desktop.core.reminder.instant import Instant
from backease_desktop.core.reminder.outlook import Mood, Outlook
from backease_desktop.core.reminder.plan import At, Reminder, ReminderPlan
from backease_desktop.core.reminder.presence import BusyReason, Presence
from backease_desktop.core.units import MINUTE, Ms

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
STRETCH = Reminder(id="stretch", name="Stretch")
LUNCH = Reminder(id="lunch", name="Lunch", when=At(times=(time(8), time(12, 30))))
PLAN = ReminderPlan(reminders=(STRETCH, LUNCH))


def reading(wall: datetime, present: int) -> Attendance:
    at = Instant(wall, Ms(0), Ms(0))
    none = Ms(0)
    return Attendance(at, False, frozenset(), none, none, none, Ms(present), none)


def decided(verdict: Verdict, *why: Why, minutes_ago: int = 30) -> Decision:
    return Decision(at=NOON - timedelta(minutes=minutes_ago), verdict=verdict, why=why)


def test_presence_that_follows_closely_is_one_span() -> None:
    day: tuple[Span, ...] = ()
    for minute in range(5):
        day = traced(day, reading(NOON + timedelta(minutes=minute), MINUTE), Presence())
    assert day == (Span(start=NOON - timedelta(minutes=1), end=NOON + timedelta(minutes=4)),)


def test_a_longer_absence_and_a_call_begin_another_span() -> None:
    day = traced((), reading(NOON, MINUTE), Presence())
    on_call = Presence(busy=frozenset({BusyReason.MICROPHONE}))
    day = traced(day, reading(NOON + timedelta(minutes=1), MINUTE), on_call)
    day = traced(day, reading(NOON + timedelta(minutes=10), MINUTE), on_call)
    assert [span.is_talking for span in day] == [False, True, True]


def test_absence_adds_nothing() -> None:
    assert traced((), reading(NOON, 0), Presence()) == ()


def test_yesterday_is_forgotten_and_a_span_begins_at_midnight() -> None:
    old = Span(start=NOON - timedelta(hours=30), end=NOON - timedelta(hours=29))
    early = NOON.replace(hour=0, minute=1)
    (span,) = traced((old,), reading(early, 5 * MINUTE), Presence())
    assert span.start == NOON.replace(hour=0)


@given(st.lists(st.tuples(st.integers(0, 20), st.booleans()), max_size=60))
def test_spans_stand_in_order_and_never_overlap(steps: list[tuple[int, bool]]) -> None:
    day: tuple[Span, ...] = ()
    now = NOON.replace(hour=1)
    for minutes, is_talking in steps:
        now += timedelta(minutes=minutes)
        busy = frozenset({BusyReason.CALL}) if is_talking else frozenset()
        day = traced(day, reading(now, min(minutes, 1) * MINUTE), Presence(busy=busy))
    assert all(span.start <= span.end for span in day)
    assert all(a.end <= b.start for a, b in pairwise(day))
    assert len(day) <= MOST


def test_what_was_done_is_marked_and_what_was_only_an_absence_is_not() -> None:
    decisions = [
        decided(Verdict.BREAK, Why.SESSION_DONE),
        decided(Verdict.BREAK, Why.SAID_DONE),
        decided(Verdict.BREAK, Why.AWAY),
        decided(Verdict.BREAK, Why.SESSION_DONE, minutes_ago=24 * 60),
    ]
    line = day_line(PLAN, decisions, (), Outlook(Mood.COUNTING), NOON)
    assert line.done == 2


def test_what_comes_follows_the_interval_to_the_end_of_the_hours() -> None:
    outlook = Outlook(Mood.COUNTING, "stretch", Ms(20 * MINUTE))
    line = day_line(PLAN, (), (), outlook, NOON)
    marks = [(f"{mark.at:%H:%M}", mark.sign, mark.reminder) for mark in line.marks]
    assert marks == [
        ("12:20", Sign.NEXT, "stretch"),
        ("12:30", Sign.OTHER, "lunch"),
        ("13:10", Sign.LATER, "stretch"),
        ("14:00", Sign.LATER, "stretch"),
        ("14:50", Sign.LATER, "stretch"),
        ("15:40", Sign.LATER, "stretch"),
        ("16:30", Sign.LATER, "stretch"),
    ]
    assert (line.start.hour, line.end.hour) == (9, 17)


def test_a_pause_shows_nothing_to_come() -> None:
    assert day_line(PLAN, (), (), Outlook(Mood.PAUSED), NOON).marks == ()


def test_the_frame_holds_an_evening_outside_the_hours() -> None:
    late = NOON.replace(hour=22, minute=40)
    line = day_line(PLAN, (), (), Outlook(Mood.RESTING), late)
    assert (line.start.hour, line.end) == (9, late.replace(hour=23, minute=0))


def test_the_last_call_that_came_late_is_told_and_yesterdays_is_not() -> None:
    late = decided(Verdict.SHOWN, Why.CALL)
    old = decided(Verdict.SHOWN, Why.CAMERA, minutes_ago=24 * 60)
    assert latest_late([old, late, decided(Verdict.SHOWN)], NOON) == late
    assert latest_late([old], NOON) is None


@given(st.integers(0, 366 * 24 * 60), st.integers(0, 600))
def test_every_mark_lies_in_the_frame_on_every_day(passed: int, minutes: int) -> None:
    moment = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=passed)
    now = moment.astimezone(ZoneInfo("Europe/Berlin"))
    outlook = Outlook(Mood.COUNTING, "stretch", Ms(minutes * MINUTE))
    line = day_line(PLAN, (), (), outlook, now)
    assert line.start <= now <= line.end
    assert all(line.start <= mark.at <= line.end for mark in line.marks)
