"""Pictures that would put someone into a wrong position are found."""

from copy import deepcopy
from typing import Any

from backease_desktop.core.figure import space
from backease_desktop.core.figure.rules import bend_of, problems, swing
from backease_desktop.core.figure.skeleton import Skeleton
from tests.fakes.figures import BIRD_DOG, BRIDGE, film


def found(words: dict[str, Any], **hold: Any) -> str:
    """What is wrong with a figure whose hold is changed."""
    words = deepcopy(words)
    words["keyframes"]["hold"] |= hold
    return "\n".join(problems(film(words)))


def test_a_hand_that_cannot_reach_is_told_by_how_much() -> None:
    text = found(BRIDGE, right_arm={"reach": "left_toes"})

    assert "keyframes.hold: right arm misses its place by" in text


def test_feet_off_the_ground_are_told() -> None:
    text = found(BRIDGE, pelvis={"pitch": -90, "height": 1.0}, rests=["feet on mat"])

    assert "feet should rest on the mat" in text


def test_a_body_below_the_ground_is_told() -> None:
    text = found(BIRD_DOG, pelvis={"height": 0.04})

    assert "below the ground" in text


def test_a_body_in_the_wall_is_told() -> None:
    words = deepcopy(BIRD_DOG) | {"props": {"mat": True, "wall": {"at": 0.5}}}

    assert "inside the wall" in found(words)


def test_angles_are_measured_as_they_were_written() -> None:
    words = deepcopy(BIRD_DOG)
    skeleton: Skeleton = film(words).stills[1].skeleton
    leg = skeleton.left_leg
    flex, out = swing(leg, space.scaled(skeleton.pelvis.right, -1), skeleton.pelvis)

    assert round(flex) == -8
    assert round(out) == 0
    assert round(bend_of(leg)) == 2


def test_one_mistake_is_told_once_and_not_for_every_frame() -> None:
    lines = found(BIRD_DOG, pelvis={"height": 0.04}).splitlines()

    assert len(lines) == len(set(lines))
    assert (
        len([line for line in lines if "between setup and hold" in line and "trunk" in line]) <= 1
    )
