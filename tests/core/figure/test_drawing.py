"""Pictures: the right side is on the right side, nothing leaves its frame, outlines are clean."""

import xml.etree.ElementTree as ElementTree
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.figure.camera import PLACES as VIEWS
from backease_desktop.core.figure.camera import camera_for
from backease_desktop.core.figure.clearance import cleared
from backease_desktop.core.figure.drawing import shapes_of
from backease_desktop.core.figure.flesh import torso
from backease_desktop.core.figure.furniture import behind
from backease_desktop.core.figure.head import head
from backease_desktop.core.figure.pose import Pose, other_side_words
from backease_desktop.core.figure.scene import Scene
from backease_desktop.core.figure.shapes import Box, Ring, capsule, disc, hull, tube
from backease_desktop.core.figure.solve import solve
from backease_desktop.core.figure.svg import svg
from tests.fakes.figures import BIRD_DOG, EVERY, KNEE_ROLLS, TWIST, film

coordinates = st.floats(-2, 2)
points = st.tuples(coordinates, coordinates)
radii = st.floats(0.01, 0.2)


def signed_area(ring: Ring) -> float:
    """Positive for a ring that runs anticlockwise."""
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs) / 2


def inside(ring: Ring, x: float, y: float) -> bool:
    """Whether a point lies within a ring, by its winding number."""
    turns = 0
    for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]), strict=True):
        cross = (bx - ax) * (y - ay) - (x - ax) * (by - ay)
        if ay <= y < by and cross > 0:
            turns += 1
        elif by <= y < ay and cross < 0:
            turns -= 1
    return turns != 0


@given(points, radii, points, radii)
def test_a_capsule_runs_anticlockwise_around_both_its_discs(
    p: tuple[float, float], pr: float, q: tuple[float, float], qr: float
) -> None:
    ring = capsule(p, pr, q, qr)

    assert signed_area(ring) > 0
    for (cx, cy), radius in ((p, pr), (q, qr)):
        far = max(hypot(x - cx, y - cy) for x, y in ring)
        assert far > radius * 0.95
        assert inside(ring, cx + radius * 0.3, cy + radius * 0.2)


