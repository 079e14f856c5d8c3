"""Angles of a keyframe: which ones a joint is drawn by, as the body has them, and how written."""

from typing import Any

import pytest

from backease_desktop.core.editing.angles import angles_of, single, value_of, with_angles
from backease_desktop.core.editing.posing import still_of
from backease_desktop.core.figure.pose import Contact
from tests.fakes.shipped_catalogue import shipped_catalogue

EXERCISES = shipped_catalogue().exercises


def words_of(exercise: str) -> Any:
    return EXERCISES[exercise].figure


def fields(exercise: str, keyframe: str, name: str) -> list[tuple[str, str]]:
    still = still_of(words_of(exercise), keyframe)
    return [(one.group, one.field) for one in angles_of(name, still, "side")]


def test_a_hand_is_drawn_by_shoulder_and_elbow_and_an_elbow_by_the_shoulder_alone() -> None:
    assert ("right_arm", "elbow") in fields("bird-dog", "hold", "right_hand")
    assert ("right_arm", "elbow") not in fields("bird-dog", "hold", "right_elbow")


@pytest.mark.parametrize(
    ("exercise", "keyframe", "groups"),
    [
        ("bird-dog", "setup", {"legs"}),
        ("bird-dog", "hold", {"right_leg"}),
        ("bridge", "hold", {"pelvis"}),
        ("mini-squat", "setup", {"legs"}),
    ],
)
def test_the_pelvis_is_moved_by_the_legs_that_carry_it_or_tilted(
    exercise: str, keyframe: str, groups: set[str]
) -> None:
    assert {group for group, _ in fields(exercise, keyframe, "pelvis")} == groups


def test_an_angle_of_a_limb_that_rests_is_that_of_the_solved_body() -> None:
    still = still_of(words_of("bridge"), "hold")
    knee = next(one for one in angles_of("right_foot", still, "side") if one.field == "knee")

    assert still.pose.right_leg.goal is not None
    assert 60 < value_of(still, knee) < 130


def test_angles_that_are_written_are_the_angles_that_are_read() -> None:
    words = words_of("bird-dog")
    angles = angles_of("right_hand", still_of(words, "hold"), "side")
    changed = with_angles(words, "hold", angles, [150.0, 3.0, 20.0])
    still = still_of(changed, "hold")

    assert [value_of(still, one) for one in angles] == [150.0, 3.0, 20.0]
    assert changed["keyframes"]["hold"]["right_arm"] == {"shoulder": 150, "elbow": 20, "out": 3}


def test_what_both_legs_say_stands_before_what_one_had_said() -> None:
    words = words_of("bird-dog")
    said = {**words["keyframes"]["setup"], "right_leg": {"hip": 10, "ankle": 5}}
    words = {**words, "keyframes": {**words["keyframes"], "setup": said}}
    still = still_of(words_of("bird-dog"), "setup")
    changed = with_angles(words, "setup", angles_of("pelvis", still, "side"), [80.0, 92.0])

    assert changed["keyframes"]["setup"]["legs"] == {"hip": 80, "knee": 92}
    assert changed["keyframes"]["setup"]["right_leg"] == {"ankle": 5}


def test_parts_that_rest_in_pairs_are_told_one_by_one() -> None:
    assert single((Contact("knees", "mat"), Contact("seat", "chair"))) == [
        Contact("right_knee", "mat"),
        Contact("left_knee", "mat"),
        Contact("seat", "chair"),
    ]
