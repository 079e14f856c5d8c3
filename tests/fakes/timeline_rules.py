"""The rules that every timeline must keep, checked from outside: see cues.md.

Written against what a timeline says, not how it is compiled, so that the compiler cannot agree
with itself by mistake.
"""

from collections import defaultdict
from itertools import pairwise

from backease_desktop.core.timeline.segments import Cue, CueKind, Segment, SegmentKind, Timeline

PLACE_IN_HOLD = {
    # kind: earliest from the start, latest end before the end, in milliseconds
    CueKind.TIP: (4000, 5000),
    CueKind.HALFWAY: (0, 3200),
    CueKind.TEN_LEFT: (0, 3200),
    CueKind.MINUTE_LEFT: (0, 3200),
}


def broken_rules(timeline: Timeline) -> list[str]:
    """A sentence for every rule that this timeline breaks."""
    return [
        *_overlaps(timeline),
        *_out_of_place(timeline),
        *_unequal_sides(timeline),
        *_too_wordy(timeline),
        *_relax_beside_switch(timeline),
        *_sums(timeline),
    ]


def _cues(timeline: Timeline) -> list[tuple[int, Cue, Segment]]:
    return [
        (start + cue.at, cue, segment)
        for segment, start in zip(timeline.segments, timeline.starts, strict=True)
        for cue in segment.cues
    ]


def _overlaps(timeline: Timeline) -> list[str]:
    return [
        f"{one.text or one.kind} at {at} runs into {other.text or other.kind} at {later}"
        for (at, one, _), (later, other, _) in pairwise(_cues(timeline))
        if at + one.length > later
    ]


def _out_of_place(timeline: Timeline) -> list[str]:
    broken = []
    for _, cue, segment in _cues(timeline):
        if cue.at < 0 or cue.end > segment.duration:
            broken.append(f"{cue.kind} {cue.at}–{cue.end} outside {segment.kind}")
        if segment.kind is SegmentKind.HOLD and cue.kind in PLACE_IN_HOLD:
            earliest, before_end = PLACE_IN_HOLD[cue.kind]
            if cue.at < earliest or cue.end > segment.duration - before_end:
                broken.append(f"{cue.kind} at {cue.at} of a hold of {segment.duration}")
    return broken


def _unequal_sides(timeline: Timeline) -> list[str]:
    worked: dict[tuple[int | None, int | None], dict[str, list[int]]] = defaultdict(dict)
    for segment in timeline.segments:
        if segment.kind in (SegmentKind.HOLD, SegmentKind.MOVE) and segment.side:
            sides = worked[segment.step, segment.set_number]
            sides.setdefault(segment.side, []).append(segment.duration)
    broken = []
    for (step, _), sides in worked.items():
        if len(sides) == 2:
            left, right = (
                [d for d in durations if d] for durations in (sides["left"], sides["right"])
            )
            if _held(timeline, step, "left") != _held(timeline, step, "right"):
                broken.append(f"step {step} holds left and right for different times")
            if abs(sum(left) - sum(right)) > max(*left, *right):
                broken.append(f"step {step} works left {sum(left)} and right {sum(right)}")
    return broken


def _held(timeline: Timeline, step: int | None, side: str) -> int:
    return sum(
        s.duration
        for s in timeline.segments
        if s.step == step and s.side == side and s.kind is SegmentKind.HOLD
    )


def _too_wordy(timeline: Timeline) -> list[str]:
    broken = []
    for segment in timeline.segments:
        spoken = [cue for cue in segment.cues if cue.kind is not CueKind.END_TICK]
        if segment.kind is SegmentKind.HOLD and len(spoken) > 1:
            share = sum(cue.length for cue in spoken) / segment.duration
            if share > 0.35:
                broken.append(f"a hold of {segment.duration} ms is {share:.0%} words")
    return broken


def _relax_beside_switch(timeline: Timeline) -> list[str]:
    return [
        "relax stands beside switch"
        for one, other in pairwise(timeline.segments)
        if {one.kind, other.kind} == {SegmentKind.RELAX, SegmentKind.SWITCH}
    ]


def _sums(timeline: Timeline) -> list[str]:
    whole = sum(segment.duration for segment in timeline.segments)
    return [] if whole == timeline.duration else [f"{whole} is not {timeline.duration}"]
