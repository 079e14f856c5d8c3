"""An exercise while it is written: every field, what stands in its way, and its keyframes."""

from typing import Any

import pytest

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.prescription import Range
from backease_desktop.core.catalogue.words import SideMode
from backease_desktop.core.editing.exercise_draft import (
    MUST_BE,
    TEXTS,
    begun_from,
    copied,
    fault_of_exercise,
    text_of,
    with_alt,
    with_dose,
    with_least,
    with_more_keyframes,
    with_most,
    with_sides,
    with_source_line,
    with_text,
    without_keyframe,
)
from backease_desktop.core.editing.routine_draft import MINE
from tests.fakes.shipped_catalogue import shipped_catalogue

EXERCISES = shipped_catalogue().exercises
BIRD_DOG = EXERCISES["bird-dog"]


@pytest.mark.parametrize("id_", sorted(EXERCISES))
def test_a_copy_of_any_exercise_is_in_order_and_differs_by_its_name_alone(id_: str) -> None:
    copy = copied(EXERCISES[id_], "mine-1", "Mine")

    assert fault_of_exercise(copy) is None
    assert copy.figure == EXERCISES[id_].figure
    assert copy.prescriptions == EXERCISES[id_].prescriptions
    assert (copy.id, copy.name, copy.easier, copy.harder) == ("mine-1", "Mine", None, None)


@pytest.mark.parametrize("field", TEXTS)
def test_each_text_is_changed_alone_and_the_same_text_changes_nothing(field: str) -> None:
    assert with_text(BIRD_DOG, field, text_of(BIRD_DOG, field)) == BIRD_DOG
    changed = with_text(BIRD_DOG, field, "Breathe   out ")

    assert text_of(changed, field) == "Breathe out"
    for other in TEXTS:
        if other != field:
            assert text_of(changed, other) == text_of(BIRD_DOG, other)


@pytest.mark.parametrize("field", sorted(MUST_BE))
def test_a_text_that_must_be_is_missed_by_its_name(field: str) -> None:
    fault = fault_of_exercise(with_text(BIRD_DOG, field, ""))

    assert fault is not None
    assert fault[0] == field


def test_too_many_words_are_said_of_their_field_with_the_limit() -> None:
    nine = "one two three four five six seven eight nine"

    fault = fault_of_exercise(with_text(BIRD_DOG, "tip", nine))

    assert fault == ("tip", "9 words; at most 8 can be spoken here")


def test_a_dose_of_ones_own_stands_before_those_of_sources() -> None:
    changed = with_source_line(
        with_dose(BIRD_DOG, "reps", Range(min=6, max=6)), "my physiotherapist,  March 2026"
    )
    own = changed.prescriptions[0]

    assert (own.source, own.as_given) == (MINE, "my physiotherapist, March 2026")
    assert own.reps == Range(min=6, max=6)
    assert own.hold_s == BIRD_DOG.prescriptions[0].hold_s
    assert changed.prescriptions[1:] == BIRD_DOG.prescriptions
    assert with_dose(changed, "sets", Range(min=2, max=2)).prescriptions[0].as_given == own.as_given
    assert fault_of_exercise(changed) is None


def test_a_dose_is_a_range_whose_ends_do_not_pass_each_other() -> None:
    def reps(exercise: Exercise) -> Range | None:
        return exercise.prescriptions[0].reps

    assert reps(BIRD_DOG) == Range(min=10, max=12)
    assert reps(with_least(BIRD_DOG, "reps", 8)) == Range(min=8, max=12)
    assert reps(with_least(BIRD_DOG, "reps", 15)) == Range(min=15, max=15)
    assert reps(with_most(BIRD_DOG, "reps", 20)) == Range(min=10, max=20)
    assert reps(with_most(BIRD_DOG, "reps", 4)) == Range(min=4, max=4)
    assert with_least(BIRD_DOG, "reps", 10) == BIRD_DOG
    assert with_most(BIRD_DOG, "reps", 12) == BIRD_DOG


def test_a_number_begins_as_one_and_goes_with_either_end() -> None:
    for change in (with_least, with_most):
        assert change(BIRD_DOG, "sets", 3).prescriptions[0].sets == Range(min=3, max=3)
        assert change(BIRD_DOG, "reps", None).prescriptions[0].reps is None
        assert change(BIRD_DOG, "sets", None) == BIRD_DOG


def test_sides_bring_words_for_both() -> None:
    shrug = EXERCISES["shoulder-shrug"]
    changed = with_sides(shrug, SideMode.EACH)

    assert changed.landmarks is not None
    assert fault_of_exercise(changed) is None


def test_a_keyframe_more_begins_as_the_one_before_and_goes_again() -> None:
    more, name = with_more_keyframes(BIRD_DOG, "hold")
    figure: Any = more.figure

    assert figure["keyframes"][name]["from"] == "hold"
    assert fault_of_exercise(more) is None
    assert without_keyframe(more, name) == BIRD_DOG
    assert without_keyframe(more, "hold") == more  # another one comes from it
    assert without_keyframe(BIRD_DOG, "hold") == BIRD_DOG  # two are the least


def test_the_words_for_who_cannot_see_are_those_of_one_keyframe() -> None:
    changed: Any = with_alt(BIRD_DOG, "hold", "One leg is  high behind.").figure
    before: Any = BIRD_DOG.figure

    assert changed["keyframes"]["hold"]["alt"] == "One leg is high behind."
    assert changed["keyframes"]["setup"] == before["keyframes"]["setup"]


@pytest.mark.parametrize("id_", [one.id for one in EXERCISES.values() if one.figure])
def test_an_exercise_begins_in_any_pose_in_order_and_with_nothing_of_the_old_movement(
    id_: str,
) -> None:
    base = EXERCISES[id_]
    new = begun_from(base, "my-exercise", "My exercise")

    assert fault_of_exercise(new) is None
    assert (new.figure, new.position, new.setup) == (base.figure, base.position, base.setup)
    assert new.unclassified
    assert (new.movement, new.rep_in, new.phases, new.breath) == (None, None, (), None)
    assert [one.source for one in new.prescriptions] == ["mine"]
