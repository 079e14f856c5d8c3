"""Words that are exchanged before they are spoken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.speech.pronunciation import PHONEMES, SPELLING, respelled, with_phonemes


@pytest.mark.parametrize("word", [word for word in PHONEMES if word.islower()])
def test_a_word_is_told_in_phonemes_small_or_capital(word: str) -> None:
    said = f"[{word}](/{PHONEMES[word]}/)"
    assert (
        with_phonemes(f"Next: {word.capitalize()}, then {word}.") == f"Next: {said}, then {said}."
    )


def test_a_word_with_a_capital_is_meant_where_a_sentence_begins() -> None:
    assert with_phonemes("Lift and hold. And lower, and rest.") == (
        f"Lift and hold. [And](/{PHONEMES['And']}/) lower, and rest."
    )


def test_the_longest_that_fits_is_exchanged() -> None:
    assert with_phonemes("And one.") == f"[And one](/{PHONEMES['And one']}/)."


@pytest.mark.parametrize("word", SPELLING)
def test_a_word_is_spelled_otherwise_for_other_voices(word: str) -> None:
    assert respelled(f"{word.upper()} stretch.") == f"{SPELLING[word]} stretch."


def test_only_whole_words_are_exchanged() -> None:
    assert respelled("sciatics, unsciatic") == "sciatics, unsciatic"


@given(st.text())
def test_text_without_such_words_is_left_alone(text: str) -> None:
    if not any(word.lower() in text.lower() for word in {**PHONEMES, **SPELLING}):
        assert (with_phonemes(text), respelled(text)) == (text, text)
