"""A few words on a round ground of their own, such as the name beside a figure."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import Size


class Pill(QWidget):
    """A few words on a round ground of their own."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._text = ""
        self._factor = 1.0
        look.changed.connect(self.update)

    @property
    def text(self) -> str:
        """The words."""
        return self._text

    def set_text(self, text: str, factor: float) -> None:
        """Say something, in type of `factor` times the theme's."""
        if (text, factor) != (self._text, self._factor):
            self._text, self._factor = text, factor
            self.setAccessibleName(text)
            self.update()

    def sizeHint(self) -> QSize:
        """Room for the words."""
        metrics = QFontMetricsF(self._font())
        height = metrics.height() * 1.75
        return QSize(round(metrics.horizontalAdvance(self._text) + height), round(height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, border, words."""
        c = self._look.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(c.line))
        painter.setBrush(QColor(c.card))
        shape = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)
        font = self._font()
        painter.setFont(font)
        painter.setPen(QColor(c.ink))
        room = shape.width() - shape.height() * 0.7
        text = QFontMetricsF(font).elidedText(self._text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(shape, Qt.AlignmentFlag.AlignCenter, text)

    def _font(self) -> QFont:
        font = self._look.font(Size.SMALL, QFont.Weight.DemiBold)
        font.setPixelSize(round(font.pixelSize() * self._factor))
        return font
