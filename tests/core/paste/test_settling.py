"""What a person answers about a line becomes what the line says."""

from backease_desktop.core.catalogue.words import Position
from backease_desktop.core.paste.read import read_line
from backease_desktop.core.paste.reading import Sides
from backease_desktop.core.paste.settling import Answer, answer_of, settled
from tests.core.paste.test_lines import words


def test_what_was_read_is_where_the_person_goes_on_from() -> None:
    read = read_line("Side lying clams 3x10 L", words())

    assert answer_of(read) == Answer(
        None, sets=3, reps=10, sides=Sides.LEFT, position=Position.SIDE_LYING
    )


def test_an_answer_settles_all_that_was_unsure() -> None:
    read = read_line("Shoulder rolls x10", words())
    said = settled(read, Answer("shoulder-rolls-forward", reps=10))

    assert said.is_clear
    assert (said.exercise, said.is_unknown, said.candidates) == (
        "shoulder-rolls-forward",
        False,
        (),
    )


def test_a_range_stays_one_as_long_as_its_least_is_not_changed() -> None:
    read = read_line("Bridge 8-12 reps", words())
    same = settled(read, answer_of(read)).reps
    other = settled(read, Answer("bridge", reps=9)).reps

    assert same is not None
    assert (same.min, same.max) == (8, 12)
    assert other is not None
    assert (other.min, other.max) == (9, 9)


def test_a_line_that_was_taken_for_something_else_may_be_taken_in() -> None:
    read = read_line("Have a look at the wall", words())
    assert read.is_ignored
    said = settled(read, Answer(None, reps=5, position=Position.STANDING))

    assert (said.is_ignored, said.is_unknown, said.position) == (False, True, Position.STANDING)


def test_an_answer_without_repetitions_and_hold_is_not_whole() -> None:
    assert not Answer("bridge", sets=3).is_whole
    assert Answer("bridge", hold_s=5).is_whole
