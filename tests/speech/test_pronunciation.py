"""Words that are exchanged before they are spoken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.speech.pronunciation import PHONEMES, SPELLING, respelled, with_phonemes


@pytest.mark.parametrize("word", PHONEMES)
def test_a_word_is_told_in_phonemes_small_or_capital(word: str) -> None:
    said = f"[{word}](/{PHONEMES[word]}/)"
    assert (
        with_phonemes(f"Next: {word.capitalize()}, then {word}.") == f"Next: {said}, then {said}."
    )


@pytest.mark.parametrize("word", SPELLING)
def test_a_word_is_spelled_otherwise_for_other_voices(word: str) -> None:
    assert respelled(f"{word.upper()} stretch.") == f"{SPELLING[word]} stretch."


def test_only_whole_words_are_exchanged() -> None:
    assert respelled("sciatics, unsciatic") == "sciatics, unsciatic"


@given(st.text())
def test_text_without_such_words_is_left_alone(text: str) -> None:
    if not any(word in text.lower() for word in {**PHONEMES, **SPELLING}):
        assert (with_phonemes(text), respelled(text)) == (text, text)
