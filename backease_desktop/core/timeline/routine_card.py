"""A routine as a picker shows it: its name with everything that decides whether it fits now."""

from collections.abc import Iterable, Sequence

from backease_desktop.core.catalogue.search import Entry, fold, words_of
from backease_desktop.core.catalogue.words import Area, Equipment, MeantFor, Place
from backease_desktop.core.fields import Fields
from backease_desktop.core.units import MINUTE, Ms

_ORDER = list(Place)
"""As far as a person at a desk has to go."""


class RoutineStep(Fields, frozen=True):
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


class RoutineCard(Fields, frozen=True):
    """A routine in a picker.

    Attributes:
        duration: in milliseconds at the person's dose, from estimated words.
        has_affected: some exercise is done on the affected side only.
        meant_for: whom it is meant for, None for everybody.
        is_for_me: the person has said that they are one of them.
        changed: so many exercises are not as the routine has them.
        is_own: it is the person's own, to be changed by them.
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
    meant_for: MeantFor | None = None
    is_for_me: bool = False
    changed: int = 0
    is_own: bool = False

    @property
    def is_offered(self) -> bool:
        """Whether it may be chosen for the person: nobody is led into what is meant for others."""
        return self.meant_for is None or self.is_for_me

    @property
    def farthest(self) -> Place:
        """The place that a person at a desk has farthest to go to."""
        return max(self.places, key=_ORDER.index)


def entry_of_card(card: RoutineCard) -> Entry:
    """How a routine is found: by everything that its card says in words."""
    names = [step.name for step in card.steps]
    words = [card.name, card.about, *names, *card.areas, *card.equipment, *card.places]
    places, areas = frozenset(card.places), frozenset(card.areas)
    return Entry(card.id, fold(" ".join(words)), places, areas, card.duration, words_of(card.name))


def the_one_for(
    cards: Iterable[RoutineCard], place: Place, longest: Ms, done: Sequence[str]
) -> RoutineCard | None:
    """What a reminder opens when it may choose: the right place, the right length, variety.

    Args:
        cards: of all routines.
        place: the farthest that a person may have to go: from the chair they can stand up, and
            from there lie down.
        longest: what may be taken, in milliseconds; half a minute more is as good.
        done: ids of the routines that were done, the one that was done last at the end.

    Returns:
        Of those for everybody that are short enough the one that was done longest ago or never; of
        several that never were, the one that has least in common with what was done last, the
        longer one first. If all are too long, the shortest; None if there is none for this place.
    """
    near, known = _ORDER.index(place), list(cards)
    there = sorted(
        (card for card in known if card.is_offered and _ORDER.index(card.farthest) <= near),
        key=lambda card: -card.duration,
    )
    short = [card for card in there if card.duration <= longest + MINUTE // 2]
    last = {routine: number for number, routine in enumerate(done, start=1)}
    just_done = {
        step.exercise for card in known if done and card.id == done[-1] for step in card.steps
    }

    def turn(card: RoutineCard) -> tuple[int, int]:
        again = len(just_done & {step.exercise for step in card.steps})
        return last.get(card.id, 0), again

    return min(short, key=turn, default=there[-1] if there else None)
