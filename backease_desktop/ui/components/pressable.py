"""The base of everything that can be pressed: one painting of ground, border and focus ring.

Rules:
1. The ring shows for the keyboard only. It is painted inside the shape, so that pressed things
   stand in line with words; on a coloured ground it is set off from the edge.
2. Space and Enter press. Arrow keys are left to whoever stands behind, because in a session they
   mean *next* and *previous*.
"""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from backease_desktop.ui.components.wrapped import MOST
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import Size

RING = 2.5
KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def paint_ring(
    painter: QPainter, shape: QRectF, colour: str, radius: float, inset: float = 0.0
) -> None:
    """Paint the focus ring inside a rounded shape, so far in from its edge."""
    painter.setPen(QPen(QColor(colour), RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    edge = inset + RING / 2
    inner = max(0.0, radius - edge)
    painter.drawRoundedRect(shape.adjusted(edge, edge, -edge, -edge), inner, inner)


class Pressable(QAbstractButton):
    """Something that can be pressed. Its kinds say how it looks.

    Args:
        look: the theme and the fonts.
        text: also its accessible name.
    """

    def __init__(self, look: Look, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._has_ring = False
        self._factor = 1.0
        self._left: tuple[Qt.Key, ...] = ARROWS
        self.setText(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._on_look_changed)

    def leave_clicks_unfocused(self) -> None:
        """Take the focus by Tab only, so that a click leaves the keys where they were."""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def leave_keys(self, *keys: Qt.Key) -> None:
        """Leave these keys too to whoever stands behind, even if they would press."""
        self._left = (*ARROWS, *keys)

    def set_factor(self, factor: float) -> None:
        """Be larger than the theme has it, such as on a very large screen."""
        if factor != self._factor:
            self._factor = factor
            self._on_look_changed()

    def px(self, size: float) -> int:
        """A length that grows with the type and with the factor."""
        return round(self.look.theme.px(size) * self._factor)

    def font_of(self, size: Size, weight: QFont.Weight) -> QFont:
        """The font of its words."""
        font = self.look.font(size, weight)
        font.setPixelSize(round(font.pixelSize() * self._factor))
        return font

    def icon_of(self, name: str, colour: str, size: int) -> QPixmap:
        """An icon of `size` pixels at 100 % text and a factor of 1."""
        return self.look.icon(name, colour, round(size * self._factor), self.devicePixelRatioF())

    @property
    def most_words(self) -> int | None:
        """Pixels from side to side that its words may take; None where they stand in one line."""
        return self.px(MOST) if self.look.is_narrow else None

    def minimumSizeHint(self) -> QSize:
        """As its size hint: words are never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter; leave the arrows, and what else was agreed, alone."""
        if event.key() in self._left:
            event.ignore()
        elif event.key() in ENTER and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring if the keyboard brought the focus."""
        self._has_ring = event.reason() in KEYBOARD
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        self._has_ring = False
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the contents, and the ring over them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QRectF(self.rect())
        if not self.isEnabled():
            painter.setOpacity(0.45)
        self.paint_contents(painter, shape)
        if self._has_ring and self.hasFocus():
            colour, inset = self.ring()
            paint_ring(painter, shape, colour, self.radius(shape), inset)

    def ring(self) -> tuple[str, float]:
        """Colour of the focus ring, and how far it stands in from the edge."""
        return self.look.colours.accent, 0.0

    def radius(self, shape: QRectF) -> float:
        """Radius of the shape's corners."""
        return shape.height() / 2

    def paint_contents(self, painter: QPainter, shape: QRectF) -> None:
        """Paint ground, border and words into the shape."""
        raise NotImplementedError

    def paint_ground(
        self, painter: QPainter, shape: QRectF, fill: str | None, border: str | None
    ) -> None:
        """Paint the rounded ground; `None` leaves a part out."""
        inset = 0.5 if border else 0.0
        painter.setPen(QPen(QColor(border), 1) if border else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
        radius = self.radius(shape)
        painter.drawRoundedRect(shape.adjusted(inset, inset, -inset, -inset), radius, radius)

    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()
