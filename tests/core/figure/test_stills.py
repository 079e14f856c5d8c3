"""What the words of a figure become: contacts are exact, and what is not mentioned stays."""

from typing import Any

import pytest

from backease_desktop.core.figure import space
from backease_desktop.core.figure.landmarks import PLACES, spot_of
from backease_desktop.core.figure.model import Keyframe
from backease_desktop.core.figure.pose import LIMBS, Contact, Pose
from backease_desktop.core.figure.postures import POSTURES
from backease_desktop.core.figure.rules import gap, limit_problems
from backease_desktop.core.figure.scene import SUPPORTS, Scene
from backease_desktop.core.figure.skeleton import PARTS, lowest, middle
from backease_desktop.core.figure.solve import angled, solve
from backease_desktop.core.figure.stills import FigureError, contact_of
from backease_desktop.core.figure.words import changed
from backease_desktop.core.reading import read
from tests.fakes.figures import BIRD_DOG, BRIDGE, CAT, EVERY, LUNGE, TWIST, film

ALT = "A sentence that is long enough."


def two(setup: dict[str, Any], **rest: Any) -> dict[str, Any]:
    """A figure whose two keyframes are the same."""
    return {**rest, "keyframes": {"setup": setup, "hold": {"from": "setup", "alt": ALT}}}


@pytest.mark.parametrize("posture", POSTURES)
def test_a_posture_rests_on_its_supports_within_human_limits(posture: str) -> None:
    words = two({"from": posture, "alt": ALT}, props={"mat": True, "chair": True})
    shown = film(words)
    still = shown.stills[0]

    assert still.pose.contacts
    for contact in still.pose.contacts:
        assert abs(gap(contact, still.skeleton, shown.scene)) < 0.005
    assert limit_problems(still.skeleton) == []


@pytest.mark.parametrize("name", EVERY)
def test_every_contact_of_every_keyframe_is_exact(name: str) -> None:
    shown = film(EVERY[name])
    for still in shown.stills:
        for contact in still.pose.contacts:
            assert abs(gap(contact, still.skeleton, shown.scene)) < 0.005, contact


def test_a_resting_hand_that_is_not_mentioned_stays_where_it_was() -> None:
    setup, hold = film(BIRD_DOG).stills

    assert space.distance(setup.skeleton.left_arm.end, hold.skeleton.left_arm.end) < 1e-6
    assert space.distance(setup.skeleton.right_arm.end, hold.skeleton.right_arm.end) > 0.5


def test_the_body_stays_where_its_carrying_part_was() -> None:
    setup, hold = film(BIRD_DOG).stills
    before, after = (middle(s.skeleton, "right_knee") for s in (setup, hold))

    assert space.distance(before, after) < 1e-6


def test_the_part_that_stays_keeps_its_place_when_the_body_steps() -> None:
    setup, hold = film(LUNGE).stills
    before, after = (middle(s.skeleton, "left_foot") for s in (setup, hold))

    assert (before[0], before[2]) == pytest.approx((after[0], after[2]), abs=1e-4)
    assert hold.skeleton.right_leg.end[0] > setup.skeleton.right_leg.end[0] + 0.3


def test_legs_that_stand_keep_their_direction_when_the_trunk_bends() -> None:
    words = two({"from": "standing", "alt": ALT})
    words["keyframes"]["hold"]["pelvis"] = {"pitch": 70}
    setup, hold = film(words).stills

    assert hold.skeleton.right_leg.mid == pytest.approx(setup.skeleton.right_leg.mid, abs=1e-6)
    assert hold.skeleton.head[0] > setup.skeleton.head[0] + 0.4


def test_forearms_lie_flat_and_a_mentioned_arm_forgets_where_its_elbow_pointed() -> None:
    words = two(
        {
            "from": "prone",
            "alt": ALT,
            "arms": {"shoulder": 40, "out": 50, "elbow": 110, "points": "out"},
            "legs": {"hip": 2, "knee": 0, "foot": "toes"},
        },
        props={"mat": True},
    )
    words["keyframes"]["hold"] |= {
        "rests": ["forearms on mat", "feet on mat"],
        "pelvis": {"pitch": 80},
        "arms": {"shoulder": 86, "out": 0, "elbow": 90},
    }
    arm = film(words).stills[1].skeleton.right_arm

    assert arm.mid[1] == pytest.approx(0.04, abs=1e-3)
    assert arm.end[1] == pytest.approx(0.027, abs=1e-3)
    assert arm.end[0] > arm.mid[0] + 0.2


def test_the_pelvis_tilts_by_itself_between_resting_hands_and_knees() -> None:
    setup, hollow, round_ = film(CAT).stills
    heights = [s.skeleton.right_arm.root[1] for s in (setup, hollow, round_)]

    assert heights == pytest.approx([heights[0]] * 3, abs=1e-3)
    assert hollow.pose.pitch > setup.pose.pitch > round_.pose.pitch


def test_a_back_on_the_wall_slides_down_with_its_feet_in_place() -> None:
    words = two(
        {
            "from": "standing",
            "alt": ALT,
            "rests": ["back on wall", "feet on floor"],
            "legs": {"hip": 28, "knee": 14},
        },
        props={"wall": {"at": -0.3}},
    )
    words["keyframes"]["hold"]["pelvis"] = {"height": 0.5}
    shown = film(words)
    for still in shown.stills:
        assert lowest(still.skeleton, "back", (-1.0, 0.0, 0.0)) == pytest.approx(0.3, abs=1e-6)
    setup, hold = shown.stills

    assert hold.skeleton.hips[1] == pytest.approx(0.5)
    assert hold.skeleton.right_leg.end == pytest.approx(setup.skeleton.right_leg.end, abs=1e-6)


