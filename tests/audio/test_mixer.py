from array import array
from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from backease_desktop.audio.mixer import FADE, Discarded, Mixer, Started
from backease_desktop.core.clip import SAMPLE_RATE, Clip

LATE = 100


def level(value: int, frames: int) -> Clip:
    return Clip(array("h", [value] * frames).tobytes())


def ramp(frames: int) -> Clip:
    return Clip(array("h", [100 + frame % 20_000 for frame in range(frames)]).tobytes())


@dataclass(frozen=True)
class Order:
    at: int
    """Given when this many frames have been rendered."""
    frame: int
    frames: int
    voice: bool
    value: int = 1_000
    volume: float = 1.0


def heard(
    orders: list[Order], cuts: list[int], slices: list[int]
) -> tuple[list[int], list[Started | Discarded]]:
    """Render in these slices, split further where something is ordered or cut."""
    mixer = Mixer(late_limit=LATE)
    actions = sorted([(order.at, token) for token, order in enumerate(orders)])
    actions += [(at, -1) for at in cuts]
    actions.sort(key=lambda action: action[0])
    samples: list[int] = []
    events: list[Started | Discarded] = []
    for size in slices:
        left = size
        while left:
            while actions and actions[0][0] == mixer.frame:
                token = actions.pop(0)[1]
                if token < 0:
                    mixer.cut()
                    continue
                order = orders[token]
                mixer.schedule(
                    level(order.value, order.frames),
                    order.frame,
                    voice=order.voice,
                    volume=order.volume,
                    token=token,
                )
            part = min(left, actions[0][0] - mixer.frame) if actions else left
            block, reports = mixer.render(part)
            assert len(block) == 2 * part
            samples += array("h", block)
            events += reports
            left -= part
    return samples, events


orders = st.lists(
    st.builds(
        Order,
        at=st.integers(0, 2_000),
        frame=st.integers(0, 3_000),
        frames=st.integers(0, 1_500),
        voice=st.booleans(),
        value=st.integers(-32_768, 32_767),
        volume=st.sampled_from([0.0, 0.3, 0.77, 1.0]),
    ),
    max_size=8,
)
cuts = st.lists(st.integers(0, 3_000), max_size=2)


@st.composite
def slicings(draw: st.DrawFn, total: int = 5_000) -> list[int]:
    ends = draw(st.sets(st.integers(1, total - 1), max_size=40))
    return [b - a for a, b in pairwise([0, *sorted(ends), total])]


@given(orders, cuts, slicings())
def test_however_rendering_is_sliced_the_same_is_heard_and_reported(
    orders: list[Order], cuts: list[int], slices: list[int]
) -> None:
    assert heard(orders, cuts, slices) == heard(orders, cuts, [5_000])


@given(orders, slicings())
def test_every_clip_is_either_started_or_discarded_and_once(
    orders: list[Order], slices: list[int]
) -> None:
    _, events = heard(orders, [], slices)
    assert sorted(event.token for event in events) == list(range(len(orders)))


@given(st.integers(0, 4_000), st.integers(1, 900), st.booleans(), slicings())
def test_a_clip_starts_on_its_frame_and_is_heard_unchanged(
    frame: int, frames: int, voice: bool, slices: list[int]
) -> None:
    mixer = Mixer(late_limit=LATE)
    clip = ramp(frames)
    mixer.schedule(clip, frame, voice=voice, volume=1.0, token=7)
    rendered = [mixer.render(size) for size in slices]
    stream = b"".join(block for block, _ in rendered)
    assert stream == bytes(2 * frame) + clip.samples + bytes(2 * (5_000 - frame - frames))
    assert [event for _, events in rendered for event in events] == [Started(7, frame)]


