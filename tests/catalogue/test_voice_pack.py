"""The shipped voice pack beside the shipped script: nothing is missing, and nothing is idle."""

import pytest

from backease_desktop.cli.voice_command import Coverage, coverage_of, shipped_phrases
from backease_desktop.core.speaking_time import AS_SLOW_AS, estimate
from backease_desktop.core.voice import Pace
from backease_desktop.speech.pack.voice_pack import VoicePack
from backease_desktop.speech.pack.writing import NEEDED, recipe_of
from backease_desktop.storage.paths import bundled

FOLDER = bundled("resources") / "voices" / "en-heart"
PACK = VoicePack(FOLDER)

LARGEST = 20_000_000
"""Bytes of the whole pack."""


@pytest.fixture(scope="module")
def coverage() -> Coverage:
    return coverage_of(PACK, shipped_phrases())


def test_every_phrase_has_a_clip(coverage: Coverage) -> None:
    assert coverage.missing == []
    assert coverage.in_pack == coverage.phrases


def test_every_clip_has_a_phrase(coverage: Coverage) -> None:
    assert coverage.unused == []


def test_the_pack_is_small_enough_to_be_shipped(coverage: Coverage) -> None:
    assert coverage.bytes <= LARGEST
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) <= LARGEST


def test_every_clip_is_whole_and_as_long_as_the_index_says() -> None:
    broken = [
        (text, pace)
        for text in PACK.phrases
        for pace in Pace
        if (clip := PACK.find(text, pace)) is None or clip.length != PACK.length(text, pace)
    ]
    assert broken == []


def test_every_clip_was_made_by_todays_recipe() -> None:
    """Else it sounds as words, pronunciation or preparation were before."""
    assert [text for text in PACK.phrases if PACK.recipe(text) != recipe_of(text)] == []
    assert PACK.made_with == NEEDED


@pytest.mark.parametrize("pace", Pace)
def test_the_estimate_for_words_of_ones_own_is_long_enough_and_not_by_much(pace: Pace) -> None:
    lengths = {text: PACK.length(text, pace) or 0 for text in PACK.phrases}
    ratios = sorted(estimate(text, AS_SLOW_AS[pace]) / length for text, length in lengths.items())
    assert sum(ratio < 1 for ratio in ratios) <= len(ratios) // 100
    assert ratios[len(ratios) // 2] < 1.5
