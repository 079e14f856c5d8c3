"""The front: the window with its pages, and what runs sessions behind it.

Made when a window is wanted or a call has something to show; until then the program has read
neither the catalogue nor a page. Sound, voice and sessions are made after the first paint.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSettings, QTimer, Signal
from PySide6.QtWidgets import QWidget

from backease_desktop.bootstrap.clocks import clock
from backease_desktop.bootstrap.kept import Kept
from backease_desktop.bootstrap.shelf import shelf_of
from backease_desktop.controllers.routines import RoutinesController
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.speaking_time import estimate
from backease_desktop.diagnostics.event_log import EventLogFile, NoEventLog
from backease_desktop.diagnostics.report import versions
from backease_desktop.storage.paths import bundled
from backease_desktop.ui.figure.figures import Figures
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.main_window import MainWindow
from backease_desktop.ui.questions import STAY, ask_to_stay
from backease_desktop.ui.wiring import WELCOME, SessionSide, Wiring

if TYPE_CHECKING:
    from backease_desktop.bootstrap.session import Session
    from backease_desktop.controllers.ports import Autostart
    from backease_desktop.core.reminder.plan import Reminder
    from backease_desktop.core.safety import Safety
    from backease_desktop.system.desktop import Desktop


class Front(QObject):
    """The window and its sessions.

    Args:
        kept: what was read of the person's files.
        look: the theme and the fonts.
        settings: the settings and the profile.
        log: the event log.
        desktop: what this system offers; made when it is first asked for.
        make_reminders_page: makes the page of the reminders.
        make_autostart: makes what starts the program with the computer.
        first_reminder: gives the reminder that the welcome stands ready with.
        may_close: asked when the person closes the window; False leaves it open.
        parent: the owner.

    Signals:
        painted: the window was painted for the first time; nobody waits any more.
        session_made: what runs sessions is there; carries the `Session`.
        closed: the person has closed the window.
        stay_answered: whether the program goes on without its window.
    """

    painted = Signal()
    session_made = Signal(object)
    closed = Signal()
    stay_answered = Signal(bool)

    def __init__(
        self,
        *,
        kept: Kept,
        look: Look,
        settings: SettingsController,
        log: EventLogFile | NoEventLog,
        desktop: "Callable[[], Desktop]",
        make_reminders_page: Callable[[], QWidget],
        make_autostart: "Callable[[], Autostart]",
        first_reminder: "Callable[[], Reminder]",
        may_close: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._settings = settings
        self._log = log
        self._desktop = desktop
        self._session: Session | None = None
        self._remembered = QSettings(
            str(kept.folders.config / "window.ini"), QSettings.Format.IniFormat
        )
        self.shelf = shelf_of(kept)
        self.routines = RoutinesController(
            catalogue=self.shelf.catalogue,
            wording=self.shelf.wording,
            settings=settings,
            estimate=estimate,
            parent=self,
        )
        self.window = MainWindow(look, _bytes(self._remembered.value("geometry")), may_close)
        self.window.closed.connect(self.closed)
        self.window.sheet_answered.connect(lambda name: self.stay_answered.emit(name == STAY))
        self.figures = Figures(self.shelf.catalogue, look, clock, self)
        self.wiring = Wiring(
            window=self.window,
            look=look,
            settings=settings,
            routines=self.routines,
            make_session_side=self._make_session_side,
            catalogue=self.shelf.catalogue,
            figures=self.figures,
            safety=self._load_safety,
            report=versions,
            make_reminders_page=make_reminders_page,
            make_autostart=make_autostart,
            first_reminder=first_reminder,
            parent=self,
        )
        self.window.installEventFilter(self)

    @property
    def session(self) -> "Session":
        """What runs sessions; made when it is first needed, at the latest after the first paint."""
        self.wiring.get_ready()
        assert self._session is not None
        return self._session

    def open(self, start: str | None = None) -> None:
        """Show the window: where it was left, or on the page that comes first.

        Raises:
            KeyError: there is no routine `start`.
        """
        if start is not None:
            self.wiring.start(start)
        elif not self.window.current:
            self.wiring.open_first_page()
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def ask_to_stay(self) -> None:
        """Ask whether the reminders go on without the window; closed again, they do."""
        if self.window.sheet.is_open:
            self.window.sheet.choose(STAY)
        else:
            ask_to_stay(self.window.sheet)

    def put_away(self) -> None:
        """Hide the window; a session ends, since nobody sees it."""
        if self._session is not None:
            self._session.controller.stop()
        self.window.hide()

    def close(self) -> None:
        """End whatever is on, and remember where the window was."""
        self._remembered.setValue("geometry", self.window.geometry_bytes())
        self._remembered.sync()
        if self._session is not None:
            self._session.close()
        self.window.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the window's first paint."""
        if event.type() == QEvent.Type.Paint:
            self.window.removeEventFilter(self)
            # Zero: after this paint has reached the screen.
            QTimer.singleShot(0, self._on_first_paint)
        return super().eventFilter(watched, event)

    def _on_first_paint(self) -> None:
        self._log.write("window_shown", page=self.window.current)
        self.wiring.get_ready()
        self.painted.emit()

    def _make_session_side(self) -> SessionSide:
        # Loaded on first use: sound, voice and the desktop are not needed for the first paint.
        from backease_desktop.audio.tones import tone
        from backease_desktop.bootstrap.session import build_session
        from backease_desktop.controllers.voice_test import VoiceTest

        self._session = session = build_session(
            self.shelf, self._settings, self._log, self._desktop().screen, self
        )
        voice_test = VoiceTest(
            speaker=session.renderer,
            output=session.output,
            tone=tone,
            wording=self.shelf.wording,
            settings=self._settings,
            parent=self,
        )
        session.track.output_wanted.connect(voice_test.stop)
        session.output.restored.connect(lambda: self.wiring.say(self.tr("The sound is back.")))
        session.output.lost.connect(self._on_sound_lost)
        self.session_made.emit(session)
        return SessionSide(session.controller, voice_test, session.renderer)

    def _on_sound_lost(self, _reason: str) -> None:
        if self.window.current != WELCOME:  # which says so itself, beside its button
            self.wiring.say(self.tr("There is no sound here. Captions and the screen go on."))

    def _load_safety(self) -> "Safety":
        # Loaded on first use, by the welcome or the help.
        from backease_desktop.storage.safety_file import load_safety

        return load_safety(bundled("catalogue") / "safety.yaml")


def _bytes(value: object) -> bytes:
    data = getattr(value, "data", None)
    return bytes(data()) if callable(data) else b""
