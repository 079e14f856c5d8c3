"""How a routine's time is shared out among its steps, as one bar; the chosen step is lit."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from backease_desktop.core.units import Ms
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import mix

HEIGHT = 10
LEAST = 2.0
"""Pixels of a step, at least."""


class LengthBar(QWidget):
    """The bar; it says nothing that the list does not, so a screen reader leaves it out."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lengths: dict[int, Ms] = {}
        self._chosen = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_lengths(self, lengths: dict[int, Ms], chosen: int) -> None:
        """Show these steps, with one of them lit."""
        if (lengths, chosen) != (self._lengths, self._chosen):
            self._lengths, self._chosen = lengths, chosen
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(120, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A piece for each step, as long as it takes."""
        whole = sum(self._lengths.values())
        c = self._look.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if not whole:
            painter.setBrush(QColor(c.line))
            painter.drawRoundedRect(QRectF(0, 0, self.width(), HEIGHT), 5, 5)
            return
        left = 0.0
        gap = 3.0 if len(self._lengths) < self.width() / 12 else 0.0
        for index, length in sorted(self._lengths.items()):
            width = self.width() * length / whole
            painter.setBrush(
                QColor(c.accent if index == self._chosen else mix(c.accent, c.bg, 0.6))
            )
            painter.drawRoundedRect(QRectF(left, 0, max(LEAST, width - gap), HEIGHT), 4, 4)
            left += width
