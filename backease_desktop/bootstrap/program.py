"""The program: what lives as long as its process.

Settings, look, reminders and the tray are there from the start to the end; the window with all
behind it (`Front`) is made when it is first wanted. So a start at login costs little, and closing
the window leaves the reminders running.
"""

import gc
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from backease_desktop.bootstrap.background import Background
from backease_desktop.bootstrap.clocks import local_now
from backease_desktop.bootstrap.journal import open_journal
from backease_desktop.bootstrap.kept import Kept, build_settings, kept_icons
from backease_desktop.bootstrap.life import Life
from backease_desktop.bootstrap.unsaid import Unsaid
from backease_desktop.core.settings import Settings
from backease_desktop.core.units import Ms
from backease_desktop.diagnostics.event_log import EventLogFile, NoEventLog
from backease_desktop.own_program import Installed, installed
from backease_desktop.ui.look.app_icon import app_icon
from backease_desktop.ui.look.style import Look

if TYPE_CHECKING:
    from collections.abc import Callable

    from backease_desktop.bootstrap.front import Front
    from backease_desktop.bootstrap.playing import Playing
    from backease_desktop.bootstrap.shelf import Shelf
    from backease_desktop.bootstrap.studio import Studio
    from backease_desktop.core.session_record import SessionRecord
    from backease_desktop.core.timeline.routine_card import RoutineCard
    from backease_desktop.system.desktop import Desktop
    from backease_desktop.ui.calls.calls import Calls
    from backease_desktop.ui.main_window import MainWindow
    from backease_desktop.ui.reminders.reminder_wiring import ReminderWiring

_CARD_FIRST = Ms(300)
"""The card is painted, and its tone begun, before anything else is made."""


