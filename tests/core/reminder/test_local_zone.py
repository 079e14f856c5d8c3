"""The zone that only asks, against zones that know."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.reminder.local_zone import LocalZone

CHANGES = [
    datetime(2026, 3, 29, tzinfo=UTC),
    datetime(2026, 10, 25, tzinfo=UTC),
    datetime(2026, 3, 8, tzinfo=UTC),
    datetime(2026, 11, 1, tzinfo=UTC),
    datetime(2026, 4, 4, tzinfo=UTC),
]
NAMES = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"]


def asking(name: str) -> LocalZone:
    """A zone that asks one that knows."""

    def offset_at(moment: int) -> int:
        offset = datetime.fromtimestamp(moment, ZoneInfo(name)).utcoffset()
        assert offset is not None
        return offset // timedelta(seconds=1)

    return LocalZone(offset_at)


@given(st.sampled_from(NAMES), st.sampled_from(CHANGES), st.integers(-2880, 2880))
def test_a_moment_has_the_same_local_time(name: str, day: datetime, minutes: int) -> None:
    moment = day + timedelta(minutes=minutes)

    local, known = moment.astimezone(asking(name)), moment.astimezone(ZoneInfo(name))

    assert (local.replace(tzinfo=None), local.fold) == (known.replace(tzinfo=None), known.fold)
    assert local.astimezone(UTC) == moment


@given(
    st.sampled_from(NAMES),
    st.sampled_from(CHANGES),
    st.integers(-2880, 2880),
    st.sampled_from([0, 1]),
)
def test_a_local_time_is_the_same_moment(name: str, day: datetime, minutes: int, fold: int) -> None:
    clock = (day + timedelta(minutes=minutes)).replace(tzinfo=None, fold=fold)

    asked, known = clock.replace(tzinfo=asking(name)), clock.replace(tzinfo=ZoneInfo(name))

    assert asked.utcoffset() == known.utcoffset()


@pytest.mark.parametrize("what", ["dst", "tzname"])
def test_it_claims_nothing_that_it_cannot_know(what: str) -> None:
    clock = datetime(2026, 7, 1, tzinfo=asking("Europe/Berlin"))

    assert getattr(clock, what)() is None
    assert clock.isoformat() == "2026-07-01T00:00:00+02:00"
    assert LocalZone(lambda _: 0).utcoffset(None) is None


@pytest.mark.parametrize(("hour", "fold", "offset"), [(0, 0, 2), (1, 1, 1)])
def test_the_hour_that_is_shown_twice_is_told_apart(hour: int, fold: int, offset: int) -> None:
    moment = datetime(2026, 10, 25, hour, 30, tzinfo=UTC)

    local = moment.astimezone(asking("Europe/Berlin"))

    assert (local.hour, local.minute, local.fold) == (2, 30, fold)
    assert local.utcoffset() == timedelta(hours=offset)


def test_the_system_is_asked_about_whole_seconds() -> None:
    asked: list[object] = []

    def offset_at(moment: int) -> int:
        asked.append(moment)
        return 3600

    datetime(2026, 7, 1, 12, 0, 0, 999, tzinfo=UTC).astimezone(LocalZone(offset_at))

    assert all(type(moment) is int for moment in asked)