@given(orders, slicings())
@example([Order(0, 0, 900, True), Order(400, 400, 900, True)], [5_000])
@example([Order(0, 900, 900, True), Order(0, 400, 1_500, True)], [5_000])
def test_the_voice_never_speaks_over_itself(orders: list[Order], slices: list[int]) -> None:
    voices = [
        Order(order.at, order.frame, order.frames, voice=True, value=1 + token)
        for token, order in enumerate(orders)
    ]
    samples, events = heard(voices, [], slices)
    starts = {event.frame: event.token for event in events if isinstance(event, Started)}
    speaking = -1
    for frame, sample in enumerate(samples):
        speaking = starts.get(frame, speaking)
        # A fading sample of 1 + token is never louder than itself: any sum would be.
        assert 0 <= sample <= speaking + 1


@given(st.integers(1, 2_000), st.integers(100, 2_000), st.booleans(), st.floats(0.1, 1.0))
def test_a_cut_is_silent_within_80_ms_and_does_not_click(
    at: int, scheduled: int, voice: bool, volume: float
) -> None:
    orders = [
        Order(0, 0, 4_000, voice, 20_000, volume),
        Order(0, at + scheduled, 500, voice, 20_000, volume),
    ]
    samples, _ = heard(orders, [at], [4_500])
    silent_from = at + SAMPLE_RATE * 80 // 1000
    assert samples[at - 1] > 0
    assert not any(samples[silent_from:])
    assert max(abs(b - a) for a, b in pairwise(samples[at - 1 : silent_from])) <= 200


@given(st.integers(1, 1_500), st.integers(-50, 1_000))
def test_a_voice_that_gives_way_does_not_click(at: int, ahead: int) -> None:
    samples, events = heard(
        [Order(0, 0, 3_000, True, 20_000), Order(at, at + ahead, 900, True, 0)], [], [4_500]
    )
    start = events[1].frame
    assert start - max(at, at + ahead) <= FADE
    assert not any(samples[start:])
    assert max(abs(b - a) for a, b in pairwise(samples[:start])) <= 200


def test_tones_overlap_with_each_other_and_with_the_voice() -> None:
    samples, _ = heard(
        [Order(0, 0, 30, True, 100), Order(0, 10, 30, False, 20), Order(0, 20, 30, False, 3)],
        [],
        [60],
    )
    assert samples == ([100] * 10 + [120] * 10 + [123] * 10 + [23] * 10 + [3] * 10 + [0] * 10)


def test_what_is_too_loud_saturates_instead_of_wrapping_round() -> None:
    loud = [Order(0, 0, 5, False, 30_000), Order(0, 0, 5, False, 30_000)]
    assert heard(loud, [], [5])[0] == [32_767] * 5
    low = [Order(0, 0, 5, False, -30_000), Order(0, 0, 5, True, -30_000)]
    assert heard(low, [], [5])[0] == [-32_768] * 5


@pytest.mark.parametrize("volume", [2.0, -1.0])
def test_a_volume_out_of_range_is_taken_as_the_nearest_one(volume: float) -> None:
    samples, _ = heard([Order(0, 0, 5, False, 30_000, volume)], [], [5])
    assert samples == [30_000 if volume > 1 else 0] * 5


def test_a_late_clip_starts_at_once_from_its_beginning_or_is_discarded_when_too_late() -> None:
    mixer = Mixer(late_limit=LATE)
    mixer.render(1_000)
    mixer.schedule(level(5, 10), 1_000 - LATE, voice=False, volume=1.0, token=1)
    mixer.schedule(level(7, 10), 999 - LATE, voice=False, volume=1.0, token=2)
    block, events = mixer.render(20)
    assert array("h", block).tolist() == [5] * 10 + [0] * 10
    assert sorted(events, key=lambda event: event.token) == [Started(1, 1_000), Discarded(2)]


def test_of_two_voices_for_the_same_frame_the_last_one_wins() -> None:
    samples, events = heard([Order(0, 5, 10, True, 1), Order(0, 5, 10, True, 2)], [], [20])
    assert samples == [0] * 5 + [2] * 10 + [0] * 5
    assert events == [Discarded(0), Started(1, 5)]


def test_silence_is_not_built_anew_for_every_block() -> None:
    mixer = Mixer(late_limit=LATE)
    assert mixer.render(441)[0] is mixer.render(441)[0]
