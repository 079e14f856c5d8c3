"""What fits: routines for a place and a length, and the picture that tells each from the others."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from backease_desktop.core.catalogue.words import Place
from backease_desktop.core.timeline.routine_card import RoutineCard
from backease_desktop.core.units import MINUTE, Ms

FIRST_PLACE, FIRST_TIME = Place.CHAIR, Ms(2 * MINUTE)
"""What is offered for until somebody says something else."""

GRACE = Ms(MINUTE // 2)
"""A routine that is so much longer than the time there is still fits."""

MORE = Ms(5 * MINUTE)
"""What is offered to whoever would do some more after a session."""

FULL_ENOUGH = 0.6
"""Of the time there is: what fills less of it comes after what fills more."""


def fitting(cards: Iterable[RoutineCard], place: Place, longest: Ms) -> tuple[RoutineCard, ...]:
    """The routines that fit a place and a length, best first.

    Args:
        cards: of all routines; those not meant for everybody are never offered unasked.
        place: where it is done; nothing in it needs another place to go farther to.
        longest: the time there is, in milliseconds.

    Returns:
        Those that fill the time, desk sets before others, what needs least first; then the shorter
        ones. Where none is short enough, the shortest; empty where there is none.
    """
    there = sorted(
        (card for card in cards if card.is_offered and card.farthest is place),
        key=lambda card: (-card.duration, not card.is_desk_set, card.id),
    )
    short = [card for card in there if card.duration <= longest + GRACE]
    full = [card for card in short if card.duration >= longest * FULL_ENOUGH]
    full.sort(key=lambda card: (not card.is_desk_set, len(card.equipment)))
    return tuple([*full, *(card for card in short if card not in full)] or there[-1:])


def more_after(cards: Iterable[RoutineCard], routine_id: str) -> RoutineCard | None:
    """A few minutes more after a session: on the mat after one there, else standing.

    Args:
        cards: of all routines.
        routine_id: what was played; one that has no card, such as a single exercise, counts as
            done at the chair.

    Returns:
        What fits best, with nothing in it that was just done if there is such a one; None where
        nothing is as short as that.
    """
    known = {card.id: card for card in cards}
    played = known.get(routine_id)
    is_down = played is not None and played.farthest is Place.MAT
    done = set() if played is None else set(_exercises(played))
    place = Place.MAT if is_down else Place.STANDING
    fits = [
        card
        for card in fitting(known.values(), place, MORE)
        if card.id != routine_id and card.duration <= MORE + GRACE
    ]
    return next((card for card in fits if not done & set(_exercises(card))), next(iter(fits), None))


def telling_exercises(cards: Sequence[RoutineCard]) -> Mapping[str, str]:
    """For each routine the exercise that stands for it, by id: the rarest, and no two alike.

    Where all of a routine's exercises stand for others already, it takes its rarest all the same.
    """
    exercises = {card.id: _exercises(card) for card in cards}
    count = Counter(exercise for some in exercises.values() for exercise in some)
    chosen: dict[str, str] = {}
    taken: set[str] = set()
    # Those with the fewest to choose from choose first.
    for id_, some in sorted(exercises.items(), key=lambda one: (len(one[1]), one[0])):
        by_rarity = sorted(some, key=lambda exercise: count[exercise])
        chosen[id_] = next((one for one in by_rarity if one not in taken), by_rarity[0])
        taken.add(chosen[id_])
    return chosen


def _exercises(card: RoutineCard) -> tuple[str, ...]:
    """Each exercise of a routine once, in order."""
    return tuple(dict.fromkeys(step.exercise for step in card.steps))
