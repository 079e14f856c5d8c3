"""What a person says of themselves around a session: written down at once, newest counts.

Rules:
1. Pain before a session is asked on one day once at most, and not before the first session of all:
   whoever begins hears the first sentence after one key.
2. What was said before a session began is written as soon as that has begun, beside it.
"""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from backease_desktop.controllers.hurting import Hurt, Hurting
from backease_desktop.controllers.ports import Journal
from backease_desktop.controllers.session_notes import SessionNotes
from backease_desktop.core.journal.entries import Effort, Felt, LeftHurting, PainTold


class Said(QObject):
    """Writes it down.

    Args:
        journal: keeps it.
        notes: know the session that it is said of.
        hurting: what was left because it hurt.
        today: the local date.
    """

    def __init__(
        self,
        journal: Journal,
        notes: SessionNotes,
        hurting: Hurting,
        today: Callable[[], date],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._notes = notes
        self._today = today
        self._asked_on: date | None = None
        hurting.noted.connect(self._on_hurt_noted)

    @property
    def before(self) -> int | None:
        """What was said before the session that is on, or was last; None if nothing was."""
        session = self._journal.history.session(self._notes.last or "")
        return session.before.level if session is not None and session.before is not None else None

    @property
    def asks_before(self) -> bool:
        """Whether pain is to be asked for now; asked for once, it is not again today."""
        today, sessions = self._today(), self._journal.history.sessions
        had = [one for one in sessions if one.id != self._notes.current]
        is_told = any(one.before is not None for one in sessions if one.day == today)
        return bool(had) and not is_told and self._asked_on != today

    @property
    def today(self) -> int:
        """How many sessions of today count."""
        today = self._today()
        return sum(one.is_done for one in self._journal.history.sessions if one.day == today)

    def ask_before(self) -> None:
        """It is being asked for; whatever comes of it, not again today."""
        self._asked_on = self._today()

    def tell_before(self, level: int) -> None:
        """The back hurts so much before the session that is on, 0 to 10."""
        self._journal.append(PainTold(level=level, when="before", session=self._notes.last))

    def tell_after(self, level: int) -> None:
        """The back hurts so much after the session that was last, 0 to 10."""
        self._journal.append(PainTold(level=level, when="after", session=self._notes.last))

    def tell_felt(self, how: Effort) -> None:
        """How the session was that was last."""
        if self._notes.last is not None:
            self._journal.append(Felt(session=self._notes.last, how=how))

    def _on_hurt_noted(self, hurt: Hurt) -> None:
        exercise, session = hurt.segment.exercise, self._notes.last
        if exercise is not None and session is not None:
            self._journal.append(
                LeftHurting(session=session, exercise=exercise, pain=hurt.level, numb=hurt.numb)
            )