@given(st.lists(points, min_size=3, max_size=30))
def test_a_hull_holds_every_point(cloud: list[tuple[float, float]]) -> None:
    ring = hull(cloud)
    if len(ring) < 3 or signed_area(ring) < 1e-6:
        return
    for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]), strict=True):
        for x, y in cloud:
            assert (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= -1e-9


def test_a_tube_that_points_at_the_eye_is_the_hull_of_its_discs() -> None:
    ring = tube([((0.0, 0.0), 0.10), ((0.01, 0.0), 0.05), ((0.3, 0.0), 0.04)])

    assert inside(ring, 0.0, 0.09)
    assert inside(ring, 0.3, 0.03)


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("side", ["right", "left"])
def test_every_frame_of_both_sides_fits_the_picture(name: str, side: str) -> None:
    shown = film(EVERY[name])
    for step in range(6 * len(shown.stills)):
        drawing = shown.drawing_at(step / 6, side, breath=1.0)

        assert drawing.frame.holds(drawing.body, 0.01), step


@pytest.mark.parametrize("name", ["bird dog", "lunge"])
def test_from_the_side_the_left_side_is_the_right_one_in_the_mirror(name: str) -> None:
    shown = film(EVERY[name])
    right, left = (shown.drawing_at(1, side) for side in ("right", "left"))
    flipped = right.mirrored()

    assert left.frame == flipped.frame
    ours, theirs = (
        [s for s in d.shapes if s.role not in ("shadow", "ground")] for d in (left, flipped)
    )
    assert [s.role for s in ours] == [s.role for s in theirs]
    for a, b in zip(ours, theirs, strict=True):
        assert a.nearness == pytest.approx(b.nearness)
        for which in ("left", "bottom", "right", "top"):
            assert getattr(box(a.rings), which) == pytest.approx(
                getattr(box(b.rings), which), abs=1e-3
            )


def box(rings: tuple[Ring, ...]) -> Box:
    """The box around some rings."""
    xs = [x for ring in rings for x, _ in ring]
    ys = [y for ring in rings for _, y in ring]
    return Box(min(xs), min(ys), max(xs), max(ys))


def test_mirroring_a_picture_twice_gives_the_picture() -> None:
    drawing = film(BIRD_DOG).drawing_at(1)

    assert drawing.mirrored().mirrored() == drawing


@pytest.mark.parametrize("side", ["right", "left"])
def test_the_named_side_is_the_near_one_from_the_side(side: str) -> None:
    """The landmark of a side names the limb that the picture shows in front."""
    shown = film(BIRD_DOG)
    body = shown.skeleton_at(1)
    body = body if side == "right" else body.mirrored()
    camera = camera_for("side", side)
    other = "left" if side == "right" else "right"

    assert camera.depth(body.limb(f"{side}_arm").root) > camera.depth(
        body.limb(f"{other}_arm").root
    )
    reaching = camera.seen(body.limb(f"{side}_arm").end)
    resting = camera.seen(body.limb(f"{other}_arm").end)
    assert reaching[1] > resting[1] + 0.3


def test_the_picture_of_the_right_side_faces_right_and_of_the_left_side_left() -> None:
    body = film(BIRD_DOG).skeleton_at(0)
    right, left = camera_for("side", "right"), camera_for("side", "left")

    assert right.seen(body.head_frame.forward)[0] > right.seen(body.head_frame.up)[1] - 2
    assert right.seen(body.head)[0] > right.seen(body.hips)[0]
    assert left.seen(body.mirrored().head)[0] < left.seen(body.mirrored().hips)[0]


@pytest.mark.parametrize("side", ["right", "left"])
def test_from_the_back_left_the_other_side_is_near_and_both_sides_are_mirror_images(
    side: str,
) -> None:
    shown = film(BIRD_DOG | {"view": "back_left"})
    body = shown.skeleton_at(1)
    plain, turned = shown.camera(), shown.camera(side)
    body_now = body if side == "right" else body.mirrored()
    other = "left" if side == "right" else "right"

    assert turned.depth(body_now.limb(f"{other}_arm").root) > turned.depth(
        body_now.limb(f"{side}_arm").root
    )
    x, y = plain.seen(body.right_arm.end)
    assert turned.seen(body_now.limb(f"{side}_arm").end) == pytest.approx(
        (x if side == "right" else -x, y)
    )


def test_figures_of_the_first_release_are_read_in_their_own_words() -> None:
    assert film(BIRD_DOG | {"camera": "back_left"}).figure.view == "back_left"
    assert film(BIRD_DOG | {"camera": "right"}).figure.view == "side"


def test_seen_from_the_front_a_right_hand_is_on_the_left_of_the_picture() -> None:
    body = film(TWIST).skeleton_at(0)

    assert camera_for("front").seen(body.right_arm.root)[0] < camera_for("front").seen(body.hips)[0]
    assert camera_for("back").seen(body.right_arm.root)[0] > camera_for("back").seen(body.hips)[0]


def test_seen_from_above_knees_that_roll_right_go_down_on_the_picture() -> None:
    body = film(KNEE_ROLLS).skeleton_at(1)
    camera = camera_for("top")

    assert camera.seen(body.head)[0] < camera.seen(body.hips)[0]
    assert camera.seen(body.right_leg.mid)[1] < camera.seen(body.hips)[1] - 0.15


def test_near_limbs_are_lighter_than_far_ones() -> None:
    body = film(BIRD_DOG).skeleton_at(1)
    shapes = shapes_of(body, Scene(mat=True), camera_for("side", "right"))
    nearness = [s.nearness for s in shapes if s.role == "limb"]

    assert min(nearness) == 0
    assert max(nearness) == 1


def test_a_working_area_is_drawn_only_where_it_can_be_seen() -> None:
    body = solve(Pose(), Scene())
    front = shapes_of(body, Scene(), camera_for("front"), ("lower_back",))
    back = shapes_of(body, Scene(), camera_for("back"), ("lower_back",))

    assert [s for s in front if s.role == "tint"] == []
    assert [s for s in back if s.role == "tint"]


@pytest.mark.parametrize("view", sorted(VIEWS))
def test_head_and_trunk_have_an_outline_from_every_side(view: str) -> None:
    for pitch in (0, 45, 90):
        body = solve(Pose(pitch=pitch), Scene())
        for shape in (*head(body, camera_for(view)), *torso(body, camera_for(view))):
            for ring in shape.rings:
                assert abs(signed_area(ring)) > 1e-5, (shape.role, pitch)


def test_props_are_drawn_from_every_side() -> None:
    scene = Scene(chair=0.0, desk=0.6, wall=-0.4, step=0.5)
    for camera in map(camera_for, VIEWS):
        for shape in behind(scene, camera):
            assert all(abs(signed_area(ring)) > 1e-5 for ring in shape.rings)


def test_a_hand_under_the_ground_is_lifted_out_and_one_above_is_left_alone() -> None:
    low = solve(Pose(height=0.6), Scene())
    high = solve(Pose(height=1.5), Scene())

    assert cleared(low).right_arm.fingertips[1] >= 0
    assert cleared(high) is high


def test_svg_is_well_formed_and_carries_the_words() -> None:
    drawing = film(BIRD_DOG).drawing_at(0)
    root = ElementTree.fromstring(svg(drawing, lambda shape: ("#123456", shape.opacity), "#ffffff"))
    paths = root.findall("{http://www.w3.org/2000/svg}path")

    assert root.findtext("{http://www.w3.org/2000/svg}title") == drawing.alt
    assert len(paths) == len(drawing.shapes)


def test_a_disc_has_the_radius_it_is_given() -> None:
    assert {round(hypot(x - 1, y - 2), 9) for x, y in disc((1, 2), 0.5)} == {0.5}


def test_the_left_side_is_told_in_its_own_words() -> None:
    shown = film(BIRD_DOG)
    right = shown.drawing_at(1, "right").alt

    assert right == "Right arm and left leg reach out, level with the back."
    assert shown.drawing_at(1, "left").alt == (
        "Left arm and right leg reach out, level with the back."
    )
    assert shown.drawing_at(1, "left", walks=False).alt == shown.drawing_at(1, "left").alt


def test_a_figure_without_sides_keeps_its_words() -> None:
    words = BIRD_DOG | {"mirror": False}

    assert film(words).drawing_at(1, "left").alt == film(words).drawing_at(1, "right").alt


@pytest.mark.parametrize(
    "sentence",
    ["Hips and knees bent to right angles.", "Back upright, brightly cleft.", "At a right angle."],
)
def test_only_whole_words_that_name_a_side_change(sentence: str) -> None:
    assert other_side_words(sentence) == sentence
