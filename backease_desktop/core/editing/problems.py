"""What stands in the way of a draft becoming a routine, each where it is and with remedies."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.prescription import Prescription, Range
from backease_desktop.core.catalogue.routine import LONGEST_ROUTINE_S, MOST_STEPS, Step
from backease_desktop.core.editing.routine_draft import (
    AMOUNTS,
    Amount,
    RoutineDraft,
    dose_now,
    source_beside,
)
from backease_desktop.core.plain_text import fault_of

SHORTEST_NAME, LONGEST_NAME = 2, 48
USUAL_HOLD, USUAL_TIMES = 15, 10
"""Seconds, and repetitions, that are offered where no source says how long."""


class Trouble(StrEnum):
    """What is amiss."""

    NAME = "name"
    EMPTY = "empty"
    TOO_MANY = "too many"
    TOO_LONG = "too long"
    UNKNOWN = "unknown"
    NO_LENGTH = "no length"
    MISFIT = "misfit"


@dataclass(frozen=True, slots=True)
class DraftProblem:
    """One thing that is amiss.

    Attributes:
        trouble: which; step: index of the step, None for the whole.
        words: what the catalogue says of it, where that is more than `trouble`.
    """

    trouble: Trouble
    step: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Remedy:
    """What can be done about a problem of a step.

    Attributes:
        field: a number that it is given; None: the step is taken out. value: that number.
    """

    field: Amount | None = None
    value: int = 0


@dataclass(frozen=True, slots=True)
class Outside:
    """A number of a dose that leaves the source's range.

    Attributes:
        field: which number; value: what it is; range: what the source says.
    """

    field: Amount
    value: int
    range: Range

    @property
    def nearest(self) -> int:
        """The end of the range that is nearest."""
        return self.range.max if self.value > self.range.max else self.range.min


def problems_of(draft: RoutineDraft, catalogue: Catalogue) -> tuple[DraftProblem, ...]:
    """All that is amiss; nothing where the draft is a routine."""
    found = list(_of_whole(draft))
    for index, step in enumerate(draft.steps):
        problem = _of_step(index, step, catalogue)
        if problem is not None:
            found.append(problem)
    if not any(one.step is not None for one in found):
        seconds = catalogue.fullest_s(draft.routine())
        if seconds > LONGEST_ROUTINE_S:
            found.append(DraftProblem(Trouble.TOO_LONG, words=str(round(seconds / 60))))
    return tuple(found)


def remedies(problem: DraftProblem, exercise: Exercise | None) -> tuple[Remedy, ...]:
    """What can be done about a problem of a step, the likeliest first."""
    if problem.trouble is not Trouble.NO_LENGTH or exercise is None:
        return (Remedy(),)
    is_moved = exercise.phases and not any(phase.to == "hold" for phase in exercise.phases)
    first = Remedy("reps", USUAL_TIMES) if is_moved else Remedy("hold_s", USUAL_HOLD)
    return first, Remedy()


def outside(step: Step, catalogue: Catalogue) -> tuple[Outside, ...]:
    """The numbers of a step that leave the ranges of the source beside it."""
    exercise = catalogue.exercises.get(step.exercise)
    if exercise is None or step.dose is None:
        return ()
    source = source_beside(step, exercise)
    return tuple(_outside(dose_now(step, exercise), source))


def _outside(dose: Prescription, source: Prescription) -> Iterator[Outside]:
    for field in AMOUNTS:
        now: Range | None = getattr(dose, field)
        said: Range | None = getattr(source, field)
        if now is None or said is None:
            continue
        if now.max > said.max:
            yield Outside(field, now.max, said)
        elif now.min < said.min:
            yield Outside(field, now.min, said)


def _of_whole(draft: RoutineDraft) -> Iterator[DraftProblem]:
    if not SHORTEST_NAME <= len(draft.name) <= LONGEST_NAME:
        yield DraftProblem(Trouble.NAME)
    elif (fault := fault_of(draft.name)) is not None:
        yield DraftProblem(Trouble.NAME, words=fault)
    if not draft.steps:
        yield DraftProblem(Trouble.EMPTY)
    if len(draft.steps) > MOST_STEPS:
        yield DraftProblem(Trouble.TOO_MANY)


def _of_step(index: int, step: Step, catalogue: Catalogue) -> DraftProblem | None:
    exercise = catalogue.exercises.get(step.exercise)
    if exercise is None:
        return DraftProblem(Trouble.UNKNOWN, index)
    dose = dose_now(step, exercise)
    if dose.hold_s is None and dose.reps is None and dose.breaths is None:
        return DraftProblem(Trouble.NO_LENGTH, index)
    if dose.source not in catalogue.sources:
        return DraftProblem(Trouble.MISFIT, index, f"no source has the id {dose.source!r}")
    if step.dose is not None and (misfit := exercise.misfit(dose)) is not None:
        return DraftProblem(Trouble.MISFIT, index, misfit.partition(": ")[2])
    return None
