"""What lies over a page while something else is in front of it."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from backease_desktop.ui.look.style import Look


class Veil(QWidget):
    """Covers its host, in whatever size that has; hidden at first.

    To a screen reader it is all that there is while it is open, if its host is one of those that
    tell only what is in front (`ui/look/roles`).

    Args:
        look: the theme and the fonts.
        host: what it covers.
    """

    is_front = True

    def __init__(self, look: Look, host: QWidget) -> None:
        super().__init__(host)
        self._look = look
        self._host = host
        self.hide()
        host.installEventFilter(self)
        look.changed.connect(self._place)

    @property
    def is_open(self) -> bool:
        """Whether it is shown."""
        return not self.isHidden()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the host."""
        if event.type() == QEvent.Type.Resize and self.is_open:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page behind shows through, faintly."""
        veil = QColor(self._look.colours.bg)
        veil.setAlphaF(0.86)
        QPainter(self).fillRect(self.rect(), veil)

    def _place(self) -> None:
        self.setGeometry(self._host.rect())
