"""The count of presence against what really happened, however it is sampled."""

from itertools import accumulate, cycle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.reminder.attendance import (
    ASLEEP,
    LONG_AGO,
    Attendance,
    attend,
    first_reading,
)
from backease_desktop.core.reminder.instant import Instant
from backease_desktop.core.reminder.presence import TALKING, BusyReason, Presence
from backease_desktop.core.units import MINUTE, SECOND, Ms
from tests.core.reminder.desk import Clocks, at

STILL = Ms(30_000)
START = Clocks.at(at("2026-03-02 09:00")).now


def later(instant: Instant, awake: int, asleep: int = 0) -> Instant:
    """The instant after some seconds awake and asleep."""
    mono = Ms(instant.mono + awake * SECOND)
    return Instant(instant.wall, mono, Ms(instant.boot + (awake + asleep) * SECOND))


def read(before: Attendance, awake: int, presence: Presence, asleep: int = 0) -> Attendance:
    """The next reading, some seconds later."""
    return attend(before, later(before.at, awake, asleep), presence, STILL)


@given(
    st.lists(st.tuples(st.integers(1, 1200), st.integers(60, 280)), min_size=1, max_size=12),
    st.lists(st.integers(5, 60), min_size=1, max_size=20),
)
def test_the_count_is_off_by_less_than_a_step_for_each_return(
    bouts: list[tuple[int, int]], steps: list[int]
) -> None:
    inputs = list(every_second_of_work(bouts))
    end = sum(work + rest for work, rest in bouts)
    reading = first_reading(START, Presence())
    counted = now = 0
    for step in cycle(steps):
        now += step
        if now > end:
            break
        last = max(moment for moment in inputs if moment <= now)
        reading = read(reading, step, Presence(idle=Ms((now - last) * SECOND)))
        counted += reading.present

    real = present_until(now - step, inputs)
    assert abs(counted - real * SECOND) <= max(steps) * SECOND * len(bouts)


def every_second_of_work(bouts: list[tuple[int, int]]) -> list[int]:
    """Moments of input: the end of every second of every bout."""
    starts = accumulate((work + rest for work, rest in bouts), initial=0)
    return [start + n for start, (work, _) in zip(starts, bouts, strict=False) for n in range(work)]


