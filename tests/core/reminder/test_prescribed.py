"""A reminder as often as a physiotherapist wrote."""

from datetime import date, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.paste.often import Asked
from backease_desktop.core.reminder.prescribed import MOST_CALLS, reminder_for, times_of
from backease_desktop.core.reminder.roster import At

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("count", "times"),
    [
        (1, (time(9),)),
        (2, (time(9), time(17))),
        (3, (time(9), time(13), time(17))),
        (4, (time(9), time(11, 40), time(14, 20), time(17))),
    ],
)
def test_calls_lie_evenly_over_a_day(count: int, times: tuple[time, ...]) -> None:
    assert times_of(count) == times


@given(st.integers(1, 24))
def test_however_often_they_are_so_many_and_apart(count: int) -> None:
    times = times_of(count)
    assert len(set(times)) == min(count, MOST_CALLS)
    assert all(first < second for first, second in pairwise(times))


@given(st.none() | st.integers(1, 24), st.none() | st.integers(1, 21))
def test_every_call_lies_within_the_hours_of_as_many_days_as_are_asked_for(
    per_day: int | None, per_week: int | None
) -> None:
    reminder = reminder_for("from-my-physio", "From my physio", Asked(per_day, per_week))
    days = [reminder.hours.on(MONDAY + timedelta(days=n)) for n in range(7)]

    assert sum(bool(hours) for hours in days) == min(per_week or 7, 7)
    assert isinstance(reminder.when, At)
    for hours in filter(None, days):
        assert all(any(one.holds(clock) for one in hours) for clock in reminder.when.times)
    assert reminder.enabled
