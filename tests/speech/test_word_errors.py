"""Said against heard: where the errors are counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.speech.word_errors import Heard, compare, in_letters, words_of

WORDS = st.sampled_from(["lift", "your", "hips", "and", "hold", "ten"])
SENTENCES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hold it for 30 seconds.", "hold it for thirty seconds"),
        ("Twenty-two, child's pose!", "twenty two childs pose"),
        ("3, 2, 1", "three two one"),
        ("Okay.", "ok"),
        ("One hundred and fifteen", "one hundred fifteen"),
        ("…", ""),
    ],
)
def test_spelling_signs_and_figures_make_no_difference(text: str, words: str) -> None:
    assert words_of(text) == words.split()


def test_a_number_is_said_as_people_say_it() -> None:
    assert [in_letters(n) for n in (0, 13, 20, 45, 101, 340, 2026)] == [
        "zero",
        "thirteen",
        "twenty",
        "forty five",
        "one hundred one",
        "three hundred forty",
        "two zero two six",
    ]


@given(st.lists(SENTENCES, min_size=1, max_size=5))
def test_what_is_heard_as_it_was_said_has_no_errors(phrases: list[str]) -> None:
    found = compare(phrases, ". ".join(phrases).upper())
    assert [(one.errors, one.text) for one in found] == [(0, text) for text in phrases]


@given(st.lists(SENTENCES, min_size=1, max_size=5), st.lists(WORDS, max_size=20))
def test_errors_are_never_more_than_hearing_nothing_and_making_all_up(
    phrases: list[str], heard: list[str]
) -> None:
    found = compare(phrases, " ".join(heard))
    said = sum(one.words for one in found)
    assert abs(said - len(heard)) <= sum(one.errors for one in found) <= max(said, len(heard))
    assert sum(len(one.text.split()) for one in found) == len(heard)


def test_an_error_belongs_to_the_phrase_in_which_it_was_made() -> None:
    phrases = ["Hold it.", "And switch sides.", "Two."]
    assert compare(phrases, "Hold it and switch eyes too") == [
        Heard(2, 0, "hold it"),
        Heard(3, 1, "and switch eyes"),
        Heard(1, 1, "too"),
    ]
    assert compare(phrases, "And switch sides. Two.")[0] == Heard(2, 2, "")


def test_where_nothing_was_to_be_said_a_word_is_an_error() -> None:
    assert compare(["…"], "you") == [Heard(0, 1, "you")]
