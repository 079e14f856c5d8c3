"""A routine: an ordered choice of exercises, each with the prescription it is done by."""

from enum import StrEnum

from pydantic import Field

from backease_desktop.core.catalogue.exercise import Exercise, Id
from backease_desktop.core.values import Value


class RoutineKind(StrEnum):
    """Where a routine comes from: an article, our desk sets, or the person's own pack."""

    PROGRAMME = "programme"
    DESK = "desk"
    OWN = "own"


class Step(Value):
    """A line of a routine.

    Attributes:
        exercise: id of the exercise.
        prescription: key of the prescription, "001/core".
    """

    exercise: Id
    prescription: str


class Routine(Value):
    """An ordered choice of exercises.

    Attributes:
        say: the name as it is spoken in the intro, if it differs from `name`.
        source: id of the article that this programme is; None for sets of our own.
        section: the article's section, where it has sections.
        about: one or two sentences that are shown.
    """

    id: Id
    name: str = Field(min_length=2, max_length=48)
    say: str | None = None
    kind: RoutineKind = RoutineKind.OWN
    source: str | None = None
    section: str | None = None
    about: str = Field(min_length=10, max_length=240)
    steps: tuple[Step, ...] = Field(min_length=1)

    def with_exercise(self, index: int, exercise: Exercise) -> "Routine":
        """This routine with another exercise in the place of a step, by its first prescription."""
        step = Step(exercise=exercise.id, prescription=exercise.prescriptions[0].key)
        steps = (*self.steps[:index], step, *self.steps[index + 1 :])
        return self.model_copy(update={"steps": steps})


def single_exercise(exercise: Exercise) -> Routine:
    """A routine of one exercise by its first prescription, to try it."""
    step = Step(exercise=exercise.id, prescription=exercise.prescriptions[0].key)
    return Routine(
        id=f"only-{exercise.id}",
        name=exercise.name,
        say=exercise.say,
        about=f"{exercise.name}, by itself.",
        steps=(step,),
    )
