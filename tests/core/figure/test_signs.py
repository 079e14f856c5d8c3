"""Ghost, arrows and hollow: measured on the body, so they say what it does."""

from math import hypot

import pytest

from backease_desktop.core.figure.camera import camera_for
from backease_desktop.core.figure.film import Film
from backease_desktop.core.figure.model import Arrow
from backease_desktop.core.figure.motion import Moment, motion_at
from backease_desktop.core.figure.shapes import Drawing, Shape, bounds
from backease_desktop.core.figure.signs import LEAST, arrow
from backease_desktop.core.units import Ms
from tests.fakes.figures import BIRD_DOG, BRIDGE, CAT, film

UPWARDS = ((0.0, 0.5, 0.0), (0.0, 0.6, 0.0), (0.0, 0.9, 0.0))


def marked(words: dict[str, object], **signs: object) -> Film:
    """A figure with signs."""
    return film(words | signs)


def roles(drawing: Drawing) -> list[str]:
    return [shape.role for shape in drawing.shapes]


def test_an_arrow_is_as_long_as_the_way_and_ends_in_a_head_where_the_way_ends() -> None:
    drawn = bounds(arrow(UPWARDS, camera_for("side"), 1.0)[1:])
    backwards = bounds(arrow(UPWARDS[::-1], camera_for("side"), 1.0)[1:])

    assert drawn.top == pytest.approx(0.9, abs=0.02)
    assert drawn.bottom == pytest.approx(0.5, abs=0.02)
    wide = {True: [], False: []}  # type: dict[bool, list[float]]
    for ring in arrow(UPWARDS, camera_for("side"), 1.0)[1].rings:
        for x, y in ring:
            wide[y > 0.8].append(abs(x))
    assert max(wide[True]) > 2 * max(wide[False])
    assert backwards.height == pytest.approx(drawn.height, abs=0.01)


def test_a_way_too_short_to_be_seen_is_drawn_longer_in_its_own_direction() -> None:
    short = ((0.0, 0.50, 0.0), (0.0, 0.55, 0.0))
    drawn = bounds(arrow(short, camera_for("side"), 2.0)[1:])

    assert drawn.height >= LEAST * 2.0
    assert drawn.width < drawn.height / 2


def test_what_does_not_move_has_no_arrow() -> None:
    assert arrow(((0.1, 0.2, 0.3),) * 3, camera_for("side"), 1.0) == []
    shown = marked(BIRD_DOG, arrows=({"of": "right_knee"},))
    assert "arrow" not in roles(shown.drawing_at(1))


@pytest.mark.parametrize("side", ["right", "left"])
def test_an_arrow_goes_the_way_of_the_limb_on_both_sides(side: str) -> None:
    shown = marked(BIRD_DOG, arrows=({"of": "right_hand"},))
    drawing = shown.drawing_at(1, side)
    box = bounds(s for s in drawing.shapes if s.role == "arrow")
    body = shown.skeleton_at(1)
    hand = (body if side == "right" else body.mirrored()).limb(f"{side}_arm").knuckles
    x, y = shown.camera(side).seen(hand)

    assert hypot((box.right if side == "right" else box.left) - x, box.top - y) < 0.12


@pytest.mark.parametrize("kind", ["relax", "switch", "move"])
def test_on_the_way_back_the_arrow_is_turned_round(kind: str) -> None:
    shown = marked(BRIDGE, arrows=({"of": "belly"},))
    moment = Moment(kind, Ms(300), Ms(4000), previous="hold", following="rest", way="out")
    back = motion_at(shown, moment).drawing(shown)

    assert tip(shown.drawing_at(0.5))[1] > tail(shown.drawing_at(0.5))[1] + 0.05
    assert tip(back)[1] < tail(back)[1] - 0.05


