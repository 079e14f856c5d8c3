"""A timeline's segment at an instant, as the figure sees it.

A plain repetition of several segments is one movement to the figure, through all of them.
"""

from __future__ import annotations

from backease_desktop.core.figure.motion import Moment
from backease_desktop.core.timeline.segments import Motion, Segment, Timeline
from backease_desktop.core.units import Ms

FIRST = "setup"
"""The keyframe that every movement begins and ends in."""


def moment_in(timeline: Timeline, index: int, elapsed: Ms) -> Moment:
    """The moment `elapsed` after the start of segment `index`."""
    segments = timeline.segments
    segment = segments[index]
    before = segments[index - 1] if index else None
    after = segments[index + 1] if index + 1 < len(segments) else None
    before_it, duration = _cycle(segments, index)
    block_sides = {s.side for s in segments if s.block == segment.block and s.kind in _DOSE}
    return Moment(
        kind=segment.kind.value,
        elapsed=Ms(before_it + elapsed),
        duration=duration,
        side=_side(segments[: index + 1]),
        previous=_kind_within(segment, before),
        following=_kind_within(segment, after),
        way=segment.motion.value if segment.motion else "cycle",
        leads=_leads(segment, before),
        alternating=len(block_sides) > 1,
    )


def _cycle(segments: tuple[Segment, ...], index: int) -> tuple[Ms, Ms]:
    """How much of a plain repetition is over when its segment begins, and its whole length."""
    segment = segments[index]
    if segment.motion is not Motion.CYCLE:
        return Ms(0), segment.duration
    first = last = index
    while first > 0 and _is_same_repetition(segments[first - 1], segment):
        first -= 1
    while last + 1 < len(segments) and _is_same_repetition(segments[last + 1], segment):
        last += 1
    before = sum(s.duration for s in segments[first:index])
    return Ms(before), Ms(sum(s.duration for s in segments[first : last + 1]))


def _is_same_repetition(one: Segment, other: Segment) -> bool:
    return (one.block, one.rep, one.motion) == (other.block, other.rep, other.motion)


def _leads(segment: Segment, before: Segment | None) -> tuple[str, str]:
    """The keyframes of a phase; behind one that ended elsewhere, the way back to the first."""
    if segment.motion is Motion.PHASE:
        return segment.leads_from or FIRST, segment.leads_to or FIRST
    is_behind = before is not None and before.step == segment.step
    return (before.leads_to or FIRST) if before and is_behind else FIRST, FIRST


def _side(segments: tuple[Segment, ...]) -> str | None:
    """The side of the last segment, or the one that its step has been on until then."""
    step = segments[-1].step
    for segment in reversed(segments):
        if segment.step != step:
            return None
        if segment.side:
            return segment.side.value
    return None


_DOSE = ("hold", "move")


def _kind_within(segment: Segment, neighbour: Segment | None) -> str | None:
    """The neighbour's kind; `rest`, which holds nothing, if it belongs to another step."""
    if neighbour is None or neighbour.step != segment.step:
        return "rest"
    return neighbour.kind.value
