"""A nudge: a line in the corner that goes by itself, silent, without an answer and without focus.

For sitting otherwise, not for stretching: a shift of posture takes as long as reading it. That such
shifts are worth a reminder: Waongenngarm 2021, doi 10.5271/sjweh.3949.
"""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QCursor, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backease_desktop.controllers.ports import Panel
from backease_desktop.core.reminder.calling import NUDGE_FOR
from backease_desktop.ui.calls.off_window import OffWindow
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.labels import Label, heading
from backease_desktop.ui.look.roles import install_roles
from backease_desktop.ui.look.style import Look

EDGE = 18
FROM_SCREEN = 24
"""Pixels between the line and the edges of the screen."""


class Nudge(Card):
    """The line.

    Args:
        look: the theme and the fonts.
        panel: shows it where a window of its own would take the focus.
    """

    def __init__(
        self, look: Look, panel: Panel | None = None, parent: QWidget | None = None
    ) -> None:
        install_roles()
        super().__init__(look, parent=parent)
        flag = Qt.WindowType
        self.setWindowFlags(
            flag.ToolTip
            | flag.FramelessWindowHint
            | flag.WindowStaysOnTopHint
            | flag.WindowDoesNotAcceptFocus
            | flag.WindowTransparentForInput
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self._name = heading("")
        self._words = Label(
            self.tr("Sit another way: lean back, slide, or put your feet elsewhere."), "body"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.addWidget(self._name)
        column.addWidget(self._words)
        self._goes = QTimer(self, singleShot=True, interval=NUDGE_FOR)
        self._goes.timeout.connect(self.withdraw)
        self._off_window = OffWindow(self, panel) if panel is not None else None

    @property
    def is_seen(self) -> bool:
        """Whether it is there now."""
        return self.isVisible()

    def show_nudge(self, name: str) -> None:
        """Be seen for five seconds, and tell a screen reader; `name` is the reminder's."""
        self._name.setText(name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(self._words.text())
        self.adjustSize()
        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        edge = FROM_SCREEN
        self.move(room.right() - self.width() - edge, room.bottom() - self.height() - edge)
        if self._off_window is None or not self._off_window.show():
            self.show()
            self.raise_()
        self._goes.start()
        said = f"{name}. {self._words.text()}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def withdraw(self) -> None:
        """Go."""
        self._goes.stop()
        if self._off_window is not None:
            self._off_window.hide()
        self.hide()
