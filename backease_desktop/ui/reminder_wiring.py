"""The wiring of reminders: calls to the card, answers to the controller, news to the tray."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from backease_desktop.controllers.reminders import ReminderController
from backease_desktop.controllers.routines import RoutinesController
from backease_desktop.controllers.session import SessionController
from backease_desktop.core.catalogue.words import Place
from backease_desktop.core.reminder.events import Called
from backease_desktop.core.reminder.outlook import Outlook
from backease_desktop.core.reminder.plan import CHOOSE
from backease_desktop.core.session_record import SessionRecord
from backease_desktop.core.timeline.routine_card import RoutineCard, what_fits_now
from backease_desktop.core.units import Ms
from backease_desktop.ui.break_card import BreakCard
from backease_desktop.ui.exercise_picture import ExercisePicture
from backease_desktop.ui.reminder_words import (
    call_words,
    invitation_words,
    late_words,
    outlook_words,
)
from backease_desktop.ui.style import Look
from backease_desktop.ui.thumbnails import Thumbnails
from backease_desktop.ui.tray import Tray


class ReminderWiring(QObject):
    """Holds reminders and what is seen of them together.

    Signals:
        start_requested: Start was said; id of the routine that fits.
        open_requested: the window is wanted.
        quit_requested: the program is to end.
        outlook_told: what to say about the next call, in a sentence.
    """

    start_requested = Signal(str)
    open_requested = Signal()
    quit_requested = Signal()
    outlook_told = Signal(str)

    def __init__(
        self,
        *,
        look: Look,
        reminders: ReminderController,
        routines: RoutinesController,
        session: SessionController,
        thumbnails: Thumbnails,
        sources: Callable[[], Iterable[Any]],
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._reminders = reminders
        self._routines = routines
        self._sources = sources
        self._now = now
        self._is_in_session = False
        self._has_told = False
        self._picture = ExercisePicture(look, thumbnails, is_framed=False)
        self._picture.setMinimumSize(look.theme.px(124), look.theme.px(96))
        self.card = BreakCard(look, self._picture)
        self.tray = Tray(look, self)
        self.card.start_requested.connect(reminders.begin)
        self.card.snooze_requested.connect(reminders.snooze)
        self.card.not_now_requested.connect(reminders.not_now)
        self.tray.start_requested.connect(reminders.begin)
        self.tray.did_it_requested.connect(reminders.did_it)
        self.tray.pause_requested.connect(lambda duration: reminders.pause_for(Ms(duration)))
        self.tray.pause_until_tomorrow_requested.connect(reminders.pause_until_tomorrow)
        self.tray.resume_requested.connect(reminders.resume)
        self.tray.open_requested.connect(self.open_requested)
        self.tray.quit_requested.connect(self.quit_requested)
        reminders.called.connect(self._on_called)
        reminders.shrunk.connect(self.card.shrink)
        reminders.withdrawn.connect(self.card.withdraw)
        reminders.session_wanted.connect(self._on_session_wanted)
        reminders.changed.connect(self._on_outlook_changed)
        session.changed.connect(self._on_session_changed)
        session.ended.connect(self._on_session_ended)
        self.tray.show()
        self._on_outlook_changed(reminders.outlook)

    def make_page(self) -> QWidget:
        """The page of the reminders."""
        # Loaded on first use, as is every page but home.
        from backease_desktop.ui.reminders_page import RemindersPage

        names = [(card.id, card.name) for card in self._routines.cards]
        page = RemindersPage(self._look, self._reminders.plan, names)
        page.plan_changed.connect(self._reminders.replan)
        page.pause_requested.connect(lambda duration: self._reminders.pause_for(Ms(duration)))
        page.pause_until_tomorrow_requested.connect(self._reminders.pause_until_tomorrow)
        page.resume_requested.connect(self._reminders.resume)

        def tell() -> None:
            page.show_outlook(self._reminders.outlook, self._now())
            page.set_decisions(self._reminders.decisions)
            page.set_sources((s.topic, s.name, s.in_use, s.trouble) for s in self._sources())

        self._reminders.changed.connect(tell)
        tell()
        return page

    def tell_staying(self) -> None:
        """Say, once, that the reminders go on without the window."""
        if not self._has_told:
            self._has_told = True
            words = self.tr("Your reminders go on. Quit from this icon's menu, or with Ctrl+Q.")
            self.tray.icon.showMessage("BackEase", words, self.tray.icon.icon())

    def close(self) -> None:
        """Take card and tray away."""
        self.card.withdraw()
        self.card.deleteLater()
        self.tray.hide()
        self.tray.menu.deleteLater()

    def _on_called(self, called: Called) -> None:
        card = self._card_for(called.routine)
        invitation = ""
        if card is not None:
            self._picture.show_exercise(card.steps[0].exercise)
            invitation = invitation_words(card.duration, self._place_words(card.places[0]))
        self.card.show_call(
            self.tr("Time to stretch"),
            call_words(called, invitation),
            self._reminders.plan.snooze_min,
            late_words(called.late_because),
        )

    def _on_session_changed(self) -> None:
        if not self._is_in_session:
            self._is_in_session = True
            self._reminders.on_session_started()

    def _on_session_ended(self, record: SessionRecord) -> None:
        self._is_in_session = False
        self._reminders.on_session_ended(record)

    def _on_session_wanted(self, routine: str) -> None:
        card = self._card_for(routine)
        if card is not None:
            self.start_requested.emit(card.id)

    def _on_outlook_changed(self, outlook: Outlook) -> None:
        self.tray.show_outlook(outlook)
        self.outlook_told.emit(outlook_words(outlook, self._now()))

    def _card_for(self, routine: str) -> RoutineCard | None:
        cards = self._routines.cards
        chosen = next((card for card in cards if card.id == routine), None)
        if chosen is None or routine == CHOOSE:
            chosen = next(iter(what_fits_now(cards)), None)
        return chosen

    def _place_words(self, place: Place) -> str:
        return {
            Place.CHAIR: self.tr("at the chair"),
            Place.STANDING: self.tr("standing"),
            Place.MAT: self.tr("on the mat"),
        }[place]
