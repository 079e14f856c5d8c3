"""Pictures that would put someone into a wrong position are found."""

from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

import pytest
from msgspec.structs import replace

from backease_desktop.core.figure import space
from backease_desktop.core.figure.film import Film
from backease_desktop.core.figure.model import Figure
from backease_desktop.core.figure.rules import bend_of, problems, swing
from backease_desktop.core.figure.skeleton import Skeleton
from backease_desktop.core.reading import read
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


def test_a_roller_that_is_not_under_the_back_is_told() -> None:
    rests = ["back on roller", "feet on mat"]
    words = deepcopy(BRIDGE) | {"props": {"mat": True, "roller": {"at": -0.2}}}

    assert "not under the back" not in found(words, rests=rests)
    words["props"]["roller"]["at"] = 0.6
    assert "the roller is not under the back" in found(words, rests=rests)


def test_angles_are_measured_as_they_were_written() -> None:
    words = deepcopy(BIRD_DOG)
    skeleton: Skeleton = film(words).stills[1].skeleton
    leg = skeleton.left_leg
    flex, out = swing(leg, space.scaled(skeleton.pelvis.right, -1), skeleton.pelvis)

    assert round(flex) == -8
    assert round(out) == 0
    assert round(bend_of(leg)) == 2


def test_a_leg_swung_far_back_is_told_as_it_was_bent() -> None:
    body = film(BIRD_DOG).stills[0].skeleton
    pelvis, leg = body.pelvis, body.right_leg
    back, down = space.scaled(pelvis.forward, -0.93), space.scaled(pelvis.up, 0.37)
    knee = space.add(leg.root, space.scaled(space.unit(space.add(back, down)), 0.4))

    flex, _ = swing(replace(leg, mid=knee), pelvis.right, pelvis)

    assert round(flex) == -112


@dataclass(frozen=True)
class WatchedFilm(Film):
    """A film that knows which places on it were looked at."""

    looked_at: list[float] = field(default_factory=list)

    def skeleton_at(self, place: float) -> Skeleton:
        self.looked_at.append(place)
        return super().skeleton_at(place)


@pytest.mark.parametrize(("last", "closes"), [("hold", False), ("out", True)])
def test_the_way_from_the_last_keyframe_to_the_first_is_looked_at_where_it_is_gone(
    last: str, closes: bool
) -> None:
    words = deepcopy(BIRD_DOG)
    frames = words["keyframes"]
    frames["between"] = {"from": "setup", "alt": frames["setup"]["alt"]}
    frames[last] = frames.pop("hold")
    watched = WatchedFilm(read(Figure, words))
    assert watched.frame
    watched.looked_at.clear()
    problems(watched)

    assert any(place > 2 for place in watched.looked_at) is closes
    assert any(1 < place < 2 for place in watched.looked_at)


def test_one_mistake_is_told_once_and_not_for_every_frame() -> None:
    lines = found(BIRD_DOG, pelvis={"height": 0.04}).splitlines()

    assert len(lines) == len(set(lines))
    assert (
        len([line for line in lines if "between setup and hold" in line and "trunk" in line]) <= 1
    )
