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
from backease_desktop.core.reminder.presence import BusyReason, Presence
from backease_desktop.core.reminder.roster import (
    At,
    DayRange,
    Every,
    Reminder,
    Roster,
    WorkingHours,
)
from backease_desktop.core.units import MINUTE, Ms

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
STRETCH = Reminder(id="stretch", name="Stretch")
LUNCH = Reminder(id="lunch", name="Lunch", when=At(times=(time(8), time(12, 30))))
ROSTER = Roster(reminders=(STRETCH, LUNCH))
ZONE = ZoneInfo("Asia/Kolkata")
"""Five and a half hours east of UTC all year: whoever forgets the zone is found out."""
AT_NOON = datetime(2026, 11, 26, 12, tzinfo=ZONE)
ALWAYS = WorkingHours(thursday=(DayRange(start=time(), end=time()),))


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
        busy = frozenset({BusyReason.CONVERSATION}) if is_talking else frozenset()
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
    line = day_line(ROSTER, decisions, (), Outlook(Mood.COUNTING), NOON)
    assert line.done == 2
    assert line.coming == len(line.marks) - 2


def test_what_comes_follows_the_interval_to_the_end_of_the_hours() -> None:
    outlook = Outlook(Mood.COUNTING, "stretch", Ms(20 * MINUTE))
    line = day_line(ROSTER, (), (), outlook, NOON)
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
    assert day_line(ROSTER, (), (), Outlook(Mood.PAUSED), NOON).marks == ()


def test_the_frame_holds_an_evening_outside_the_hours() -> None:
    late = NOON.replace(hour=22, minute=40)
    line = day_line(ROSTER, (), (), Outlook(Mood.RESTING), late)
    assert (line.start.hour, line.end) == (9, late.replace(hour=23, minute=0))


def test_the_last_call_that_came_late_is_told_and_yesterdays_is_not() -> None:
    late = decided(Verdict.SHOWN, Why.CONVERSATION)
    old = decided(Verdict.SHOWN, Why.CAMERA, minutes_ago=24 * 60)
    assert latest_late([old, late, decided(Verdict.SHOWN)], NOON) == late
    assert latest_late([old], NOON) is None


@given(st.integers(0, 366 * 24 * 60), st.integers(0, 600))
def test_every_mark_lies_in_the_frame_on_every_day(passed: int, minutes: int) -> None:
    moment = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=passed)
    now = moment.astimezone(ZoneInfo("Europe/Berlin"))
    outlook = Outlook(Mood.COUNTING, "stretch", Ms(minutes * MINUTE))
    line = day_line(ROSTER, (), (), outlook, now)
    assert line.start <= now <= line.end
    assert all(line.start <= mark.at <= line.end for mark in line.marks)


def test_everything_on_the_line_is_in_the_zone_of_the_person() -> None:
    decision = Decision(at=AT_NOON.astimezone(UTC), verdict=Verdict.BREAK, why=(Why.SAID_DONE,))
    outlook = Outlook(Mood.COUNTING, "stretch", Ms(20 * MINUTE))
    line = day_line(ROSTER, [decision], (), outlook, AT_NOON)
    assert {mark.sign for mark in line.marks} == set(Sign)
    assert {mark.at.utcoffset() for mark in line.marks} == {AT_NOON.utcoffset()}
    assert [f"{mark.at:%H:%M}" for mark in line.marks][:3] == ["12:00", "12:20", "12:30"]
    assert line.now == AT_NOON


def test_a_day_begins_at_the_midnight_of_the_person() -> None:
    now = AT_NOON.replace(hour=1)
    yesterday, today = (
        Span(start=now - timedelta(minutes=minutes), end=now - timedelta(minutes=minutes - 10))
        for minutes in (90, 50)
    )
    line = day_line(ROSTER, (), (yesterday, today), Outlook(Mood.RESTING), now)
    assert line.spans == (today,)


def test_a_reminder_whose_moment_is_not_known_has_no_mark() -> None:
    assert day_line(ROSTER, (), (), Outlook(Mood.COUNTING, "stretch"), NOON).marks == ()
    assert day_line(ROSTER, (), (), Outlook(Mood.COUNTING, None, Ms(5)), NOON).marks == ()


def test_another_reminder_may_call_before_the_next_one_counts_to_its_end() -> None:
    outlook = Outlook(Mood.COUNTING, "stretch", Ms(80 * MINUTE))
    marks = day_line(ROSTER, (), (), outlook, NOON).marks
    assert [(f"{mark.at:%H:%M}", mark.sign) for mark in marks][:2] == [
        ("12:30", Sign.OTHER),
        ("13:20", Sign.NEXT),
    ]


def test_a_call_at_a_fixed_time_is_marked_once() -> None:
    outlook = Outlook(Mood.COUNTING, "lunch", Ms(30 * MINUTE))
    marks = day_line(Roster(reminders=(LUNCH,)), (), (), outlook, NOON).marks
    assert [(f"{mark.at:%H:%M}", mark.sign) for mark in marks] == [("12:30", Sign.NEXT)]


def test_another_reminder_that_counts_is_not_guessed_at() -> None:
    other = Reminder(id="eyes", name="Eyes", when=Every(minutes=20))
    roster = Roster(reminders=(STRETCH, other))
    outlook = Outlook(Mood.COUNTING, "stretch", Ms(20 * MINUTE))
    assert {mark.reminder for mark in day_line(roster, (), (), outlook, NOON).marks} == {"stretch"}


def test_a_long_interval_is_followed_through_the_whole_day() -> None:
    slow = Reminder(id="slow", name="Slow", when=Every(minutes=240), hours=ALWAYS)
    outlook = Outlook(Mood.COUNTING, "slow", Ms(10 * MINUTE))
    line = day_line(Roster(reminders=(slow,)), (), (), outlook, NOON.replace(hour=0))
    assert [f"{mark.at:%H:%M}" for mark in line.marks] == [
        "00:10", "04:10", "08:10", "12:10", "16:10", "20:10",
    ]  # fmt: skip


def test_the_frame_ends_at_midnight_and_never_behind_it() -> None:
    late = NOON.replace(hour=23, minute=10)
    line = day_line(ROSTER, (), (), Outlook(Mood.RESTING), late)
    assert line.end == NOON.replace(hour=0) + timedelta(days=1)


def test_the_frame_is_made_of_full_hours_to_the_last_digit() -> None:
    early = NOON.replace(hour=7, minute=47, second=31, microsecond=500)
    late = NOON.replace(hour=19, minute=10, second=5, microsecond=700)
    outlook = Outlook(Mood.RESTING)
    assert day_line(ROSTER, (), (), outlook, early).start == NOON.replace(hour=7)
    assert day_line(ROSTER, (), (), outlook, late).end == NOON.replace(hour=20)


def test_the_frame_of_hours_around_the_clock_is_one_day() -> None:
    whole = Reminder(id="whole", name="Whole", hours=ALWAYS)
    line = day_line(Roster(reminders=(whole,)), (), (), Outlook(Mood.RESTING), AT_NOON)
    assert (line.start, line.end - line.start) == (AT_NOON.replace(hour=0), timedelta(days=1))


def test_the_frame_is_in_the_zone_of_the_person() -> None:
    early = AT_NOON.replace(hour=3, minute=10).astimezone(UTC)
    decision = Decision(at=early, verdict=Verdict.BREAK, why=(Why.SAID_DONE,))
    line = day_line(ROSTER, [decision], (), Outlook(Mood.RESTING), AT_NOON)
    assert line.start == AT_NOON.replace(hour=3)
    assert line.start.utcoffset() == AT_NOON.utcoffset()
