"""The wiring of reminders: calls to the card, answers to the controller, news to the tray."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from backease_desktop.core.reminder.outlook import Mood, Outlook
from backease_desktop.core.reminder.plan import CHOOSE, FIRST
from backease_desktop.core.reminder.standing import GRACE
from backease_desktop.core.units import MINUTE, Ms
from backease_desktop.ui.reminders.reminder_words import (
    call_words,
    invitation_words,
    late_words,
    outlook_words,
    place_words,
    short_words,
)
from backease_desktop.ui.reminders.reminders_wires import hear

if TYPE_CHECKING:  # The process in the tray does without all of these until somebody is called.
    from backease_desktop.controllers.reminders import ReminderController
    from backease_desktop.controllers.session import SessionController
    from backease_desktop.core.reminder.events import Called
    from backease_desktop.core.reminder.plan import Reminder
    from backease_desktop.core.session_record import SessionRecord
    from backease_desktop.core.timeline.routine_card import RoutineCard
    from backease_desktop.ui.calls.calls import Calls
    from backease_desktop.ui.look.style import Look
    from backease_desktop.ui.reminders.tray import Tray

_QUIET_AT_FIRST = timedelta(milliseconds=GRACE)


class ReminderWiring(QObject):
    """Holds reminders and what is seen of them together.

    Args:
        look: the theme and the fonts.
        reminders: the controller; this stops it when it is closed.
        tray: shown from here on, where there is one.
        make_calls: makes what a person is called with, when that is first needed.
        spoken: what the voice says to offer a routine, or to call without an offer.
        cards: of all routines; asked for when a call has something to offer.
        done: ids of the routines that were done, the one that was done last at the end.
        now: the local time.
        parent: the owner.

    Signals:
        start_requested: Start was said; id of the routine that fits.
        open_requested: the window is wanted.
        quit_requested: the program is to end.
        outlook_told: what to say about the next call: in a sentence, and in a few words.
        exercise_offered: id of the exercise that a call's offer begins with, or nothing.
        routine_offered: id of the routine that a call offers.
    """

    start_requested = Signal(str)
    open_requested = Signal()
    quit_requested = Signal()
    outlook_told = Signal(str, str)
    exercise_offered = Signal(str)
    routine_offered = Signal(str)

    def __init__(
        self,
        *,
        look: "Look",
        reminders: "ReminderController",
        tray: "Tray",
        make_calls: "Callable[[], Calls]",
        spoken: "Callable[[RoutineCard | None], str]",
        cards: "Callable[[], Sequence[RoutineCard]]",
        done: Callable[[], Sequence[str]],
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.controller = reminders
        self.tray = tray
        self._make_calls = make_calls
        self._calls: Calls | None = None
        self._spoken = spoken
        self._cards = cards
        self._done = done
        self._now = now
        self._offer: RoutineCard | None = None
        self._is_in_session = False
        tray.start_requested.connect(self._on_start_wished)
        hear(tray, reminders)
        tray.open_requested.connect(self._on_open_requested)
        tray.quit_requested.connect(self.quit_requested)
        reminders.called.connect(self._on_called)
        reminders.shrunk.connect(self._on_shrunk)
        reminders.withdrawn.connect(self._on_withdrawn)
        reminders.session_wanted.connect(self._on_session_wanted)
        reminders.changed.connect(self._on_outlook_changed)
        tray.show()
        self._on_outlook_changed(reminders.outlook)

    @property
    def calls(self) -> "Calls":
        """What a person is called with."""
        if self._calls is None:
            self._calls = calls = self._make_calls()
            calls.start_requested.connect(self.controller.begin)
            calls.snooze_requested.connect(self.controller.snooze)
            calls.not_now_requested.connect(self.controller.not_now)
            calls.open_requested.connect(calls.take_keys)
        return self._calls

    @property
    def offered_exercise(self) -> str:
        """Id of the exercise that what is offered begins with; nothing without an offer."""
        return self._offer.steps[0].exercise if self._offer else ""

    @property
    def is_wanted(self) -> bool:
        """Whether any reminder is on."""
        return bool(self.controller.plan.active)

    @property
    def is_calling(self) -> bool:
        """Whether somebody is being called now."""
        return self.controller.outlook.mood is Mood.CALLING

    @property
    def calls_soon(self) -> bool:
        """Whether a call may come while a program that has just started still keeps quiet."""
        outlook = self.controller.outlook
        if outlook.left is not None:
            return outlook.left <= GRACE
        return outlook.until is not None and outlook.until - self._now() <= _QUIET_AT_FIRST

    def watch(self, session: "SessionController") -> None:
        """Know of the sessions that this controller runs."""
        session.changed.connect(self._on_session_changed)
        session.ended.connect(self._on_session_ended)

    def tell(self) -> None:
        """Say again what is next: somebody has begun to listen."""
        self._on_outlook_changed(self.controller.outlook)

    def close(self) -> None:
        """Take card and tray away, and let the reminders rest."""
        if self._calls is not None:
            self._calls.close()
        self.tray.close()
        self.controller.stop()

    def _on_called(self, called: "Called") -> None:
        # Loaded on first use: it is hours until the first call.
        from backease_desktop.ui.calls.calls import CallWords

        reminder = self.controller.plan.reminder(called.reminders)
        offer = self._offer_of(reminder)
        self._offer = offer
        self.exercise_offered.emit(self.offered_exercise)
        invitation = ""
        if offer is not None:
            self.routine_offered.emit(offer.id)
            invitation = invitation_words(offer.duration, place_words(offer.farthest))
        words = CallWords(
            title=self.tr("Time to stretch") if reminder.name == FIRST.name else reminder.name,
            sentence=call_words(called, invitation),
            late=late_words(called.late_because),
            spoken=self._spoken(offer),
            snooze_min=self.controller.plan.snooze_min,
        )
        self.calls.call(called, reminder, words)

    def _on_shrunk(self) -> None:
        if self._calls is not None:
            self._calls.shrink()

    def _on_withdrawn(self) -> None:
        if self._calls is not None:
            self._calls.withdraw()

    def _on_start_wished(self) -> None:
        """Start from the tray; a session that is on is not thrown away for another."""
        if self._is_in_session:
            self.open_requested.emit()
        else:
            self.controller.begin()

    def _on_open_requested(self) -> None:
        """A person who presses the icon while it calls wants to answer."""
        if self.is_calling and self._calls is not None:
            self._calls.take_keys()
        else:
            self.open_requested.emit()

    def _on_session_changed(self) -> None:
        if not self._is_in_session:
            self._is_in_session = True
            self.controller.on_session_started()

    def _on_session_ended(self, record: "SessionRecord") -> None:
        self._is_in_session = False
        self._offer = None
        self.controller.on_session_ended(record)

    def _on_session_wanted(self, reminder: "Reminder") -> None:
        """Open what the card has offered; what is wanted without being called is chosen now."""
        offer, self._offer = self._offer or self._offer_of(reminder), None
        if offer is not None:
            self.start_requested.emit(offer.id)

    def _on_outlook_changed(self, outlook: Outlook) -> None:
        if outlook.mood not in (Mood.DUE, Mood.CALLING):
            self._offer = None  # it was answered, or came to nothing: the next is chosen anew
        now = self._now()
        self.tray.show_outlook(outlook, now)
        self.outlook_told.emit(outlook_words(outlook, now), short_words(outlook, now))

    def _offer_of(self, reminder: "Reminder") -> "RoutineCard | None":
        """What Start opens: the reminder's routine, or what fits if that is to be chosen."""
        # Loaded on first use, as the catalogue that it chooses from.
        from backease_desktop.core.timeline.routine_card import the_one_for

        cards = self._cards()
        chosen = next((card for card in cards if card.id == reminder.routine), None)
        if chosen is None or reminder.routine == CHOOSE:
            longest = Ms(reminder.most_min * MINUTE)
            chosen = the_one_for(cards, reminder.place, longest, self._done())
        return chosen
