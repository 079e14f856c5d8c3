"""Compile a routine into its timeline.

    session    = intro, { exercise }, outro
    exercise   = [ change of position ], prepare, set, { rest, set }, relax
    set        = block, { switch, block }

Compiling is pure: the same routine with the same preferences, wording and clip lengths is always
the same timeline. A segment that must be longer for its words grows; a hold never does.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.catalogue.words import PLACE_OF, Place, Position, Side, SideMode
from backease_desktop.core.timeline import layout
from backease_desktop.core.timeline.blocks import Block
from backease_desktop.core.timeline.dose import Dose, dose_of
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.core.timeline.segments import (
    Channel,
    CueKind,
    Segment,
    SegmentKind,
    Timeline,
)
from backease_desktop.core.timeline.voicing import GAP, Lengths, Voicing
from backease_desktop.core.units import Ms
from backease_desktop.core.wording import Wording, sentence

BEFORE_LANDMARK = Ms(250)
"""Silence between "Switch sides" and the landmark."""
AFTER_RELAX = Ms(1_200)
"""Nothing but the relax cue sounds this long after a hold's end."""
BEFORE_INTRO, AFTER_INTRO, AFTER_OUTRO = Ms(20), Ms(800), Ms(600)


def compile_timeline(
    routine: Routine,
    catalogue: Catalogue,
    preferences: Preferences,
    wording: Wording,
    lengths: Lengths,
) -> Timeline:
    """The timeline of a routine.

    Args:
        routine: one of the catalogue's.
        catalogue: where its exercises stand.
        preferences: the person's choices.
        wording: the phrases.
        lengths: how long phrases take; must never say less than a clip will take.
    """
    voicing = Voicing(lengths, preferences.voice)
    grammar = _Grammar(catalogue, preferences, wording, voicing)
    body = list(grammar.exercises(routine))
    intro = grammar.intro(routine, Ms(sum(segment.duration for segment in body)))
    outro = grammar.outro(body[-1].block + 1)
    return Timeline(
        routine=routine.id,
        name=routine.name,
        dose=preferences.dose,
        rate_wpm=preferences.rate_wpm,
        segments=(intro, *body, outro),
    )


def phrases_of(timeline: Timeline) -> list[str]:
    """Every phrase that is spoken, once each, in the order in which they are needed."""
    spoken = (
        cue.text
        for segment in timeline.segments
        for cue in segment.cues
        if cue.channel is Channel.VOICE
    )
    return list(dict.fromkeys(spoken))


@dataclass(frozen=True, slots=True)
class _Grammar:
    catalogue: Catalogue
    preferences: Preferences
    wording: Wording
    voicing: Voicing

    def intro(self, routine: Routine, duration: Ms) -> Segment:
        text = self.wording.intro.format(
            routine=routine.say or routine.name,
            exercises=sentence(self.wording.count_of_exercises(len(routine.steps)))[:-1],
            minutes=self.wording.in_minutes(duration),
        )
        # A moment after the start, so that the sound output sees the very first cue coming.
        cue = layout.at(self.voicing.spoken(CueKind.INTRO, text), BEFORE_INTRO)
        return Segment(SegmentKind.INTRO, Ms(cue.end + AFTER_INTRO), block=0, cues=(cue,))

    def outro(self, block: int) -> Segment:
        cue = self.voicing.spoken(CueKind.OUTRO, self.wording.outro)
        return Segment(SegmentKind.OUTRO, Ms(cue.length + AFTER_OUTRO), block, cues=(cue,))

    def exercises(self, routine: Routine) -> Iterator[Segment]:
        block, before = 1, None
        for index, step in enumerate(routine.steps):
            exercise = self.catalogue.exercise_of(step)
            prescription = self.catalogue.prescription_of(step)
            dose = dose_of(exercise, prescription, self.preferences.dose)
            segments = list(_Part(self, exercise, dose, index, before).segments(block))
            yield from segments
            block, before = segments[-1].block + 1, exercise.position


