"""Choices: what may come into a session, each measured by itself."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.prescription import Prescription
from backease_desktop.core.catalogue.routine import Routine, Step, single_exercise
from backease_desktop.core.compose.wanted import Part, part_of
from backease_desktop.core.sha256 import sha256_digits
from backease_desktop.core.timeline.segments import SegmentKind, Timeline
from backease_desktop.core.units import SECOND, Ms

LayOut = Callable[[Routine], Timeline]
"""The timeline of a routine as it is for the person, with their dose, voice and times."""

WORK = (SegmentKind.HOLD, SegmentKind.MOVE)
"""What is done in these is work; the rest is words and ways."""

FOR_CONDITIONS = frozenset({"pregnancy", "sciatica", "scoliosis"})
"""Sections of sources that speak to people with a condition: their doses come where none else is
given."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An exercise by one dose.

    Attributes:
        step: the exercise with its dose, as a routine has it.
        part: where in a session it belongs.
        length: what it takes, in milliseconds, without the way to its position.
        way: what getting to its position takes from elsewhere.
        work: what of it is held or moved.
        hold: its longest hold.
    """

    exercise: Exercise
    step: Step
    part: Part
    length: Ms
    way: Ms
    work: Ms
    hold: Ms

    @property
    def key(self) -> str:
        """What tells it from others."""
        if (dose := self.step.dose) is None:
            return f"{self.exercise.id} {self.step.prescription}"
        amounts = (dose.hold_s, dose.reps, dose.sets)
        return f"{self.exercise.id} {dose.key} {[one and one.max for one in amounts]}"


def choices_of(exercises: Iterable[Exercise], lay_out: LayOut) -> list[Choice]:
    """Each exercise by each prescription that may be chosen for anybody."""
    return [
        measured(exercise, Step(exercise=exercise.id, prescription=given.key), given, lay_out)
        for exercise in exercises
        for given in _open_to_all(exercise)
    ]


def measured(exercise: Exercise, step: Step, prescription: Prescription, lay_out: LayOut) -> Choice:
    """How long a step takes, which is of this exercise by this prescription."""
    alone = single_exercise(exercise)
    timeline = lay_out(alone.with_(steps=(step,)))
    body = timeline.segments[1:-1]
    way = sum(one.duration for one in body if one.kind is SegmentKind.POSITION)
    hold = prescription.hold_s.max * SECOND if prescription.hold_s else 0
    return Choice(
        exercise=exercise,
        step=step,
        part=part_of(exercise),
        length=Ms(sum(one.duration for one in body) - way),
        way=Ms(way),
        work=work_of(timeline),
        hold=Ms(hold),
    )


def work_of(timeline: Timeline, exercises: frozenset[str] | None = None) -> Ms:
    """What is held or moved in a timeline, in milliseconds; of these exercises alone, if given."""
    return Ms(
        sum(
            one.duration
            for one in timeline.segments
            if one.kind in WORK and (exercises is None or one.exercise in exercises)
        )
    )


def rank(*key: object) -> str:
    """A number for a key that looks like chance and is always the same, on every machine."""
    return sha256_digits("/".join(map(str, key)).encode())


def _open_to_all(exercise: Exercise) -> list[Prescription]:
    known = list(exercise.prescriptions)
    return [one for one in known if one.section not in FOR_CONDITIONS] or known
