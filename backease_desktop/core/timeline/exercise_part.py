"""One exercise of a session, from the way to its position until the body may rest.

    exercise = [ change of position ], prepare, set, { rest, set }, relax
    set      = block, { switch, block }

What is heard before its first start, in this order: where to be, what to fetch, its name and side,
the dose, how to get there, the movement, how to breathe, three, two, one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from msgspec.structs import replace

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.words import Place, Side, SideMode
from backease_desktop.core.timeline import layout
from backease_desktop.core.timeline.blocks import Block
from backease_desktop.core.timeline.dose import Dose
from backease_desktop.core.timeline.phrasing import Phrasing
from backease_desktop.core.timeline.preferences import Preferences, Telling
from backease_desktop.core.timeline.sayings import dose_phrases, place_phrase
from backease_desktop.core.timeline.segments import Cue, CueKind, Segment, SegmentKind
from backease_desktop.core.timeline.telling import Tip, TipPlace, tip_of, told_before
from backease_desktop.core.timeline.voicing import GAP
from backease_desktop.core.timeline.way_there import WayThere
from backease_desktop.core.tones import ToneName
from backease_desktop.core.units import Ms, from_seconds
from backease_desktop.core.wording import Wording, sentence

BEFORE_LANDMARK = Ms(250)
"""Silence between "Switch sides" and the landmark."""
AFTER_RELAX = Ms(1_200)
"""Nothing but the relax cue sounds this long after a hold's end."""
TO_COME_OUT = Ms(1_500)
"""Time to follow the way out before "Relax"."""
BODY_TIME = {Place.CHAIR: Ms(3_000), Place.STANDING: Ms(3_000), Place.MAT: Ms(5_000)}
"""Silence after the last word of what to do, so that the body can do it."""


