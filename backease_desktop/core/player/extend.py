"""Making the segment that is on longer, without touching what has already sounded in it."""

import dataclasses

from msgspec.structs import replace

from backease_desktop.core.timeline.segments import Cue, CueKind, SegmentKind, Timeline
from backease_desktop.core.units import Ms

EXTENSIBLE = frozenset(SegmentKind) - {SegmentKind.MOVE, SegmentKind.INTRO, SegmentKind.OUTRO}
"""Kinds of segments that may last longer than they were laid out for."""

_STAYS = (
    CueKind.TIP,
    CueKind.PREVIEW,
    CueKind.DOSE,
    CueKind.SETUP,
    CueKind.MOVEMENT,
    CueKind.BREATH_HINT,
    CueKind.FETCH,
    CueKind.WAIT,
    CueKind.COME_OUT,
)
_TICKS = 3


def extended(timeline: Timeline, index: int, offset: Ms, by: Ms) -> Timeline:
    """The timeline with segment `index` longer by `by`, as heard at `offset` into it.

    Cues that count towards the end move with the end; a halfway that has not sounded would be
    wrong and is left out; end ticks are complete at the new end even if some had sounded.
    """
    segment = timeline.segments[index]
    duration = Ms(segment.duration + by)
    ticks = [cue for cue in segment.cues if cue.kind is CueKind.END_TICK][-_TICKS:]
    cues: list[Cue] = []
    for cue in segment.cues:
        if cue.at <= offset or cue.kind in _STAYS:
            cues.append(cue)
        elif cue.kind not in (CueKind.HALFWAY, CueKind.END_TICK):
            cues.append(replace(cue, at=Ms(cue.at + by)))
    cues += [replace(tick, at=Ms(tick.at + by)) for tick in ticks]
    longer = replace(segment, duration=duration, cues=tuple(sorted(cues, key=lambda cue: cue.at)))
    segments = (*timeline.segments[:index], longer, *timeline.segments[index + 1 :])
    return dataclasses.replace(timeline, segments=segments)
