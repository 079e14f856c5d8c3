"""A timeline as the figure sees it."""

import pytest

from backease_desktop.core.catalogue.words import DoseLevel, Side
from backease_desktop.core.figure.film import Film
from backease_desktop.core.figure.motion import motion_at
from backease_desktop.core.figure_moments import moment_in
from backease_desktop.core.timeline.segments import Motion, Segment, SegmentKind, Timeline
from backease_desktop.core.units import Ms
from tests.fakes.figures import BIRD_DOG, CAT, film


def segment(kind: SegmentKind, block: int, side: Side | None, **more: object) -> Segment:
    """Four seconds of the first step."""
    return Segment(kind, Ms(4000), block, step=0, side=side, **more)  # type: ignore[arg-type]


HELD = Timeline(
    "r",
    "R",
    DoseLevel.STANDARD,
    175,
    (
        Segment(SegmentKind.INTRO, Ms(4000), 0),
        segment(SegmentKind.PREPARE, 1, Side.RIGHT),
        segment(SegmentKind.HOLD, 2, Side.RIGHT),
        segment(SegmentKind.SWITCH, 3, Side.LEFT),
        segment(SegmentKind.HOLD, 4, Side.LEFT),
        segment(SegmentKind.RELAX, 5, None),
    ),
)
ALTERNATING = Timeline(
    "r",
    "R",
    DoseLevel.STANDARD,
    175,
    tuple(
        segment(kind, 0, side, motion=motion)
        for side in (Side.RIGHT, Side.LEFT)
        for kind, motion in (
            (SegmentKind.MOVE, Motion.IN),
            (SegmentKind.HOLD, None),
            (SegmentKind.MOVE, Motion.OUT),
        )
    ),
)


def phases(*leads: tuple[str, str]) -> Timeline:
    """Phases, and a rest."""
    moves = [
        segment(SegmentKind.MOVE, 0, None, motion=Motion.PHASE, leads_from=one, leads_to=other)
        for one, other in leads
    ]
    rest = segment(SegmentKind.RELAX, 1, None)
    return Timeline("r", "R", DoseLevel.STANDARD, 175, (*moves, rest))


ROUND = phases(("setup", "hold"), ("hold", "setup"), ("setup", "out"), ("out", "setup"))
BREATHS = phases(("setup", "in"), ("in", "out"), ("out", "in"), ("in", "out"))
TWO_HALVES = Timeline(
    "r",
    "R",
    DoseLevel.STANDARD,
    175,
    tuple(
        segment(SegmentKind.MOVE, 0, None, motion=Motion.CYCLE, rep=rep)
        for rep in (1, 2)
        for _ in range(2)
    ),
)
CAMEL = film(
    {
        **CAT,
        "keyframes": {
            "setup": CAT["keyframes"]["setup"],
            "hold": CAT["keyframes"]["in"],
            "out": CAT["keyframes"]["out"],
        },
    }
)


@pytest.mark.parametrize(
    ("shown", "timeline"), [(CAMEL, ROUND), (film(CAT), BREATHS), (film(CAT), TWO_HALVES)]
)
def test_phases_lead_from_keyframe_to_keyframe_without_a_jump(
    shown: Film, timeline: Timeline
) -> None:
    names = list(shown.figure.keyframes)
    for index, one in enumerate(timeline.segments[:-1]):
        ends = motion_at(shown, moment_in(timeline, index, one.duration)).place % len(names)
        begins = motion_at(shown, moment_in(timeline, index + 1, Ms(0))).place % len(names)
        assert ends == pytest.approx(begins, abs=0.01), index
        if one.leads_to:
            assert ends == names.index(one.leads_to)
            still = motion_at(shown, moment_in(timeline, index, Ms(0)), reduced=True)
            assert still.place == names.index(one.leads_to)


def test_a_repetition_of_two_segments_is_one_movement() -> None:
    halves = [moment_in(TWO_HALVES, index, Ms(1000)) for index in range(4)]
    assert [(m.elapsed, m.duration) for m in halves] == [(1000, 8000), (5000, 8000)] * 2


def test_a_rest_behind_a_breath_goes_back_to_the_first_keyframe() -> None:
    last = len(BREATHS.segments) - 1
    assert moment_in(BREATHS, last, Ms(0)).leads == ("out", "setup")
    assert motion_at(film(CAT), moment_in(BREATHS, last, Ms(4000))).place == 0


@pytest.mark.parametrize("timeline", [HELD, ALTERNATING])
def test_the_figure_does_not_jump_from_segment_to_segment(timeline: Timeline) -> None:
    shown = film(BIRD_DOG)
    count = len(shown.stills)
    for index in range(len(timeline.segments) - 1):
        length = timeline.segments[index].duration
        ends = motion_at(shown, moment_in(timeline, index, length))
        begins = motion_at(shown, moment_in(timeline, index + 1, Ms(0)))

        assert ends.place % count == pytest.approx(begins.place % count, abs=0.01), index
        assert ends.side == begins.side or begins.place % count == 0, index


def test_a_switch_goes_to_the_side_that_is_told() -> None:
    moment = moment_in(HELD, 3, Ms(0))

    assert (moment.side, moment.previous, moment.following) == ("left", "hold", "hold")
    assert motion_at(film(BIRD_DOG), moment).side == "right"


def test_sides_that_alternate_within_a_block_leave_the_camera_in_place() -> None:
    assert moment_in(ALTERNATING, 4, Ms(0)).alternating
    assert not moment_in(HELD, 4, Ms(0)).alternating


def test_another_step_is_no_neighbour() -> None:
    assert moment_in(HELD, 1, Ms(0)).previous == "rest"
    assert moment_in(HELD, 1, Ms(0)).following == "hold"