@dataclass(frozen=True, slots=True)
class ExercisePart:
    """One exercise of a session.

    Attributes:
        way: the way to it.
        index: of the routine's step, of `number_of` steps.
        tells_of_waiting: it is the first one on the floor for a person who knows none.
    """

    way: WayThere
    dose: Dose
    index: int
    number_of: int
    tells_of_waiting: bool
    preferences: Preferences
    phrasing: Phrasing

    def segments(self, first_block: int) -> Iterator[Segment]:
        """The segments of the exercise; its blocks are numbered from `first_block`."""
        block = count(first_block)
        if self.way.takes_time:
            yield self._position(next(block))
        sides = self._sides
        yield self._prepare(next(block), sides[0])
        for number in range(1, self.dose.sets + 1):
            if number > 1:
                yield self._rest(next(block), sides[0], number)
            for place, side in enumerate(sides):
                if place > 0:
                    yield self._switch(next(block), side)
                is_first = number == 1 and place == 0
                yield from self._block(next(block), side, number, is_first=is_first).segments()
        yield self._relax(next(block))

    # What it depends on

    @property
    def wording(self) -> Wording:
        """The phrases."""
        return self.phrasing.wording

    @property
    def exercise(self) -> Exercise:
        """The exercise."""
        return self.way.exercise

    @property
    def _sides(self) -> tuple[Side | None, ...]:
        """The side of each block; where sides alternate, the first side of the one block."""
        preferences, mode = self.preferences, self.dose.sides
        if mode is SideMode.NONE:
            return (None,)
        if mode in (SideMode.LEFT, SideMode.RIGHT):
            return (Side(mode.value),)
        first = preferences.affected_side or preferences.first_side
        if mode is SideMode.AFFECTED and preferences.affected_side is not None:
            return (first,)
        return (first,) if mode is SideMode.ALTERNATE else (first, first.other)

    # Segments

    def _frame(self, kind: SegmentKind, block: int, side: Side | None = None) -> Segment:
        landmarks = self.exercise.landmarks
        return Segment(
            kind=kind,
            duration=Ms(0),
            block=block,
            step=self.index,
            exercise=self.exercise.id,
            name=self.exercise.name,
            spoken_name=self.exercise.spoken_name,
            side=side,
            landmark=landmarks.of(side) if landmarks and side else None,
            position=self.exercise.position,
        )

    def _position(self, block: int) -> Segment:
        preferences, waits = self.preferences, self.preferences.wait_for_me
        cues = self.way.cues(self.phrasing)
        speak, position = self.phrasing.voicing.spoken, self.wording.position
        if waits:
            cues.append(speak(CueKind.WAIT, position.wait))
        elif self.tells_of_waiting:
            cues.append(speak(CueKind.WAIT, position.offer))
        placed = tuple(layout.row(cues))
        crosses = self.way.goes_down or self.way.gets_up
        least = preferences.floor if crosses else preferences.position
        body = BODY_TIME[self.exercise.place]
        duration = Ms(max(least, layout.end_of(placed) + body))
        return replace(
            self._frame(SegmentKind.POSITION, block), duration=duration, cues=placed, waits=waits
        )

    def _prepare(self, block: int, side: Side | None) -> Segment:
        preferences, phrasing = self.preferences, self.phrasing
        frame = self._frame(SegmentKind.PREPARE, block, side)
        cues = [] if self.way.takes_time else self.way.cues(phrasing)
        cues.append(self._preview(frame.landmark))
        dose = dose_phrases(self.dose, self.wording, phrasing.step)
        cues.append(phrasing.voicing.spoken(CueKind.DOSE, *dose))
        telling = preferences.telling(self.exercise.id)
        told = told_before(self.exercise, telling, phrasing, is_there=self.way.is_none)
        if (tip := self._tip(is_told=True)) and tip.place is TipPlace.PREPARE:
            told.append(tip.cue)
        least = preferences.prepare if self.index else preferences.first_prepare
        placed, duration = layout.counted_in(
            layout.row([*cues, *told]),
            least,
            phrasing.voicing,
            self.wording,
            GAP if telling is Telling.NOTHING else BODY_TIME[self.exercise.place],
        )
        return replace(frame, duration=duration, cues=tuple(placed))

    def _preview(self, landmark: str | None) -> Cue:
        """Which exercise of how many, its name, and its side where there is one."""
        wording, phrases = self.wording, []
        if self.number_of > 1:
            phrases.append(place_phrase(self.index + 1, self.number_of, wording))
        phrases.append(sentence(self.exercise.spoken_name))
        if landmark:
            phrases.append(sentence(landmark))
        return self.phrasing.voicing.spoken(CueKind.PREVIEW, *phrases)

    def _block(self, block: int, side: Side | None, number: int, *, is_first: bool) -> Block:
        frame = self._frame(SegmentKind.HOLD, block)
        if self.dose.sets > 1:
            frame = replace(frame, set_number=number, sets=self.dose.sets)
        return Block(
            self.exercise,
            self.dose,
            frame,
            side,
            self._tip(is_told=is_first) if number == 1 else None,
            self.preferences.breath,
            self.phrasing,
        )

    def _tip(self, *, is_told: bool) -> Tip | None:
        """What to mind; None where only cues are said."""
        if not self.preferences.talks:
            return None
        return tip_of(self.exercise, self.dose, self.phrasing, is_told=is_told)

    def _switch(self, block: int, side: Side | None) -> Segment:
        frame = self._frame(SegmentKind.SWITCH, block, side)
        cues = [self.phrasing.cue(CueKind.SWITCH, self.wording.switch)]
        if frame.landmark:
            spoken = self.phrasing.voicing.spoken(CueKind.LANDMARK, sentence(frame.landmark))
            cues.append(spoken)
        placed = layout.row(cues, gap=BEFORE_LANDMARK)
        if self._way_out_is_first:
            way_out = self._way_out()
            begins = way_out.end + TO_COME_OUT
            placed = [way_out, *layout.row(cues, begins, BEFORE_LANDMARK)]
        least = Ms(max(self.preferences.switch, from_seconds(self.exercise.switching)))
        placed, duration = layout.counted_in(placed, least, self.phrasing.voicing, self.wording)
        return replace(frame, duration=duration, cues=tuple(placed))

    def _rest(self, block: int, side: Side | None, number: int) -> Segment:
        frame = self._frame(SegmentKind.REST, block, side)
        speak = self.phrasing.voicing.spoken
        text = self.wording.rest.format(length=self.wording.length(self.dose.rest))
        cues = [speak(CueKind.REST, text)]
        if frame.landmark:
            cues.append(speak(CueKind.LANDMARK, sentence(frame.landmark)))
        placed, duration = layout.counted_in(
            layout.row(cues), self.dose.rest, self.phrasing.voicing, self.wording
        )
        return replace(
            frame, duration=duration, cues=tuple(placed), set_number=number, sets=self.dose.sets
        )

    @property
    def _way_out_is_first(self) -> bool:
        """Whether letting go would mean dropping: then the way out is told before all else."""
        return self.preferences.talks and self.exercise.tells_way_out_first

    def _way_out(self) -> Cue:
        tone = ToneName.RELEASE if self._way_out_is_first else None
        words = sentence(self.exercise.release)
        return self.phrasing.voicing.spoken(CueKind.COME_OUT, words, tone=tone)

    def _relax(self, block: int) -> Segment:
        relax = self.phrasing.cue(CueKind.RELAX, self.wording.relax)
        cues = [relax]
        if self._way_out_is_first:
            way_out = self._way_out()
            cues = [way_out, layout.at(relax, way_out.end + TO_COME_OUT)]
        elif self.preferences.talks:
            cues.append(layout.at(self._way_out(), max(AFTER_RELAX, relax.end + GAP)))
        duration = Ms(max(self.preferences.relax, layout.end_of(cues) + GAP))
        return replace(self._frame(SegmentKind.RELAX, block), duration=duration, cues=tuple(cues))