@dataclass(frozen=True, slots=True)
class _Part:
    """One exercise of a session."""

    grammar: _Grammar
    exercise: Exercise
    dose: Dose
    index: int
    position_before: Position | None

    def segments(self, first_block: int) -> Iterator[Segment]:
        """The segments of the exercise; its blocks are numbered from `first_block`."""
        block = count(first_block)
        if self._changes_position:
            yield self._position(next(block))
        sides = self._sides
        yield self._prepare(next(block), sides[0])
        for number in range(1, self.dose.sets + 1):
            if number > 1:
                yield self._rest(next(block), sides[0], number)
            for place, side in enumerate(sides):
                if place > 0:
                    yield self._switch(next(block), side)
                yield from self._block(next(block), side, number).segments()
        yield self._relax(next(block))

    def _block(self, block: int, side: Side | None, number: int) -> Block:
        frame = self._frame(SegmentKind.HOLD, block)
        if self.dose.sets > 1:
            frame = replace(frame, set_number=number, sets=self.dose.sets)
        grammar = self.grammar
        talks = grammar.preferences.talks
        return Block(self.exercise, self.dose, frame, side, talks, grammar.voicing, grammar.wording)

    @property
    def _sides(self) -> tuple[Side | None, ...]:
        """The side of each block; where sides alternate, the first side of the one block."""
        preferences, mode = self.grammar.preferences, self.dose.sides
        if mode is SideMode.NONE:
            return (None,)
        if mode is SideMode.AFFECTED and preferences.affected_side is not None:
            return (preferences.affected_side,)
        first = preferences.first_side
        return (first,) if mode is SideMode.ALTERNATE else (first, first.other)

    @property
    def _changes_position(self) -> bool:
        """Nobody needs time to get to the chair or the feet before the first exercise."""
        if self.position_before is None:
            return PLACE_OF[self.exercise.position] is Place.MAT
        return self.position_before is not self.exercise.position

    def _frame(self, kind: SegmentKind, block: int, side: Side | None = None) -> Segment:
        landmarks = self.exercise.landmarks
        return Segment(
            kind=kind,
            duration=Ms(0),
            block=block,
            step=self.index,
            exercise=self.exercise.id,
            name=self.exercise.name,
            side=side,
            landmark=landmarks.of(side) if landmarks and side else None,
            position=self.exercise.position,
        )

    def _position(self, block: int) -> Segment:
        grammar, wording = self.grammar, self.grammar.wording
        phrase = wording.position_next if self.index else wording.position_first
        text = phrase.format(where=wording.where[self.exercise.position])
        waits = grammar.preferences.wait_for_me
        if waits:
            text = f"{text} {wording.position_wait}"
        cue = grammar.voicing.spoken(CueKind.POSITION, text)
        duration = Ms(max(grammar.preferences.position, cue.length + GAP))
        return replace(
            self._frame(SegmentKind.POSITION, block), duration=duration, cues=(cue,), waits=waits
        )

    def _prepare(self, block: int, side: Side | None) -> Segment:
        grammar, exercise = self.grammar, self.exercise
        frame = self._frame(SegmentKind.PREPARE, block, side)
        cues = [grammar.voicing.spoken(CueKind.PREVIEW, self._preview(frame.landmark))]
        setup = grammar.preferences.setup(exercise.id, exercise.setup, exercise.setup_short)
        if setup is not None:
            cues.append(grammar.voicing.spoken(CueKind.SETUP, sentence(setup)))
        preferences = grammar.preferences
        least = preferences.prepare if self.index else preferences.first_prepare
        placed, duration = layout.counted_in(
            layout.row(cues), least, grammar.voicing, grammar.wording
        )
        return replace(frame, duration=duration, cues=tuple(placed))

    def _preview(self, landmark: str | None) -> str:
        wording, name = self.grammar.wording, self.exercise.spoken_name
        if landmark is None:
            return (wording.next if self.index else wording.first).format(name=name)
        phrase = wording.next_on_side if self.index else wording.first_on_side
        return phrase.format(name=name, landmark=landmark)

    def _switch(self, block: int, side: Side | None) -> Segment:
        grammar = self.grammar
        frame = self._frame(SegmentKind.SWITCH, block, side)
        cues = [grammar.voicing.spoken(CueKind.SWITCH, grammar.wording.switch)]
        if frame.landmark:
            cues.append(grammar.voicing.spoken(CueKind.LANDMARK, sentence(frame.landmark)))
        placed, duration = layout.counted_in(
            layout.row(cues, gap=BEFORE_LANDMARK),
            grammar.preferences.switch,
            grammar.voicing,
            grammar.wording,
        )
        return replace(frame, duration=duration, cues=tuple(placed))

    def _rest(self, block: int, side: Side | None, number: int) -> Segment:
        grammar, wording = self.grammar, self.grammar.wording
        frame = self._frame(SegmentKind.REST, block, side)
        text = wording.rest.format(length=wording.length(self.dose.rest))
        cues = [grammar.voicing.spoken(CueKind.REST, text)]
        if frame.landmark:
            cues.append(grammar.voicing.spoken(CueKind.LANDMARK, sentence(frame.landmark)))
        placed, duration = layout.counted_in(
            layout.row(cues), self.dose.rest, grammar.voicing, wording
        )
        return replace(
            frame,
            duration=duration,
            cues=tuple(placed),
            set_number=number,
            sets=self.dose.sets,
        )

    def _relax(self, block: int) -> Segment:
        grammar = self.grammar
        cues = [grammar.voicing.spoken(CueKind.RELAX, grammar.wording.relax)]
        if grammar.preferences.talks:
            way_out = grammar.voicing.spoken(CueKind.COME_OUT, sentence(self.exercise.release))
            cues.append(layout.at(way_out, max(AFTER_RELAX, cues[0].end + GAP)))
        least = grammar.preferences.relax
        duration = Ms(max(least, layout.end_of(cues) + GAP))
        return replace(self._frame(SegmentKind.RELAX, block), duration=duration, cues=tuple(cues))
