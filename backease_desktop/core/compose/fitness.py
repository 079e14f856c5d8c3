"""Whether an exercise may come to a person without a word."""

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.words import SideMode
from backease_desktop.core.person.verdict import Asking, verdict


def fits_person(exercise: Exercise, asking: Asking, catalogue: Catalogue) -> bool:
    """Whether it may come unasked: nothing to avoid, to ask about, that hurt, or for one side."""
    if asking.hurt.get(exercise.id) or exercise.sides is SideMode.AFFECTED:
        return False
    return verdict(exercise, asking, catalogue).is_done
