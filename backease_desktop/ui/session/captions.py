"""Captions: what is being said, on ink, at the foot of the page."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import Size

RADIUS = 10


class Captions(QWidget):
    """A pill of words in the middle; nothing is painted when nothing is said.

    A screen reader is not told: it hears the voice, or announces the phases itself.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._text = ""
        self._factor = 1.0
        self._is_on = True
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._on_look_changed)

    @property
    def text(self) -> str:
        """What is shown; empty when captions are off."""
        return self._text if self._is_on else ""

    def say(self, text: str) -> None:
        """Show words; empty takes them away."""
        if text != self._text:
            self._text = text
            self.update()

    def set_on(self, is_on: bool) -> None:
        """Turn captions on or off."""
        if is_on != self._is_on:
            self._is_on = is_on
            self.update()

    def set_factor(self, factor: float) -> None:
        """Make the type larger than the theme has it."""
        if factor != self._factor:
            self._factor = factor
            self._on_look_changed()

    def sizeHint(self) -> QSize:
        """Room for one line."""
        return QSize(
            320, QFontMetrics(self._font()).height() + round(self._font().pixelSize() * 0.95)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pill, as wide as its words; long ones get smaller until they fit."""
        if not self.text:
            return
        c, font = self._look.colours, self._font()
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        pad = round(font.pixelSize() * 0.45)
        room = self.rect().adjusted(2 * pad, 0, -2 * pad, 0)
        words = QFontMetrics(font).boundingRect(room, flags, self.text)
        while words.height() > self.height() and font.pixelSize() > self._look.theme.px(9):
            font.setPixelSize(font.pixelSize() - 1)
            words = QFontMetrics(font).boundingRect(room, flags, self.text)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.ink))
        pill = QRectF(words.adjusted(-2 * pad, -pad, 2 * pad, pad)).intersected(QRectF(self.rect()))
        painter.drawRoundedRect(pill, RADIUS, RADIUS)
        painter.setFont(font)
        painter.setPen(QColor(c.bg))
        painter.drawText(room, flags, self.text)

    def _font(self) -> QFont:
        font = self._look.font(Size.BODY)
        font.setPixelSize(round(font.pixelSize() * self._factor))
        return font

    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()
