"""The camera: what it frames, and on which side of the picture the person's right is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.figure import space
from backease_desktop.core.figure.camera import PLACES, camera_at, camera_for
from backease_desktop.core.figure.focus import CLOSE_UPS
from tests.fakes.figures import BIRD_DOG, CAT, LUNGE, TWIST, film

turns = st.floats(-180, 360)
lifts = st.floats(0, 89)


@given(turns, lifts)
def test_wherever_it_stands_its_directions_are_at_right_angles(turn: float, lift: float) -> None:
    camera = camera_at(turn, lift)

    for one, other in (
        (camera.right, camera.up),
        (camera.up, camera.towards),
        (camera.towards, camera.right),
    ):
        assert space.dot(one, other) == pytest.approx(0, abs=1e-9)
    assert space.cross(camera.right, camera.up) == pytest.approx(camera.towards, abs=1e-9)


@given(turns, lifts)
def test_walked_round_it_sees_the_mirrored_body_as_in_a_mirror(turn: float, lift: float) -> None:
    camera = camera_at(turn, lift)
    point = (0.3, 0.9, 0.4)
    x, y = camera.seen(point)

    assert camera.walked().seen(space.mirrored(point)) == pytest.approx((-x, y))
    assert camera.walked().depth(space.mirrored(point)) == pytest.approx(camera.depth(point))


@pytest.mark.parametrize("view", sorted(set(PLACES) - {"side_behind"}))
@pytest.mark.parametrize("side", ["right", "left"])
@pytest.mark.parametrize("walks", [True, False])
def test_the_persons_right_is_where_the_picture_says(view: str, side: str, walks: bool) -> None:
    shown = film(LUNGE | {"view": view})
    drawing = shown.drawing_at(0, side, walks=walks)
    camera = shown.camera(side, walks)
    right_hand = camera.seen((0.0, 1.0, 0.5))[0]
    faces_the_eye = view.startswith("front")

    assert drawing.right_at == (-1 if faces_the_eye else 0)
    assert drawing.mirrored().right_at == -drawing.right_at
    if faces_the_eye:
        assert right_hand * drawing.right_at > 0.2


def test_of_two_limbs_that_do_the_same_the_far_one_is_seen_beside_the_near_one() -> None:
    body = film(CAT).skeleton_at(0)
    for side in ("right", "left"):
        camera = camera_for("side", side)
        near, far = camera.seen(body.right_arm.end), camera.seen(body.left_arm.end)
        assert abs(near[0] - far[0]) > 0.03


def test_before_a_wall_the_camera_looks_past_it() -> None:
    walled = film(LUNGE | {"props": {"wall": {"at": 0.9}}})
    free = film(LUNGE | {"props": {"wall": {"at": -0.9}}})

    assert walled.camera().towards[0] < 0 < free.camera().towards[0]


@pytest.mark.parametrize("close_up", CLOSE_UPS)
def test_a_close_up_holds_its_part_in_every_frame_and_is_nearer_than_the_whole(
    close_up: str,
) -> None:
    whole, near = film(BIRD_DOG), film(BIRD_DOG | {"close_up": close_up})
    assert near.frame.width * near.frame.height <= whole.frame.width * whole.frame.height * 1.05
    for step in range(9):
        for body in (near.skeleton_at(step / 4), near.skeleton_at(step / 4).mirrored()):
            camera = near.camera("right", walks=False)
            assert near.frame.holds(near.seen_box(body, camera), 0.02)
    assert near.drawing_at(0.5).is_close
    assert not whole.drawing_at(0.5).is_close


def test_somebody_who_sits_before_you_is_seen_from_a_little_above() -> None:
    seated = film(TWIST)
    knees, hips = (
        seated.camera().seen(spot)[1]
        for spot in (seated.skeleton_at(0).right_leg.mid, seated.skeleton_at(0).hips)
    )

    assert knees < hips - 0.08
    assert film(TWIST | {"lift": 0}).camera().looks_down == 0
