"""The easier and the harder form of an exercise that is written, and what this person has of them.

Rules:
1. A pack is left out whole where one of its links leads nowhere. So only what shipped, or lies in
   the same pack, is listed to choose from; a link to what is gone stands in the way of keeping it.
2. Any link may be written. Where it is not offered to this person the form says why: the door
   (`core.person.verdict`) decides, here as everywhere.
3. One exercise is not both easier and harder than another one.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.words import Action
from backease_desktop.core.person.verdict import Asking, easier_for, harder_for, verdict

Link = Literal["easier", "harder"]
LINKS: tuple[Link, ...] = ("easier", "harder")

_OTHER: dict[Link, Link] = {"easier": "harder", "harder": "easier"}


class Hindrance(StrEnum):
    """Why a form is not offered to a person."""

    AVOIDED = "avoided"
    ASKED = "asked about"
    MORE_CARE = "more care"


@dataclass(frozen=True, slots=True)
class NotOffered:
    """A form that is not offered to a person.

    Attributes:
        why: which kind of reason.
        name: of the exercise that is named.
        reason: the strictest rule's sentence.
    """

    why: Hindrance
    name: str
    reason: str


def choices(exercise: Exercise, catalogue: Catalogue, known: Collection[str]) -> list[Exercise]:
    """What may be named as a form of an exercise, by name; whatever it names now is among them.

    Args:
        exercise: that is written.
        catalogue: all that can be played.
        known: ids of those that are there as long as it is.
    """
    wanted = {*known, exercise.easier, exercise.harder} - {exercise.id}
    found = (one for one in catalogue.exercises.values() if one.id in wanted)
    return sorted(found, key=lambda one: (one.name.casefold(), one.id))


def with_link(exercise: Exercise, link: Link, id_: str | None) -> Exercise:
    """With another exercise as its easier or harder form, or with none."""
    if getattr(exercise, link) == id_:
        return exercise
    changed = exercise.with_(**{link: id_})
    other = _OTHER[link]
    is_both = id_ is not None and getattr(exercise, other) == id_
    return changed.with_(**{other: None}) if is_both else changed


def fault_of_links(exercise: Exercise, known: Collection[str]) -> tuple[str, str] | None:
    """The link that leads nowhere, and what would be right; None if each leads somewhere."""
    for link in LINKS:
        id_ = getattr(exercise, link)
        if id_ is not None and id_ not in known:
            return link, f"“{id_}” is not there any more; choose another one, or none"
    return None


def not_offered(
    exercise: Exercise, link: Link, asking: Asking, catalogue: Catalogue
) -> NotOffered | None:
    """Why a form that is named is not offered to a person; None where it is, or none is named."""
    other = catalogue.exercises.get(getattr(exercise, link) or "")
    offered = easier_for if link == "easier" else harder_for
    if other is None or offered(exercise, asking, catalogue) is not None:
        return None
    found = verdict(other, asking, catalogue)
    why = {Action.AVOID: Hindrance.AVOIDED, Action.ASK: Hindrance.ASKED}.get(
        found.action or Action.MODIFY, Hindrance.MORE_CARE
    )
    return NotOffered(why, other.name, found.rules[0].reason if found.rules else "")
