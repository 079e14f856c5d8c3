"""What is there without a window: the machine, the start with it, and the reminders.

Each is made when it is first asked for; the first paint of a window waits for none of them.
"""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from backease_desktop.bootstrap.clocks import clock
from backease_desktop.bootstrap.kept import Kept
from backease_desktop.diagnostics.event_log import EventLogFile, NoEventLog
from backease_desktop.storage.file_journal import FileJournal
from backease_desktop.storage.paths import bundled
from backease_desktop.ui.look.style import Look

if TYPE_CHECKING:
    from backease_desktop.bootstrap.keeping import Keeping
    from backease_desktop.bootstrap.shelf import Shelf
    from backease_desktop.bootstrap.studio import Studio
    from backease_desktop.controllers.ports import Autostart
    from backease_desktop.controllers.reminders import ReminderController
    from backease_desktop.system.desktop import Desktop
    from backease_desktop.system.menu_switch import MenuSwitch
    from backease_desktop.ui.calls.nudge import Nudge


class Background(QObject):
    """What lives as long as the process.

    Args:
        app: the application.
        kept: what was read of the person's files.
        look: follows what the system says of contrast and motion.
        log: the event log.
        journal: of what happens.
        tell: tells the person something, once.
        studio: lends clock, voice and sound in place of this machine's.
        parent: the owner.
    """

    def __init__(
        self,
        app: QApplication,
        kept: Kept,
        look: Look,
        log: EventLogFile | NoEventLog,
        journal: FileJournal,
        tell: Callable[[str], None],
        studio: "Callable[[Shelf, QObject], Studio] | None",
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._studio = studio
        self._app = app
        self._kept = kept
        self._look = look
        self._log = log
        self.journal = journal
        self._tell = tell
        self._keeping: Keeping | None = None
        self._desktop: Desktop | None = None
        self._autostart: Autostart | None = None
        self._menu: MenuSwitch | None = None
        self._reminders: ReminderController | None = None

    @property
    def desktop(self) -> "Desktop":
        """What this system offers."""
        if self._desktop is None:
            # Loaded on first use: the first paint does not wait for it.
            from backease_desktop.system.desktop import Desktop

            icon = bundled("resources") / "backease.svg"
            self._desktop = Desktop(self._app, os.environ, clock, icon)
            self._desktop.setParent(self)
            self._desktop.leanings.changed.connect(self._look.set_leanings)
            self._desktop.leanings.start()
        return self._desktop

    def make_nudge(self) -> "Nudge":
        """The sign of a nudge, where nothing takes the focus; it needs no window of ours."""
        # Loaded on first use, by the first nudge.
        from backease_desktop.system.panel.panel import panel_for
        from backease_desktop.ui.calls.nudge import Nudge

        return Nudge(self._look, panel_for(os.environ, self))

    def studio(self, shelf: "Shelf", owner: QObject) -> "Studio":
        """Clock, voice and sound for sessions."""
        if self._studio is not None:
            return self._studio(shelf, owner)
        # Loaded on first use, by the first session.
        from backease_desktop.bootstrap.studio import studio_here

        return studio_here(shelf, owner)

    @property
    def autostart(self) -> "Autostart":
        """Starts the program with the computer; a portal's answer is known to who has asked it."""
        if self._autostart is None:
            # Loaded on first use, by the settings or the welcome.
            from backease_desktop.bootstrap.at_login import command_at_login

            self._autostart = self.desktop.autostart(command_at_login(self._kept.chosen))
            self._autostart.refused.connect(self._tell)
        return self._autostart

    @property
    def menu(self) -> "MenuSwitch | None":
        """The user's own menu entry; None where an installer makes it."""
        if self._menu is None:
            # Loaded on first use, by the settings or the welcome.
            from backease_desktop.bootstrap.at_menu import menu_here
            from backease_desktop.system.menu_switch import MenuSwitch

            if (menu := menu_here(self._kept.chosen)) is None:
                return None
            self._menu = MenuSwitch(menu, self)
        return self._menu

    @property
    def keeping(self) -> "Keeping":
        """The files of this run."""
        if self._keeping is None:
            # Loaded on first use, by the page of progress.
            from backease_desktop.bootstrap.keeping import Keeping

            self._keeping = Keeping(self._kept, self.journal, self._end_autostart)
        return self._keeping

    @property
    def is_erased(self) -> bool:
        """Whether everything was erased, so that nothing is to be left behind."""
        return self._keeping is not None and self._keeping.is_erased

    def _end_autostart(self) -> None:
        if self.autostart.is_ours:
            self.autostart.set_enabled(False)

    def finish(self) -> None:
        """The last step of the program, when everything that writes has written."""
        if self._keeping is not None:
            self._keeping.finish()

    @property
    def reminders(self) -> "ReminderController":
        """The reminders; whoever shows them starts them."""
        if self._reminders is None:
            # Loaded on first use, as the desktop.
            from backease_desktop.bootstrap.reminders import build_reminders

            places = self._kept.folders
            self._reminders = build_reminders(
                places, self.desktop, self._log, self.journal, self._tell, self
            )
        return self._reminders
