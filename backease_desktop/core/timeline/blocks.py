"""Blocks: the part of a timeline in which the dose itself is done, for one side and set.

A block is a hold, a row of repetitions (each plain, or in – hold – out), or a row of breaths.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.words import Side, SideMode
from backease_desktop.core.timeline import layout
from backease_desktop.core.timeline.dose import Dose
from backease_desktop.core.timeline.segments import Cue, CueKind, Motion, Segment, SegmentKind
from backease_desktop.core.timeline.voicing import GAP, Voicing
from backease_desktop.core.tones import ToneName
from backease_desktop.core.units import Ms, from_seconds
from backease_desktop.core.wording import Wording, sentence

BREATH = Ms(8_000)
"""One slow breath, four seconds in and four out."""


@dataclass(frozen=True, slots=True)
class Block:
    """What a block is made from.

    Attributes:
        frame: a segment with everything that the block's segments have in common.
        side: the side of a block, or the first one where sides alternate.
        talks: whether tips are said.
    """

    exercise: Exercise
    dose: Dose
    frame: Segment
    side: Side | None
    talks: bool
    voicing: Voicing
    wording: Wording

    def segments(self) -> Iterator[Segment]:
        """The segments, in order."""
        if self.dose.breaths is not None:
            yield from self._breaths(self.dose.breaths)
        elif self.dose.hold is not None and self.dose.reps == 1:
            yield self._hold(self.dose.hold, self.side, with_tip=True)
        else:
            reps = self.dose.reps
            for rep in range(1, reps + 1):
                yield from self._repetition(rep, is_last=rep == reps)

    def _hold(
        self, duration: Ms, side: Side | None, rep: int | None = None, *, with_tip: bool
    ) -> Segment:
        tip = sentence(self.exercise.tip) if with_tip and self.talks else None
        cues = layout.hold(duration, tip, self.voicing, self.wording)
        return self._segment(SegmentKind.HOLD, duration, cues, side, rep)

    def _move(
        self, seconds: float, motion: Motion, side: Side | None, rep: int, *cues: Cue
    ) -> Segment:
        needed = layout.end_of(cues)
        duration = Ms(max(from_seconds(seconds), needed + GAP if cues else 0))
        return self._segment(SegmentKind.MOVE, duration, cues, side, rep, motion)

    def _segment(
        self,
        kind: SegmentKind,
        duration: Ms,
        cues: tuple[Cue, ...],
        side: Side | None,
        rep: int | None,
        motion: Motion | None = None,
    ) -> Segment:
        landmarks = self.exercise.landmarks
        reps = self.dose.reps if self.dose.breaths is None else self.dose.breaths
        return replace(
            self.frame,
            kind=kind,
            duration=duration,
            cues=cues,
            side=side,
            landmark=landmarks.of(side) if landmarks and side else None,
            rep=rep,
            reps=reps if rep else None,
            motion=motion,
        )

    def _side_of(self, rep: int) -> Side | None:
        alternates = self.dose.sides is SideMode.ALTERNATE and rep % 2 == 0
        return self.side.other if self.side and alternates else self.side

    def _repetition(self, rep: int, *, is_last: bool) -> Iterator[Segment]:
        call, exercise, hold = self._call(rep, is_last=is_last), self.exercise, self.dose.hold
        side = self._side_of(rep)
        if hold is None:
            yield self._move(exercise.seconds_per_rep, Motion.CYCLE, side, rep, call)
            return
        yield self._move(exercise.seconds_to_move, Motion.IN, side, rep, call)
        yield self._hold(hold, side, rep, with_tip=rep == 1)
        if not is_last:
            release = self._release(hold)
            yield self._move(exercise.seconds_to_move, Motion.OUT, side, rep, release)

    def _call(self, rep: int, *, is_last: bool) -> Cue:
        """What is said as a repetition begins: "Begin", a number, a side, or "Last one"."""
        wording, alternates = self.wording, self.dose.sides is SideMode.ALTERNATE
        side = self._side_of(rep)
        if rep == 1:
            begin = wording.begin
            if alternates and side:
                begin = wording.begin_on_side.format(side=wording.sides[side])
            return self.voicing.spoken(CueKind.START, begin)
        if is_last:
            return self.voicing.spoken(CueKind.REP, wording.last_one)
        if not alternates:
            return self.voicing.spoken(CueKind.REP, sentence(wording.number(rep)))
        if rep % 2 == 0 and side:
            return self.voicing.spoken(CueKind.REP, sentence(wording.sides[side]))
        return self.voicing.spoken(CueKind.REP, sentence(wording.number(rep // 2 + 1)))

    def _release(self, hold: Ms) -> Cue:
        if hold >= layout.TICKS_FROM:
            return self.voicing.spoken(CueKind.RELEASE, self.wording.release)
        return self.voicing.sounded(CueKind.RELEASE, self.wording.release)

    def _breaths(self, count: int) -> Iterator[Segment]:
        breath = self.exercise.breath
        assert breath is not None, self.exercise.id
        words_in, words_out = sentence(breath.inwards), sentence(breath.outwards)
        breathe_in = self.voicing.spoken(CueKind.BREATH, words_in, ToneName.BREATHE_IN)
        breathe_out = self.voicing.spoken(CueKind.BREATH, words_out, ToneName.BREATHE_OUT)
        half = Ms(max(BREATH // 2, breathe_in.length + GAP, breathe_out.length + GAP))
        cues = (breathe_in, layout.at(breathe_out, half))
        for number in range(1, count + 1):
            kind, length = SegmentKind.MOVE, Ms(2 * half)
            yield self._segment(kind, length, cues, self.side, number, Motion.CYCLE)
