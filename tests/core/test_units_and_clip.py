"""Milliseconds and clips."""

from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.clip import SAMPLE_RATE, Clip
from backease_desktop.core.units import Ms, ceil_seconds, from_seconds


@given(st.integers(0, 10**7))
def test_a_countdown_shows_the_second_that_is_running(duration: int) -> None:
    shown = ceil_seconds(Ms(duration))
    assert shown * 1000 >= duration > (shown - 1) * 1000


@given(st.integers(0, 86_400))
def test_whole_seconds_are_converted_without_loss(seconds: int) -> None:
    assert from_seconds(seconds) == seconds * 1000


@given(st.integers(0, 5 * SAMPLE_RATE))
def test_a_clip_never_sounds_longer_than_it_says(frames: int) -> None:
    length = Clip(b"\0\0" * frames).length
    assert length * SAMPLE_RATE >= frames * 1000 > (length - 1) * SAMPLE_RATE
