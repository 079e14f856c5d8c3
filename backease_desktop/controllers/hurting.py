"""It hurts: the session stands still, and the person says what comes instead.

Stopping comes first, asking second; nothing runs on while nobody answers. What comes instead is
the easier exercise, the next one, the same one after all, or the end. Whatever moves the session
on is an answer, wherever it was given: going on where it was means that it is fine.
"""

from PySide6.QtCore import QObject, Signal

from backease_desktop.controllers.session import SessionController
from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.player.player import Status
from backease_desktop.core.player.snapshot import Snapshot
from backease_desktop.core.timeline.segments import CueKind, Segment


class Hurting(QObject):
    """Knows what was left because it hurt, until it is said what comes instead.

    Args:
        session: stands still, and goes on.
        catalogue: has the exercises.

    Signals:
        asked: it stands still; carries the easier `Exercise`, or None where there is none.
    """

    asked = Signal(object)

    def __init__(
        self, session: SessionController, catalogue: Catalogue, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._catalogue = catalogue
        self._left: Segment | None = None
        session.changed.connect(self._on_session_changed)
        session.closed.connect(self._forget)

    @property
    def waits(self) -> bool:
        """Whether an exercise was left, and what to do instead is not said yet."""
        return self._left is not None

    @property
    def easier(self) -> Exercise | None:
        """The easier form of what was left, where there is one."""
        left = self._catalogue.exercises.get((self._left and self._left.exercise) or "")
        return self._catalogue.exercises.get((left and left.easier) or "")

    def leave(self) -> None:
        """Stop at once because it hurts, and ask; in the intro nothing can hurt."""
        segment = self._session.segment
        if segment is None or segment.exercise is None:
            return
        self._session.stand_still("hurts", CueKind.HURTS)
        self._session.tally.note_hurt(segment.exercise)
        self._left = segment
        self.asked.emit(self.easier)

    def take_back(self) -> None:
        """It is fine after all: the session stays where it is, and nothing is noted."""
        if self._left is not None and self._left.exercise is not None:
            self._session.tally.take_back_hurt(self._left.exercise)
        self._forget()

    def next_exercise(self) -> None:
        """Go to the next exercise; after one that hurt, go on with that."""
        goes_on = self.waits
        self._session.next_exercise()
        if goes_on:
            self._session.resume()

    def take_easier(self) -> None:
        """Go on with the easier exercise in place of the one that hurt, or with the next one."""
        if self._left is None:
            return
        if self._left.step is None or self.easier is None:
            self.next_exercise()
        else:
            self._session.exchange(self._left.step, self.easier)
        self._forget()

    def _forget(self) -> None:
        self._left = None

    def _on_session_changed(self, snapshot: Snapshot) -> None:
        if self._left is None:
            return
        if snapshot.segment is not self._left:
            self._forget()
        elif snapshot.status in (Status.PLAYING, Status.COUNTING_IN):
            self.take_back()
