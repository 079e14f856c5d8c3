"""What was left because it hurt, until it is said what comes instead.

The session stands still meanwhile. What comes instead is the easier exercise, the next one, or the
same one after all; whichever it is, and at the end of the session, what was left is forgotten here.
"""

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.timeline.segments import Segment


class Hurting:
    """Knows the exercise that was left last, and its easier form.

    Args:
        catalogue: has the exercises.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._left: Segment | None = None

    @property
    def waits(self) -> bool:
        """Whether an exercise was left, and what to do instead is not said yet."""
        return self._left is not None

    @property
    def step(self) -> int | None:
        """The step of the routine that was left."""
        return self._left.step if self._left else None

    @property
    def easier(self) -> Exercise | None:
        """The easier form of what was left, where there is one."""
        left = self._catalogue.exercises.get((self._left and self._left.exercise) or "")
        return self._catalogue.exercises.get((left and left.easier) or "")

    def leave(self, segment: Segment) -> None:
        """Something in this segment hurt; what is none of an exercise cannot be left."""
        self._left = segment if segment.exercise is not None else None

    def forget(self) -> None:
        """It is said what comes instead."""
        self._left = None

    def eased(self, routine: Routine) -> Routine:
        """The routine with the easier form in place of what was left; as it is without one."""
        if self.step is None or self.easier is None:
            return routine
        return routine.with_exercise(self.step, self.easier)
