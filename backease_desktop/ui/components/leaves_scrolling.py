"""What the fields of forms share: scrolling is the page's, so that it changes nothing unseen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

PAGES = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)

if TYPE_CHECKING:
    _Field = QWidget
else:  # stands before a widget in a list of bases, and Qt allows one widget in it
    _Field = object


class LeavesScrolling(_Field):
    """Stands before the widget of Qt among the bases of a field."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys that turn pages to the page."""
        if event.key() in PAGES:
            event.ignore()
        else:
            super().keyPressEvent(event)
