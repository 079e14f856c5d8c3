"""How far a ladder reaches for a person: what of it is right for them."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import takewhile

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.compose.fitness import fits_person
from backease_desktop.core.person.verdict import Asking
from backease_desktop.core.plan.rules import Rung
from backease_desktop.core.plan.standing import Standing


@dataclass(frozen=True, slots=True)
class Reach:
    """The rungs that are right for a person: those from the first to the last one in a row.

    Where a rung in between is not right, the ladder ends before it: nobody jumps over one. It ends
    before an exercise that hurt as well, even where that is the first: what lies above is harder.
    """

    first: int
    last: int

    def within(self, standing: Standing) -> Standing:
        """What comes for somebody who stands there; on another rung the count begins anew."""
        rung = min(max(standing.rung, self.first), self.last)
        return standing if rung == standing.rung else Standing(rung)


def reach_of(
    rungs: Sequence[Rung],
    is_right: Callable[[str], bool],
    hurt: Collection[str] = (),
) -> Reach | None:
    """The rungs that are right; None where none is.

    Args:
        rungs: of a ladder.
        is_right: whether an exercise, by id, is right for the person.
        hurt: ids of the exercises that hurt them.
    """
    below = takewhile(lambda rung: rung.exercise not in hurt, rungs)
    right = [is_right(rung.exercise) for rung in below]
    if True not in right:
        return None
    first = right.index(True)
    gap = right.index(False, first) if False in right[first:] else len(right)
    return Reach(first, gap - 1)


def right_for(asking: Asking, catalogue: Catalogue) -> Callable[[str], bool]:
    """Whether an exercise, by id, may stand in the plan of a person."""

    def is_right(id_: str) -> bool:
        exercise = catalogue.exercises.get(id_)
        return exercise is not None and fits_person(exercise, asking, catalogue)

    return is_right
