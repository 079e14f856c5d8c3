"""What somebody asks for who has some minutes, and what may come of it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from backease_desktop.core.catalogue.words import Area, Equipment, Load, Place
from backease_desktop.core.units import MINUTE, Ms

if TYPE_CHECKING:
    from backease_desktop.core.catalogue.exercise import Exercise
    from backease_desktop.core.catalogue.routine import Step

AT_HAND = frozenset({Equipment.CHAIR, Equipment.DESK, Equipment.WALL, Equipment.MAT})
"""What need not be asked for: an office or a room has it, and whoever chooses the mat has one."""

STRENGTH_FROM = Ms(5 * MINUTE)
"""From this length on a third of the work is strength or stability."""

ONLY_IF_WANTED = frozenset({Area.EYES, Area.WRISTS})
"""A session is for the back: what works on nothing else than these comes if it is asked for."""


class Part(StrEnum):
    """Where in a session an exercise belongs; in this order."""

    WARM_UP = "warm-up"
    STRENGTH = "strength"
    STRETCH = "stretch"


class Wanted(msgspec.Struct, frozen=True):
    """What is asked for.

    Attributes:
        longest: the time there is, in milliseconds.
        place: where all of it is done.
        seed: another one gives another session; the same, with all else, the same.
        areas: parts of the body that it is for; empty for the whole back.
        things: what is at hand.
        done_today: ids of the exercises that were done today.
        rungs: what strengthens is to be some of these, each right for the person; empty for any.
        kind: what the id of the session begins with.
    """

    longest: Ms
    place: Place
    seed: int = 0
    areas: frozenset[Area] = frozenset()
    things: frozenset[Equipment] = AT_HAND
    done_today: frozenset[str] = frozenset()
    rungs: tuple[Step, ...] = ()
    kind: str = "fitted"

    @property
    def rounds(self) -> int:
        """How often what strengthens may come: a rung once, twice would be above its source."""
        return 1 if self.rungs else ROUNDS


ROUNDS = 2
"""How often what strengthens may come in one session."""


def part_of(exercise: Exercise) -> Part:
    """Where in a session an exercise belongs."""
    if exercise.strengthens:
        return Part.STRENGTH
    return Part.WARM_UP if exercise.load is Load.MOVING else Part.STRETCH


def fits_place(exercise: Exercise, wanted: Wanted) -> bool:
    """Whether an exercise is done at the place, with what is at hand."""
    return exercise.place is wanted.place and set(exercise.equipment) <= wanted.things


def fits_areas(exercise: Exercise, wanted: Wanted) -> bool:
    """Whether it works on what is wanted."""
    areas = set(exercise.areas)
    return bool(areas & wanted.areas) if wanted.areas else not areas <= ONLY_IF_WANTED
