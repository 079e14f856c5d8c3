"""Blocks: the part of a timeline in which the dose itself is done, for one side and set.

A block is a hold, a row of repetitions, or a row of breaths. Every phase of a repetition is a
segment with a time and words of its own: in, hold and out; or in and out; or whatever phases the
exercise names. The words are said in the first two repetitions and the last, tones in between; the
number is said at each start. All repetitions have one pace: that of the one with the most words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.words import Side, SideMode
from backease_desktop.core.timeline import layout
from backease_desktop.core.timeline.dose import Dose
from backease_desktop.core.timeline.phrasing import Phrasing
from backease_desktop.core.timeline.repetitions import Part, Rep, parts_of
from backease_desktop.core.timeline.segments import Cue, CueKind, Motion, Segment, SegmentKind
from backease_desktop.core.timeline.telling import Tip, TipPlace
from backease_desktop.core.timeline.voicing import GAP
from backease_desktop.core.tones import ToneName
from backease_desktop.core.units import Ms
from backease_desktop.core.wording import sentence


@dataclass(frozen=True, slots=True)
class Block:
    """What a block is made from.

    Attributes:
        frame: a segment with everything that the block's segments have in common.
        side: the side of a block, or the first one where sides alternate.
        tip: what to mind; None where nothing is said of it, and no time taken.
        breath: one slow breath, in milliseconds.
    """

    exercise: Exercise
    dose: Dose
    frame: Segment
    side: Side | None
    tip: Tip | None
    breath: Ms
    phrasing: Phrasing

    def segments(self) -> Iterator[Segment]:
        """The segments, in order."""
        if self.dose.breaths is not None:
            yield from self._breaths(self.dose.breaths)
        elif self.dose.hold is not None and self.dose.reps == 1:
            cues = layout.hold(self.dose.hold, self._tip_in_hold, self.phrasing)
            yield self._segment(SegmentKind.HOLD, self.dose.hold, cues, self.side)
        else:
            yield from self._repetitions()

    @property
    def _tip_in_hold(self) -> Cue | None:
        is_there = self.tip and self.tip.is_told and self.tip.place is TipPlace.HOLD
        return self.tip.cue if self.tip and is_there else None

    def _segment(
        self,
        kind: SegmentKind,
        duration: Ms,
        cues: Sequence[Cue],
        side: Side | None,
        rep: int | None = None,
        motion: Motion | None = None,
    ) -> Segment:
        landmarks = self.exercise.landmarks
        reps = self.dose.reps if self.dose.breaths is None else self.dose.breaths
        return replace(
            self.frame,
            kind=kind,
            duration=duration,
            cues=tuple(cues),
            side=side,
            landmark=landmarks.of(side) if landmarks and side else None,
            rep=rep,
            reps=reps if rep else None,
            motion=motion,
        )

    # Repetitions

    def _repetitions(self) -> Iterator[Segment]:
        reps = [self._rep(number) for number in range(1, self.dose.reps + 1)]
        rows = [parts_of(self.exercise, self.dose, rep, self.phrasing) for rep in reps]
        pace = _pace(rows)
        for rep, parts in zip(reps, rows, strict=True):
            for place, part in enumerate(parts):
                if part.motion is None:
                    yield self._inner_hold(rep)
                    continue
                cues, duration = part.cues, pace[place]
                if place == len(parts) - 1 and rep.number in self._closing:
                    cues, duration = self._closed(rep, cues, duration)
                move = self._segment(
                    SegmentKind.MOVE, duration, cues, rep.side, rep.number, part.motion
                )
                yield replace(move, leads_from=part.leads_from, leads_to=part.leads_to)

    def _rep(self, number: int) -> Rep:
        alternates = self.dose.sides is SideMode.ALTERNATE
        side = self.side.other if self.side and alternates and number % 2 == 0 else self.side
        return Rep(number, self.dose.reps, side, alternates=alternates)

    def _inner_hold(self, rep: Rep) -> Segment:
        hold = self.dose.hold
        assert hold is not None
        tip = self._tip_in_hold if rep.number == min(2, rep.count) else None
        cues = layout.hold(hold, tip, self.phrasing, is_told=rep.is_told)
        return self._segment(SegmentKind.HOLD, hold, cues, rep.side, rep.number)

    @property
    def _closing(self) -> tuple[int, ...]:
        """The repetitions that last longer for the tip; both sides alike where they alternate."""
        if self.tip is None or self.tip.place is not TipPlace.CLOSING:
            return ()
        last = 2 if self.dose.reps > 2 else 1
        return (1, 2) if last == 2 and self.dose.sides is SideMode.ALTERNATE else (last,)

    def _closed(self, rep: Rep, cues: tuple[Cue, ...], duration: Ms) -> tuple[tuple[Cue, ...], Ms]:
        """The end of a repetition with the tip behind its words, or with the same time for it."""
        assert self.tip is not None
        tip = layout.at(self.tip.cue, max(layout.end_of(cues), duration // 2) + GAP)
        longer = Ms(max(duration, tip.end + GAP))
        is_said = self.tip.is_told and rep.number == self._closing[-1]
        return ((*cues, tip) if is_said else cues), longer

    # Breaths

    def _breaths(self, count: int) -> Iterator[Segment]:
        breath = self.exercise.breath
        assert breath is not None, self.exercise.id
        both = (
            (breath.inwards, ToneName.BREATHE_IN, "in"),
            (breath.outwards, ToneName.BREATHE_OUT, "out"),
        )
        longest = max(
            self.phrasing.voicing.spoken(CueKind.BREATH, sentence(words), tone=tone).length
            for words, tone, _ in both
        )
        half = Ms(max(self.breath // 2, longest + GAP))
        before = "setup"
        for number in range(1, count + 1):
            for words, tone, keyframe in both:
                cue = self.phrasing.cue(CueKind.BREATH, (sentence(words),), tone)
                move = self._segment(
                    SegmentKind.MOVE, half, (cue,), self.side, number, Motion.PHASE
                )
                yield replace(move, leads_from=before, leads_to=keyframe)
                before = keyframe


def _pace(rows: Sequence[Sequence[Part]]) -> list[Ms]:
    """How long each part of a repetition lasts, in every repetition alike."""
    count = max(len(parts) for parts in rows)
    return [
        Ms(
            max(
                max(parts[place].least, layout.end_of(parts[place].cues) + GAP)
                for parts in rows
                if place < len(parts)
            )
        )
        for place in range(count)
    ]