def present_until(end: int, inputs: list[int]) -> int:
    """Seconds that lie within `STILL` after an input."""
    following = [*inputs[1:], end]
    gaps = (min(b, end) - a for a, b in zip(inputs, following, strict=True) if a < end)
    return sum(min(gap, STILL // SECOND) for gap in gaps)


@given(st.lists(st.integers(1, 90), min_size=1, max_size=60))
def test_steady_work_is_counted_to_the_millisecond(steps: list[int]) -> None:
    reading, counted = first_reading(START, Presence()), 0
    for step in steps:
        reading = read(reading, step, Presence())
        counted += reading.present

    assert counted == sum(steps) * SECOND


@given(st.integers(3, 100_000), st.integers(1, 60), st.booleans())
def test_sleep_is_absence_whether_or_not_the_idle_source_slept_too(
    asleep: int, awake: int, source_sleeps: bool
) -> None:
    before = read(first_reading(START, Presence()), 30, Presence())
    idle = awake if source_sleeps else awake + asleep
    woken = read(before, awake, Presence(idle=Ms(idle * SECOND)), asleep)

    assert woken.present == 0
    assert woken.absent == (awake + asleep) * SECOND
    assert woken.arrived == woken.at.boot

    back = read(woken, 5, Presence())
    assert (back.seen, back.arrived) == (back.at.boot, woken.arrived)


def test_inputs_on_the_lock_screen_end_no_absence() -> None:
    reading = first_reading(START, Presence())
    for _ in range(20):
        reading = read(reading, 30, Presence(locked=True))

    assert reading.absent == 19 * 30 * SECOND
    assert read(reading, 1, Presence()).absent == 19 * 30 * SECOND


def test_a_lock_after_an_absence_goes_on_with_it() -> None:
    reading = first_reading(START, Presence())
    for _ in range(8):
        reading = read(reading, 30, Presence(idle=Ms(reading.absent + 30 * SECOND)))
    locked = read(reading, 30, Presence(idle=Ms(270 * SECOND), locked=True))

    assert locked.absent == 270 * SECOND


def test_whoever_talks_is_there() -> None:
    for reason in TALKING | {BusyReason.SESSION}:
        reading = first_reading(START, Presence())
        talking = Presence(idle=MINUTE, busy=frozenset({reason}))
        reading = read(reading, 60, talking)
        assert (reading.present, reading.absent) == (MINUTE, 0)


def test_clocks_that_run_backwards_count_as_standing_still() -> None:
    reading = read(first_reading(START, Presence()), -100, Presence())

    assert (reading.present, reading.absent) == (0, 0)


def test_the_time_of_the_first_free_reading_is_kept() -> None:
    busy = Presence(busy=frozenset({BusyReason.CAMERA}))
    reading = first_reading(START, busy)
    free = read(reading, 10, Presence())

    assert free.freed == free.at.boot
    assert read(free, 10, Presence()).freed == free.freed


def test_a_start_in_a_call_is_free_from_its_end_and_any_other_was_free_long_ago() -> None:
    in_a_conversation = Presence(busy=frozenset({BusyReason.CONVERSATION}))

    assert first_reading(START, in_a_conversation).freed == START.boot
    assert first_reading(START, Presence()).freed == LONG_AGO


def test_no_input_falls_into_no_time() -> None:
    away = first_reading(START, Presence(idle=MINUTE))

    boot_stands = Instant(START.wall, Ms(START.mono + SECOND), START.boot)
    mono_stands = Instant(START.wall, START.mono, Ms(START.boot + SECOND))
    assert attend(away, boot_stands, Presence(), STILL).seen == away.seen
    assert attend(away, mono_stands, Presence(), STILL).seen == away.seen


@pytest.mark.parametrize(("apart", "slept"), [(ASLEEP - 1, False), (ASLEEP, True)])
def test_what_is_less_than_asleep_is_the_coarseness_of_clocks(apart: int, slept: bool) -> None:
    before = first_reading(START, Presence())
    now = Instant(START.wall, Ms(START.mono + SECOND), Ms(START.boot + SECOND + apart))
    reading = attend(before, now, Presence(), STILL)

    assert (reading.arrived == now.boot, reading.present == 0) == (slept, slept)


@pytest.mark.parametrize(("seconds", "slept"), [(90, False), (91, True)])
def test_more_than_a_minute_and_a_half_without_a_reading_is_sleep(
    seconds: int, slept: bool
) -> None:
    reading = read(first_reading(START, Presence()), seconds, Presence())

    assert (reading.arrived == reading.at.boot) == slept
    assert reading.present == (0 if slept else seconds * SECOND)


@pytest.mark.parametrize(("before", "now"), [(True, False), (False, True), (True, True)])
def test_a_step_with_a_lock_at_one_of_its_ends_is_no_presence(before: bool, now: bool) -> None:
    reading = first_reading(START, Presence(locked=before))

    assert read(reading, 10, Presence(locked=now)).present == 0


def test_an_input_speaks_for_the_person_up_to_its_end_and_not_a_moment_longer() -> None:
    just_over = first_reading(START, Presence(idle=STILL))
    not_yet = first_reading(START, Presence(idle=Ms(STILL - 1)))
    after_five = Presence(idle=Ms(5 * SECOND))

    assert read(just_over, 20, after_five).present == 5 * SECOND
    assert read(not_yet, 20, after_five).present == 20 * SECOND


def test_whoever_talks_was_seen_at_the_moment_of_the_reading() -> None:
    talking = Presence(idle=MINUTE, busy=frozenset({BusyReason.CONVERSATION}))

    assert first_reading(START, talking).seen == START.boot
    assert first_reading(START, talking).absent == 0
