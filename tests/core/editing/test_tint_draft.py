"""Tinted regions: each side by itself, the file's words and their order as they were."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.editing.tint_draft import SINGLE, tinted, with_tint
from backease_desktop.core.figure.model import Figure
from backease_desktop.core.figure.regions import REGIONS
from backease_desktop.core.reading import read
from tests.fakes.shipped_catalogue import shipped_catalogue

FIGURES: list[Any] = [one.figure for one in shipped_catalogue().exercises.values() if one.figure]


def keys(words: Any) -> list[str]:
    return list(words)


@given(st.lists(st.sampled_from(REGIONS), unique=True), st.sampled_from(SINGLE))
def test_one_region_is_tinted_or_not_and_no_other_one_changes(said: list[str], one: str) -> None:
    words = {"working": said, "keyframes": {}}
    on, off = (with_tint(words, one, is_on=is_on) for is_on in (True, False))

    assert tinted(on) == tinted(words) | {one}
    assert tinted(off) == tinted(words) - {one}


@pytest.mark.parametrize("region", SINGLE)
def test_what_is_put_in_and_taken_out_again_leaves_a_figure_as_it_was(region: str) -> None:
    for figure in FIGURES:
        is_on = region in tinted(figure)
        if is_on:
            continue
        more = with_tint(figure, region, is_on=True)
        read(Figure, more)
        again = with_tint(more, region, is_on=False)
        assert again == figure
        assert keys(again) == keys(figure)


def test_both_sides_are_written_as_one_word_in_the_place_of_the_first() -> None:
    words = {"working": ["right_hip", "lower_back"], "keyframes": {}}
    both = with_tint(words, "left_hip", is_on=True)

    assert both["working"] == ["hip", "lower_back"]
    assert with_tint(both, "right_hip", is_on=False)["working"] == ["left_hip", "lower_back"]


def test_the_first_region_stands_before_the_keyframes_and_without_any_the_word_goes() -> None:
    words = {"view": "side", "keyframes": {}}
    first = with_tint(words, "neck", is_on=True)

    assert keys(first) == ["view", "working", "keyframes"]
    assert with_tint(first, "neck", is_on=False) == words
