"""Figures posed by hand: the joint goes where it is drawn, as far as a body and a room allow."""

from math import dist
from typing import Any

import pytest

from backease_desktop.core.editing.posing import (
    HANDLES,
    Posed,
    drawn,
    handles,
    joint,
    rested,
    still_of,
)
from backease_desktop.core.figure.film import Film
from backease_desktop.core.figure.model import figure_of
from backease_desktop.core.figure.rules import ground_problems, limit_problems
from tests.fakes.shipped_catalogue import shipped_catalogue

EXERCISES = shipped_catalogue().exercises
DRAWN = sorted(id_ for id_, one in EXERCISES.items() if one.figure)


def words_of(exercise: str) -> Any:
    return EXERCISES[exercise].figure


def seen(exercise: str, keyframe: str, name: str) -> tuple[float, float]:
    still = still_of(words_of(exercise), keyframe)
    return Film(figure_of(words_of(exercise))).camera().seen(joint(still.skeleton, name))


def pull(exercise: str, keyframe: str, name: str, x: float, y: float) -> tuple[Posed, float]:
    """Draw a joint by so many metres; what came of it, and how far it is from there."""
    camera = Film(figure_of(words_of(exercise))).camera()
    at = seen(exercise, keyframe, name)
    to = (at[0] + x, at[1] + y)
    posed = drawn(words_of(exercise), keyframe, name, to, camera)
    now = camera.seen(joint(posed.still.skeleton, name))
    return posed, abs(now[0] - to[0]) + abs(now[1] - to[1])


@pytest.mark.parametrize(
    ("exercise", "keyframe", "name", "x", "y"),
    [
        ("bird-dog", "hold", "left_foot", 0.05, 0.10),
        ("bird-dog", "hold", "right_hand", -0.05, -0.10),
        ("bird-dog", "hold", "head", 0.0, -0.04),
        ("bird-dog", "setup", "left_foot", -0.2, 0.3),
        ("bird-dog", "setup", "pelvis", 0.05, 0.0),
        ("bridge", "hold", "pelvis", 0.0, -0.06),
        ("seated-twist", "setup", "right_knee", 0.0, 0.08),
        ("seated-twist", "setup", "right_elbow", 0.05, 0.05),
    ],
)
def test_a_joint_goes_where_it_is_drawn(
    exercise: str, keyframe: str, name: str, x: float, y: float
) -> None:
    posed, miss = pull(exercise, keyframe, name, x, y)

    assert miss < 0.06
    assert posed.stop == ""
    assert still_of(posed.words, keyframe) == posed.still


@pytest.mark.parametrize("exercise", DRAWN[::6])
def test_whatever_is_drawn_anywhere_no_limit_breaks_and_nothing_goes_below_the_floor(
    exercise: str,
) -> None:
    film = Film(figure_of(words_of(exercise)))
    for name in HANDLES:
        before = still_of(words_of(exercise), "setup")
        known = {one.rstrip("0123456789 cm°") for one in limit_problems(before.skeleton)}
        for x, y in ((0.5, 0.5), (-0.6, 0.1), (0.1, -0.8)):
            posed, _ = pull(exercise, "setup", name, x, y)
            broken = limit_problems(posed.still.skeleton)
            assert len(broken) <= len(known), (name, broken)
            below = ground_problems(posed.still.skeleton, film.scene)
            assert below == [] or below == ground_problems(before.skeleton, film.scene), name


def test_what_stops_a_joint_is_said() -> None:
    high, _ = pull("bird-dog", "hold", "left_foot", 0.0, 0.5)
    low, _ = pull("bird-dog", "setup", "right_hand", 0.0, -0.5)

    assert high.stop == "No further: the hip is at its end (-40°)."
    assert low.stop == "No further: the floor is there."


def test_what_rests_is_square_and_let_go_by_being_drawn_up() -> None:
    resting = {one.name: one.rests for one in handles(still_of(words_of("bird-dog"), "setup"))}
    assert resting["right_hand"] == resting["left_knee"] == "mat"
    assert resting["head"] is None

    posed, _ = pull("bird-dog", "setup", "right_hand", 0.1, 0.2)

    rests = posed.words["keyframes"]["setup"]["rests"]
    assert rests == ["right_knee on mat", "left_knee on mat", "left_hand on mat"]


def test_what_alone_carries_the_body_is_not_let_go() -> None:
    words = words_of("bird-dog")
    for name in ("right_hand", "left_hand", "left_knee"):
        words = rested(words, "setup", name, rests=False, support="mat")
    camera = Film(figure_of(words_of("bird-dog"))).camera()
    at = camera.seen(joint(still_of(words, "setup").skeleton, "right_knee"))

    posed = drawn(words, "setup", "right_knee", (at[0], at[1] + 0.4), camera)

    assert posed.words["keyframes"]["setup"]["rests"] == ["right_knee on mat"]
    assert posed.stop


def test_what_was_lifted_rests_again_where_it_is_asked_to() -> None:
    posed, _ = pull("bird-dog", "setup", "right_hand", 0.1, 0.2)
    words = rested(posed.words, "setup", "right_hand", rests=True, support="mat")

    resting = {one.name: one.rests for one in handles(still_of(words, "setup"))}
    assert resting["right_hand"] == "mat"
    assert words["keyframes"]["setup"]["right_arm"]


def test_angles_are_whole_degrees_and_the_other_keyframes_stay_as_they_are() -> None:
    posed, _ = pull("bird-dog", "hold", "left_foot", 0.05, 0.10)
    said = posed.words["keyframes"]

    assert said["setup"] == words_of("bird-dog")["keyframes"]["setup"]
    assert all(isinstance(number, int) for number in said["hold"]["left_leg"].values())
    assert said["hold"]["left_leg"]["ankle"] == -30


def test_a_hand_that_reached_for_something_lets_go_and_the_other_one_does_not() -> None:
    posed, _ = pull("seated-twist", "setup", "right_hand", 0.0, 0.1)
    said = posed.words["keyframes"]["setup"]
    arm = said["right_arm"]

    assert "reach" not in arm
    left = still_of(posed.words, "setup").skeleton.left_arm.end
    before = still_of(words_of("seated-twist"), "setup").skeleton.left_arm.end
    assert left == pytest.approx(before, abs=0.01)


@pytest.mark.parametrize("exercise", DRAWN[::5])
@pytest.mark.parametrize("name", ["pelvis", "head", "right_foot", "left_elbow"])
def test_a_drag_of_three_pixels_moves_the_joint_or_says_why_it_does_not(
    exercise: str, name: str
) -> None:
    first = next(iter(words_of(exercise)["keyframes"]))
    at = seen(exercise, first, name)
    camera = Film(figure_of(words_of(exercise))).camera()
    for x, y in ((0.012, 0.0), (-0.012, 0.0), (0.0, 0.012), (0.0, -0.012)):
        posed, _ = pull(exercise, first, name, x, y)
        now = camera.seen(joint(posed.still.skeleton, name))
        assert dist(now, at) > 0.004 or posed.stop, (x, y)
        assert dist(now, at) > 0.0005 or posed.words == words_of(exercise), (x, y)


def test_a_pelvis_that_is_carried_by_straight_bones_says_so_and_changes_nothing() -> None:
    posed, _ = pull("bird-dog", "setup", "pelvis", 0.0, 0.03)

    assert posed.stop.startswith("The pelvis goes round what carries the body")
    assert posed.words == words_of("bird-dog")
