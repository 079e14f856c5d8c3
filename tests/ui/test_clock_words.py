"""Times of the day in the custom of the locale, and read back from there."""

from collections.abc import Iterator
from datetime import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from backease_desktop.core.reminder.roster import DayRange
from backease_desktop.core.reminder.typed_times import ranges_of
from backease_desktop.ui.clock_words import clock_words, hour_words, ranges_words

MINUTES = st.integers(0, 24 * 60 - 1)


@pytest.fixture
def locale(request: pytest.FixtureRequest) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("locale")
@pytest.mark.parametrize("locale", ["en_US"], indirect=True)
def test_twelve_hours_are_said_where_the_locale_has_them() -> None:
    assert clock_words(time(15, 5)) == "3:05 pm"
    assert clock_words(time()) == clock_words(time(), ends_day=True) == "12:00 am"
    assert (hour_words(9), hour_words(12), hour_words(24)) == ("9 am", "12 pm", "12 am")


@pytest.mark.usefixtures("locale")
@pytest.mark.parametrize("locale", ["de_DE", "en_GB"], indirect=True)
def test_twenty_four_hours_are_said_elsewhere() -> None:
    assert clock_words(time(15, 5)) == "15:05"
    assert clock_words(time(), ends_day=True) == "24:00"
    assert hour_words(9) == "9:00"


@pytest.mark.usefixtures("locale")
@pytest.mark.parametrize("locale", ["en_US", "de_DE"], indirect=True)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(MINUTES, MINUTES)
def test_hours_that_are_shown_are_read_back_as_they_are(first: int, second: int) -> None:
    start, end = sorted((first, second))
    if start == end:
        return
    hours = (DayRange(start=time(*divmod(start, 60)), end=time(*divmod(end, 60))),)
    assert ranges_of(ranges_words(hours)) == hours
