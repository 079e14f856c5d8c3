"""A routine as a picker shows it: its name with everything that decides whether it fits now."""

from collections.abc import Iterable
from dataclasses import dataclass

from backease_desktop.core.catalogue.words import Area, Equipment, Place
from backease_desktop.core.units import Ms


@dataclass(frozen=True, slots=True)
class RoutineStep:
    """A line of a routine's preview.

    Attributes:
        exercise: id; name: as it is shown.
        dose: in words, "hold 20 s · each side".
        is_assumed: some of the dose is ours because the article leaves it open.
    """

    exercise: str
    name: str
    dose: str
    is_assumed: bool


@dataclass(frozen=True, slots=True)
class RoutineCard:
    """A routine in a picker.

    Attributes:
        duration: in milliseconds at the person's dose, from estimated words.
        has_affected: some exercise is done on the affected side only.
    """

    id: str
    name: str
    about: str
    is_desk_set: bool
    source_title: str | None
    duration: Ms
    places: tuple[Place, ...]
    equipment: tuple[Equipment, ...]
    areas: tuple[Area, ...]
    steps: tuple[RoutineStep, ...]
    has_affected: bool


def what_fits_now(cards: Iterable[RoutineCard]) -> tuple[RoutineCard, ...]:
    """The shortest desk set for each place, chair first: what home offers before any choice."""
    sets = sorted((card for card in cards if card.is_desk_set), key=lambda card: card.duration)
    offers: dict[Place, RoutineCard] = {}
    for card in sets:
        if len(card.places) == 1:
            offers.setdefault(card.places[0], card)
    return tuple(offers[place] for place in Place if place in offers)
