"""Whether an exercise may come to a person without a word."""

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.words import SideMode
from backease_desktop.core.person.verdict import Asking, verdict


def fits_person(exercise: Exercise, asking: Asking, catalogue: Catalogue) -> bool:
    """Whether it may come unasked: nothing to avoid, to ask about, or for one side alone.

    Nor what hurt, nor a harder form of it: nobody has said that this would hurt less.
    """
    if exercise.sides is SideMode.AFFECTED or _is_or_asks_more_than_what_hurt(
        exercise, asking, catalogue
    ):
        return False
    return verdict(exercise, asking, catalogue).is_done


def _is_or_asks_more_than_what_hurt(
    exercise: Exercise, asking: Asking, catalogue: Catalogue
) -> bool:
    hurt = {id_ for id_, times in asking.hurt.items() if times}
    seen: set[str] = set()
    wanted = [exercise.id] if hurt else []
    while wanted:
        id_ = wanted.pop()
        if id_ in hurt:
            return True
        if id_ in seen:
            continue
        seen.add(id_)
        easier = catalogue.exercises[id_].easier if id_ in catalogue.exercises else None
        wanted += [easier] if easier else []
        wanted += [one.id for one in catalogue.exercises.values() if one.harder == id_]
    return False
