"""How one reminder counts at the edges of its rules, each with the value that is right there."""

from datetime import UTC, datetime, time, timedelta

import msgspec
import pytest

from backease_desktop.core.reminder.attendance import Attendance, first_reading
from backease_desktop.core.reminder.counting import MISTAKEN, advanced
from backease_desktop.core.reminder.events import Skipped, Why
from backease_desktop.core.reminder.instant import Instant
from backease_desktop.core.reminder.presence import Presence
from backease_desktop.core.reminder.roster import At, Every, Reminder
from backease_desktop.core.reminder.state import Track
from backease_desktop.core.units import MINUTE, Ms
from tests.core.reminder.desk import at

MONDAY = at("2026-03-02 12:00")
STRETCH = Reminder(id="stretch", name="Stretch", when=Every(minutes=50))
TEA = Reminder(id="tea", name="Tea", when=At(times=(time(12),)))
BOOT = Ms(100 * MINUTE)


def reading(wall: datetime, present: int = 0) -> Attendance:
    return msgspec.structs.replace(
        first_reading(Instant(wall, BOOT, BOOT), Presence()), present=Ms(present)
    )


def due(minutes_ago: int = 5) -> Track:
    return Track(counted=Ms(50 * MINUTE), due_since=Ms(BOOT - minutes_ago * MINUTE))


def test_what_is_due_is_dropped_outside_its_hours_unless_its_card_is_there() -> None:
    evening = reading(MONDAY.replace(hour=18))

    track, dropped = advanced(STRETCH, due(), evening)
    assert (track.is_due, track.counted) == (False, 0)
    assert dropped == Skipped("stretch", Why.OUTSIDE_HOURS)

    track, dropped = advanced(STRETCH, due(), evening, is_calling=True)
    assert (track.is_due, dropped) == (True, None)


def test_a_count_begins_anew_outside_its_hours_without_a_word() -> None:
    track, dropped = advanced(STRETCH, Track(counted=MINUTE), reading(MONDAY.replace(hour=18)))

    assert (track.counted, dropped) == (0, None)


@pytest.mark.parametrize(("counted", "is_due"), [(50 * MINUTE - 1, False), (50 * MINUTE, True)])
def test_it_is_due_when_its_interval_is_full_and_not_before(counted: int, is_due: bool) -> None:
    track, _ = advanced(STRETCH, Track(counted=Ms(counted - MINUTE)), reading(MONDAY, MINUTE))

    assert track.counted == counted
    assert track.due_since == (BOOT if is_due else None)


def test_presence_that_began_before_the_hours_is_not_counted() -> None:
    opening = MONDAY.replace(hour=9)

    into, _ = advanced(STRETCH, Track(), reading(opening + timedelta(seconds=20), MINUTE))
    inside, _ = advanced(STRETCH, Track(), reading(opening + timedelta(seconds=60), MINUTE))
    assert (into.counted, inside.counted) == (0, MINUTE)


@pytest.mark.parametrize("rests", [Why.AWAY, Why.PAUSED])
def test_a_break_and_a_pause_leave_the_track_as_it_is_and_skip_a_clock_time(rests: Why) -> None:
    earlier = Track(clock_done=(MONDAY - timedelta(hours=1)).astimezone(UTC))

    track, skipped = advanced(TEA, earlier, reading(MONDAY, MINUTE), rests=rests)
    assert (track.is_due, skipped) == (False, Skipped("tea", rests))
    track, skipped = advanced(STRETCH, Track(counted=MINUTE), reading(MONDAY, MINUTE), rests=rests)
    assert (track.counted, skipped) == (MINUTE, None)


def test_a_clock_time_is_due_once_and_calls_anew_what_was_due() -> None:
    earlier = due().with_(calls=2, clock_done=(MONDAY - timedelta(hours=1)).astimezone(UTC))

    track, _ = advanced(TEA, earlier, reading(MONDAY))
    assert (track.due_since, track.calls, track.clock_done) == (BOOT, 0, MONDAY)
    again, _ = advanced(TEA, track.anew(), reading(MONDAY + timedelta(minutes=1)))
    assert not again.is_due


def test_a_clock_that_is_set_back_over_a_clock_time_calls_no_second_time() -> None:
    done = MONDAY + timedelta(minutes=5)
    set_back = reading(MONDAY + timedelta(minutes=2))

    track, _ = advanced(TEA, Track(clock_done=done.astimezone(UTC)), set_back)
    assert (track.is_due, track.clock_done) == (False, done)


@pytest.mark.parametrize("more", [timedelta(), timedelta(microseconds=1)])
def test_a_clock_that_was_more_than_a_day_ahead_is_forgotten(more: timedelta) -> None:
    done = (MONDAY + MISTAKEN + more).astimezone(UTC)

    track, _ = advanced(TEA, Track(clock_done=done), reading(MONDAY))
    assert track.clock_done == (MONDAY if more else done)


def test_a_clock_time_that_has_just_begun_to_count_does_not_call_for_what_is_past() -> None:
    track, skipped = advanced(TEA, Track(), reading(MONDAY + timedelta(minutes=5)))

    assert (track.is_due, skipped) == (False, None)
    assert track.clock_done == MONDAY + timedelta(minutes=5)
