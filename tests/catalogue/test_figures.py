"""The figures of the shipped exercises: each would bring a person into the right position."""

import json
import re
from collections.abc import Callable
from functools import cache
from itertools import combinations
from math import dist

import pytest

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.words import SideMode
from backease_desktop.core.figure import space
from backease_desktop.core.figure.film import Film
from backease_desktop.core.figure.pose import LIMBS, SIDES
from backease_desktop.core.figure.rules import bend_of
from backease_desktop.core.figure.shapes import Box
from backease_desktop.core.figure.skeleton import Skeleton
from backease_desktop.storage.catalogue_figures import FigureFile, read_figure
from tests.fakes.shipped_catalogue import CATALOGUE_FOLDER as FOLDER

IDS = sorted(file.stem for file in (FOLDER / "exercises").glob("*.yaml"))
LEAST_TRAVEL = 60
"""Pixels that something moves in the card of the player at 1240 × 800."""
LEAST_OF_A_BREATH = 25
"""A belly that rises has no more; anything larger would be another movement."""
LEAST_CHECKED = 20
"""At least so many landmarks say something that can be measured."""

Claim = Callable[[Skeleton, Skeleton, str, str], bool]
"""Whether what is said of a limb is true of a body, given the body before and the two sides."""


@cache
def read(exercise: str) -> FigureFile:
    return read_figure(FOLDER / "exercises" / f"{exercise}.yaml")


def film_of(exercise: str) -> Film:
    film = read(exercise).film
    assert film is not None, [str(problem) for problem in read(exercise).problems]
    return film


def places(film: Film) -> list[float]:
    """Places all along a movement and back to its start."""
    return [step / 4 for step in range(4 * len(film.stills) + 1)]


def sides_of(exercise: Exercise) -> set[SideMode]:
    return {p.sides or exercise.sides for p in exercise.prescriptions}


@pytest.mark.parametrize("exercise", IDS)
def test_every_exercise_is_drawn_and_no_frame_misleads(exercise: str) -> None:
    assert [str(problem) for problem in read(exercise).problems] == []
    assert len(film_of(exercise).stills) >= 2


@pytest.mark.parametrize("exercise", IDS)
def test_each_keyframe_is_told_in_a_sentence_of_its_own(exercise: str) -> None:
    told = [still.alt for still in film_of(exercise).stills]

    assert len(set(told)) == len(told)
    assert [alt for alt in told if not re.fullmatch(r"[A-Z].{10,}\.", alt)] == []


@pytest.mark.parametrize("exercise", IDS)
def test_every_frame_of_both_sides_fits_the_picture(exercise: str) -> None:
    film = film_of(exercise)
    for side in ("right", "left"):
        for walks in (True, False):
            for place in places(film):
                drawing = film.drawing_at(place, side, walks=walks)
                seen = drawing.body
                if film.figure.close_up:
                    drawn = side if film.figure.mirror else "right"
                    body = film.skeleton_at(place)
                    body = body.mirrored() if drawn == "left" else body
                    seen = film.seen_box(body, film.camera(drawn, walks))
                assert drawing.frame.holds(seen, 0.02), (side, walks, place)


@pytest.mark.parametrize("exercise", IDS)
def test_the_movement_is_large_enough_to_be_seen_in_the_player(exercise: str) -> None:
    least = LEAST_OF_A_BREATH if exercise == "slow-breathing" else LEAST_TRAVEL
    assert travel(film_of(exercise), 570, 492) >= least


def travel(film: Film, width: float, height: float) -> float:
    """The largest way of a joint or a piece of the trunk in a picture of that size (pixels)."""
    camera, frame = film.camera(), film.frame
    scale = min(width / frame.width, height / frame.height)
    seen = [
        [camera.seen(spot) for spot in spots(film.skeleton_at(place))] for place in places(film)
    ]
    return scale * max(
        dist(one, other)
        for first, second in combinations(seen, 2)
        for one, other in zip(first, second, strict=True)
    )


