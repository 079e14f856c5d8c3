"""Instants: whatever a machine takes for the time, there is a date to reckon with."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.reminder.instant import YEARS, Instant, within_years
from backease_desktop.core.reminder.local_zone import LocalZone
from backease_desktop.core.reminder.state import ReminderState
from backease_desktop.core.units import Ms

HALF_A_DAY = 12 * 3600


@given(
    st.floats(-1e15, 1e15) | st.sampled_from([0.0, 600.0, -1.0, 31_535_999.0, 2.0**31, 2.0**63]),
    st.integers(-HALF_A_DAY, HALF_A_DAY + 7200),
)
def test_whatever_the_clock_says_its_state_can_be_kept(seconds: float, offset: int) -> None:
    wall = datetime.fromtimestamp(within_years(seconds), LocalZone(lambda _: offset))

    assert wall.year in YEARS
    instant = Instant(wall + timedelta(0), Ms(0), Ms(0))
    kept = ReminderState(
        wall=instant.wall,
        mono=instant.mono,
        boot=instant.boot,
        absent=Ms(0),
        present_for=Ms(0),
        tracks={},
        pause=None,
        decisions=(),
    )
    assert kept.moved_to(instant).wall == wall


@pytest.mark.parametrize("year", [1972, 2026, 8998])
def test_a_clock_that_is_right_is_left_alone(year: int) -> None:
    seconds = datetime(year, 6, 1, tzinfo=LocalZone(lambda _: 0)).timestamp()

    assert within_years(seconds) == seconds
