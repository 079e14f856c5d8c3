"""Wording: numbers and lengths in words, and phrases that name a gap they have not got."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from backease_desktop.core.catalogue.words import Equipment, Place
from backease_desktop.core.errors import ReportedError
from backease_desktop.core.reading import read
from backease_desktop.core.units import Ms
from backease_desktop.core.values import Value, words_of
from backease_desktop.core.wording import Wording, sentence
from tests.fakes.small_catalogue import english

ENGLISH = english()


@pytest.mark.parametrize(
    ("duration", "words"),
    [
        (1_000, "one second"),
        (12_000, "twelve seconds"),
        (12_400, "twelve seconds"),
        (45_000, "forty-five seconds"),
        (60_000, "one minute"),
        (80_000, "eighty seconds"),
        (300_000, "five minutes"),
        (0, "one second"),
    ],
)
def test_lengths_are_said_in_words(duration: int, words: str) -> None:
    assert ENGLISH.length(Ms(duration)) == words


@given(st.integers(1, 60_000))
def test_no_length_within_a_minute_is_left_to_digits(duration: int) -> None:
    assert not any(c.isdigit() for c in ENGLISH.length(Ms(duration)))


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (59, "fifty-nine minutes"),
        (62, "sixty minutes"),
        (63, "sixty-five minutes"),
        (107, "one hundred and five minutes"),
    ],
)
def test_from_an_hour_on_minutes_are_told_in_fives(minutes: int, words: str) -> None:
    assert ENGLISH.in_minutes(Ms(minutes * 60_000)) == words


def test_one_is_not_said_as_many() -> None:
    assert ENGLISH.count_of_exercises(1) == "One exercise"
    assert ENGLISH.count_of_exercises(2) == "two exercises"
    assert ENGLISH.in_minutes(Ms(61_000)) == "one minute"


def test_a_phrase_with_an_unknown_gap_is_refused_with_the_right_ones() -> None:
    broken = {**words_of(ENGLISH), "rest": "Rest for {lenght}."}
    with pytest.raises(ValidationError, match=r"\{lenght\} means nothing here.*\{length\}"):
        read(Wording, broken)


@pytest.mark.parametrize(
    ("duration", "place", "words"),
    [
        (120_000, Place.CHAIR, "Time to stretch. Two minutes, sitting down?"),
        (61_000, Place.STANDING, "Time to stretch. One minute, standing up?"),
        (900_000, Place.MAT, "Time to stretch. Fifteen minutes, on the mat?"),
    ],
)
def test_a_reminder_says_how_long_and_where(duration: int, place: Place, words: str) -> None:
    assert ENGLISH.call_to(Ms(duration), place) == words


def test_a_wording_without_a_place_is_refused_and_the_place_is_named() -> None:
    broken = {
        **words_of(ENGLISH),
        "places": {"chair": "sitting down", "mat": "on the mat"},
    }
    with pytest.raises(ValidationError, match="nothing is said for standing"):
        read(Wording, broken)


@pytest.mark.parametrize(
    ("things", "words"),
    [
        ([Equipment.MAT], "You need a mat."),
        ([Equipment.MAT, Equipment.WALL], "You need a mat and a wall."),
        ([Equipment.MAT, Equipment.TOWEL, Equipment.WALL], "You need a mat, a towel and a wall."),
    ],
)
def test_what_must_be_at_hand_is_one_sentence(things: list[Equipment], words: str) -> None:
    assert ENGLISH.needed(things) == words


def test_a_wording_without_a_thing_is_refused_and_the_thing_is_named() -> None:
    things = {k: v for k, v in ENGLISH.things.items() if k is not Equipment.TOWEL}
    broken = {**words_of(ENGLISH), "things": things}
    with pytest.raises(ValidationError, match="nothing is said for towel"):
        read(Wording, broken)


def test_what_recurs_has_at_least_three_forms() -> None:
    broken = {**words_of(ENGLISH), "relax": ["Relax.", "Relax now."]}
    with pytest.raises(ValidationError, match="at least 3 items"):
        read(Wording, broken)


@given(st.text(max_size=30))
def test_a_sentence_ends_like_one(text: str) -> None:
    made = sentence(text)
    assert made == "" or made[-1] in ".!?"
    assert sentence(made) == made


def test_values_are_frozen_and_refuse_what_they_do_not_know() -> None:
    class Point(Value, frozen=True, kw_only=True):
        x: int

    with pytest.raises(ValidationError, match="Extra inputs"):
        read(Point, {"x": 1, "y": 2})
    with pytest.raises(AttributeError, match="immutable"):
        Point(x=1).x = 2  # type: ignore[misc]


def test_what_is_reported_is_its_text() -> None:
    assert str(ReportedError("a sentence")) == "a sentence"
