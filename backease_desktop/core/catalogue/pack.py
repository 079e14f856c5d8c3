"""A pack as a value: what somebody adds to the catalogue, and how its ids keep out of the way.

Rules: a pack brings sources, exercises and routines. What has the same id and is the same is there
already and is not brought twice; what has the same id and differs gets an id of its own, and all
that names it follows. So nothing of the person's is ever replaced.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from typing import TypeVar

from msgspec import field

from backease_desktop.core.catalogue.catalogue import Catalogue, Source
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.prescription import Prescription
from backease_desktop.core.catalogue.routine import Routine, Step
from backease_desktop.core.values import Value

LONGEST_ID = 60


class Pack(Value, frozen=True, kw_only=True):
    """What is added to a catalogue.

    Attributes:
        photos: JPEGs that are shown instead of figures, by the id of their exercise.
    """

    sources: tuple[Source, ...] = ()
    exercises: tuple[Exercise, ...] = ()
    routines: tuple[Routine, ...] = ()
    photos: dict[str, bytes] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether it adds nothing."""
        return not (self.sources or self.exercises or self.routines)


Item = TypeVar("Item", Source, Exercise, Routine)


def id_from(name: str, taken: Collection[str] = (), otherwise: str = "mine") -> str:
    """An id made of a name: small letters, digits, hyphens; a number behind it if it is taken."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = "-".join(re.findall("[a-z0-9]+", plain))[: LONGEST_ID - 5].strip("-") or otherwise
    number, one = 1, stem
    while one in taken:
        number += 1
        one = f"{stem}-{number}"
    return one


def beside(pack: Pack, catalogue: Catalogue) -> Pack:
    """The pack with ids that are free beside a catalogue, and without what is there already."""
    sources, new_sources = _placed(pack.sources, catalogue.sources, lambda one: one)
    exercises, new_exercises = _placed(
        pack.exercises, catalogue.exercises, lambda one: _renamed_sources(one, new_sources)
    )
    exercises = tuple(_renamed_links(one, new_exercises) for one in exercises)
    own = {one.id for one in pack.exercises}
    routines, _ = _placed(
        pack.routines,
        catalogue.routines,
        lambda one: _renamed_steps(one, own, new_exercises, new_sources),
    )
    kept = {one.id for one in exercises}
    named = {new_exercises.get(id_, id_): photo for id_, photo in pack.photos.items()}
    photos = {id_: photo for id_, photo in named.items() if id_ in kept}
    return Pack(sources=sources, exercises=exercises, routines=routines, photos=photos)


def pack_around(routine: Routine, catalogue: Catalogue, shipped: Catalogue) -> Pack:
    """A routine with everything that it needs and that does not come with the program.

    Args:
        routine: one of the catalogue.
        catalogue: all that this person has.
        shipped: what everybody has.
    """
    steps = [catalogue.exercise_of(step) for step in routine.steps]
    brought: dict[str, Exercise] = {}
    for exercise in steps:
        if exercise.id not in shipped.exercises:
            brought[exercise.id] = _without_links(exercise, {*shipped.exercises, *brought})
    doses = [catalogue.prescription_of(step) for step in routine.steps]
    doses += [dose for exercise in brought.values() for dose in exercise.prescriptions]
    named = dict.fromkeys([*(dose.source for dose in doses), routine.source])
    sources = (catalogue.sources.get(one or "") for one in named)
    return Pack(
        sources=tuple(one for one in sources if one and one.id not in shipped.sources),
        exercises=tuple(brought.values()),
        routines=(routine,),
    )


def _without_links(exercise: Exercise, known: Collection[str]) -> Exercise:
    gone = {name: None for name in ("easier", "harder") if getattr(exercise, name) not in known}
    return exercise.with_(**gone)


def _placed(
    items: tuple[Item, ...], there: Mapping[str, Item], renamed: Callable[[Item], Item]
) -> tuple[tuple[Item, ...], dict[str, str]]:
    """The items that are new, with free ids, and which id became which."""
    taken = {*there, *(item.id for item in items)}
    kept: list[Item] = []
    names: dict[str, str] = {}
    for each in items:
        item = renamed(each)
        if item.id in there:
            if there[item.id] == item:
                continue
            names[item.id] = id_from(item.id, taken)
            taken.add(names[item.id])
            item = item.with_(id=names[item.id])
        kept.append(item)
    return tuple(kept), names


def _renamed_sources(exercise: Exercise, names: Mapping[str, str]) -> Exercise:
    doses = tuple(_renamed_source(dose, names) for dose in exercise.prescriptions)
    return exercise.with_(prescriptions=doses)


def _renamed_source(dose: Prescription, names: Mapping[str, str]) -> Prescription:
    return dose.with_(source=names.get(dose.source, dose.source))


def _renamed_links(exercise: Exercise, names: Mapping[str, str]) -> Exercise:
    links = {name: getattr(exercise, name) for name in ("easier", "harder")}
    return exercise.with_(**{n: names.get(i, i) if i else None for n, i in links.items()})


def _renamed_steps(
    routine: Routine,
    own: Collection[str],
    exercises: Mapping[str, str],
    sources: Mapping[str, str],
) -> Routine:
    def renamed(step: Step) -> Step:
        key = step.prescription
        if key is not None and step.exercise in own:
            source, slash, section = key.partition("/")
            key = f"{sources.get(source, source)}{slash}{section}"
        dose = _renamed_source(step.dose, sources) if step.dose else None
        one = exercises.get(step.exercise, step.exercise)
        return Step(exercise=one, prescription=key, dose=dose)

    source = sources.get(routine.source, routine.source) if routine.source else None
    order = tuple(exercises.get(one, one) for one in routine.our_order)
    steps = tuple(renamed(step) for step in routine.steps)
    return routine.with_(steps=steps, source=source, our_order=order)
