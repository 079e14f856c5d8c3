"""Walks: when they count, and when they grow."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.journal.entries import Walked
from backease_desktop.core.plan.walking import Walks, after_week, walks_of
from backease_desktop.core.units import MINUTE
from tests.core.plan.conftest import RULES

WALKING = RULES.walking
MONDAY = datetime(2026, 11, 2, 8, tzinfo=UTC)


def walks(*days: int, minutes: float = 5) -> list[Walked]:
    """A walk on each of these days after the first Monday."""
    return [
        Walked(at=MONDAY + timedelta(days=day), duration_ms=round(minutes * MINUTE)) for day in days
    ]


def stands(told: list[Walked], day: int) -> tuple[Walks, int]:
    return walks_of(told, MONDAY, (MONDAY + timedelta(days=day)).date(), WALKING)


WEEK = tuple(range(5))


def test_three_whole_weeks_lead_to_longer_walks_and_two_do_not() -> None:
    two = walks(*WEEK, *(7 + day for day in WEEK))
    three = [*two, *walks(*(14 + day for day in WEEK))]

    assert stands(two, 14)[0] == Walks(0, 2)
    assert stands(three, 21)[0] == Walks(1, 0)


def test_a_missed_week_takes_nothing_away_and_adds_nothing() -> None:
    told = walks(*WEEK, 7, 8, *(21 + day for day in WEEK))

    assert stands(told, 28)[0] == Walks(0, 2)


def test_a_walk_that_was_too_short_or_the_second_of_a_day_does_not_count() -> None:
    told = [*walks(0, 0, 1), *walks(2, minutes=4)]

    assert stands(told, 3) == (Walks(), 2)


def test_walks_before_the_plan_are_none_of_its_own() -> None:
    assert walks_of(walks(-1), MONDAY, date(2026, 11, 2), WALKING) == (Walks(), 0)


def test_thirty_minutes_are_reached_in_half_a_year_and_not_before() -> None:
    standing, weeks = Walks(), 0
    while standing.minutes(WALKING) < 30:
        standing, weeks = after_week(standing, 7, WALKING), weeks + 1

    assert weeks == 24


@given(st.lists(st.integers(0, 7), max_size=60))
def test_walks_never_shrink_and_grow_by_one_step(weeks: list[int]) -> None:
    standing = Walks()
    for days in weeks:
        then = after_week(standing, days, WALKING)
        assert standing.rung <= then.rung <= min(standing.rung + 1, len(WALKING.minutes) - 1)
        standing = then
