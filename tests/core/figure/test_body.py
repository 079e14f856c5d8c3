"""The body keeps its measures, whatever it does."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.figure import body, space
from backease_desktop.core.figure.limbs import bones, posed, reached
from backease_desktop.core.figure.pose import LIMBS, Held, Limb, Pose
from backease_desktop.core.figure.regions import BOTH_SIDES, LIMB_REGIONS, REGIONS, TRUNK_REGIONS
from backease_desktop.core.figure.solve import trunk
from backease_desktop.core.figure.space import Frame
from tests.fakes.figures import film

STANDING = {
    "keyframes": {
        "setup": {"from": "standing", "alt": "Standing tall, arms down."},
        "hold": {"from": "setup", "alt": "Standing tall, arms down."},
    }
}
angles = st.floats(-120, 150)
points = st.tuples(*[st.floats(-1.5, 1.5)] * 3)
names = st.sampled_from(LIMBS)


def test_standing_height_is_the_stature() -> None:
    skeleton = film(STANDING).stills[0].skeleton
    top = skeleton.head[1] + body.HEAD_RADIUS + 0.012
    sole = skeleton.right_leg.end[1] - body.ANKLE_HEIGHT

    assert top - sole == pytest.approx(body.STATURE, abs=0.03)


def test_segments_are_the_published_fractions_of_stature() -> None:
    assert pytest.approx(0.245) == body.THIGH / body.STATURE
    assert pytest.approx(0.246) == body.SHIN / body.STATURE
    assert pytest.approx(0.186) == body.UPPER_ARM / body.STATURE
    assert pytest.approx(0.146) == body.FOREARM / body.STATURE


@given(names, angles, angles, angles, angles)
def test_no_angle_changes_the_length_of_a_bone(
    name: str, flex: float, out: float, turn: float, bend: float
) -> None:
    chain = posed(name, Limb(flex, out, turn, bend), space.ORIGIN, Frame())

    assert space.distance(chain.root, chain.mid) == pytest.approx(bones(name)[0])
    assert space.distance(chain.mid, chain.end) == pytest.approx(bones(name)[1])


@given(names, points, points)
def test_reaching_arrives_where_the_limb_is_long_enough_and_says_so_where_it_is_not(
    name: str, goal: space.Vec, towards: space.Vec
) -> None:
    chain = reached(name, space.ORIGIN, Held(goal), towards)
    first, second = bones(name)

    assert space.distance(chain.root, chain.mid) == pytest.approx(first)
    assert space.distance(chain.mid, chain.end) == pytest.approx(second)
    if abs(first - second) + 1e-3 < space.length(goal) < first + second - 1e-3:
        assert space.distance(chain.end, goal) < 1e-4
        assert chain.out_of_reach == 0
    elif space.length(goal) > first + second:
        assert chain.out_of_reach == pytest.approx(space.length(goal) - first - second, abs=1e-4)


def test_a_bent_knee_goes_forward_and_a_bent_elbow_back() -> None:
    knee = reached("right_leg", space.ORIGIN, Held((0.0, -0.6, 0.0)), space.X).mid
    elbow = reached("right_arm", space.ORIGIN, Held((0.0, -0.4, 0.0)), (-1.0, 0.0, 0.0)).mid

    assert knee[0] > 0.1
    assert elbow[0] < -0.1


def test_an_arm_out_to_the_side_and_turned_out_points_its_forearm_up() -> None:
    arm = posed("right_arm", Limb(out=90, turn=90, bend=90), space.ORIGIN, Frame())

    assert arm.mid == pytest.approx((0, 0, body.UPPER_ARM), abs=1e-9)
    assert arm.end == pytest.approx((0, body.FOREARM, body.UPPER_ARM), abs=1e-9)


@given(st.floats(-40, 60), st.floats(-35, 55), st.floats(-45, 45), st.floats(-55, 55))
def test_the_spine_is_a_smooth_curve_of_constant_length(
    lower: float, upper: float, side: float, twist: float
) -> None:
    ribs = [
        r for r in trunk(Pose(lower=lower, upper=upper, side=side, twist=twist)) if r.level >= 0
    ]
    steps = [space.sub(b.centre, a.centre) for a, b in itertools.pairwise(ribs)]

    assert sum(space.length(step) for step in steps) == pytest.approx(body.TRUNK)
    for a, b in itertools.pairwise(steps):
        assert space.dot(space.unit(a), space.unit(b)) > 0.97


def test_every_region_has_a_place_on_the_body() -> None:
    singles = {side for pair in BOTH_SIDES.values() for side in pair}

    assert singles <= {*TRUNK_REGIONS, *LIMB_REGIONS}
    assert set(REGIONS) == {"neck", *TRUNK_REGIONS, *LIMB_REGIONS, *BOTH_SIDES}
