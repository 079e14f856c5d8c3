"""A timeline's segment at an instant, as the figure sees it."""

from __future__ import annotations

from backease_desktop.core.figure.motion import Moment
from backease_desktop.core.timeline.segments import Segment, Timeline
from backease_desktop.core.units import Ms


def moment_in(timeline: Timeline, index: int, elapsed: Ms) -> Moment:
    """The moment `elapsed` after the start of segment `index`."""
    segments = timeline.segments
    segment = segments[index]
    before = segments[index - 1] if index else None
    after = segments[index + 1] if index + 1 < len(segments) else None
    block_sides = {s.side for s in segments if s.block == segment.block and s.kind in _DOSE}
    return Moment(
        kind=segment.kind.value,
        elapsed=elapsed,
        duration=segment.duration,
        side=_side(segments[: index + 1]),
        previous=_kind_within(segment, before),
        following=_kind_within(segment, after),
        way=segment.motion.value if segment.motion else "cycle",
        alternating=len(block_sides) > 1,
    )


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
