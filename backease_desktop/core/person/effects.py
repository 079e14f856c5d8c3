"""What it comes to for a person: which exercises of their routines change, and which never come.

An exercise that several things change is counted once; routines that are meant for others do not
count.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.words import Action
from backease_desktop.core.person.person import LATE_PREGNANCY, PREGNANCY
from backease_desktop.core.person.verdict import Asking, Verdict, verdict


@dataclass(frozen=True, slots=True)
class Effect:
    """An exercise that is not as it is for anybody."""

    exercise: Exercise
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Effects:
    """All of them, in the catalogue's order.

    Attributes:
        changed: come in another way.
        asked: are to be asked about first.
        never: do not come.
        counts: how many a condition concerns, or what is rather not done, by its id; only what is
            on.
    """

    changed: tuple[Effect, ...] = ()
    asked: tuple[Effect, ...] = ()
    never: tuple[Effect, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Effect]:
        yield from (*self.changed, *self.asked, *self.never)


def effects_of(asking: Asking, catalogue: Catalogue) -> Effects:
    """What the routines of a catalogue come to for a person."""
    found: dict[Action, list[Effect]] = {action: [] for action in Action}
    concerned: dict[str, set[str]] = {}
    for exercise in _exercises_for(asking, catalogue):
        one = verdict(exercise, asking, catalogue)
        for rule in one.rules:
            condition = PREGNANCY if rule.condition == LATE_PREGNANCY else rule.condition
            concerned.setdefault(condition, set()).add(exercise.id)
        if one.action is not None:
            found[one.action].append(Effect(exercise, one))
    return Effects(
        changed=tuple(found[Action.MODIFY]),
        asked=tuple(found[Action.ASK]),
        never=tuple(found[Action.AVOID]),
        counts={condition: len(exercises) for condition, exercises in concerned.items()},
    )


def _exercises_for(asking: Asking, catalogue: Catalogue) -> list[Exercise]:
    ids = {
        step.exercise
        for routine in catalogue.routines.values()
        if asking.person.is_meant(routine.meant_for, asking.today)
        for step in routine.steps
    }
    return [exercise for id_, exercise in catalogue.exercises.items() if id_ in ids]
