"""Who asks for a routine: what they have said, the day, and what hurt, out of their history."""

from datetime import date

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.journal.history import History
from backease_desktop.core.journal.left import Left, left_hurting
from backease_desktop.core.person.keeping import person_of
from backease_desktop.core.person.verdict import Asking


def left_of(history: History, catalogue: Catalogue) -> tuple[Left, ...]:
    """What was left because it hurt and is not as it was; see `core.journal.left`."""
    return left_hurting(history, {one.id: one.easier for one in catalogue.exercises.values()})


def asking_of(history: History, catalogue: Catalogue, today: date) -> Asking:
    """The person whose history this is, on a day."""
    hurt = {one.exercise: one.times for one in left_of(history, catalogue)}
    return Asking(person_of(history.profile), today, hurt)
