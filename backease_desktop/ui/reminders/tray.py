"""The tray: the minutes left, and what can be done without opening the window.

It is never required: where there is no tray nothing is seen, and nothing else changes. The icon is
made by `show`, which whoever knows of the desktop calls once there is a tray: one that comes late,
as at login, gets it then.
"""

from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from backease_desktop.core.reminder.outlook import Mood, Outlook
from backease_desktop.core.units import MINUTE, Ms
from backease_desktop.ui.look.app_icon import app_icon
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.reminders.reminder_words import short_words

HOUR = Ms(60 * MINUTE)
QUIET = (Mood.PAUSED, Mood.RESTING, Mood.OFF)
SCREENLESS = ("offscreen", "minimal")
"""Platforms without a desktop: Qt looks for their tray in vain, and warns."""
PRESSED = (
    QSystemTrayIcon.ActivationReason.Trigger,
    QSystemTrayIcon.ActivationReason.DoubleClick,
)


class Tray(QObject):
    """Icon, tooltip and menu.

    Args:
        look: the theme and the icons.
        parent: the owner.

    Signals:
        start_requested: a session now.
        did_it_requested: a break was taken that nobody saw.
        pause_requested: be quiet for so many milliseconds.
        pause_until_tomorrow_requested: be quiet for what is left of the day.
        resume_requested: the pause is to end.
        open_requested: the window is wanted.
        quit_requested: the program is to end.
        message_clicked: what `show_message` has shown was pressed.
    """

    start_requested = Signal()
    did_it_requested = Signal()
    pause_requested = Signal(int)
    pause_until_tomorrow_requested = Signal()
    resume_requested = Signal()
    open_requested = Signal()
    quit_requested = Signal()
    message_clicked = Signal()

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown = ("", "")
        self._icon: QSystemTrayIcon | None = None
        self.menu = QMenu()
        self._words = self.menu.addAction("")
        self._words.setEnabled(False)
        self.menu.addSeparator()
        self.menu.addAction(self.tr("Start now"), self.start_requested.emit)
        self.menu.addAction(self.tr("I did it"), self.did_it_requested.emit)
        self.menu.addSeparator()
        self._pauses = (
            self.menu.addAction(
                self.tr("Pause for 1 hour"), lambda: self.pause_requested.emit(HOUR)
            ),
            self.menu.addAction(
                self.tr("Pause until tomorrow"), self.pause_until_tomorrow_requested.emit
            ),
        )
        self._resume = self.menu.addAction(self.tr("Go on"), self.resume_requested.emit)
        self.menu.addSeparator()
        self.menu.addAction(self.tr("Open BackEase"), self.open_requested.emit)
        self.menu.addAction(self.tr("Quit"), self.quit_requested.emit)
        look.changed.connect(self._repaint)
        self.show_outlook(Outlook(Mood.OFF))

    @property
    def icon(self) -> QSystemTrayIcon | None:
        """The icon, once it was shown."""
        return self._icon

    @property
    def is_there(self) -> bool:
        """Whether the desktop has a tray that shows the icon."""
        icon = self._icon
        return icon is not None and QSystemTrayIcon.isSystemTrayAvailable() and icon.isVisible()

    def show(self) -> None:
        """Stand in the tray."""
        if self._icon is None:
            self._icon = icon = QSystemTrayIcon(self)
            icon.setContextMenu(self.menu)
            icon.activated.connect(self._on_activated)
            icon.messageClicked.connect(self.message_clicked)
            self._say()
            self._repaint()
        if QGuiApplication.platformName() not in SCREENLESS:
            self._icon.show()

    def show_message(self, title: str, text: str) -> bool:
        """Say something beside the icon; whether that can be seen."""
        icon = self._icon
        if icon is None or not self.is_there or not QSystemTrayIcon.supportsMessages():
            return False
        icon.showMessage(title, text, icon.icon())
        return True

    def close(self) -> None:
        """Leave the tray."""
        if self._icon is not None:
            self._icon.hide()
        self.menu.deleteLater()

    def show_outlook(self, outlook: Outlook, now: datetime | None = None) -> None:
        """Say what is next. The system hears of it only when the words or the icon change."""
        words, ground = short_words(outlook, now), _ground(outlook.mood)
        is_paused = outlook.mood is Mood.PAUSED
        for action in self._pauses:
            action.setVisible(not is_paused and outlook.mood is not Mood.OFF)
        self._resume.setVisible(is_paused)
        before, self._shown = self._shown, (words, ground)
        if words != before[0]:
            self._words.setText(words)
            self._say()
        if ground != before[1]:
            self._repaint()

    def _say(self) -> None:
        if self._icon is not None:
            self._icon.setToolTip(f"BackEase – {self._shown[0]}")

    def _repaint(self) -> None:
        if self._icon is not None:
            self._icon.setIcon(app_icon(self._look, self._shown[1]))

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in PRESSED:
            self.open_requested.emit()


def _ground(mood: Mood) -> str:
    if mood in (Mood.DUE, Mood.CALLING):
        return "switch"
    return "muted" if mood in QUIET else "accent"
