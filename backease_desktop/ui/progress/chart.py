"""What all charts are: marks that can be pointed at, gone through by keys, and read as a table.

Rules:
1. A chart says nothing by colour alone: every mark has words, told when the pointer or the keyboard
   comes to it, and all of them stand in its table.
2. The arrow keys go from mark to mark, Home and End to the first and the last; Enter opens one.
3. It is painted in the theme's colours only, so it follows light, dark and contrast at once.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from backease_desktop.ui.components.pressable import ENTER, KEYBOARD
from backease_desktop.ui.components.table import Rows
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import Size

PRESS = (*ENTER, Qt.Key.Key_Space)
RING = 2.0
RING_GAP = 2.5


class Chart(QWidget):
    """A chart; its kinds say what the marks are and how it is painted.

    Args:
        look: the theme and the fonts.
        name: what it shows, its accessible name.
        height: in pixels at 100 % text.

    Signals:
        told: the words of the mark that is pointed at; nothing when none is any more.
        opened: the place of the mark that was pressed.
    """

    told = Signal(str)
    opened = Signal(int)
    accessible_role = QAccessible.Role.Chart

    def __init__(self, look: Look, name: str, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._height = height
        self._place: int | None = None
        self._hovered: int | None = None
        self._has_ring = False
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    # What its kinds say

    def areas(self) -> Sequence[QRectF]:
        """Where each mark stands."""
        return ()

    def first_place(self) -> int:
        """The mark that the keyboard comes to first: the newest."""
        return len(self.areas()) - 1

    def words(self, place: int) -> str:
        """What a mark says."""
        return self.table().rows[place][0]

    def table(self) -> Rows:
        """All of it in words."""
        return Rows(())

    def paint_chart(self, painter: QPainter) -> None:
        """Paint everything but the ring."""

    def steps(self) -> dict[Qt.Key, int]:
        """How many marks further each arrow leads."""
        keys = Qt.Key
        return {keys.Key_Left: -1, keys.Key_Right: 1, keys.Key_Up: -1, keys.Key_Down: 1}

    # What they have in common

    @property
    def place(self) -> int | None:
        """The mark that the keyboard is at."""
        return self._place

    def show_again(self) -> None:
        """Take in that it shows something else."""
        self._hovered = None
        if self._place is not None and self._place >= len(self.areas()):
            self._place = None
        self.setAccessibleDescription(self.table().sentences)
        self.updateGeometry()
        self.update()

    def go_to(self, place: int) -> None:
        """Bring the keyboard to a mark, and say what it is."""
        count = len(self.areas())
        if not count:
            return
        self._place = max(0, min(count - 1, place))
        words = self.words(self._place)
        self.told.emit(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.update()

    def font_of(self, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The font of its words."""
        return self.look.font(Size.SMALL, weight)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(self.look.theme.px(280), self.look.theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        """Still to be read."""
        return QSize(180, self.look.theme.px(self._height))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows lead on, Enter and Space open; whatever else is left to others."""
        key = Qt.Key(event.key())
        last = len(self.areas()) - 1
        here = self.first_place() if self._place is None else self._place
        step = self.steps().get(key)
        if step is not None and last >= 0 and not event.modifiers() & ~_PAD:
            self.go_to(here if self._place is None else here + step)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and last >= 0:
            self.go_to(0 if key == Qt.Key.Key_Home else last)
        elif key in PRESS and self._place is not None:
            self.opened.emit(self._place)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the last mark, if the keyboard brought the focus."""
        self._has_ring = event.reason() in KEYBOARD
        if self._has_ring:
            self.go_to(self.first_place() if self._place is None else self._place)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell nothing any more."""
        self._has_ring = False
        self._place = None
        self.told.emit("")
        self.update()
        super().focusOutEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what is pointed at."""
        place = self._at(event.position())
        if place != self._hovered:
            self._hovered = place
            self.told.emit("" if place is None else self.words(place))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens a mark."""
        place = self._at(event.position())
        if place is not None and event.button() is Qt.MouseButton.LeftButton:
            self._place = place
            self.opened.emit(place)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at."""
        if self._hovered is not None:
            self._hovered = None
            self.told.emit("")
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chart, and a ring around the mark that the keyboard is at."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_chart(painter)
        if not self.hasFocus() or not self._has_ring:
            return
        areas = self.areas()
        area = (
            QRectF(self.rect()).adjusted(3, 3, -3, -3)
            if self._place is None or self._place >= len(areas)
            else areas[self._place]
        )
        painter.setPen(QPen(QColor(self.look.colours.ink), RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        around = area.adjusted(-RING_GAP, -RING_GAP, RING_GAP, RING_GAP)
        around = around.intersected(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.drawRoundedRect(around, 9, 9)

    def _at(self, spot: QPointF) -> int | None:
        return next((n for n, area in enumerate(self.areas()) if area.contains(spot)), None)


_PAD = Qt.KeyboardModifier.KeypadModifier
