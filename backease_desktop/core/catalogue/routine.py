"""A routine: an ordered choice of exercises, each with the prescription it is done by.

A step names a prescription of its exercise, or brings a dose of its own, which is how a person's
own routines keep what somebody gave them without changing the exercise.
"""

from collections import Counter
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, field

from backease_desktop.core.catalogue.exercise import Exercise, Id, few_words
from backease_desktop.core.catalogue.prescription import Prescription
from backease_desktop.core.catalogue.words import MeantFor, Order
from backease_desktop.core.values import Value

MOST_STEPS = 300
"""Lines of a routine, at most."""

LONGEST_ROUTINE_S = 3 * 60 * 60
"""Seconds of exercise that a routine may have by its fullest doses."""


class RoutineKind(StrEnum):
    """Where a routine comes from: an article, our desk sets, or the person's own pack."""

    PROGRAMME = "programme"
    DESK = "desk"
    OWN = "own"


class Step(Value, frozen=True, kw_only=True):
    """A line of a routine.

    Attributes:
        exercise: id of the exercise.
        prescription: key of the prescription, "001/core"; None where the step has a dose.
        dose: the step's own dose, with the source that gave it; None where it names a prescription.
    """

    exercise: Id
    prescription: Annotated[str, Meta(max_length=161)] | None = None
    dose: Prescription | None = None

    def check(self) -> None:
        """It has one dose."""
        if (self.prescription is None) == (self.dose is None):
            raise ValueError("prescription, dose: a step has one of them, not both")


class Routine(Value, frozen=True, kw_only=True):
    """An ordered choice of exercises.

    Attributes:
        say: the name as it is spoken in the intro, if it differs from `name`.
        source: id of the article that this programme is; None for sets of our own.
        section: the article's section, where it has sections.
        meant_for: whom it is meant for, if not for everybody; the files call it `for`.
        about: one or two sentences that are shown.
        our_order: the same exercises in our order (warm-up first, few changes of position), by id;
            one that stands in the routine twice is named twice. Empty: it has only its own order.
    """

    id: Id
    name: Annotated[str, Meta(min_length=2, max_length=48)]
    say: Annotated[str, few_words(10)] | None = None
    kind: RoutineKind = RoutineKind.OWN
    source: Annotated[str, Meta(max_length=80)] | None = None
    section: Annotated[str, Meta(max_length=80)] | None = None
    meant_for: MeantFor | None = field(default=None, name="for")
    about: Annotated[str, Meta(min_length=10, max_length=240)]
    steps: Annotated[tuple[Step, ...], Meta(min_length=1, max_length=MOST_STEPS)]
    our_order: Annotated[tuple[Id, ...], Meta(max_length=MOST_STEPS)] = ()

    def check(self) -> None:
        """Our order is one of the same exercises."""
        if self.our_order:
            own, ordered = Counter(s.exercise for s in self.steps), Counter(self.our_order)
            if missing := own - ordered:
                raise ValueError(f"our_order: leaves out {', '.join(missing)}")
            if more := ordered - own:
                raise ValueError(f"our_order: {', '.join(more)} has no such step in the routine")

    def in_order(self, order: Order) -> "Routine":
        """This routine in an order; in its own if it has no other."""
        if order is Order.ARTICLE or not self.our_order:
            return self
        left = list(self.steps)
        steps = []
        for exercise in self.our_order:
            step = next(step for step in left if step.exercise == exercise)
            left.remove(step)
            steps.append(step)
        return self.with_(steps=tuple(steps), our_order=())

    def with_exercise(self, index: int, exercise: Exercise) -> "Routine":
        """This routine with an easier exercise in the place of a step, by its gentlest dose."""
        step = Step(exercise=exercise.id, prescription=exercise.gentlest.key)
        steps = (*self.steps[:index], step, *self.steps[index + 1 :])
        return self.with_(steps=steps, our_order=())


def single_exercise(exercise: Exercise, prescription: str | None = None) -> Routine:
    """A routine of one exercise by one prescription, its first if none is named, to try it."""
    key = prescription or exercise.prescriptions[0].key
    return Routine(
        id=f"only-{exercise.id}",
        name=exercise.name,
        say=exercise.say,
        about=f"{exercise.name}, by itself.",
        steps=(Step(exercise=exercise.id, prescription=key),),
    )
