"""The catalogue: everything that can be played. If it exists, every reference in it resolves."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Annotated

import msgspec
from msgspec import Meta

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.precautions import Rule, precautions_of
from backease_desktop.core.catalogue.prescription import OURS, Prescription
from backease_desktop.core.catalogue.routine import Routine, Step
from backease_desktop.core.catalogue.words import PLACE_OF, Area, Equipment, Place, Position
from backease_desktop.core.values import Value


class Source(Value, frozen=True, kw_only=True):
    """Where doses come from: a published article, or ourselves.

    Attributes:
        file: name of the file that the catalogue was encoded from, empty if there was none.
        address: where it stands on the web; looked_up: on which day we read it there, ISO.
        told_by: who gave the doses, where nothing was published: a physiotherapist, a leaflet.
        licence: the terms that it is published under, where they are known.
        about: what it is, in our words.
        sections: ids of its sections with their titles, in the article's order.
    """

    id: Annotated[str, Meta(max_length=80)]
    title: Annotated[str, Meta(max_length=200)]
    file: Annotated[str, Meta(max_length=200)] = ""
    address: Annotated[str, Meta(pattern=r"^https?://", max_length=500)] | None = None
    looked_up: Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")] | None = None
    told_by: Annotated[str, Meta(max_length=120)] | None = None
    licence: Annotated[str, Meta(max_length=200)] | None = None
    about: Annotated[str, Meta(max_length=600)]
    sections: Mapping[str, str] = msgspec.field(default_factory=dict)

    def check(self) -> None:
        """An address has a day, and a source says where it stands."""
        if self.address is not None and self.looked_up is None:
            raise ValueError("looked_up: say on which day the address was read")
        if not (self.file or self.address or self.told_by) and self.id != OURS:
            raise ValueError("address: a source names its file, its address, or who told it")


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference that leads nowhere: which item, which field, and what would be right."""

    kind: str
    item: str
    field: str
    problem: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Exercises and routines by id, in a fixed order. Build it with `catalogue_of`."""

    sources: Mapping[str, Source] = field(default_factory=lambda: MappingProxyType({}))
    exercises: Mapping[str, Exercise] = field(default_factory=lambda: MappingProxyType({}))
    routines: Mapping[str, Routine] = field(default_factory=lambda: MappingProxyType({}))
    rules: tuple[Rule, ...] = ()

    def exercise_of(self, step: Step) -> Exercise:
        """The exercise of a step."""
        return self.exercises[step.exercise]

    def prescription_of(self, step: Step) -> Prescription:
        """The prescription that a step is done by."""
        if step.dose is not None:
            return step.dose
        found = self.exercise_of(step).prescription(step.prescription or "")
        assert found is not None, step
        return found

    def fullest_s(self, routine: Routine) -> float:
        """Seconds that a routine takes by its fullest doses, without the words around it."""
        steps = ((self.exercise_of(step), self.prescription_of(step)) for step in routine.steps)
        return sum(exercise.fullest_s(dose) for exercise, dose in steps)

    def precautions_of(self, exercise: Exercise) -> tuple[Rule, ...]:
        """The precaution rules that an exercise triggers."""
        return precautions_of(exercise, self.rules)

    def positions_of(self, routine: Routine) -> tuple[Position, ...]:
        """The positions that a routine goes through, each once, in order of first use."""
        return tuple(dict.fromkeys(self.exercise_of(step).position for step in routine.steps))

    def places_of(self, routine: Routine) -> tuple[Place, ...]:
        """The places that a routine needs, each once, in order of first use."""
        return tuple(dict.fromkeys(PLACE_OF[p] for p in self.positions_of(routine)))

    def equipment_of(self, routine: Routine) -> tuple[Equipment, ...]:
        """The things that a routine needs, each once, in order of first use."""
        needed = (thing for step in routine.steps for thing in self.exercise_of(step).equipment)
        return tuple(dict.fromkeys(needed))

    def areas_of(self, routine: Routine) -> tuple[Area, ...]:
        """The areas that a routine works on, each once."""
        worked = (area for step in routine.steps for area in self.exercise_of(step).areas)
        return tuple(dict.fromkeys(worked))


def catalogue_of(
    sources: Iterable[Source],
    exercises: Iterable[Exercise],
    routines: Iterable[Routine],
    rules: Iterable[Rule] = (),
) -> Catalogue:
    """A catalogue of these parts; check `broken_references` first, it must be empty."""
    return Catalogue(
        sources=MappingProxyType({s.id: s for s in sources}),
        exercises=MappingProxyType({e.id: e for e in exercises}),
        routines=MappingProxyType({r.id: r for r in routines}),
        rules=tuple(rules),
    )


def without_routines(catalogue: Catalogue, ids: Collection[str]) -> Catalogue:
    """The catalogue without some routines, as long as those are not in order."""
    kept = {id_: one for id_, one in catalogue.routines.items() if id_ not in ids}
    return replace(catalogue, routines=MappingProxyType(kept))


def broken_references(
    catalogue: Catalogue,
    exercises: Iterable[Exercise] | None = None,
    routines: Iterable[Routine] | None = None,
) -> list[Reference]:
    """Every reference that leads nowhere.

    Args:
        catalogue: in which they are looked for.
        exercises: whose references are looked at; all of the catalogue's by default.
        routines: likewise.
    """
    return [
        *_of_exercises(catalogue, catalogue.exercises.values() if exercises is None else exercises),
        *_of_routines(catalogue, catalogue.routines.values() if routines is None else routines),
    ]


def _of_exercises(catalogue: Catalogue, exercises: Iterable[Exercise]) -> Iterable[Reference]:
    for exercise in exercises:
        for name in ("easier", "harder"):
            other = getattr(exercise, name)
            if other is not None and other not in catalogue.exercises:
                yield Reference("exercise", exercise.id, name, f"no exercise has the id {other!r}")
            if other == exercise.id:
                yield Reference("exercise", exercise.id, name, "names the exercise itself")
        for index, prescription in enumerate(exercise.prescriptions):
            for name, problem in _of_prescription(catalogue, prescription):
                place = f"prescriptions.{index}.{name}"
                yield Reference("exercise", exercise.id, place, problem)


def _of_prescription(catalogue: Catalogue, prescription: Prescription) -> Iterable[tuple[str, str]]:
    """What leads nowhere in a prescription: which field, and what would be right."""
    source = catalogue.sources.get(prescription.source)
    if source is None:
        known = ", ".join(catalogue.sources)
        yield "source", f"no source has the id {prescription.source!r}; known are {known}"
    elif prescription.section is not None and prescription.section not in source.sections:
        known = ", ".join(source.sections) or "none"
        problem = f"source {source.id} has no section {prescription.section!r}; it has {known}"
        yield "section", problem


def _of_dose(
    catalogue: Catalogue, routine: str, step: str, exercise: Exercise, dose: Prescription
) -> Iterable[Reference]:
    """What is wrong with a step's own dose."""
    for name, problem in _of_prescription(catalogue, dose):
        yield Reference("routine", routine, f"{step}.dose.{name}", problem)
    if (misfit := exercise.misfit(dose)) is not None:
        name, _, problem = misfit.partition(": ")
        yield Reference("routine", routine, f"{step}.dose.{name}", problem)


def _of_routines(catalogue: Catalogue, routines: Iterable[Routine]) -> Iterable[Reference]:
    for routine in routines:
        if routine.source is not None and routine.source not in catalogue.sources:
            yield Reference("routine", routine.id, "source", f"no source {routine.source!r}")
        for index, step in enumerate(routine.steps):
            exercise = catalogue.exercises.get(step.exercise)
            place = f"steps.{index}"
            if exercise is None:
                problem = f"no exercise has the id {step.exercise!r}"
                yield Reference("routine", routine.id, f"{place}.exercise", problem)
            elif step.dose is not None:
                yield from _of_dose(catalogue, routine.id, place, exercise, step.dose)
            elif exercise.prescription(step.prescription or "") is None:
                known = ", ".join(p.key for p in exercise.prescriptions)
                problem = f"{exercise.id} has no prescription {step.prescription!r}; it has {known}"
                yield Reference("routine", routine.id, f"{place}.prescription", problem)
