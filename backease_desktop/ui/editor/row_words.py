"""What a row of the routine editor says of a step: its numbers beside what the source says."""

from dataclasses import replace

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.prescription import Prescription
from backease_desktop.core.catalogue.routine import Step
from backease_desktop.core.catalogue.words import DoseLevel
from backease_desktop.core.editing.overview import Overview
from backease_desktop.core.editing.problems import DraftProblem, Remedy, outside, remedies
from backease_desktop.core.editing.routine_draft import (
    Amount,
    amount_at,
    dose_now,
    sides_of,
    source_beside,
)
from backease_desktop.ui.durations import exact_words
from backease_desktop.ui.editor.editor_words import (
    amount_words,
    problem_words,
    range_words,
    short_outside_words,
    short_sides_words,
    step_dose_words,
    tr,
)
from backease_desktop.ui.editor.step_row import SIDES, RowPart, StepRow
from backease_desktop.ui.formats import position_words

_SHOWN: tuple[Amount, ...] = ("sets", "reps", "breaths", "hold_s")
_LENGTHS: frozenset[Amount] = frozenset({"reps", "breaths", "hold_s"})


def bare_row(step: Step, catalogue: Catalogue, level: DoseLevel) -> StepRow:
    """A row with all that a step says by itself, wherever it stands.

    Args:
        step: it.
        catalogue: the exercises.
        level: how much of a range the person does.
    """
    exercise = catalogue.exercises.get(step.exercise)
    if exercise is None:
        return StepRow("0", "", step.exercise, "")
    beyond = outside(step, catalogue)
    return StepRow(
        id="0",
        exercise=exercise.id,
        name=exercise.name,
        dose=step_dose_words(step, exercise, level),
        parts=_parts(step, exercise, level, {one.field for one in beyond}),
        note=" · ".join(short_outside_words(one) for one in beyond),
    )


def placed_row(
    bare: StepRow,
    index: int,
    seen: Overview,
    problem: DraftProblem | None,
    exercise: Exercise | None,
    catalogue: Catalogue,
) -> StepRow:
    """A row in its place: with its length, what comes before it, and what is amiss.

    Args:
        bare: what the step says by itself.
        index: of the step.
        seen: what the routine comes to.
        problem: what is amiss in the step.
        exercise: of the step; None where it is not there.
        catalogue: the exercises.
    """
    length, change = seen.lengths.get(index), seen.changes.get(index)
    to = tr("{position}, {time}")
    return replace(
        bare,
        id=str(index),
        for_person=person_words(seen.others[index], catalogue) if index in seen.others else "",
        problem=problem_words(problem) if problem else "",
        remedies=tuple(remedy_words(remedy) for remedy in remedies(problem, exercise))
        if problem
        else (),
        length=exact_words(length) if length else "",
        change=to.format(position=position_words(change.to), time=exact_words(change.takes))
        if change
        else "",
    )


def person_words(instead: str | None, catalogue: Catalogue) -> str:
    """What becomes of a step for the person: another exercise comes, or none."""
    if instead is None:
        return tr("left out for you")
    return tr("for you: {name}").format(name=catalogue.exercises[instead].name)


def remedy_words(remedy: Remedy) -> str:
    """What can be done about a problem."""
    match remedy.field:
        case None:
            return tr("Take it out")
        case "hold_s":
            return tr("Hold {n} s").format(n=remedy.value)
        case _:
            return tr("{n} times").format(n=remedy.value)


def _parts(
    step: Step, exercise: Exercise, level: DoseLevel, beyond: set[Amount]
) -> tuple[RowPart, ...]:
    dose, source = dose_now(step, exercise), source_beside(step, exercise)
    has_no_length = not any(getattr(dose, field) for field in _LENGTHS)
    parts = [
        _part(field, dose, source, level, is_outside=field in beyond)
        for field in _SHOWN
        if getattr(dose, field)
        or getattr(source, field)
        or (has_no_length and field in ("reps", "hold_s"))
    ]
    if dose.breaths is not None:  # they are the length; repetitions would take their place
        parts = [part for part in parts if part.part != "reps"]
    elif any(part.part == "reps" for part in parts):
        parts = [part for part in parts if part.part != "breaths"]
    if len(sides_of(exercise)) > 1:
        words = short_sides_words(dose.sides or exercise.sides)
        parts.append(RowPart(SIDES, words, name=tr("Sides")))
    return tuple(parts)


def _part(
    field: Amount, dose: Prescription, source: Prescription, level: DoseLevel, *, is_outside: bool
) -> RowPart:
    value, said = amount_at(dose, field, level), getattr(source, field)
    forms = {"sets": tr("{n} sets"), "breaths": tr("{n} br."), "hold_s": tr("{n} s")}
    words = forms.get(field, tr("× {n}")).format(n=value) if value else "–"
    beside = tr("no source") if said is None else range_words(said, field)
    if is_outside:
        beside = tr("source: {range}").format(range=beside)
    return RowPart(field, words, beside, is_outside, amount_words(field))