def spots(body: Skeleton) -> list[space.Vec]:
    """What can be seen to move: head, nose, trunk, shoulder blades, every joint of the limbs."""
    limbs = [body.limb(name) for name in LIMBS]
    return [
        body.head,
        body.head_frame.point(body.head, 0.11, -0.03, 0.0),
        *(rib.centre for rib in body.ribs),
        space.along(body.ribs[0].centre, body.pelvis.forward, -0.1),
        *(body.blade_middle(side) for side in SIDES),
        *(joint for limb in limbs for joint in limb.joints),
        *(limb.knuckles if i > 1 else limb.toe for i, limb in enumerate(limbs)),
    ]


@pytest.mark.parametrize("exercise", IDS)
def test_every_arrow_has_a_way_to_show(exercise: str) -> None:
    film = film_of(exercise)
    for arrow in film.figure.arrows:
        ways = [film.way_of(arrow, interval) for interval in range(len(film.stills))]
        longest = max(space.distance(a, b) for way in ways for a in way for b in way)
        assert longest > 0.02, arrow.of


@pytest.mark.parametrize("exercise", IDS)
def test_every_picture_says_what_moves(exercise: str) -> None:
    film = film_of(exercise)
    for side in ("right", "left"):
        shapes = film.drawing_at(film.held, side).shapes
        assert "arrow" in [shape.role for shape in shapes]


@pytest.mark.parametrize("exercise", IDS)
def test_mirrored_twice_is_the_same_body(exercise: str) -> None:
    film = film_of(exercise)
    for place in places(film):
        body = film.skeleton_at(place)
        assert film.drawn(body.mirrored().mirrored()) == film.drawn(body)


@pytest.mark.parametrize("exercise", IDS)
def test_the_left_side_is_the_right_one_in_a_mirror(exercise: str) -> None:
    film = film_of(exercise)
    if not film.figure.mirror:
        assert film.drawing_at(film.held, "left") == film.drawing_at(film.held, "right")
        return
    right = film.drawing_at(film.held, "right").body
    left = film.drawing_at(film.held, "left").body
    if film.figure.view == "top":
        mirrored = Box(right.left, -right.top, right.right, -right.bottom)
    else:
        mirrored = right.flipped()
    assert left.holds(mirrored, 0.03)
    assert mirrored.holds(left, 0.03)


@pytest.mark.parametrize("exercise", IDS)
def test_a_dose_finds_the_keyframes_that_it_needs(shipped: Catalogue, exercise: str) -> None:
    names = set(film_of(exercise).figure.keyframes)
    for prescription in shipped.exercises[exercise].prescriptions:
        if prescription.hold_s is not None:
            assert "hold" in names
        if prescription.breaths is not None:
            assert names == {"setup", "in", "out"} or "hold" in names


@pytest.mark.parametrize("exercise", IDS)
def test_sides_that_alternate_change_in_a_symmetrical_keyframe(
    shipped: Catalogue, exercise: str
) -> None:
    if SideMode.ALTERNATE in sides_of(shipped.exercises[exercise]):
        assert film_of(exercise).symmetric


@pytest.mark.parametrize("exercise", IDS)
def test_whoever_has_sides_is_mirrored(shipped: Catalogue, exercise: str) -> None:
    has_sides = sides_of(shipped.exercises[exercise]) != {SideMode.NONE}

    assert film_of(exercise).figure.mirror == has_sides


def higher(body: Skeleton, _before: Skeleton, mine: str, other: str) -> bool:
    return joint(body, mine)[1] > joint(body, other)[1] + 0.02


def lower(body: Skeleton, before: Skeleton, mine: str, other: str) -> bool:
    return higher(body, before, other, mine)


def ahead(body: Skeleton, _before: Skeleton, mine: str, other: str) -> bool:
    return joint(body, mine)[0] > joint(body, other)[0] + 0.1


def behind(body: Skeleton, before: Skeleton, mine: str, other: str) -> bool:
    return ahead(body, before, other, mine)


