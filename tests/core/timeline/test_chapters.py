"""Chapters of a session."""

from itertools import pairwise

import pytest

from backease_desktop.core.timeline.chapters import chapters_of
from backease_desktop.core.timeline.compile import compile_timeline
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.core.timeline.segments import SegmentKind, Timeline
from backease_desktop.core.units import Ms
from tests.fakes.shipped_catalogue import shipped_catalogue
from tests.fakes.small_catalogue import english, routine, small_catalogue

SHIPPED = shipped_catalogue()


def laid_out(*exercises: str) -> Timeline:
    own = routine("own", *exercises)
    return compile_timeline(own, small_catalogue(), Preferences(), english(), lambda _: Ms(700))


@pytest.mark.parametrize("id_", SHIPPED.routines)
def test_chapters_follow_each_other_without_a_gap_from_the_start_to_the_end(id_: str) -> None:
    timeline = compile_timeline(
        SHIPPED.routines[id_], SHIPPED, Preferences(), english(), lambda _: Ms(700)
    )
    chapters = chapters_of(timeline)

    assert chapters[0].start == 0
    assert chapters[-1].end == timeline.duration
    assert all(one.end == other.start for one, other in pairwise(chapters))
    assert {one.start for one in chapters} <= set(timeline.starts)
    steps = {segment.step for segment in timeline.segments if segment.step is not None}
    switches = sum(segment.kind is SegmentKind.SWITCH for segment in timeline.segments)
    rests = sum(segment.kind is SegmentKind.REST for segment in timeline.segments)
    assert len(chapters) == 1 + len(steps) + switches + rests


def test_a_side_and_a_set_stand_in_the_title_where_there_are_several() -> None:
    titles = [one.title for one in chapters_of(laid_out("twist", "lifts", "arms"))]

    assert titles == [
        "Own",
        "Twist, right arm up",
        "Twist, left arm up",
        "Lifts, right arm up, 1/2",
        "Lifts, left arm up, 1/2",
        "Lifts, right arm up, 2/2",
        "Lifts, left arm up, 2/2",
        "Arms",
    ]


def test_the_change_to_the_other_side_begins_its_chapter() -> None:
    timeline = laid_out("twist")
    switch = next(
        timeline.starts[index]
        for index, segment in enumerate(timeline.segments)
        if segment.kind is SegmentKind.SWITCH
    )

    assert chapters_of(timeline)[2].start == switch
