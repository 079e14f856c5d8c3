"""The window's wiring: the ways into a session, and what is said of it outside its page.

Rules: it decides nothing that a page or a controller could; it makes no adapter and opens no file.
What a page asks for is joined to controllers beside that page, in its `…_wires`.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.ui.main_window import MainWindow
from backease_desktop.ui.places import HOME, PLAYER, WELCOME
from backease_desktop.ui.session.closing_words import ended_words

if TYPE_CHECKING:
    from backease_desktop.controllers.session import SessionController
    from backease_desktop.core.player.snapshot import Snapshot
    from backease_desktop.core.session_record import SessionRecord


class Wiring(QObject):
    """Holds the window and the sessions together.

    Args:
        window: the window, with its pages.
        settings: say whether the person is new.
        catalogue: what can be played.
        session: what runs sessions; made when it is first asked for.
        parent: the owner.

    Signals:
        outlook_changed: what is to be said about the next reminder, in a sentence.
    """

    outlook_changed = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        settings: SettingsController,
        catalogue: Catalogue,
        session: "Callable[[], SessionController]",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._settings = settings
        self._catalogue = catalogue
        self._session = session
        self._title = "BackEase"
        self._is_playing = False
        self.outlook = ""

    def watch(self, session: "SessionController") -> None:
        """Say in the window what becomes of the sessions that this controller runs."""
        session.changed.connect(self._on_session_changed)
        session.paused_by_sleep.connect(self._on_slept)
        session.ended.connect(self._on_ended)

    # What can be asked of the window as a whole

    def open_first_page(self) -> None:
        """Show the home page, or the welcome to somebody new."""
        is_new = not self._settings.profile.understood
        self._window.show_page(WELCOME if is_new else HOME)

    def start(self, routine_id: str) -> None:
        """Play a routine; somebody new is welcomed first and finds it selected at home.

        Raises:
            KeyError: there is no such routine.
        """
        if not self._settings.profile.understood:
            self._catalogue.routines[routine_id]
            self._settings.remember_routine(routine_id)
            self._window.show_page(WELCOME)
            return
        self._window.show_page(PLAYER)
        self._session().start(routine_id)

    def try_exercise(self, exercise_id: str) -> None:
        """Play one exercise by itself."""
        self._window.show_page(PLAYER)
        self._session().try_exercise(exercise_id)

    def tell_outlook(self, words: str, short: str) -> None:
        """Say when the next reminder comes: on home, and in the window's title."""
        self.outlook = words
        self._title = f"{short} · BackEase"
        if not self._is_playing:
            self._window.setWindowTitle(self._title)
        self.outlook_changed.emit(words)

    # What becomes of a session

    def _on_session_changed(self, snapshot: "Snapshot") -> None:
        self._is_playing = True
        self._window.setWindowTitle(f"{snapshot.timeline.name} · BackEase")

    def _on_slept(self) -> None:
        self._window.show_message(
            self.tr("The computer slept, so the session waits. Space goes on.")
        )

    def _on_ended(self, record: "SessionRecord") -> None:
        self._is_playing = False
        self._window.setWindowTitle(self._title)
        has_closing = record.is_finished or record.stopped_hurting
        if not has_closing and self._window.current == PLAYER:
            self._window.show_page(HOME)
            self._window.show_message(ended_words(record))
