import random

from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.audio.moments import FrameClock
from backease_desktop.core.units import Ms

PERIOD = 441
"""Frames of 20 ms."""


@given(st.integers(0, 10**12), st.integers(0, 10**10), st.integers(0, 60_000))
def test_a_moment_and_its_frame_are_translations_of_each_other(
    now: int, frame: int, ahead: int
) -> None:
    clock = FrameClock(Ms(20))
    clock.observe(Ms(now), frame)
    moment = Ms(now + ahead)
    assert clock.heard_at(clock.frame_at(moment)) == moment


def test_the_latency_lies_between_the_request_and_the_sound() -> None:
    clock = FrameClock(Ms(35))
    clock.observe(Ms(1_000), 0)
    assert clock.heard_at(0) == 1_035


@given(st.lists(st.integers(0, 20), min_size=24, max_size=24), st.integers(0, 24))
def test_late_requests_do_not_move_the_stream(delays: list[int], punctual: int) -> None:
    clock = FrameClock(Ms(20))
    delays.insert(punctual, 0)
    for number, delay in enumerate(delays):
        clock.observe(Ms(5_000 + 20 * number + delay), PERIOD * number)
    assert clock.heard_at(0) == 5_020


def test_a_crystal_that_runs_wrong_does_not_add_up_over_an_hour() -> None:
    clock = FrameClock(Ms(20))
    chance = random.Random(1)
    worst = 0.0
    for number in range(50 * 3_600):
        truth = 1_000 + number * 20 * 1.0003
        delay = min(15.0, chance.expovariate(1) * 3)
        clock.observe(Ms(round(truth + delay)), PERIOD * number)
        if number > 25:
            worst = max(worst, abs(clock.heard_at(PERIOD * number) - truth - 20))
    assert worst <= 5


@given(st.integers(21, 100_000))
def test_after_the_device_stood_still_the_old_position_is_forgotten_at_once(pause: int) -> None:
    clock = FrameClock(Ms(20))
    for number in range(30):
        clock.observe(Ms(1_000 + 20 * number), PERIOD * number)
    clock.observe(Ms(1_600 + pause), PERIOD * 30)
    assert clock.heard_at(PERIOD * 30) == 1_620 + pause
