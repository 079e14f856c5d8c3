"""The lead-in: what is played before a session that was cut off goes on at its very second.

Rules:
1. The session stands still meanwhile, so not a second of it is lost, and none is played twice.
2. Whoever goes on has been away, at the computer: first they hear what it is, on which side and
   where to be, and have the time to be there again.
3. Before a hold they hear how long it still lasts, before a movement which repetition it is; then
   three, two, one.
4. In all else, what had been told of the segment is told again, because nobody has it in their ear
   any more. What was not told yet comes at its moment. Where less of the segment is left than it
   takes to be there, the difference is waited.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from backease_desktop.core.catalogue.words import PLACE_OF, Place
from backease_desktop.core.timeline import layout
from backease_desktop.core.timeline.count_in import COUNT_IN
from backease_desktop.core.timeline.sayings import place_phrase
from backease_desktop.core.timeline.segments import (
    Channel,
    Cue,
    CueKind,
    Segment,
    SegmentKind,
    Timeline,
)
from backease_desktop.core.timeline.voicing import GAP, Voicing
from backease_desktop.core.units import SECOND, Ms
from backease_desktop.core.wording import Wording, sentence

WORKED = (SegmentKind.HOLD, SegmentKind.MOVE)
GETTING_READY = (
    SegmentKind.POSITION,
    SegmentKind.PREPARE,
    SegmentKind.SWITCH,
    SegmentKind.REST,
)
MOST_COUNTED: Final = 12
"""Up to so many repetitions it is "six of ten"; of more of them the number alone is said."""

TO_BE_THERE = {
    Place.CHAIR: Ms(3 * SECOND),
    Place.STANDING: Ms(6 * SECOND),
    Place.MAT: Ms(20 * SECOND),
}
"""Silence in which a body gets to where it was."""

_COUNTS_TOWARDS_THE_END = (CueKind.COUNT_IN, CueKind.END_TICK, CueKind.REST)


def lead_in_of(timeline: Timeline, at: Ms, voicing: Voicing, wording: Wording) -> Segment | None:
    """What leads back to a moment; None where nothing had been told there, as at the very start.

    Args:
        timeline: of the session.
        at: session time at which it was cut off, in milliseconds.
        voicing: makes the cues.
        wording: the phrases.
    """
    index = timeline.index_at(at)
    segment, offset = timeline.segments[index], Ms(at - timeline.starts[index])
    body = TO_BE_THERE[PLACE_OF[segment.position]] if segment.position else GAP
    if segment.kind in WORKED:
        placed = layout.row(_said(_where(segment, wording), voicing))
        what = layout.row(_said(_what(timeline, segment, offset, wording), voicing))
        placed += (layout.at(cue, layout.end_of(placed) + body) for cue in what)
        silence = GAP if what else body
        cues, duration = layout.counted_in(placed, COUNT_IN, voicing, wording, silence)
    else:
        cues = layout.row(_told_again(segment, offset, voicing, wording))
        left = segment.duration - offset
        missing = body - left if segment.kind in GETTING_READY else 0
        duration = Ms(layout.end_of(cues) + max(GAP, missing))
    if not cues:
        return None
    return Segment(SegmentKind.PREPARE, duration, segment.block, cues=tuple(cues))


def counted_in_block(block: Iterable[Segment]) -> dict[int, tuple[int, int]]:
    """How the repetitions of a block are counted aloud, by their number: which, of how many.

    Where sides change with every repetition pairs are counted. A single one is not.
    """
    segments = [one for one in block if one.rep and one.reps and one.reps > 1]
    every = 2 if len({one.side for one in segments}) > 1 else 1
    return {
        one.rep: ((one.rep + every - 1) // every, one.reps // every)
        for one in segments
        if one.rep and one.reps
    }


def rep_phrases(number: int, count: int, wording: Wording) -> tuple[str, ...]:
    """Which repetition it is: "Repetition." "Six of ten."."""
    is_short = count <= MOST_COUNTED
    place = place_phrase(number, count, wording) if is_short else sentence(wording.number(number))
    return (wording.repetition, place)


def _where(segment: Segment, wording: Wording) -> Iterator[str]:
    """The exercise, its side, and that there is time where it is done on the floor."""
    if segment.spoken_name:
        yield sentence(segment.spoken_name)
    if segment.landmark:
        yield sentence(segment.landmark)
    if segment.position and PLACE_OF[segment.position] is Place.MAT:
        yield wording.position.take_time


def _what(timeline: Timeline, segment: Segment, offset: Ms, wording: Wording) -> Iterator[str]:
    """The repetition, if there are several, and how long a hold still lasts."""
    block = (one for one in timeline.segments if one.block == segment.block)
    counted = counted_in_block(block).get(segment.rep or 0)
    if counted is not None:
        yield from rep_phrases(*counted, wording)
    if segment.kind is SegmentKind.HOLD:
        left = wording.length(Ms(segment.duration - offset))
        yield wording.resume.format(length=left)


def _said(phrases: Iterator[str], voicing: Voicing) -> Iterator[Cue]:
    """One cue of all phrases; none where there is no phrase."""
    if told := tuple(phrases):
        yield voicing.spoken(CueKind.RESUME, *told)


def _told_again(segment: Segment, offset: Ms, voicing: Voicing, wording: Wording) -> Iterator[Cue]:
    """What had begun to be told by then, behind the exercise where that does not name it."""
    begun = [cue for cue in segment.cues if cue.at < offset and cue.channel is Channel.VOICE]
    names_it = segment.kind in (SegmentKind.POSITION, SegmentKind.PREPARE)
    if segment.exercise and not names_it:
        yield from _said(_where(segment, wording), voicing)
    left_out = _COUNTS_TOWARDS_THE_END if names_it else (*_COUNTS_TOWARDS_THE_END, CueKind.LANDMARK)
    yield from (cue for cue in begun if cue.kind not in left_out)
