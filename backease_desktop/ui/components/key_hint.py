"""A key, drawn as a small key cap: keys are shown where they act."""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import Size


def _font(look: Look, factor: float) -> QFont:
    font = look.font(Size.SMALL, QFont.Weight.Medium)
    font.setPixelSize(round(font.pixelSize() * factor))
    return font


def key_hint_size(look: Look, key: str, factor: float = 1.0) -> QSizeF:
    """How large the cap of a key is."""
    px = look.theme.scale * factor
    width = QFontMetricsF(_font(look, factor)).horizontalAdvance(key) + 14 * px
    return QSizeF(max(width, 22 * px), 22 * px)


def paint_key_hint(
    painter: QPainter,
    rect: QRectF,
    look: Look,
    key: str,
    ink: str | None = None,
    factor: float = 1.0,
) -> None:
    """Paint a key cap; `ink` is given where it stands on a coloured ground."""
    c = look.colours
    edge = QColor(ink or c.border)
    edge.setAlphaF(0.55 if ink else 1.0)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush if ink else QColor(c.card))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    painter.setFont(_font(look, factor))
    painter.setPen(QColor(ink or c.muted_text))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)


class KeyHint(QWidget):
    """A key cap that stands by itself."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, look: Look, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._key = key
        self.setAccessibleName(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """The size of the cap."""
        return key_hint_size(self._look, self._key).toSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cap."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_key_hint(painter, QRectF(self.rect()), self._look, self._key)
