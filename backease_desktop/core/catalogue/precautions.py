"""Precautions: for whom an exercise is to be avoided, changed, or asked about first.

They are derived from an exercise's position, spine and load by rules, so that a new exercise is
covered on the day it is added. The rules are a classification of ours, each with the source that
it rests on; none of them clears anybody.

Two more things are said by the same rules: what a person would rather not do (`rather_not`), and
which exercise comes instead of one that does not (`instead_exercise`).
"""

from collections.abc import Mapping
from typing import Annotated

from msgspec import Meta, field

from backease_desktop.core.catalogue.exercise import Exercise, Id, few_words
from backease_desktop.core.catalogue.prescription import LONGEST_S
from backease_desktop.core.catalogue.words import (
    PLACE_OF,
    Action,
    Demand,
    Direction,
    Equipment,
    Load,
    Place,
    Position,
)
from backease_desktop.core.values import Value


class Trigger(Value, frozen=True, kw_only=True):
    """What an exercise must be like for a rule to apply; every condition that is given must hold.

    Attributes:
        position: one of these positions.
        place: done at one of these places.
        directions: the spine goes in one of these directions.
        end_range, repeated, balance: the exercise is, or is not, so.
        load: one of these loads.
        demands: it asks one of these of a part of the body.
        equipment: one of these things is used.
        hold_at_least_s: some prescription holds this many seconds or more.
        always: applies to every exercise.
    """

    position: tuple[Position, ...] = ()
    place: tuple[Place, ...] = ()
    directions: tuple[Direction, ...] = ()
    end_range: bool | None = None
    repeated: bool | None = None
    balance: bool | None = None
    load: tuple[Load, ...] = ()
    demands: tuple[Demand, ...] = ()
    equipment: tuple[Equipment, ...] = ()
    hold_at_least_s: Annotated[int, Meta(ge=1, le=LONGEST_S)] | None = None
    always: bool = False

    def fits(self, exercise: Exercise) -> bool:
        """Whether the exercise is such."""
        if self.always:
            return True
        holds = [p.hold_s.max for p in exercise.prescriptions if p.hold_s]
        given = [
            (self.position, exercise.position in self.position),
            (self.place, PLACE_OF[exercise.position] in self.place),
            (self.demands, bool(set(self.demands) & exercise.all_demands)),
            (self.directions, bool(set(self.directions) & set(exercise.spine.directions))),
            (self.end_range is not None, exercise.spine.end_range == self.end_range),
            (self.repeated is not None, exercise.spine.repeated == self.repeated),
            (self.balance is not None, exercise.balance == self.balance),
            (self.load, exercise.load in self.load),
            (self.equipment, bool(set(self.equipment) & set(exercise.equipment))),
            (
                self.hold_at_least_s is not None,
                max(holds, default=0) >= (self.hold_at_least_s or 0),
            ),
        ]
        asked = [holds_true for is_asked, holds_true in given if is_asked]
        return bool(asked) and all(asked)


class Rule(Value, frozen=True, kw_only=True):
    """One row of the precautions: for a condition, what sort of exercise asks for which action.

    Attributes:
        condition: id of the condition in a person's profile, or of what is rather not done.
        title: the condition in plain words.
        when: what triggers it.
        action: avoid, ask first, or modify.
        reason: why, in a sentence for the person.
        instead: what to do instead, or how to change the exercise.
        instead_exercise: ids of exercises that may take its place, by its position; the first that
            is right for the person, and has a part of the body in common if one has.
        tip: what is said in place of the exercise's tip, where it is to be changed.
        rather_not: it is what somebody would rather not do; it never asks.
        source: the publication it rests on.
        reviewed: date of our last look at the source, ISO.
        signed_by: the clinician who has checked the rule; None means that it needs review by one.
    """

    condition: str
    title: str
    when: Trigger
    action: Action
    reason: Annotated[str, Meta(max_length=200)]
    instead: Annotated[str, Meta(max_length=200)] | None = None
    instead_exercise: Mapping[Position, tuple[Id, ...]] = field(default_factory=dict)
    tip: Annotated[str, few_words(10)] | None = None
    rather_not: bool = False
    source: str
    reviewed: Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    signed_by: str | None = None

    def check(self) -> None:
        """A change has its words, and what is rather not done is left out."""
        if self.action is Action.MODIFY and self.tip is None:
            raise ValueError("tip: a rule that changes an exercise has a sentence to be spoken")
        if self.rather_not and self.action is not Action.AVOID:
            raise ValueError("action: what is rather not done is left out; write avoid")


def precautions_of(exercise: Exercise, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """The rules that an exercise triggers for a condition, in the order of the file."""
    return tuple(rule for rule in rules if not rule.rather_not and rule.when.fits(exercise))
