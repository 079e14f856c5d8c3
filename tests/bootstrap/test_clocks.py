"""The clocks follow the person into another time zone."""

import os
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

from backease_desktop.bootstrap.clocks import local_now, utc_offset, wall_seconds
from backease_desktop.core.reminder.outlook import Mood, Outlook
from backease_desktop.core.units import MINUTE, Ms
from backease_desktop.ui.reminders.reminder_words import after, outlook_words

EAST, WEST = "UTC-9", "UTC+8"
"""Zones as the C library writes them: nine hours ahead of UTC, and eight behind."""


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Changes the time zone of the system, as a person does who has arrived."""
    if not hasattr(time, "tzset"):
        pytest.skip("Python cannot ask this system again")
    before = os.environ.get("TZ")
    yield lambda name: monkeypatch.setenv("TZ", name)
    monkeypatch.undo()
    assert os.environ.get("TZ") == before
    time.tzset()


def hours(seconds: float) -> float:
    return seconds / 3600


def test_the_offset_is_that_of_the_zone_in_which_the_person_is_now(
    zone: Callable[[str], None],
) -> None:
    zone(EAST)
    moment = int(wall_seconds())
    assert hours(utc_offset(moment)) == 9
    zone(WEST)
    moment = int(wall_seconds())
    assert hours(utc_offset(moment)) == -8


def test_the_local_time_is_that_of_the_zone_in_which_the_person_is_now(
    zone: Callable[[str], None],
) -> None:
    for name, ahead in ((EAST, 9), (WEST, -8)):
        zone(name)
        offset = local_now().utcoffset()
        assert offset is not None
        assert hours(offset.total_seconds()) == ahead


def test_a_moment_on_the_other_side_of_daylight_saving_is_told_as_its_clock_will_say(
    zone: Callable[[str], None],
) -> None:
    zone("CET-1CEST,M3.5.0,M10.5.0/3")
    before = datetime(2026, 3, 29, 0, 58, tzinfo=UTC).astimezone(local_now().tzinfo)
    assert (before.hour, before.minute) == (1, 58)

    assert after(before, Ms(32 * MINUTE)).strftime("%H:%M") == "03:30"
    outlook = Outlook(Mood.COUNTING, "stretch", Ms(32 * MINUTE))
    assert "3:30" in outlook_words(outlook, before)
