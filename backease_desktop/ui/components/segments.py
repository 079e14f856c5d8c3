"""One of a few, side by side: the chosen one is lifted from the ground that carries them all.

Rules: Tab comes to the chosen one only, and arrows choose, as with every choice of one; where a
line has no room for all of them, they go on in the next.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.pressable import Pressable
from backease_desktop.ui.components.wrapped import paint_words, words_size
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import RADIUS_FIELD, Size

ICON = 18
INSET = 3
STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class Segment(Pressable):
    """One of them."""

    def __init__(self, look: Look, text: str, icon: str, parent: QWidget) -> None:
        super().__init__(look, text, parent)
        self._icon = icon
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """Room for icon and words."""
        words = words_size(self.text(), self._font(), self.most_words)
        icon = self.px(ICON) + self.px(6) if self._icon else 0
        width = words.width() + icon + 2 * self._padding()
        return QSize(width, max(self.px(34), words.height() + self.px(10)))

    def radius(self, shape: QRectF) -> float:
        """In step with the ground."""
        return RADIUS_FIELD - INSET

    def paint_contents(self, painter: QPainter, shape: QRectF) -> None:
        """A card under the chosen one; icon and words."""
        c = self.look.colours
        if self.isChecked():
            self.paint_ground(painter, shape, c.card, c.line)
        elif self.underMouse() and self.isEnabled():
            self.paint_ground(painter, shape, c.hover, None)
        font = self._font()
        words = words_size(self.text(), font, self.most_words).width()
        icon = self.px(ICON) if self._icon else 0
        gap = self.px(6) if icon else 0
        x = shape.center().x() - (words + icon + gap) / 2
        ink = c.ink if self.isChecked() else c.muted_text
        if icon:
            pixmap = self.icon_of(self._icon, ink, ICON)
            painter.drawPixmap(QPointF(round(x), round(shape.center().y() - icon / 2)), pixmap)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        area = QRectF(x + icon + gap, shape.top(), words + 1, shape.height())
        paint_words(painter, area, self.text(), Qt.AlignmentFlag.AlignHCenter)

    def _padding(self) -> int:
        return self.px(8 if self.look.is_narrow else 15)

    def _font(self) -> QFont:
        weight = QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal
        return self.font_of(Size.SMALL, weight)


class Segments(QWidget):
    """The choice.

    Args:
        look: the theme and the fonts.
        name: what is chosen; its accessible name.
        options: value, words, and the name of an icon or nothing, of each.
        make: makes one of them, where it is to look otherwise.

    Signals:
        chosen: carries the value that the person has chosen.
    """

    chosen = Signal(object)
    accessible_role = QAccessible.Role.Grouping

    def __init__(
        self,
        look: Look,
        name: str,
        options: Sequence[tuple[object, str, str]],
        parent: QWidget | None = None,
        make: Callable[[Look, str, str, QWidget], Segment] = Segment,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._values = [value for value, _, _ in options]
        self.segments = [make(look, words, icon, self) for _, words, icon in options]
        column = QVBoxLayout(self)
        column.setContentsMargins(INSET, INSET, INSET, INSET)
        flow = FlowLayout(0)
        column.addLayout(flow)
        for place, segment in enumerate(self.segments):
            flow.addWidget(segment)
            segment.clicked.connect(lambda _=False, at=place: self.chosen.emit(self._values[at]))
            segment.toggled.connect(self._on_toggled)
        self.segments[0].setChecked(True)
        look.changed.connect(self.update)

    @property
    def value(self) -> object:
        """What is chosen."""
        return self._values[self._place]

    def set_value(self, value: object) -> None:
        """Show a value, without saying that it was chosen; an unknown one changes nothing."""
        if value in self._values:
            self.segments[self._values.index(value)].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose the one beside; at an end they stay."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        place = self._place + step
        if 0 <= place < len(self.segments):
            segment = self.segments[place]
            segment.setFocus(Qt.FocusReason.TabFocusReason)
            segment.click()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground that carries all."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.colours.soft))
        painter.drawRoundedRect(self._extent(), RADIUS_FIELD, RADIUS_FIELD)

    @property
    def _place(self) -> int:
        return next(n for n, one in enumerate(self.segments) if one.isChecked())

    def _extent(self) -> QRectF:
        """The segments with their inset; the widget itself may be wider."""
        area = self.segments[0].geometry()
        for segment in self.segments[1:]:
            area = area.united(segment.geometry())
        return QRectF(area).adjusted(-INSET, -INSET, INSET, INSET)

    def _on_toggled(self) -> None:
        policy = Qt.FocusPolicy
        for segment in self.segments:
            is_met = segment.isChecked()
            segment.setFocusPolicy(policy.StrongFocus if is_met else policy.ClickFocus)
            segment.updateGeometry()
