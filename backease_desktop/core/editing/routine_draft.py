"""A routine that is being written: what it may become, whether it is in order yet or not.

A draft holds the steps as a routine's file does. A step keeps the prescription that it names until
somebody changes its dose; from then on the dose is the step's own, with what was changed in it and
everything else as it was. Every change gives another draft, so that each can be undone.
"""

from collections.abc import Sequence
from typing import Any, Literal

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.prescription import Prescription, Range
from backease_desktop.core.catalogue.routine import Routine, RoutineKind, Step
from backease_desktop.core.catalogue.words import DoseLevel, MeantFor, SideMode
from backease_desktop.core.fields import Fields

MINE = "mine"
"""The id of the source of doses that a person has chosen in the editor."""

Amount = Literal["hold_s", "reps", "breaths", "sets", "rest_s"]
AMOUNTS: tuple[Amount, ...] = ("hold_s", "reps", "breaths", "sets", "rest_s")

ABOUT = "A routine of my own."
"""What a new routine says of itself."""


class RoutineDraft(Fields, frozen=True):
    """A routine as it is being written; the fields of `Routine`, with fewer limits."""

    id: str
    name: str
    say: str | None = None
    kind: RoutineKind = RoutineKind.OWN
    source: str | None = None
    section: str | None = None
    meant_for: MeantFor | None = None
    about: str = ABOUT
    steps: tuple[Step, ...] = ()
    our_order: tuple[str, ...] = ()

    def routine(self) -> Routine:
        """The routine, not checked; `problems` says whether it is one."""
        return Routine(**{name: getattr(self, name) for name in self.__struct_fields__})

    def renamed(self, name: str) -> "RoutineDraft":
        """With another name, which is then the one that is spoken."""
        name = " ".join(name.split())
        return self if name == self.name else self.with_(name=name, say=None)

    def with_steps(self, steps: Sequence[Step]) -> "RoutineDraft":
        """With other steps; an order of ours is kept as long as it is one of them."""
        before = sorted(step.exercise for step in self.steps)
        is_same = before == sorted(step.exercise for step in steps)
        return self.with_(steps=tuple(steps), our_order=self.our_order if is_same else ())

    def with_step(self, index: int, step: Step) -> "RoutineDraft":
        """With another step in the place of one."""
        return self.with_steps((*self.steps[:index], step, *self.steps[index + 1 :]))

    def added(self, index: int, *steps: Step) -> "RoutineDraft":
        """With more steps before the one of that number, or at the end."""
        return self.with_steps((*self.steps[:index], *steps, *self.steps[index:]))

    def without(self, index: int) -> "RoutineDraft":
        """Without a step."""
        return self.with_steps((*self.steps[:index], *self.steps[index + 1 :]))

    def moved(self, index: int, to: int) -> "RoutineDraft":
        """With a step in another place; beyond the ends it stays at the end."""
        rest = [*self.steps[:index], *self.steps[index + 1 :]]
        rest.insert(max(0, min(to, len(rest))), self.steps[index])
        return self.with_(steps=tuple(rest))


def draft_of(routine: Routine) -> RoutineDraft:
    """A routine as a draft of itself."""
    return RoutineDraft(**{name: getattr(routine, name) for name in routine.__struct_fields__})


def made_mine(routine: Routine, id_: str, name: str) -> RoutineDraft:
    """A draft of the person's own with the steps of a routine.

    Args:
        routine: in the order that the person does it in.
        id_: of the new one.
        name: of the new one.
    """
    about = f"Made from “{routine.name}”."
    return RoutineDraft(id=id_, name=name, about=about, steps=routine.steps)


def step_of(exercise: Exercise) -> Step:
    """A step of an exercise, by the first of its prescriptions."""
    return Step(exercise=exercise.id, prescription=exercise.prescriptions[0].key)


def dose_now(step: Step, exercise: Exercise) -> Prescription:
    """What a step is done by; nothing at all where it names a prescription that is not there."""
    if step.dose is not None:
        return step.dose
    return exercise.prescription(step.prescription or "") or Prescription(source=MINE)


def amount_at(dose: Prescription, field: Amount, level: DoseLevel) -> int:
    """A number of a dose as somebody does it; 0 where it has none. Lengths are in seconds."""
    amount: Range | None = getattr(dose, field)
    if amount is None:
        return 0
    return amount.round_at(level) if field in ("hold_s", "rest_s") else amount.at(level)


def with_amount(step: Step, exercise: Exercise, field: Amount, value: int | None) -> Step:
    """A step with another number in its dose; None takes the number out."""
    return with_range(step, exercise, field, Range(min=value, max=value) if value else None)


def with_range(step: Step, exercise: Exercise, field: Amount, amount: Range | None) -> Step:
    """A step with another range in its dose; None takes it out."""
    now = dose_now(step, exercise)
    if getattr(now, field) == amount:
        return step
    changes: dict[str, Range | None] = {field: amount}
    if amount is not None and field == "breaths":
        changes |= {"hold_s": None, "reps": None}
    elif amount is not None and field in ("hold_s", "reps"):
        changes |= {"breaths": None}
    return _own(step, now, changes, now.sides)


def with_sides(step: Step, exercise: Exercise, sides: SideMode) -> Step:
    """A step that is done otherwise on left and right."""
    now = dose_now(step, exercise)
    if (now.sides or exercise.sides) is sides:
        return step
    return _own(step, now, {}, None if sides is exercise.sides else sides)


def _own(
    step: Step, now: Prescription, changes: dict[str, Range | None], sides: SideMode | None
) -> Step:
    """A step with a dose of its own."""
    amounts: dict[str, Any] = {name: getattr(now, name) for name in AMOUNTS} | changes
    return Step(exercise=step.exercise, dose=Prescription(source=MINE, sides=sides, **amounts))


def source_beside(step: Step, exercise: Exercise) -> Prescription:
    """The prescription whose ranges stand beside a step: its own, else the one most like it."""
    named = exercise.prescription(step.prescription or "")
    if named is not None:
        return named
    dose = dose_now(step, exercise)

    def differs(one: Prescription) -> int:
        pairs = ((getattr(one, name), getattr(dose, name)) for name in AMOUNTS)
        return sum((first is None) != (second is None) for first, second in pairs)

    return min(exercise.prescriptions, key=differs)


def sides_of(exercise: Exercise) -> tuple[SideMode, ...]:
    """How left and right may be treated in a dose of an exercise."""
    return (SideMode.NONE,) if exercise.landmarks is None else tuple(SideMode)


def is_known(step: Step, catalogue: Catalogue) -> bool:
    """Whether a step's exercise is there."""
    return step.exercise in catalogue.exercises
