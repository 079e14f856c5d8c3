"""The wiring of reminders: calls to the card, answers to the controller, news to the tray."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from backease_desktop.core.reminder.outlook import Outlook
from backease_desktop.core.reminder.roster import FIRST
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
    from backease_desktop.controllers.offers import Offers
    from backease_desktop.controllers.reminders import ReminderController
    from backease_desktop.core.reminder.events import Called
    from backease_desktop.core.timeline.routine_card import RoutineCard
    from backease_desktop.ui.calls.calls import Calls
    from backease_desktop.ui.calls.nudge import Nudge
    from backease_desktop.ui.reminders.tray import Tray


class ReminderWiring(QObject):
    """Holds reminders and what is seen of them together.

    Args:
        reminders: the controller; this stops it when it is closed.
        offers: what a call offers, and what comes of Start.
        tray: says what is next; whoever knows of the desktop shows it.
        make_calls: makes what a person is called with, when that is first needed.
        make_nudge: makes the sign of a nudge, when that is first needed.
        spoken: what the voice says to offer a routine, or to call without an offer.
        now: the local time.
        parent: the owner.

    Signals:
        open_requested: the window is wanted.
        outlook_told: what to say about the next call: in a sentence, and in a few words.
        call_told: somebody is called; carries the `CallWords`.
    """

    open_requested = Signal()
    outlook_told = Signal(str, str)
    call_told = Signal(object)

    def __init__(
        self,
        *,
        reminders: "ReminderController",
        offers: "Offers",
        tray: "Tray",
        make_calls: "Callable[[], Calls]",
        make_nudge: "Callable[[], Nudge]",
        spoken: "Callable[[RoutineCard | None], str]",
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.controller = reminders
        self.offers = offers
        self.tray = tray
        self._make_calls = make_calls
        self._calls: Calls | None = None
        self._make_nudge = make_nudge
        self._nudge: Nudge | None = None
        self._spoken = spoken
        self._now = now
        hear(tray, reminders)
        tray.start_requested.connect(offers.start)
        tray.open_requested.connect(self._on_open_requested)
        reminders.called.connect(self._on_called)
        reminders.shrunk.connect(self._on_shrunk)
        reminders.withdrawn.connect(self._on_withdrawn)
        reminders.changed.connect(self._on_outlook_changed)
        # What the next call opens may be another one, though it comes at the same time.
        reminders.roster_changed.connect(self.tell)
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

    def tell(self) -> None:
        """Say again what is next: somebody has begun to listen."""
        self._on_outlook_changed(self.controller.outlook)

    def close(self) -> None:
        """Take card and tray away, and let the reminders rest."""
        if self._calls is not None:
            self._calls.close()
        if self._nudge is not None:
            self._nudge.withdraw()
            self._nudge.deleteLater()
        self.tray.close()
        self.controller.stop()

    def _on_called(self, called: "Called") -> None:
        # Loaded on first use: it is hours until the first call.
        from backease_desktop.ui.calls.calls import CallWords

        reminder = self.controller.roster.reminder(called.reminders)
        if self.controller.roster.are_nudges(called.reminders):
            self._show_nudge(reminder.name)
            return
        offer = self.offers.offer(reminder)
        invitation = ""
        if offer is not None:
            invitation = invitation_words(offer.duration, place_words(offer.farthest))
        words = CallWords(
            title=self.tr("Time to stretch") if reminder.name == FIRST.name else reminder.name,
            sentence=call_words(called, invitation),
            late=late_words(called.late_because),
            spoken=self._spoken(offer),
            snooze_min=self.controller.roster.snooze_min,
        )
        self.calls.call(called, reminder, words)
        self.call_told.emit(words)

    def _show_nudge(self, name: str) -> None:
        if self._nudge is None:
            self._nudge = self._make_nudge()
        self._nudge.show_nudge(name)

    def _on_shrunk(self) -> None:
        if self._calls is not None:
            self._calls.shrink()

    def _on_withdrawn(self) -> None:
        if self._nudge is not None:
            self._nudge.withdraw()
        if self._calls is not None:
            self._calls.withdraw()

    def _on_open_requested(self) -> None:
        """A person who presses the icon while it calls wants to answer."""
        if self.offers.is_calling and self._calls is not None:
            self._calls.take_keys()
        else:
            self.open_requested.emit()

    def _on_outlook_changed(self, outlook: Outlook) -> None:
        now = self._now()
        self.tray.show_outlook(outlook, now)
        self.outlook_told.emit(outlook_words(outlook, now), short_words(outlook, now))
