"""The window's wiring: the ways into a session, and what is said of it outside its page.

Rules: it decides nothing that a page or a controller could; it makes no adapter and opens no file.
What a page asks for is joined to controllers beside that page, in its `…_wires`.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from backease_desktop.controllers.settings import SettingsController
from backease_desktop.ui.main_window import MainWindow
from backease_desktop.ui.page_ports import TakesEnter
from backease_desktop.ui.places import HOME, PLAYER, WELCOME

if TYPE_CHECKING:
    from backease_desktop.controllers.session import SessionController
    from backease_desktop.core.catalogue.catalogue import Catalogue
    from backease_desktop.core.catalogue.routine import Routine
    from backease_desktop.core.player.snapshot import Snapshot
    from backease_desktop.core.session_record import SessionRecord


class Wiring(QObject):
    """Holds the window and the sessions together.

    Args:
        window: the window, with its pages.
        settings: say whether the person is new.
        catalogue: what can be played; read when it is first asked for.
        session: what runs sessions; made when it is first asked for.
        parent: the owner.

    Signals:
        outlook_changed: what is to be said about the next reminder, in a sentence.
        enter_taken: whether *Enter* answers a call or leads back to a session, and does nothing
            else then.
    """

    outlook_changed = Signal(str)
    enter_taken = Signal(bool)

    def __init__(
        self,
        window: MainWindow,
        settings: SettingsController,
        catalogue: "Callable[[], Catalogue]",
        session: "Callable[[], SessionController]",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._settings = settings
        self._catalogue = catalogue
        self._session = session
        self._title = "BackEase"
        self._on: Snapshot | None = None
        self._left: SessionRecord | None = None
        self._cut_off: tuple[str, Callable[[], None]] | None = None
        self._tells_growth = False
        self._is_ready = False
        self.outlook = ""
        window.page_shown.connect(self._on_page_shown)
        window.way_back.requested.connect(self._on_way_back_requested)

    @property
    def stack(self) -> QWidget:
        """What holds the pages; see the window."""
        return self._window.stack

    def watch(self, session: "SessionController") -> None:
        """Say in the window what becomes of the sessions that this controller runs."""
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_session_changed)
        session.closed.connect(self._on_closed)
        session.paused_by_sleep.connect(self._on_slept)
        session.ended.connect(self._on_ended)

    def get_ready(self) -> None:
        """The history may be read from here on: say what is to be said of it."""
        self._is_ready = True
        if self._window.current == HOME:
            self._on_page_shown(HOME)

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
            self._catalogue().routines[routine_id]
            self._settings.keep_for_later(routine_id)
            self._window.show_page(WELCOME)
            return
        self._session().entrance.start(routine_id)

    def choose(self, routine_id: str) -> None:
        """Play a routine that was chosen on a page; a session that is open comes first."""
        if self._on is None:
            self.start(routine_id)
        else:
            self.go_back()

    @property
    def is_open(self) -> bool:
        """Whether a session is open, so that no other may be started."""
        return self._on is not None

    def try_exercise(self, exercise_id: str) -> None:
        """Play one exercise by itself; a session that is open comes first."""
        # Loaded on first use, as the catalogue.
        from backease_desktop.core.catalogue.routine import single_exercise

        self.try_routine(single_exercise(self._catalogue().exercises[exercise_id]))

    def try_routine(self, routine: "Routine") -> None:
        """Play a routine that is in no catalogue; a session that is open comes first."""
        if self._on is None:
            self._session().entrance.start_routine(routine)
        else:
            self.go_back()

    def offer(self, words: str, go_on: Callable[[], None]) -> None:
        """Offer on home to go on with a session that was cut off, in a sentence; once."""
        if self._on is None and self._window.current == HOME:
            self._cut_off = words, go_on
            self._show_way_back()

    def go_back(self) -> None:
        """Go back to the session that is open, or take up the one that was left or cut off."""
        if self._on is None and self._left is None and self._cut_off is None:
            return
        is_left, self._left = self._left is not None, None
        cut_off, self._cut_off = self._cut_off, None
        self._window.show_page(PLAYER)
        self._window.page(PLAYER).setFocus()  # also where it was on: its keys begin anew
        if self._on is None and is_left:
            self._session().entrance.repeat(where_it_ended=True)
        elif self._on is None and cut_off is not None:
            cut_off[1]()

    def put_at_head(self, bar: "TakesEnter") -> None:
        """Have something at the head of every page that may take *Enter*."""
        self._window.put_at_head(bar)

    def tell_enter(self) -> None:
        """Tell the pages whether *Enter* is theirs."""
        self.enter_taken.emit(self._window.enter_is_taken)

    def tell_outlook(self, words: str, short: str) -> None:
        """Say when the next reminder comes: on home, and in the window's title."""
        self.outlook = words
        self._title = f"{short} · BackEase"
        if self._on is None:
            self._window.setWindowTitle(self._title)
        self.outlook_changed.emit(words)

    # What becomes of a session

    def _on_opened(self) -> None:
        self._left = self._cut_off = None
        self._window.clear_the_way()
        self._window.show_page(PLAYER)  # ending the one before may have led away from it

    def _on_session_changed(self, snapshot: "Snapshot") -> None:
        self._on = snapshot
        self._window.setWindowTitle(f"{snapshot.timeline.name} · BackEase")

    def _on_slept(self) -> None:
        self._window.show_message(
            self.tr("The computer slept, so the session waits. Space goes on.")
        )

    def _on_ended(self, record: "SessionRecord") -> None:
        self._left = record

    def _on_closed(self) -> None:
        self._on = None
        self._window.setWindowTitle(self._title)
        if self._left is not None and self._left.has_closing:
            self._left = None
        elif self._window.current == PLAYER:
            self._window.show_page(HOME)
        self._show_way_back()

    def _on_page_shown(self, page: str) -> None:
        """A session does not run on unseen; what was left is told on the first page only."""
        if page != PLAYER and self._on is not None:
            self._session().pause()
        if page != HOME:
            self._left = self._cut_off = None
            self._tells_growth = False
        elif self._is_ready and self._settings.has_grown:
            self._settings.remember_told_growth()
            self._tells_growth = True
        self._show_way_back()

    def _on_way_back_requested(self) -> None:
        if self._tells_growth and self._on is None and self._left is None:
            self._tells_growth = False
            self._settings.stay_gentle()
            self._show_way_back()
        else:
            self.go_back()

    def _show_way_back(self) -> None:
        way_back = self._window.way_back
        if self._on is not None and self._window.current != PLAYER:
            where = self._on.segment.name or self._on.timeline.name
            words = self.tr("Your session is paused at {name}.").format(name=where)
            way_back.lead(words, self.tr("Back to your session"), takes_enter=True)
        elif self._cut_off is not None:
            way_back.lead(self._cut_off[0], self.tr("Go on"), takes_enter=True)
        elif self._left is not None:
            # Loaded on first use, after the first session.
            from backease_desktop.ui.session.closing_words import ended_words

            way_back.lead(ended_words(self._left), self.tr("Take it up again"), takes_enter=False)
        elif self._tells_growth:
            words = self.tr("The gentle first week is over: from now on sessions are longer.")
            way_back.lead(words, self.tr("Stay gentle"), takes_enter=False, icon="check")
        else:
            way_back.hide()
        self.tell_enter()
