"""The window: what `backease` opens, put together so that the first paint comes early.

Order: the one running program is found or becomes this one; files are read; the window is shown;
only then are sound, voice and the rest of the desktop made, because nobody needs them before.
"""

import gc
import logging
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from backease_desktop.bootstrap.clocks import clock, local_now
from backease_desktop.bootstrap.foundation import build_settings, open_event_log
from backease_desktop.bootstrap.shelf import Shelf, open_shelf
from backease_desktop.controllers.routines import RoutinesController
from backease_desktop.core.errors import ReportedError
from backease_desktop.core.speaking_time import estimate
from backease_desktop.diagnostics.crash import CrashFile
from backease_desktop.diagnostics.event_log import EventLogFile, NoEventLog
from backease_desktop.diagnostics.logs import write_logs_to
from backease_desktop.diagnostics.report import versions
from backease_desktop.storage.paths import bundled, folders, make_folders
from backease_desktop.system.single_instance import SingleInstance, send_arguments
from backease_desktop.ui.figures import Figures
from backease_desktop.ui.icons import Icons
from backease_desktop.ui.keys import Command, Wish
from backease_desktop.ui.main_window import MainWindow
from backease_desktop.ui.style import Look
from backease_desktop.ui.wiring import SessionSide, Wiring

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from backease_desktop.bootstrap.session import Session
    from backease_desktop.controllers.reminders import ReminderController
    from backease_desktop.core.safety import Safety
    from backease_desktop.system.desktop import Desktop
    from backease_desktop.ui.reminder_wiring import ReminderWiring

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks of the window.

    Attributes:
        profile: folder for all data of this run, or None for the system's.
        event_log: file that events are appended to, or None.
        start: id of a routine to start at once, or None.
    """

    profile: Path | None
    event_log: Path | None
    start: str | None


def run_window(asked: Asked) -> int:
    """Open the window and run until it is quit; an exit code.

    Raises:
        ReportedError: the event log cannot be written, or there is no such routine.
    """
    app = QApplication(sys.argv[:1])
    app.setApplicationName("backease")
    app.setApplicationDisplayName("BackEase")
    app.setDesktopFileName("backease")
    places = folders(asked.profile)
    make_folders(places)
    instance = SingleInstance(places.data, app)
    if not instance.acquire():
        send_arguments(places.data, ["--start", asked.start] if asked.start else [])
        return 0
    write_logs_to(places.logs)
    crash = CrashFile(places.logs)
    last_crash = crash.take_last()
    crash.watch()
    log = open_event_log(asked.event_log, clock)
    shelf = open_shelf(asked.profile)
    if asked.start is not None and asked.start not in shelf.catalogue.routines:
        known = ", ".join(shelf.catalogue.routines)
        raise ReportedError(f"no routine has the id {asked.start!r}; there are {known}")
    program = Program(app, shelf, log)
    program.open(asked.start)
    instance.message_received.connect(program.on_message)
    instance.answer_with(program.answer)
    if last_crash is not None:
        program.say("The last run ended unexpectedly. Help has a report that you can copy.")
    try:
        return app.exec()
    finally:
        program.close()
        instance.release()
        log.close()
        crash.close()


class Program(QObject):
    """The window with everything behind it."""

    def __init__(self, app: QApplication, shelf: Shelf, log: EventLogFile | NoEventLog) -> None:
        super().__init__(app)
        self._app = app
        self._log = log
        self._shelf = shelf
        self._kept = QSettings(str(shelf.folders.config / "window.ini"), QSettings.Format.IniFormat)
        self._session: Session | None = None
        self.look = Look(app, Icons(bundled("resources") / "icons"))
        self.settings = build_settings(shelf, self)
        routines = RoutinesController(
            catalogue=shelf.catalogue,
            wording=shelf.wording,
            settings=self.settings,
            estimate=estimate,
            parent=self,
        )
        self.window = MainWindow(self.look, _bytes(self._kept.value("geometry")))
        figures = Figures(shelf.catalogue, self.look, clock, self)
        self.wiring = Wiring(
            window=self.window,
            look=self.look,
            settings=self.settings,
            routines=routines,
            make_session_side=self._make_session_side,
            catalogue=shelf.catalogue,
            figures=figures,
            safety=self._load_safety,
            report=versions,
            make_reminders_page=self._make_reminders_page,
            parent=self,
        )
        self._reminders: ReminderController | None = None
        self._reminder_wiring: ReminderWiring | None = None
        self._figures = figures
        self._routines = routines
        app.setQuitOnLastWindowClosed(False)
        self.window.close_requested.connect(self._on_close)
        self.window.wish_made.connect(self._on_wish)
        self.window.installEventFilter(self)

    @property
    def session(self) -> "Session":
        """What runs sessions; made when it is first needed, at the latest after the first paint."""
        self.wiring.get_ready()
        assert self._session is not None
        return self._session

    def open(self, start: str | None = None) -> None:
        """Show the window, on the page that comes first."""
        if start is None:
            self.wiring.open_first_page()
        else:
            self.wiring.start(start)
        self.window.show()

    def say(self, text: str) -> None:
        """Tell the person something, once."""
        self.wiring.say(text)

    def come_forward(self) -> None:
        """Show the window before all others."""
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def on_message(self, arguments: list[str]) -> None:
        """Another start hands over what it was asked for: come forward, and do it."""
        self.come_forward()
        if len(arguments) == 2 and arguments[0] == "--start":
            try:
                self.wiring.start(arguments[1])
            except KeyError:
                self.say(f"There is no routine {arguments[1]}.")

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """What is answered to a question from outside; see `remote`."""
        # Loaded on first use: few ask.
        from backease_desktop.bootstrap.remote import answer

        self.wiring.get_ready()
        assert self._reminders is not None
        return answer(request, self._reminders, local_now)

    def close(self) -> None:
        """End whatever is on, and remember where the window was."""
        self._kept.setValue("geometry", self.window.geometry_bytes())
        self._kept.sync()
        if self._reminders is not None and self._reminder_wiring is not None:
            self._reminder_wiring.close()
            self._reminders.stop()
        if self._session is not None:
            self._session.close()
        self.window.deleteLater()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the window's first paint."""
        if event.type() == QEvent.Type.Paint:
            self.window.removeEventFilter(self)
            # Zero: after this paint has reached the screen.
            QTimer.singleShot(0, self._on_first_paint)
        return super().eventFilter(watched, event)

    def _on_first_paint(self) -> None:
        self._log.write("window_shown", page=self.window.current)
        for problem in self._shelf.problems:
            self.say(problem)
        self.wiring.get_ready()
        if not gc.isenabled():
            # What is here now stays: it need not be looked at for garbage again and again.
            gc.freeze()
            gc.enable()

    def _make_session_side(self) -> SessionSide:
        # Loaded on first use: sound, voice and the desktop are not needed for the first paint.
        from backease_desktop.audio.tones import tone
        from backease_desktop.bootstrap.session import build_session
        from backease_desktop.controllers.voice_test import VoiceTest
        from backease_desktop.system.desktop import Desktop

        desktop = Desktop(self._app, os.environ, clock)
        desktop.setParent(self)
        self._session = session = build_session(
            self._shelf, self.settings, self._log, desktop.screen, self
        )
        voice_test = VoiceTest(
            speaker=session.renderer,
            output=session.output,
            tone=tone,
            wording=self._shelf.wording,
            settings=self.settings,
            parent=self,
        )
        voice_test.failed.connect(self.say)
        session.output.lost.connect(self._on_sound_lost)
        session.output.restored.connect(lambda: self.say("The sound is back."))
        self._make_reminders(desktop, session)
        return SessionSide(session.controller, voice_test, session.renderer)

    def _make_reminders(self, desktop: "Desktop", session: "Session") -> None:
        # Loaded on first use, as all that stands behind the window.
        from backease_desktop.bootstrap.reminders import build_reminders
        from backease_desktop.ui.reminder_wiring import ReminderWiring

        places = self._shelf.folders
        self._reminders = reminders = build_reminders(places, desktop, self._log, self)
        self._reminder_wiring = seen = ReminderWiring(
            look=self.look,
            reminders=reminders,
            routines=self._routines,
            session=session.controller,
            thumbnails=self._figures.thumbnails,
            sources=desktop.presence.sources,
            now=local_now,
            parent=self,
        )
        seen.start_requested.connect(self._on_start_wanted)
        seen.open_requested.connect(self.come_forward)
        seen.quit_requested.connect(self._app.quit)
        seen.outlook_told.connect(self.wiring.tell_outlook)
        reminders.start()

    def _make_reminders_page(self) -> "QWidget":
        self.wiring.get_ready()
        assert self._reminder_wiring is not None
        return self._reminder_wiring.make_page()

    def _on_start_wanted(self, routine: str) -> None:
        self.come_forward()
        self.wiring.start(routine)

    def _load_safety(self) -> "Safety":
        # Loaded on first use, by the welcome or the help.
        from backease_desktop.storage.safety_file import load_safety

        return load_safety(bundled("catalogue") / "safety.yaml")

    def _on_sound_lost(self, reason: str) -> None:
        logger.info("no sound: %s", reason)
        self.say("There is no sound here. Captions and the screen go on.")

    def _on_close(self) -> None:
        """Closing leaves the reminders running where something on the screen says so."""
        seen = self._reminder_wiring
        goes_on = self._reminders is not None and bool(self._reminders.plan.active)
        if seen is not None and goes_on and seen.tray.is_there:
            seen.tell_staying()
        else:
            self._app.quit()

    def _on_wish(self, wish: Wish) -> None:
        if wish.command is Command.QUIT:
            self._app.quit()


def _bytes(value: object) -> bytes:
    data = getattr(value, "data", None)
    return bytes(data()) if callable(data) else b""
