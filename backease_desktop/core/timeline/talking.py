"""Stretches of a timeline in which somebody talks, for whoever makes room for words."""

from bisect import bisect_right
from typing import Final

from backease_desktop.core.timeline.segments import Channel, Timeline
from backease_desktop.core.units import SECOND, Ms

Stretch = tuple[Ms, Ms]
"""From the first word to the end of the last one, in milliseconds of the session."""

AHEAD: Final = Ms(SECOND // 2)
"""Room is made so long before the first word."""
PATIENCE: Final = Ms(4 * SECOND)
"""A silence shorter than that is part of a stretch: what comes and goes with each word disturbs
more than the words do."""


def stretches_of_words(timeline: Timeline) -> tuple[Stretch, ...]:
    """When words are said, in order; what has less than `PATIENCE` between is one stretch."""
    found: list[Stretch] = []
    for start, segment in zip(timeline.starts, timeline.segments, strict=True):
        for cue in segment.cues:
            if cue.channel is not Channel.VOICE:
                continue
            begin, end = Ms(start + cue.at), Ms(start + cue.end)
            if found and begin - found[-1][1] < PATIENCE:
                found[-1] = found[-1][0], Ms(max(end, found[-1][1]))
            else:
                found.append((begin, end))
    return tuple(found)


def is_talk(stretches: tuple[Stretch, ...], at: Ms) -> bool:
    """Whether there is to be room for words at a session time."""
    begun = bisect_right(stretches, at + AHEAD, key=lambda stretch: stretch[0])
    return begun > 0 and at < stretches[begun - 1][1]
