"""The seconds of keyframes are those that a session plays."""

from typing import Any

import pytest

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.editing.keyframe_times import KeyframeTime, Way, keyframe_times
from tests.fakes.shipped_catalogue import shipped_catalogue

EXERCISES = shipped_catalogue().exercises


def test_a_hold_has_its_dose_and_the_way_into_it_its_seconds() -> None:
    assert keyframe_times(EXERCISES["bird-dog"]) == {
        "setup": KeyframeTime(Way.IN, 2.0, 2.0),
        "hold": KeyframeTime(Way.HELD, 3, 5),
    }


def test_a_repetition_without_a_hold_is_half_in_and_half_out() -> None:
    plain = next(
        one
        for one in EXERCISES.values()
        if one.figure and not one.phases and one.prescriptions[0].hold_s is None
    )
    times = list(keyframe_times(plain).values())

    assert [time.way for time in times] == [Way.IN, Way.OUT]
    assert sum(time.most for time in times) == plain.seconds_per_rep


def test_phases_have_the_seconds_that_they_say() -> None:
    phased = EXERCISES["cat-camel"]
    first = phased.phases[0]

    assert keyframe_times(phased)[first.to] == KeyframeTime(Way.THERE, first.seconds, first.seconds)


@pytest.mark.parametrize("exercise", [one for one in EXERCISES.values() if one.figure])
def test_seconds_are_of_keyframes_that_the_figure_has(exercise: Exercise) -> None:
    figure: Any = exercise.figure

    assert set(keyframe_times(exercise)) <= set(figure["keyframes"])