class Program(QObject):
    """Everything, put together.

    Args:
        app: the application.
        kept: what was read of the person's files.
        log: the event log.
        studio: lends clock, voice and sound in place of this machine's.
        what_is_installed: in place of what runs; another value after an update.
    """

    def __init__(
        self,
        app: QApplication,
        kept: Kept,
        log: EventLogFile | NoEventLog,
        studio: "Callable[[Shelf, QObject], Studio] | None" = None,
        what_is_installed: "Callable[[], Installed | None]" = installed,
    ) -> None:
        super().__init__(app)
        self._kept = kept
        self._log = log
        self._front: Front | None = None
        self._reminders: ReminderWiring | None = None
        self._unsaid = Unsaid()
        self._is_painted = False
        self._card_first = QTimer(self, singleShot=True, interval=_CARD_FIRST)
        self._card_first.timeout.connect(self._on_card_seen)
        self.look = Look(app, kept_icons(kept))
        self.journal = open_journal(kept, self.say, self)
        self.settings = build_settings(kept, self.journal, self, self.say)
        self.background = Background(
            app, kept, self.look, log, self.journal, self.say, studio, self
        )
        self.life = Life(
            settings=self.settings,
            front=lambda: self._front,
            reminders=lambda: self._reminders,
            has_unsaid=lambda: bool(self._unsaid),
            installed=what_is_installed,
            parent=self,
        )
        self.settings.changed.connect(self._on_settings_changed)
        self._on_settings_changed(self.settings.settings)
        app.setWindowIcon(app_icon(self.look))
        app.setQuitOnLastWindowClosed(False)
        app.commitDataRequest.connect(self.life.expect_logout)

    # What is made when it is first needed

    @property
    def front(self) -> "Front":
        """The window with its pages and sessions."""
        if self._front is None:
            # Loaded on first use: a program in the tray does without.
            from backease_desktop.bootstrap.front import Front
            from backease_desktop.bootstrap.pages import add_pages
            from backease_desktop.ui.keys import Command

            self._front = front = Front(
                kept=self._kept,
                look=self.look,
                settings=self.settings,
                log=self._log,
                background=self.background,
                may_close=self.life.may_close,
                parent=self,
            )
            add_pages(front)
            front.painted.connect(self._on_painted)
            front.session_began.connect(lambda: self.reminders.controller.on_session_started())
            front.session_ended.connect(self._on_session_ended)
            front.closed.connect(self.life.on_closed)
            front.stay_answered.connect(self.life.on_stay_answered)
            front.arrivals.kept.connect(self.life.show_anew)
            front.window.wish_made.connect(
                lambda wish: self.life.quit() if wish.command is Command.QUIT else None
            )
        return self._front

    @property
    def desktop(self) -> "Desktop":
        """What this system offers."""
        return self.background.desktop

    @property
    def reminders(self) -> "ReminderWiring":
        """The reminders with the tray; they run from here on."""
        if self._reminders is None:
            # Loaded on first use, as the desktop.
            from backease_desktop.controllers.offers import Offers
            from backease_desktop.ui.reminders.reminder_wiring import ReminderWiring
            from backease_desktop.ui.reminders.tray import Tray

            controller = self.background.reminders
            offers = Offers(
                controller,
                cards=lambda wanted: self.front.backstage.have(wanted).so_far({wanted}),
                done=lambda: self.settings.done,
                compose=lambda *asked: self.front.backstage.composer.card_for(*asked),
                session_is_on=lambda: self._front is not None and self._front.session_is_on,
                parent=self,
            )
            tray = Tray(self.look, self)
            self._reminders = wiring = ReminderWiring(
                reminders=controller,
                offers=offers,
                tray=tray,
                make_calls=self._make_calls,
                make_nudge=self.background.make_nudge,
                spoken=self._spoken,
                now=local_now,
                parent=self,
            )
            offers.start_wanted.connect(self.open)
            offers.return_wanted.connect(self._on_return_wanted)
            offers.offered.connect(self._on_offered)
            tray.quit_requested.connect(self.life.quit)
            wiring.open_requested.connect(self.open)
            wiring.outlook_told.connect(self._on_outlook_told)
            host = self.desktop.tray_host
            if host is None or host.is_there:
                tray.show()
            else:
                host.came.connect(tray.show)
            controller.start()
        return self._reminders

    @property
    def window(self) -> "MainWindow":
        """The window."""
        return self.front.window

    @property
    def playing(self) -> "Playing":
        """What runs sessions."""
        return self.front.playing

    # What can be asked of it

    def open(self, start: str | None = None) -> None:
        """Show the window before all others, and start a routine if one is named.

        A program that was updated since it started begins anew for it, and starts nothing.

        Raises:
            KeyError: there is no such routine.
        """
        if self.life.is_outdated:
            self.life.window_anew_requested.emit()
            return
        if self._front is None:
            gc.disable()  # what is made now stays; it is looked for again when all is painted
        self.front.open(start)
        self.life.look_after()
        self._say_what_is_unsaid()

    def stay(self) -> None:
        """Be there without a window, as after a start at login."""
        gc.collect()  # what is loaded from here on has the room of what a start has let go of
        self.reminders.tell()
        self.look.keep_icons()
        _collect_garbage_again()

    def say(self, text: str) -> None:
        """Tell the person something, once: now, or when there is a window to say it in."""
        self._unsaid.add(text)
        self._say_what_is_unsaid()

    def on_message(self, arguments: list[str]) -> None:
        """Another start hands over what it was asked for: come forward, and do it."""
        self.open()
        if self.life.is_outdated:  # it begins anew, and what was asked of it is gone
            return
        if len(arguments) == 2 and arguments[0] == "--start":
            try:
                self.open(arguments[1])
            except KeyError:
                self.say(self.tr("There is no routine {id}.").format(id=arguments[1]))
        else:
            self.front.arrivals.take(arguments)

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """What is answered to a question from outside; see `remote`."""
        # Loaded on first use: few ask.
        from backease_desktop.bootstrap.remote import answer

        return answer(request, self.reminders.controller, local_now)

    def close(self) -> None:
        """Let go of everything, and remember what must be remembered."""
        self._card_first.stop()
        self.life.leave()
        # First the session, whose end the reminders are to remember.
        if self._front is not None:
            self._front.close()
        if self._reminders is not None:
            self._reminders.close()
        self.journal.close()
        self.look.keep_icons()
        self.background.finish()
        gc.enable()
        self.deleteLater()

    # What is made for others

    def _make_calls(self) -> "Calls":
        # Loaded on first use: it is hours until the first call.
        from backease_desktop.bootstrap.calls import build_calls

        return build_calls(self.look, self.front, self.settings, self.desktop, self.reminders, self)

    def _spoken(self, offer: "RoutineCard | None") -> str:
        wording = self.front.backstage.at_hand.wording
        if offer is None:
            return wording.reminder_alone
        return wording.call_to(offer.duration, offer.farthest)

    # What happens

    def _on_settings_changed(self, settings: Settings) -> None:
        appearance = settings.appearance
        self.look.choose(appearance.theme, appearance.text_percent, appearance.motion)

    def _say_what_is_unsaid(self) -> None:
        if self._unsaid and self._is_painted and self.front.window.isVisible():
            self.front.window.show_message(self._unsaid.take())

    def _on_painted(self) -> None:
        for problem in self.front.shelf.problems:
            self._unsaid.add(problem)
        self._lay_call_bar()
        self.reminders.tell()
        self._is_painted = True
        self._say_what_is_unsaid()
        _collect_garbage_again()

    def _lay_call_bar(self) -> None:
        # Loaded on first use: the first paint does not wait for the reminders.
        from backease_desktop.bootstrap.call_bar import call_bar

        call_bar(self.look, self.front.wiring, self.reminders)

    def _on_session_ended(self, record: "SessionRecord") -> None:
        self.reminders.controller.on_session_ended(record)

    def _on_return_wanted(self) -> None:
        self.open()
        self.front.wiring.go_back()

    def _on_offered(self, offer: "RoutineCard | None") -> None:
        if offer is not None:
            self._card_first.start()

    def _on_card_seen(self) -> None:
        """While the person reads the card, get ready, so that Start plays at once."""
        offers = self.reminders.offers
        if offers.is_calling and offers.current is not None:
            mine = self.front.door.shown(self.front.door.routine(offers.current.id))
            if mine is not None:
                self.playing.rehearsal.prepare(mine)

    def _on_outlook_told(self, words: str, short: str) -> None:
        if self._front is not None:
            self._front.wiring.tell_outlook(words, short)
        self.life.look_after()


def _collect_garbage_again() -> None:
    """What is here now stays: it need not be looked at for garbage again and again."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
