"""The trace of a day at the edges of its rules: one date, close spans, and spans that are kept."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from backease_desktop.core.reminder.attendance import Attendance
from backease_desktop.core.reminder.day_trace import CLOSE, MOST, Span, traced
from backease_desktop.core.reminder.instant import Instant
from backease_desktop.core.reminder.presence import TALKING, BusyReason, Presence
from backease_desktop.core.units import MINUTE, Ms

NOON = datetime(2026, 11, 26, 12, tzinfo=ZoneInfo("Asia/Kolkata"))


def reading(wall: datetime, present: int) -> Attendance:
    none = Ms(0)
    instant = Instant(wall, none, none)
    return Attendance(instant, False, frozenset(), none, none, none, Ms(present), none)


def span(start: datetime, minutes: int) -> Span:
    return Span(start=start, end=start + timedelta(minutes=minutes))


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_the_date_is_that_of_the_person_wherever_the_machine_thinks_it_is(zone: str) -> None:
    late = datetime(2026, 11, 26, 23, 30, tzinfo=ZoneInfo(zone))
    morning = span(late.replace(hour=0, minute=10), 20)
    last_night = span(late.replace(day=25, hour=23, minute=0), 30)

    assert traced((last_night, morning), reading(late, 0), Presence()) == (morning,)


def test_a_span_that_reaches_into_the_day_is_of_it() -> None:
    over_midnight = span(NOON.replace(day=25, hour=23, minute=50), 20)

    assert traced((over_midnight,), reading(NOON, 0), Presence()) == (over_midnight,)


def test_presence_over_midnight_begins_on_its_stroke() -> None:
    just_after = NOON.replace(hour=0, minute=0, second=30, microsecond=500_000)

    (only,) = traced((), reading(just_after, 2 * MINUTE), Presence())
    assert only == Span(start=NOON.replace(hour=0), end=just_after)


def test_a_millisecond_of_presence_is_presence() -> None:
    (only,) = traced((), reading(NOON, 1), Presence())
    assert only.end - only.start == timedelta(milliseconds=1)


@pytest.mark.parametrize(("more", "count"), [(0, 1), (1, 2)])
def test_spans_are_one_up_to_the_gap_that_is_close(more: int, count: int) -> None:
    first = span(NOON, 10)
    now = first.end + CLOSE + timedelta(minutes=1, milliseconds=more)

    day = traced((first,), reading(now, MINUTE), Presence())
    assert len(day) == count
    assert (day[0].start, day[-1].end) == (NOON, now)


def test_what_makes_a_span_longer_leaves_those_before_it() -> None:
    spans = tuple(span(NOON + timedelta(hours=n), 10) for n in range(3))
    now = spans[-1].end + timedelta(minutes=1)

    day = traced(spans, reading(now, MINUTE), Presence())
    assert day[:2] == spans[:2]
    assert day[2] == Span(start=spans[2].start, end=now)


@pytest.mark.parametrize("reason", sorted(BusyReason))
def test_only_talking_makes_a_span_of_a_call(reason: BusyReason) -> None:
    (only,) = traced((), reading(NOON, MINUTE), Presence(busy=frozenset({reason})))
    assert only.is_talking == (reason in TALKING)


def test_of_a_day_that_flickers_the_newest_spans_are_kept() -> None:
    day: tuple[Span, ...] = ()
    start = NOON.replace(hour=0)
    for number in range(MOST + 5):
        now = start + timedelta(minutes=number)
        busy = frozenset({BusyReason.CONVERSATION}) if number % 2 else frozenset()
        day = traced(day, reading(now, 30_000), Presence(busy=busy))

    assert len(day) == MOST
    assert day[-1].end == start + timedelta(minutes=MOST + 4)
