"""A page that was opened from another one: its way back stands on top, and Escape takes it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.growing_page import GrowingPage
from backease_desktop.ui.look.style import Look


class LeftPage(GrowingPage):
    """The page. Who derives from it puts `back` above the rest.

    Args:
        look: the theme and the fonts.
        back: where the way back leads.

    Signals:
        left: back to where it was opened from.
    """

    left = Signal()

    def __init__(self, look: Look, back: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.look = look
        self.back = Button(look, back, Kind.QUIET, "Esc", icon="back")
        self.back.clicked.connect(self.left)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