def test_the_body_rolls_over_a_roller_that_stays() -> None:
    words = two(
        {
            "from": "crook_lying",
            "alt": ALT,
            "rests": ["back on roller", "feet on mat"],
            "legs": {"hip": 62, "knee": 104},
        },
        props={"mat": True, "roller": {"at": -0.22}},
    )
    words["keyframes"]["hold"] |= {"stays": "right_foot", "legs": {"hip": 47, "knee": 68}}
    shown = film(words)
    above = []
    for place in (0, 0.5, 1):
        body = shown.skeleton_at(place)
        rib = min(body.ribs, key=lambda r: abs(r.centre[0] + 0.22))
        above.append(rib.level)

        assert gap(Contact("back", "roller"), body, shown.scene) == pytest.approx(0, abs=1e-6)
        assert rib.edge(space.DOWN)[1] == pytest.approx(0.15, abs=0.012)
        assert body.right_leg.end == pytest.approx(shown.stills[0].skeleton.right_leg.end, abs=1e-6)
    assert above[0] > above[1] > above[2]
    assert above[0] - above[2] > 0.25


def test_a_hand_follows_the_place_it_holds() -> None:
    shown = film(TWIST)
    for t in (0.0, 0.3, 0.7, 1.0):
        skeleton = shown.skeleton_at(t)
        spot, _ = spot_of("right_outer_thigh", "left", skeleton, shown.scene)
        palm = space.between(skeleton.left_arm.end, skeleton.left_arm.fingertips, 0.45)
        if t == 1.0:
            assert space.distance(palm, spot) < 0.04


@pytest.mark.parametrize("place", PLACES)
def test_every_place_can_be_found_on_the_body_or_in_the_scene(place: str) -> None:
    spot, outwards = spot_of(place, "right", solve(Pose(), Scene()), Scene(chair=0.0, desk=0.5))

    assert all(abs(value) < 3 for value in spot)
    assert space.length(outwards) == pytest.approx(1)


@pytest.mark.parametrize("part", PARTS)
def test_every_part_can_rest_and_has_a_place(part: str) -> None:
    skeleton = angled(Pose(contacts=(Contact(part, "floor"),)), Scene())

    assert lowest(skeleton, part, space.DOWN) == pytest.approx(0, abs=1e-6)
    assert middle(skeleton, part)[0] == pytest.approx(0, abs=1e-6)


def test_every_support_is_a_surface_where_the_scene_has_it() -> None:
    scene = Scene(True, 0.0, 1, 0.5, wall=-0.3, step=0.3, roller=-0.2)

    assert [name for name in SUPPORTS if scene.plane(name) is None] == []
    assert Scene().plane("chair") is None


def test_a_limb_rests_by_the_contact_of_its_hand_or_foot() -> None:
    contacts = (Contact("feet", "floor"), Contact("left_hand", "desk"))

    assert contact_of("right_leg", contacts) == Contact("right_foot", "floor")
    assert contact_of("left_arm", contacts) == Contact("left_hand", "desk")
    assert contact_of("right_arm", contacts) is None


def test_words_change_only_what_they_mention() -> None:
    start = film(BIRD_DOG).stills[0].pose
    keyframe = read(
        Keyframe,
        {"from": "setup", "alt": ALT, "arms": {"elbow": 30}, "right_arm": {"shoulder": 10}},
    )
    pose = changed(start, keyframe)

    assert (pose.right_arm.flex, pose.right_arm.bend) == (10, 30)
    assert (pose.left_arm.flex, pose.left_arm.bend) == (start.left_arm.flex, 30)
    assert (pose.right_leg, pose.pitch) == (start.right_leg, start.pitch)


@pytest.mark.parametrize(
    ("change", "field", "part"),
    [
        ({"from": "floating"}, "keyframes.setup.from", "floating"),
        ({"rests": ["feet on desk"]}, "keyframes.setup.rests", "desk"),
        ({"arms": {"reach": "chair_back"}}, "keyframes.setup.right_arm.reach", "chair"),
        ({"arms": {"like": "hold"}}, "keyframes.setup.right_arm.like", "hold"),
    ],
)
def test_what_cannot_be_built_names_its_field(
    change: dict[str, Any], field: str, part: str
) -> None:
    words = two({"from": "standing", "alt": ALT, **change})
    with pytest.raises(FigureError) as caught:
        _ = film(words).stills

    assert field in str(caught.value)
    assert part in str(caught.value)


def test_a_small_picture_shows_the_hold_or_else_what_is_furthest_from_the_start() -> None:
    words = two({"from": "standing", "alt": ALT})
    frames = words["keyframes"]
    frames["hold"] |= {"arms": {"shoulder": 30}}
    frames["out"] = {"from": "setup", "alt": ALT, "arms": {"shoulder": 120}}
    assert film(words).telling == 1

    frames["up"] = frames.pop("hold")
    frames["out"] = frames.pop("out")
    assert film(words).telling == 2

    frames["out"]["arms"] = {"shoulder": 10}
    assert film(words).telling == 1


def test_mirroring_a_body_twice_gives_the_body() -> None:
    for words in (BIRD_DOG, BRIDGE, TWIST):
        for still in film(words).stills:
            assert still.skeleton.mirrored().mirrored() == still.skeleton
            assert still.pose.mirrored().mirrored() == still.pose


def test_the_mirrored_pose_solves_to_the_mirrored_body() -> None:
    still = film(BIRD_DOG).stills[1]
    mirrored = solve(still.pose.mirrored(), Scene(mat=True))
    for name in LIMBS:
        for joint in ("root", "mid", "end"):
            expected = getattr(still.skeleton.mirrored().limb(name), joint)
            assert getattr(mirrored.limb(name), joint) == pytest.approx(expected, abs=1e-6)
