"""Chapters: where each exercise, side and set of a session begins, for a recording of it.

A session's exercise is told before its first side: that belongs to the chapter of this side. The
change to the other side, and the rest before another set, begin the chapter that they lead to.
"""

from dataclasses import dataclass

from backease_desktop.core.timeline.segments import Segment, SegmentKind, Timeline
from backease_desktop.core.units import Ms

_WORK = (SegmentKind.HOLD, SegmentKind.MOVE)
_BEGINS = (SegmentKind.SWITCH, SegmentKind.REST)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a session.

    Attributes:
        title: "Seated twist, right arm behind".
        start, end: in milliseconds from the start of the session.
    """

    title: str
    start: Ms
    end: Ms


def chapters_of(timeline: Timeline) -> tuple[Chapter, ...]:
    """The chapters of a session, without a gap: the words before it, then exercise by exercise."""
    begins: list[int] = [0]
    for index, segment in enumerate(timeline.segments[1:], start=1):
        is_new = segment.step is not None and segment.step != timeline.segments[index - 1].step
        if is_new or (segment.kind in _BEGINS and segment.step is not None):
            begins.append(index)
    chapters = []
    for first, after in zip(begins, [*begins[1:], len(timeline.segments)], strict=True):
        start = timeline.starts[first]
        end = timeline.starts[after] if after < len(timeline.segments) else timeline.duration
        title = _title(timeline.segments[first:after]) or timeline.name
        chapters.append(Chapter(title, start, end))
    return tuple(chapters)


def _title(segments: tuple[Segment, ...]) -> str:
    """The exercise, its side where it is one, and its set where there are several."""
    work = [segment for segment in segments if segment.kind in _WORK]
    if not work:
        return ""
    first = work[0]
    landmarks = {segment.landmark for segment in work}
    parts = [first.name]
    if len(landmarks) == 1 and first.landmark:
        parts.append(first.landmark)
    if (first.sets or 1) > 1:
        parts.append(f"{first.set_number}/{first.sets}")
    return ", ".join(parts)