def crossed(body: Skeleton, _before: Skeleton, mine: str, other: str) -> bool:
    mine, other = (name.partition(" ")[0] for name in (mine, other))
    me, them = body.limb(f"{mine}_leg"), body.limb(f"{other}_leg")
    return space.distance(me.end, them.mid) < space.distance(them.end, me.mid)


def straighter(body: Skeleton, _before: Skeleton, mine: str, other: str) -> bool:
    mine, other = (name.partition(" ")[0] for name in (mine, other))
    return bend_of(body.limb(f"{mine}_leg")) < bend_of(body.limb(f"{other}_leg")) - 30


def moved(body: Skeleton, before: Skeleton, mine: str, other: str) -> bool:
    way = {name: space.distance(joint(body, name), joint(before, name)) for name in (mine, other)}
    return way[mine] > way[other] + 0.25


CLAIMS: dict[str, Claim] = {
    "up": higher,
    "on top": higher,
    "down": lower,
    "forward": ahead,
    "back": behind,
    "crossed": crossed,
    "straight": straighter,
    "": moved,
}


def joint(body: Skeleton, name: str) -> space.Vec:
    """The place of "right knee", "left arm" …, the last at its hand."""
    side, _, part = name.partition(" ")
    limb = body.limb(f"{side}_arm" if part in ("arm", "hand", "elbow") else f"{side}_leg")
    return limb.mid if part in ("knee", "elbow") else limb.end


def is_true(landmark: str, body: Skeleton, before: Skeleton) -> bool | None:
    """Whether a landmark is true of a body; None if this test does not know how to measure it."""
    if turned := re.fullmatch(r"look over (right|left) shoulder", landmark):
        sign = 1 if turned[1] == "right" else -1
        return sign * space.dot(body.head_frame.forward, body.pelvis.right) > 0.3
    if rolled := re.fullmatch(r"knees to the (right|left)", landmark):
        sign = 1 if rolled[1] == "right" else -1
        knees = space.between(body.right_leg.mid, body.left_leg.mid, 0.5)
        return sign * space.dot(space.sub(knees, body.hips), body.chest.right) > 0.1
    truths = []
    for part in landmark.split(", "):
        said = re.fullmatch(r"((right|left) (?:leg|foot|heel|knee|arm|hand|elbow)) ?(.*)", part)
        if said is None or said[3] not in CLAIMS:
            return None
        other = said[1].replace(said[2], "left" if said[2] == "right" else "right")
        truths.append(CLAIMS[said[3]](body, before, said[1], other))
    return all(truths)


@pytest.mark.parametrize("exercise", IDS)
def test_the_landmark_that_is_spoken_is_true_of_the_picture(
    shipped: Catalogue, exercise: str
) -> None:
    film, landmarks = film_of(exercise), shipped.exercises[exercise].landmarks
    if landmarks is None:
        return
    before, held = film.stills[0].skeleton, film.stills[film.held].skeleton

    assert is_true(landmarks.right, held, before) is not False
    assert is_true(landmarks.left, held.mirrored(), before.mirrored()) is not False


def test_most_landmarks_can_be_measured_and_are_untrue_of_the_other_side(
    shipped: Catalogue,
) -> None:
    drawn = [e for e in shipped.exercises.values() if e.landmarks and read(e.id).film]
    measured = 0
    for exercise in drawn:
        assert exercise.landmarks
        film = film_of(exercise.id)
        before, held = film.stills[0].skeleton, film.stills[film.held].skeleton
        swapped = is_true(exercise.landmarks.left, held, before)
        assert not swapped, exercise.id
        measured += swapped is not None

    assert measured >= LEAST_CHECKED


def test_editors_are_told_the_words_of_a_figure() -> None:
    known = json.loads((FOLDER / "schema" / "exercise.json").read_text(encoding="utf-8"))["$defs"]

    assert {"const": True} in known["Chair"]["anyOf"]
    assert "all_fours" in known["Keyframe"]["properties"]["from"]["enum"]
    assert "behind_knee" in known["Arm"]["properties"]["reach"]["anyOf"][0]["enum"]
    assert "hold" in known["Figure"]["properties"]["keyframes"]["propertyNames"]["enum"]
