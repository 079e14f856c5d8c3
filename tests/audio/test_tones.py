from array import array
from itertools import combinations, pairwise
from math import sqrt

import pytest

from backease_desktop.audio.tones import tone
from backease_desktop.core.clip import SAMPLE_RATE
from backease_desktop.core.tones import TONE_LENGTH, ToneName

every_tone = pytest.mark.parametrize("name", list(ToneName))


def samples_of(name: ToneName) -> "array[int]":
    return array("h", tone(name).samples)


@every_tone
def test_a_tone_lasts_exactly_as_long_as_the_core_believes(name: ToneName) -> None:
    assert tone(name).length == TONE_LENGTH[name]


@every_tone
def test_no_tone_takes_the_time_of_a_word(name: ToneName) -> None:
    assert 40 <= TONE_LENGTH[name] <= (700 if name is ToneName.DONE else 180)


@every_tone
def test_a_tone_begins_and_ends_in_silence_and_never_jumps(name: ToneName) -> None:
    samples = samples_of(name)
    assert max(abs(sample) for sample in (*samples[:5], *samples[-5:])) < 700
    assert max(abs(b - a) for a, b in pairwise([0, *samples, 0])) < 3_500


@every_tone
def test_a_tone_can_be_heard_and_leaves_speech_the_louder(name: ToneName) -> None:
    assert 3_000 < max(abs(sample) for sample in samples_of(name)) < 15_000


@every_tone
def test_a_tone_is_low_enough_for_an_office(name: ToneName) -> None:
    samples = samples_of(name)
    crossings = sum((a < 0) != (b < 0) for a, b in pairwise(samples))
    assert 250 < crossings / 2 / (len(samples) / SAMPLE_RATE) < 1_100


def test_no_two_tones_sound_alike() -> None:
    for one, other in combinations(ToneName, 2):
        a, b = samples_of(one), samples_of(other)
        shared = sum(x * y for x, y in zip(a, b, strict=False))
        likeness = shared / sqrt(sum(x * x for x in a) * sum(y * y for y in b))
        assert likeness < 0.8, (one, other)


def test_a_tone_is_computed_once() -> None:
    assert tone(ToneName.START) is tone(ToneName.START)
