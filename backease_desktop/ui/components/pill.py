"""A few words on a pale round ground: a count beside what it counts."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.look.style import Look


class Pill(Label):
    """The words, in the accent's colour.

    Args:
        look: the theme.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__("", "small", "accent", is_strong=True, parent=parent)
        self._look = look
        self.setContentsMargins(12, 4, 12, 4)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, and the words on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.colours.accent_soft))
        round_ = self.height() / 2
        painter.drawRoundedRect(QRectF(self.rect()), round_, round_)
        painter.end()
        super().paintEvent(event)
