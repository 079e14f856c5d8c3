"""The figure in time: contacts hold in every frame, sides are right, and stillness is still."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.figure import space
from backease_desktop.core.figure.between import blend
from backease_desktop.core.figure.film import Film, eased
from backease_desktop.core.figure.motion import BREATH_STEPS, TRAVEL, Moment, Motion, motion_at
from backease_desktop.core.figure.rules import bend_of, gap, problems
from backease_desktop.core.units import Ms
from tests.fakes.figures import BIRD_DOG, BRIDGE, CAT, EVERY, KNEE_ROLLS, LUNGE, TWIST, film

FILMS = {name: film(words) for name, words in EVERY.items()}
KINDS = ("intro", "position", "prepare", "hold", "move", "switch", "relax", "rest", "outro")


@pytest.mark.parametrize("name", EVERY)
def test_nothing_is_wrong_with_any_frame(name: str) -> None:
    assert problems(FILMS[name]) == ()


@pytest.mark.parametrize("name", EVERY)
def test_what_rests_in_two_keyframes_rests_in_every_frame_between(name: str) -> None:
    shown = FILMS[name]
    for index, (a, b) in enumerate(zip(shown.stills, shown.stills[1:], strict=False)):
        shared = [c for c in a.pose.contacts if c in b.pose.contacts]
        for step in range(1, 12):
            skeleton = shown.skeleton_at(index + step / 12)
            for contact in shared:
                assert abs(gap(contact, skeleton, shown.scene)) < 0.015, (contact, step)


@pytest.mark.parametrize("name", EVERY)
def test_the_movement_has_no_jumps(name: str) -> None:
    shown = FILMS[name]
    count = 40 * len(shown.stills)
    places = [len(shown.stills) * i / count for i in range(count + 1)]
    bodies = [shown.skeleton_at(place) for place in places]
    for a, b in itertools.pairwise(bodies):
        for limb in ("right_leg", "left_leg", "right_arm", "left_arm"):
            for joint in ("root", "mid", "end"):
                moved = space.distance(getattr(a.limb(limb), joint), getattr(b.limb(limb), joint))
                assert moved < 0.12


def test_prepare_waits_and_then_arrives_as_the_hold_begins() -> None:
    shown, length = FILMS["bird dog"], Ms(8000)
    waiting = motion_at(shown, Moment("prepare", Ms(1000), length, "right", following="hold"))
    arrived = motion_at(shown, Moment("prepare", length, length, "right", following="hold"))

    assert (waiting.place, waiting.fps) == (0, 0)
    assert waiting.still_for == length - 1000 - TRAVEL
    assert arrived.place == shown.held


def test_a_hold_only_breathes() -> None:
    shown = FILMS["bridge"]
    samples = [motion_at(shown, Moment("hold", Ms(t), Ms(9000))) for t in range(0, 9000, 250)]

    assert {s.place for s in samples} == {shown.held}
    assert max(s.breath for s in samples) > 0.9
    assert max(s.fps for s in samples) <= 8


def test_every_breath_has_the_same_few_pictures() -> None:
    shown = FILMS["bridge"]
    breaths = {motion_at(shown, Moment("hold", Ms(t), Ms(60_000))).breath for t in range(60_000)}

    assert len(breaths) == BREATH_STEPS + 1


def test_breathing_moves_the_belly_and_nothing_that_rests() -> None:
    shown = FILMS["bridge"]
    out, deep = (shown.drawing_at(0, breath=b).body for b in (0.0, 1.0))

    assert deep.bottom == out.bottom
    assert shown.drawing_at(0, breath=1.0) != shown.drawing_at(0, breath=0.0)


def test_a_repetition_starts_and_ends_in_the_first_keyframe_and_visits_every_one() -> None:
    shown, length = FILMS["cat"], Ms(6000)
    places = [motion_at(shown, Moment("move", Ms(t), length)).place for t in range(0, length, 50)]

    assert places[0] == 0
    assert places == sorted(places)
    assert {round(p) for p in places} == {0, 1, 2, 3}


def test_in_hold_and_out_are_one_movement() -> None:
    shown, length = FILMS["bridge"], Ms(2000)
    arrives = motion_at(shown, Moment("move", length, length, way="in")).place
    holds = motion_at(shown, Moment("hold", Ms(0), length)).place
    leaves = motion_at(shown, Moment("move", Ms(0), length, way="out")).place
    ends = motion_at(shown, Moment("move", length, length, way="out")).place

    assert arrives == holds == leaves == shown.held
    assert ends % len(shown.stills) == 0


def test_keyframes_after_the_hold_are_the_way_out() -> None:
    words = {"mirror": False, "props": {"mat": True}, "keyframes": dict(CAT["keyframes"])}
    words["keyframes"] = {
        "setup": words["keyframes"]["setup"],
        "hold": words["keyframes"]["out"],
        "out": words["keyframes"]["in"],
    }
    shown = film(words)

    assert shown.held == 1
    assert [shown.leaving(share) for share in (0, 0.5, 1)] == [1, 2, 3]


def test_a_switch_comes_out_turns_round_and_goes_in_on_the_other_side() -> None:
    shown, length = FILMS["bird dog"], Ms(5000)

    def at(t: int) -> Motion:
        return motion_at(shown, Moment("switch", Ms(t), length, "left", "hold", "hold"))

    assert (at(0).place, at(0).side) == (shown.held, "right")
    assert at(2500).facing < 0.1
    assert (at(5000).place, at(5000).side) == (shown.held, "left")


def test_a_symmetrical_start_seen_from_the_front_needs_no_turning_round() -> None:
    shown, length = FILMS["twist"], Ms(5000)
    samples = [
        motion_at(shown, Moment("switch", Ms(t), length, "left", "hold", "hold"))
        for t in range(0, 5000, 100)
    ]

    assert {s.facing for s in samples} == {1.0}
    assert shown.symmetric
    assert FILMS["lunge"].stills[1].skeleton != FILMS["lunge"].stills[1].skeleton.mirrored()


@given(
    st.sampled_from(KINDS),
    st.integers(0, 12_000),
    st.integers(1, 12_000),
    st.sampled_from(["right", "left", None]),
    st.sampled_from(["in", "out", "cycle"]),
    st.sampled_from(sorted(EVERY)),
)
def test_reduced_motion_shows_keyframes_and_asks_for_no_frames(
    kind: str, elapsed: int, duration: int, side: str | None, way: str, name: str
) -> None:
    shown = FILMS[name]
    moment = Moment(kind, Ms(min(elapsed, duration)), Ms(duration), side, way=way)
    motion = motion_at(shown, moment, reduced=True)

    assert motion.place in range(len(shown.stills))
    assert (motion.fps, motion.breath, motion.facing) == (0, 0, 1)


@given(
    st.sampled_from(KINDS),
    st.integers(0, 12_000),
    st.integers(1, 12_000),
    st.sampled_from(["in", "out", "cycle"]),
    st.sampled_from(["hold", "move", None]),
    st.sampled_from(sorted(EVERY)),
)
def test_every_moment_has_a_picture(
    kind: str, elapsed: int, duration: int, way: str, neighbour: str | None, name: str
) -> None:
    shown = FILMS[name]
    elapsed = min(elapsed, duration)
    moment = Moment(kind, Ms(elapsed), Ms(duration), "right", neighbour, neighbour, way)
    motion = motion_at(shown, moment)

    assert 0 <= motion.place <= len(shown.stills)
    assert 0 <= motion.breath <= 1
    assert motion.fps <= 30


def test_alternating_sides_keep_the_camera_where_it_is() -> None:
    shown = film(BIRD_DOG)
    right = shown.drawing_at(0.0, "right", walks=False)
    left = shown.drawing_at(0.0, "left", walks=False)

    assert right.frame == left.frame
    assert right.body.left == pytest.approx(left.body.left, abs=0.01)


def test_easing_starts_and_ends_at_rest() -> None:
    assert (eased(-1), eased(0), eased(0.5), eased(1), eased(2)) == (0, 0, 0.5, 1, 1)
    assert eased(0.02) < 0.002


def test_a_film_is_told_apart_by_its_figure() -> None:
    assert isinstance(film(BRIDGE), Film)
    assert film(BRIDGE).still("hold").name == "hold"
    assert film(CAT).still("hold").name == "in"
    assert {f.figure.view for f in map(film, (TWIST, KNEE_ROLLS, LUNGE))} == {
        "front",
        "top",
        "side",
    }


def test_heels_that_rise_carry_the_body_up_and_leave_the_toes_on_the_floor() -> None:
    keyframes = {
        "setup": {"from": "standing", "alt": "Standing, both feet flat."},
        "up": {
            "from": "setup",
            "alt": "Risen onto the balls of both feet.",
            "legs": {"hip": 0, "knee": 1, "foot": "toes"},
        },
    }
    shown = film({"mirror": False, "keyframes": keyframes})
    bodies = [shown.skeleton_at(step / 8) for step in range(9)]
    heights = [body.hips[1] for body in bodies]
    ankles = [body.right_leg.end[1] for body in bodies]

    assert heights == sorted(heights)
    assert ankles == sorted(ankles)
    assert heights[-1] > heights[0] + 0.04
    for body in bodies:
        assert bend_of(body.right_leg) < 16
        assert abs(body.right_leg.toe[1] - 0.02) < 0.015


@pytest.mark.parametrize("name", EVERY)
def test_the_way_begins_and_ends_in_the_bodies_that_it_joins(name: str) -> None:
    shown = film(EVERY[name])
    a, b = shown.stills[0], shown.stills[1]
    ends = (b.pose, b.skeleton)

    assert blend(a.pose, a.skeleton, *ends, 0, shown.scene) is a.skeleton
    assert blend(a.pose, a.skeleton, *ends, 1, shown.scene) is b.skeleton
    nearly = blend(a.pose, a.skeleton, *ends, 0.001, shown.scene)
    assert space.distance(nearly.head, a.skeleton.head) < 0.01
