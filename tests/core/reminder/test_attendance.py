"""The count of presence against what really happened, however it is sampled."""

from itertools import accumulate, cycle

from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.reminder.attendance import Attendance, attend, first_reading
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
