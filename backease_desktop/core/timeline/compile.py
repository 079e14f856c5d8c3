"""Compile a routine into its timeline.

    session = intro, { exercise }, outro            (an exercise: see `exercise_part`)

Compiling is pure: the same routine with the same preferences, wording and clip lengths is always
the same timeline. A segment that must be longer for its words grows; a hold never does.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.catalogue.words import Place
from backease_desktop.core.person.tailored import Tailored
from backease_desktop.core.timeline import layout
from backease_desktop.core.timeline.dose import dose_of
from backease_desktop.core.timeline.exercise_part import ExercisePart
from backease_desktop.core.timeline.phrasing import Phrasing
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.core.timeline.sayings import intro_phrases
from backease_desktop.core.timeline.segments import CueKind, Segment, SegmentKind, Timeline
from backease_desktop.core.timeline.voicing import Lengths, Voicing
from backease_desktop.core.timeline.way_there import WayThere
from backease_desktop.core.units import Ms
from backease_desktop.core.wording import Wording

BEFORE_INTRO, AFTER_INTRO, AFTER_OUTRO = Ms(20), Ms(800), Ms(600)


def compile_timeline(
    routine: Routine,
    catalogue: Catalogue,
    preferences: Preferences,
    wording: Wording,
    lengths: Lengths,
    changed: int = 0,
) -> Timeline:
    """The timeline of a routine as it stands; a session's is `session_timeline`.

    Args:
        routine: one of the catalogue's.
        catalogue: where its exercises stand.
        preferences: the person's choices.
        wording: the phrases.
        lengths: how long phrases take; must never say less than a clip will take.
        changed: so many exercises are not as the routine has them, which is said first.
    """
    routine = routine.in_order(preferences.order)
    phrasing = Phrasing(Voicing(lengths, preferences.voice), wording)
    session = _Session(routine, catalogue, preferences, phrasing, changed)
    body = list(session.exercises())
    intro = session.intro(Ms(sum(segment.duration for segment in body)))
    outro = session.outro(body[-1].block + 1)
    return Timeline(
        routine=routine.id,
        name=routine.name,
        dose=preferences.dose,
        rate_wpm=preferences.rate_wpm,
        segments=(intro, *body, outro),
    )


def session_timeline(
    mine: Tailored, preferences: Preferences, wording: Wording, lengths: Lengths
) -> Timeline:
    """The timeline of a session: of a routine as it is for a person; see `compile_timeline`."""
    return compile_timeline(mine.routine, mine.catalogue, preferences, wording, lengths, mine.told)


def phrases_of(timeline: Timeline) -> list[str]:
    """Every phrase that is spoken, once each, in the order in which they are needed."""
    spoken = (
        phrase for segment in timeline.segments for cue in segment.cues for phrase in cue.phrases
    )
    return list(dict.fromkeys(spoken))


@dataclass(frozen=True, slots=True)
class _Session:
    """What every part of a session is laid out from."""

    routine: Routine
    catalogue: Catalogue
    preferences: Preferences
    phrasing: Phrasing
    changed: int

    def intro(self, duration: Ms) -> Segment:
        routine = self.routine
        phrases = intro_phrases(
            routine.say or routine.name,
            len(routine.steps),
            duration,
            self.catalogue.equipment_of(routine),
            self.phrasing.wording,
            self.changed,
        )
        # A moment after the start, so that the sound output sees the very first cue coming.
        cue = layout.at(self.phrasing.voicing.spoken(CueKind.INTRO, *phrases), BEFORE_INTRO)
        return Segment(SegmentKind.INTRO, Ms(cue.end + AFTER_INTRO), block=0, cues=(cue,))

    def outro(self, block: int) -> Segment:
        wording = self.phrasing.wording
        phrases = [wording.outro]
        last = self.catalogue.exercise_of(self.routine.steps[-1])
        if last.place is Place.MAT and self.preferences.talks:
            phrases.append(wording.get_up_slowly)
        cue = self.phrasing.voicing.spoken(CueKind.OUTRO, *phrases)
        return Segment(SegmentKind.OUTRO, Ms(cue.length + AFTER_OUTRO), block, cues=(cue,))

    def exercises(self) -> Iterator[Segment]:
        block, way = 1, None
        for index, step in enumerate(self.routine.steps):
            exercise = self.catalogue.exercise_of(step)
            prescription = self.catalogue.prescription_of(step)
            way = way.onwards(exercise) if way else WayThere(exercise, None, self.phrasing.wording)
            is_first_down = way.goes_down and not way.went_down
            part = ExercisePart(
                way,
                dose_of(exercise, prescription, self.preferences.dose),
                index,
                len(self.routine.steps),
                is_first_down and not self._knows_the_floor,
                self.preferences,
                self.phrasing.at_step(index),
            )
            segments = list(part.segments(block))
            yield from segments
            block = segments[-1].block + 1

    @property
    def _knows_the_floor(self) -> bool:
        """Whether the person has done an exercise on the floor before."""
        met = (self.catalogue.exercises.get(id_) for id_, n in self.preferences.met.items() if n)
        return any(exercise is not None and exercise.place is Place.MAT for exercise in met)