@pytest.mark.parametrize(
    ("leads", "upwards"),
    [
        (("setup", "out"), True),
        (("out", "setup"), False),
        (("setup", "in"), False),
        (("in", "setup"), True),
    ],
)
@pytest.mark.parametrize("elapsed", [300, 900, 1990])
def test_in_every_phase_the_arrow_points_where_the_back_goes(
    leads: tuple[str, str], upwards: bool, elapsed: int
) -> None:
    shown = marked(CAT, arrows=({"of": "mid_back"},))
    moment = Moment("move", Ms(elapsed), Ms(2000), way="phase", leads=leads)
    drawing = motion_at(shown, moment).drawing(shown)

    assert (tip(drawing)[1] > tail(drawing)[1]) == upwards


def tip(drawing: Drawing) -> tuple[float, float]:
    """The middle of an arrow's head, which is drawn last."""
    box = bounds([Shape("arrow", drawing.shapes[-1].rings[-1:])])
    return ((box.left + box.right) / 2, (box.bottom + box.top) / 2)


def tail(drawing: Drawing) -> tuple[float, float]:
    """Where an arrow begins."""
    box = bounds([Shape("arrow", drawing.shapes[-1].rings[:1])])
    return ((box.left + box.right) / 2, (box.bottom + box.top) / 2)


def test_a_round_arrow_goes_through_every_keyframe() -> None:
    shown = marked(CAT)
    way = shown.way_of(Arrow(of="mid_back", round=True), 0)
    heights = [y for _, y, _ in way]
    for place in range(3):
        still = shown.way_of(Arrow(of="mid_back"), place)[0][1]
        assert min(abs(still - y) for y in heights) < 0.01


def test_the_ghost_is_the_first_keyframe_and_stands_behind_the_body() -> None:
    shown = marked(BIRD_DOG, ghost=True)
    assert "ghost" not in roles(shown.drawing_at(0))
    for side in ("right", "left"):
        drawing = shown.drawing_at(1, side)
        kinds = roles(drawing)
        assert kinds.index("ghost") < min(kinds.index("limb"), kinds.index("torso"))
        ghost = bounds(s for s in drawing.shapes if s.role == "ghost")
        start = bounds(
            s
            for s in shown.drawing_at(0, side).shapes
            if s.role in ("limb", "skin", "torso", "hair")
        )
        assert start.holds(ghost, 0.001)
        assert ghost.holds(start, 0.001)


def test_the_hollow_closes_as_the_back_goes_down() -> None:
    keyframes = {
        "setup": {
            "from": "crook_lying",
            "alt": "On your back, a hollow under it.",
            "pelvis": {"pitch": -82},
            "spine": {"lower": -14},
        },
        "hold": {
            "from": "setup",
            "alt": "On your back, which lies flat.",
            "pelvis": {"pitch": -100},
            "spine": {"lower": 18},
        },
    }
    shown = marked(BRIDGE, hollow=True, keyframes=keyframes)

    def hollow_at(place: float) -> float:
        shapes = [s for s in shown.drawing_at(place).shapes if s.role == "hollow"]
        return bounds(shapes).height if shapes else 0.0

    assert hollow_at(0) > 0.03
    assert hollow_at(1) < hollow_at(0.5) < hollow_at(0)


def test_linked_hands_are_drawn_as_one() -> None:
    keyframes = {
        "setup": {"from": "standing", "alt": "Standing, the arms hanging."},
        "hold": {
            "from": "setup",
            "alt": "Standing, the hands linked in front.",
            "hands": "linked",
            "arms": {"at": [0.3, 1.2], "points": "out_and_down"},
        },
    }
    shown = film({"mirror": False, "keyframes": keyframes})
    held = shown.skeleton_at(1)

    assert held.linked
    assert not shown.skeleton_at(0.5).linked
    assert abs(held.right_arm.end[2] - held.left_arm.end[2]) < 0.07
    skin = [[s.role for s in shown.drawing_at(place).shapes].count("skin") for place in (0.0, 1.0)]
    assert skin[1] == skin[0] + 5
