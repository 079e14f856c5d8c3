"""What nobody has said of a movement counts as unknown, and phases keep their rules."""

from datetime import date
from typing import Any

import pytest

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.words import Action, Direction, Load, Position
from backease_desktop.core.editing.body_draft import (
    MOST_PHASES,
    as_new,
    with_directions,
    with_phase,
    with_phase_more,
    with_pose,
    with_position,
    without_phase,
)
from backease_desktop.core.editing.exercise_draft import (
    copied,
    fault_of_exercise,
    with_least,
    with_text,
)
from backease_desktop.core.person.person import NOBODY
from backease_desktop.core.person.verdict import Asking, verdict
from tests.fakes.people import CONDITIONS
from tests.fakes.shipped_catalogue import shipped_catalogue

CATALOGUE = shipped_catalogue()
MINE = copied(CATALOGUE.exercises["bird-dog"], "mine", "Mine")


def test_of_a_new_exercise_nobody_has_said_what_it_asks() -> None:
    new = as_new(MINE)

    assert new.unclassified
    assert (new.demands, new.load, new.strengthens) == ((), Load.NONE, False)
    assert fault_of_exercise(new) is None


def test_another_pose_and_another_position_are_to_be_said_anew_and_words_are_not() -> None:
    figure: Any = MINE.figure
    posed = with_pose(MINE, {**figure, "view": "front"})

    assert posed.unclassified
    assert with_position(MINE, Position.PRONE).unclassified
    assert with_pose(MINE, figure) == MINE
    assert with_position(MINE, Position.ALL_FOURS) == MINE
    assert not with_text(MINE, "tip", "Slowly").unclassified
    assert not with_least(MINE, "reps", 5).unclassified


def test_a_spine_that_goes_nowhere_is_neutral() -> None:
    bent = with_directions(MINE, (Direction.FLEXION,))
    far = bent.with_(spine=bent.spine.with_(end_range=True))

    assert far.spine.directions == (Direction.FLEXION,)
    assert with_directions(far, ()).spine == MINE.spine


def test_the_first_phases_take_the_words_of_the_repetition_and_give_them_back() -> None:
    phased = with_phase_more(MINE)
    assert [(phase.to, phase.say) for phase in phased.phases] == [
        ("hold", "Lift and reach"),
        ("setup", "and lower"),
    ]
    assert fault_of_exercise(phased) is None

    assert without_phase(phased, 0) == MINE


def test_more_phases_stand_before_the_last_and_there_is_an_end_to_them() -> None:
    exercise = MINE
    for _ in range(MOST_PHASES + 3):
        exercise = with_phase_more(exercise)

    assert len(exercise.phases) == MOST_PHASES
    assert exercise.phases[-1].to == "setup"
    assert len(without_phase(exercise, 3).phases) == MOST_PHASES - 1
    assert with_phase(exercise, 1, seconds=5.0).phases[1].seconds == 5.0


def test_a_phase_without_words_or_to_nowhere_is_told_by_its_place() -> None:
    phased = with_phase_more(MINE)

    silent = fault_of_exercise(with_phase(phased, 0, say=""))
    astray = fault_of_exercise(with_phase(with_phase_more(phased), 1, to="between"))

    assert silent is not None
    assert silent[0] == "phases.0.say"
    assert astray is not None
    assert "is no keyframe of the figure: setup, hold" in astray[1]


POSED = with_pose(MINE, {**(MINE.figure or {}), "view": "front"})


@pytest.mark.parametrize("condition", CONDITIONS)
@pytest.mark.parametrize("exercise", [as_new(MINE), POSED])
def test_whoever_has_a_condition_is_asked_before_what_nobody_has_said(
    exercise: Exercise, condition: str
) -> None:
    asking = Asking(NOBODY.with_condition(condition), date(2026, 11, 26))

    assert verdict(exercise, asking, CATALOGUE).action in (Action.ASK, Action.AVOID)
