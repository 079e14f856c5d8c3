"""It hurts: the session stands still, and the person says how much, and what comes instead.

Rules:
1. Stopping comes first, asking second; nothing runs on while nobody answers. Who says nothing for
   fifteen seconds has not said how much it hurts; the question waits, and may still be answered.
2. What comes instead is the easier exercise, the next one, the same one after all, or the end.
   Whatever moves the session on is an answer, wherever it was given: going on where it was means
   that it is fine.
3. From 6 on, or where it runs down the leg or is numb, it is enough for today: going on is not
   offered, and what was said is kept even if the question is taken back.
"""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from backease_desktop.controllers.door import Door
from backease_desktop.controllers.session import SessionController
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.journal.left import OUT_FROM
from backease_desktop.core.pain import Band, band_of
from backease_desktop.core.player.player import Status
from backease_desktop.core.player.snapshot import Snapshot
from backease_desktop.core.timeline.segments import CueKind, Segment
from backease_desktop.core.units import SECOND, Ms

ANSWERED_WITHIN = Ms(15 * SECOND)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hurt:
    """What was left because it hurts, and what is said of it so far.

    Attributes:
        segment: that was on.
        easier: the easier form of its exercise, where there is one.
        times: how often in a row it was left before.
        level: how much, 0 to 10; None as long as it is not said.
        numb: it runs down the leg, or is numb.
        is_unsaid: it was not said in time.
    """

    segment: Segment
    easier: Exercise | None = None
    times: int = 0
    level: int | None = None
    numb: bool = False
    is_unsaid: bool = False

    @property
    def stays_out(self) -> bool:
        """Whether it stays out from now on, if it is left now."""
        return self.times + 1 >= OUT_FROM

    @property
    def is_enough(self) -> bool:
        """Whether it is enough for today, so that going on is not offered."""
        return self.numb or (self.level is not None and band_of(self.level) is Band.ENOUGH)


class Hurting(QObject):
    """Knows what was left because it hurt, until it is said what comes instead.

    Args:
        session: stands still, and goes on.
        door: knows what is easier for this person.
        answered_within: how long is waited until it counts as not said.

    Signals:
        asked: it stands still, or more was said of it; carries the `Hurt`.
        noted: it was left for good, whatever comes instead; carries the `Hurt`.
    """

    asked = Signal(object)
    noted = Signal(object)

    def __init__(
        self,
        session: SessionController,
        door: Door,
        parent: QObject | None = None,
        *,
        answered_within: Ms = ANSWERED_WITHIN,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._door = door
        self._left: Hurt | None = None
        self._patience = QTimer(self, singleShot=True, interval=answered_within)
        self._patience.timeout.connect(self._on_patience_over)
        session.changed.connect(self._on_session_changed)
        session.closed.connect(self._note)

    @property
    def left(self) -> Hurt | None:
        """What was left, until it is said what to do instead."""
        return self._left

    def leave(self) -> None:
        """Stop at once because it hurts, and ask; where no exercise is on it is a pause."""
        segment = self._session.segment
        if segment is None or self._left is not None:
            return
        if segment.exercise is None:
            self._session.pause()
            return
        self._session.stand_still("hurts", CueKind.HURTS)
        self._session.tally.note_hurt(segment.exercise)
        self._left = Hurt(
            segment=segment,
            easier=self._door.easier(segment.exercise),
            times=self._door.times_left(segment.exercise),
        )
        self._patience.start()
        self.asked.emit(self._left)

    def tell(self, level: int) -> None:
        """It hurts so much, 0 to 10."""
        self._say(level=level, is_unsaid=False)

    def tell_numb(self) -> None:
        """It runs down the leg, or is numb; said again, it does not."""
        if self._left is not None:
            self._say(numb=not self._left.numb, is_unsaid=False)

    def take_back(self) -> None:
        """The question is taken back: the session stays where it is.

        Nothing is noted then, unless what was said is enough for today.
        """
        left = self._left
        if left is None:
            return
        if left.is_enough or left.segment.exercise is None:
            self._note()
        else:
            self._session.tally.take_back_hurt(left.segment.exercise)
            self._forget()

    def next_exercise(self) -> None:
        """Go to the next exercise; after one that hurt, go on with that."""
        goes_on = self._left is not None
        self._session.next_exercise()
        if goes_on:
            self._session.resume()

    def take_easier(self) -> None:
        """Go on with the easier exercise in place of the one that hurt, or with the next one."""
        left = self._left
        if left is None:
            return
        if left.segment.step is None or left.easier is None:
            self.next_exercise()
        else:
            self._session.exchange(left.segment.step, left.easier)
        self._note()

    def _say(self, **said: object) -> None:
        if self._left is not None:
            self._patience.stop()
            self._left = replace(self._left, **said)  # type: ignore[arg-type]
            self.asked.emit(self._left)

    def _on_patience_over(self) -> None:
        self._say(is_unsaid=True)

    def _note(self) -> None:
        left = self._left
        self._forget()
        if left is not None:
            self.noted.emit(left)

    def _forget(self) -> None:
        self._patience.stop()
        self._left = None

    def _on_session_changed(self, snapshot: Snapshot) -> None:
        if self._left is None:
            return
        if snapshot.segment is not self._left.segment:
            self._note()
        elif snapshot.status in (Status.PLAYING, Status.COUNTING_IN):
            self.take_back()
