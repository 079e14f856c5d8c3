"""Cards: white ground with round corners, plain or to be pressed."""

from enum import Enum

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QWidget

from backease_desktop.ui.components.pressable import ENTER, KEYBOARD
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import RADIUS_CARD

RING_INSIDE = 6


class Ground(Enum):
    """What a card is made of."""

    CARD = "card"
    SOFT = "soft"
    TINT = "tint"
    ACCENT = "accent"


class Card(QFrame):
    """A card; give it a layout.

    Args:
        look: the theme.
        ground: its colour; only `CARD` has a border.
        is_clickable: it takes the focus, and a click, Enter or Space presses it.

    Signals:
        clicked: it was pressed.
    """

    clicked = Signal()

    def __init__(
        self,
        look: Look,
        ground: Ground = Ground.CARD,
        is_clickable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look = look
        self.ground = ground
        self._is_clickable = is_clickable
        self._is_selected = False
        self._has_ring = False
        if is_clickable:
            self.accessible_role = QAccessible.Role.Button
            self.setAttribute(Qt.WidgetAttribute.WA_Hover)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.changed.connect(self.update)

    @property
    def is_selected(self) -> bool:
        """Whether it is the chosen one."""
        return self._is_selected

    def set_selected(self, is_selected: bool) -> None:
        """Draw the accent around the chosen one."""
        if is_selected != self._is_selected:
            self._is_selected = is_selected
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click that ends inside presses it."""
        super().mouseReleaseEvent(event)
        is_inside = self.rect().contains(event.position().toPoint())
        if self._is_clickable and is_inside and event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space press it."""
        if self._is_clickable and event.key() in (*ENTER, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring if the keyboard brought the focus."""
        self._has_ring = event.reason() in KEYBOARD
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        self._has_ring = False
        self.update()
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, border, and the accent around it when chosen or focused."""
        c = self.look.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = {
            Ground.CARD: c.card,
            Ground.SOFT: c.soft,
            Ground.TINT: c.accent_soft,
            Ground.ACCENT: c.accent,
        }[self.ground]
        if self._is_clickable and self.underMouse():
            fill = c.accent_hover if self.ground is Ground.ACCENT else c.hover
        border, width = (c.line, 1.0) if self.ground is Ground.CARD else (fill, 1.0)
        if self._is_selected or self._has_ring:
            border = c.ink if self.ground is Ground.ACCENT else c.accent
            width = 3.0
        painter.setPen(QPen(QColor(border), width))
        painter.setBrush(QColor(fill))
        inset = width / 2
        shape = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(shape, RADIUS_CARD - inset, RADIUS_CARD - inset)
        if self._is_selected and self._has_ring:
            # The chosen one has its line already: with the keyboard it has a second one inside.
            painter.setPen(QPen(QColor(border), 1.5))
            radius = RADIUS_CARD - RING_INSIDE
            shape = QRectF(self.rect()).adjusted(
                RING_INSIDE, RING_INSIDE, -RING_INSIDE, -RING_INSIDE
            )
            painter.drawRoundedRect(shape, radius, radius)
