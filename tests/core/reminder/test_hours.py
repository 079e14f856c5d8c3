"""The calendar of a reminder against a clock that is looked at every minute."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from backease_desktop.core.fields import fields_of, parsed
from backease_desktop.core.reminder.hours import (
    calls_on,
    in_hours,
    latest_clock_time,
    next_clock_time,
    next_opening,
    next_turn,
)
from backease_desktop.core.reminder.roster import At, Every, Reminder, WorkingHours
from tests.core.reminder.desk import at

DAYS = st.sampled_from(
    [
        at("2026-03-28 12:00"),
        at("2026-10-24 12:00"),
        at("2026-03-07 12:00", "America/New_York"),
        at("2026-10-31 12:00", "America/New_York"),
        at("2026-03-02 12:00"),
    ]
)
CLOCK = st.integers(0, 47).map(lambda half: time(half // 2, half % 2 * 30))


def reminder(when: Every | At, *ranges: tuple[time, time]) -> Reminder:
    """A reminder with the same ranges every day."""
    day = [{"start": start, "end": end} for start, end in ranges]
    hours = parsed(WorkingHours, dict.fromkeys(fields_of(WorkingHours), day))
    return Reminder(id="r", name="r", when=when, hours=hours)


def minutes_after(start: datetime) -> list[datetime]:
    """Every minute of the next day and a half, local."""
    utc = start.astimezone(UTC)
    return [(utc + timedelta(minutes=n)).astimezone(start.tzinfo) for n in range(1, 36 * 60)]


@given(DAYS, CLOCK, CLOCK)
def test_the_next_opening_is_the_first_minute_inside(
    start: datetime, opens: time, closes: time
) -> None:
    assume(opens != closes)
    if closes < opens:
        closes = time()
    one = reminder(Every(), (opens, closes))
    assume(not in_hours(one, start))
    local = minutes_after(start)
    first = next((m for m in local if in_hours(one, m)), None)

    found = next_opening(one, start)

    if first and any(m.time() == opens for m in local if m.date() == first.date()):
        assert found
        assert found.astimezone(UTC) == first.astimezone(UTC)
    else:  # the clock never shows the beginning that night
        assert found is None or in_hours(one, found)


@given(DAYS, CLOCK)
def test_the_next_clock_time_is_the_first_minute_that_shows_it(
    start: datetime, clock: time
) -> None:
    one = reminder(At(times=(clock,)), (time(), time()))
    shown = next((m for m in minutes_after(start) if m.time() == clock), None)

    local = next_clock_time(one, start)
    assert local is not None
    found = local.astimezone(UTC)

    if shown:
        assert found == shown.astimezone(UTC)
    else:  # in an hour that is left out: as much later as the clock was moved
        assert local.time() == time(clock.hour + 1, clock.minute)
    assert latest_clock_time(one, (found + timedelta(minutes=9)).astimezone(start.tzinfo)) == found
    assert latest_clock_time(one, (found - timedelta(minutes=1)).astimezone(start.tzinfo)) is None


@pytest.mark.parametrize(
    ("day", "calls"),
    [
        (date(2026, 3, 2), ["09:50", "10:40", "11:30", "13:50", "14:40", "15:30", "16:20"]),
        (date(2026, 3, 1), []),
    ],
)
def test_the_preview_shows_the_calls_of_a_day(day: date, calls: list[str]) -> None:
    lunch = {"monday": [{"start": "09:00", "end": "12:00"}, {"start": "13:00", "end": "17:00"}]}
    stretch = Reminder(id="s", name="s", hours=parsed(WorkingHours, lunch))

    shown = calls_on(stretch, day, ZoneInfo("Europe/Berlin"))

    assert [f"{call:%H:%M}" for call in shown] == calls


def test_the_preview_of_a_day_that_loses_an_hour_loses_its_calls() -> None:
    night = reminder(Every(minutes=30), (time(), time(5)))
    berlin = ZoneInfo("Europe/Berlin")

    assert [len(calls_on(night, date(2026, 3, day), berlin)) for day in (28, 29)] == [9, 7]
    assert calls_on(night.with_(enabled=False), date(2026, 3, 28), berlin) == ()


def test_the_preview_of_clock_times_leaves_out_those_outside_the_hours() -> None:
    tea = reminder(At(times=(time(8), time(10))), (time(9), time(17)))

    shown = calls_on(tea, date(2026, 3, 2), ZoneInfo("Europe/Berlin"))

    assert shown == (at("2026-03-02 10:00"),)


def test_the_next_turn_is_an_edge_of_the_hours_or_a_clock_time() -> None:
    tea = reminder(At(times=(time(10),)), (time(9), time(17)))

    assert next_turn(tea, at("2026-03-02 08:00")) == at("2026-03-02 09:00")
    assert next_turn(tea, at("2026-03-02 09:00")) == at("2026-03-02 10:00")
    assert next_turn(tea, at("2026-03-02 10:00")) == at("2026-03-02 17:00")
    assert next_turn(reminder(Every()), at("2026-03-02 10:00")) is None


def test_hours_that_end_at_midnight_turn_with_the_next_day() -> None:
    evening = reminder(Every(), (time(18), time()))
    assert next_turn(evening, at("2026-03-02 20:00")) == at("2026-03-03 00:00")
    assert next_turn(evening, at("2026-03-02 12:00")) == at("2026-03-02 18:00")
    assert next_turn(evening, at("2026-03-03 00:00")) == at("2026-03-03 18:00")


def test_the_next_clock_time_is_in_the_zone_of_the_person() -> None:
    tea = reminder(At(times=(time(16),)), (time(9), time(17)))
    coming = next_clock_time(tea, at("2026-03-02 12:00", "Asia/Kolkata"))
    assert coming == at("2026-03-02 16:00", "Asia/Kolkata")
    assert coming is not None
    assert coming.utcoffset() == timedelta(hours=5, minutes=30)
