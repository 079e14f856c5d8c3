"""What a call offers, and what comes of Start: decided here, seen elsewhere.

Rules:
1. What was offered is what Start opens. What is wanted without having been offered is chosen then.
2. An offer that was refused, or came to nothing, is forgotten: the next is chosen anew. What was
   put off stays offered.
3. A session that is on is not thrown away for another: Start leads back to it.
4. While a program that has just started keeps quiet, a call that may come is soon.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from backease_desktop.core.reminder.outlook import Mood, Outlook
from backease_desktop.core.reminder.roster import CHOOSE, Reminder
from backease_desktop.core.reminder.standing import GRACE
from backease_desktop.core.units import MINUTE, Ms

if TYPE_CHECKING:  # The process in the tray does without these until somebody is called.
    from backease_desktop.controllers.reminders import ReminderController
    from backease_desktop.core.catalogue.words import Place
    from backease_desktop.core.timeline.routine_card import RoutineCard

_QUIET_AT_FIRST = timedelta(milliseconds=GRACE)


class Offers(QObject):
    """Chooses what is offered, and remembers it until it is answered.

    Args:
        reminders: call, and say when a session is wanted.
        cards: of the routines that are at hand, and of the one of this id where there is one;
            asked for when something is to be offered.
        done: ids of the routines that were done, the one that was done last at the end.
        compose: puts a session together for a place and the time there is, in milliseconds; None
            where that cannot be.
        session_is_on: whether a session plays, is paused or is being prepared.
        parent: the owner.

    Signals:
        offered: the `RoutineCard` that a call offers, or None.
        start_wanted: id of the routine that is to be played.
        return_wanted: a session is on already; it is to be seen.
    """

    offered = Signal(object)
    start_wanted = Signal(str)
    return_wanted = Signal()

    def __init__(
        self,
        reminders: "ReminderController",
        cards: "Callable[[str | None], Sequence[RoutineCard]]",
        done: Callable[[], Sequence[str]],
        compose: "Callable[[Place, Ms], RoutineCard | None]",
        session_is_on: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reminders = reminders
        self._cards = cards
        self._done = done
        self._compose = compose
        self._session_is_on = session_is_on
        self._offer: RoutineCard | None = None
        reminders.session_wanted.connect(self._on_session_wanted)
        reminders.changed.connect(self._on_outlook_changed)

    @property
    def current(self) -> "RoutineCard | None":
        """What is offered now."""
        return self._offer

    @property
    def exercise(self) -> str:
        """Id of the exercise that what is offered begins with; nothing without an offer."""
        return self._offer.steps[0].exercise if self._offer else ""

    @property
    def is_calling(self) -> bool:
        """Whether somebody is being called now."""
        return self._reminders.outlook.mood is Mood.CALLING

    def calls_soon(self, now: datetime) -> bool:
        """Whether a call may come while a program that has just started still keeps quiet."""
        outlook = self._reminders.outlook
        if outlook.left is not None:
            return outlook.left <= GRACE
        return outlook.until is not None and outlook.until - now <= _QUIET_AT_FIRST

    def offer(self, reminder: Reminder) -> "RoutineCard | None":
        """Choose what this reminder offers, and keep it until it is answered."""
        self._offer = self._chosen_for(reminder)
        self.offered.emit(self._offer)
        return self._offer

    def start(self) -> None:
        """Start was said without a call, as in the tray."""
        if self._session_is_on():
            self.return_wanted.emit()
        else:
            self._reminders.begin()

    def _on_session_wanted(self, reminder: Reminder) -> None:
        offer, self._offer = self._offer or self._chosen_for(reminder), None
        if self._session_is_on():
            self.return_wanted.emit()
        elif offer is not None:
            self.start_wanted.emit(offer.id)

    def _on_outlook_changed(self, outlook: Outlook) -> None:
        if outlook.mood not in (Mood.DUE, Mood.CALLING):
            self._offer = None

    def _chosen_for(self, reminder: Reminder) -> "RoutineCard | None":
        """The reminder's own routine; where that is to be chosen, or is gone, what is put together.

        Where nothing can be put together, it is one of those that there are.
        """
        # Loaded on first use, as the catalogue that it chooses from.
        from backease_desktop.core.timeline.routine_card import the_one_for

        own = reminder.routine if reminder.routine != CHOOSE else None
        cards = self._cards(own)
        chosen = next((card for card in cards if card.id == own), None)
        if chosen is None:
            longest = Ms(reminder.most_min * MINUTE)
            chosen = self._compose(reminder.place, longest) or the_one_for(
                cards, reminder.place, longest, self._done()
            )
        return chosen
