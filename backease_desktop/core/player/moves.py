"""Where each way of moving about in a timeline leads, as the place of a segment.

Rules: nothing is changed here; behind the last segment lies the end, `len(timeline.segments)`.
"""

from backease_desktop.core.timeline.segments import SegmentKind, Timeline
from backease_desktop.core.units import Ms

RESTART_AFTER = Ms(3_000)
"""*Previous* begins the block again if it is older than this, as media players do."""


def next_block(timeline: Timeline, index: int) -> int:
    """The next block: out of a hold into the change of side, and so on."""
    block = timeline.segments[index].block
    later = (i for i, one in enumerate(timeline.segments) if one.block > block)
    return next(later, len(timeline.segments))


def block_again_or_before(timeline: Timeline, index: int, elapsed: Ms) -> int:
    """The beginning of the block if it is more than 3 s old, else of the block before."""
    first = timeline.first_of_block(timeline.segments[index].block)
    is_young = elapsed - timeline.starts[first] <= RESTART_AFTER
    if is_young and first > 0:
        return timeline.first_of_block(timeline.segments[first - 1].block)
    return first


def exercise_again(timeline: Timeline, index: int) -> int:
    """The preview of the exercise that is on; in the intro, the intro.

    Its change of position need not be repeated, unless that is what is on.
    """
    step = timeline.segments[index].step
    if step is None:
        return 0
    first = timeline.first_of_step(step)
    is_position = timeline.segments[first].kind is SegmentKind.POSITION and first != index
    return first + 1 if is_position else first


def next_exercise(timeline: Timeline, index: int) -> int:
    """The next exercise, or what comes after the last."""
    segments, step = timeline.segments, timeline.segments[index].step
    later = (i for i in range(index + 1, len(segments)) if segments[i].step != step)
    return next(later, len(segments))
