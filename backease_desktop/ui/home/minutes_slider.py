"""How many minutes there are: a line with a knob, and the usual lengths beneath."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from backease_desktop.ui.components.leaves_scrolling import LeavesScrolling
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import Size

LEAST, MOST = 2, 20
MARKS = (2, 5, 10, 15, 20)
KNOB = 10
LINE = 6


class MinutesSlider(LeavesScrolling, QSlider):
    """The line. Arrows move by a minute; Enter is left to the page.

    Args:
        look: the theme and the fonts.
        name: its accessible name.
    """

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.setRange(LEAST, MOST)
        self.setPageStep(5)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Room for the knob and the numbers."""
        px = self._look.theme.px
        return QSize(px(200), 2 * px(KNOB) + 6 + QFontMetrics(self._font()).height())

    def minimumSizeHint(self) -> QSize:
        """Still to be moved."""
        return QSize(self._look.theme.px(110), self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where it was pressed."""
        self._follow(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go with the hand."""
        self._follow(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self.setSliderDown(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters and Enter are the page's."""
        if event.text().strip() or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Line, knob, numbers; the ring for the keyboard."""
        c, px = self._look.colours, self._look.theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y, radius = px(KNOB) + 1.0, float(px(KNOB))
        left, knob = self._x(LEAST), self._x(self.value())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.line))
        painter.drawRoundedRect(
            QRectF(left, y - LINE / 2, self._x(MOST) - left, LINE), LINE / 2, LINE / 2
        )
        painter.setBrush(QColor(c.accent))
        painter.drawRoundedRect(QRectF(left, y - LINE / 2, knob - left, LINE), LINE / 2, LINE / 2)
        has_ring = self.hasFocus()
        painter.setPen(QPen(QColor(c.accent), 4.0 if has_ring else 3.0))
        painter.setBrush(QColor(c.card))
        painter.drawEllipse(QPointF(knob, y), radius - 2, radius - 2)
        if has_ring:
            painter.setBrush(QColor(c.accent))
            painter.drawEllipse(QPointF(knob, y), radius - 7, radius - 7)
        painter.setFont(self._font())
        painter.setPen(QColor(c.muted_text))
        metrics = QFontMetrics(self._font())
        for minutes in MARKS:
            words = str(minutes)
            width = metrics.horizontalAdvance(words)
            x = max(0.0, min(self.width() - width, self._x(minutes) - width / 2))
            painter.drawText(QPointF(x, y + radius + 3 + metrics.ascent()), words)

    def _font(self) -> QFont:
        return self._look.font(Size.SMALL)

    def _x(self, minutes: int) -> float:
        inset = self._look.theme.px(KNOB) + 1
        share = (minutes - LEAST) / (MOST - LEAST)
        return inset + share * (self.width() - 2 * inset)

    def _follow(self, event: QMouseEvent) -> None:
        inset = self._look.theme.px(KNOB) + 1
        share = (event.position().x() - inset) / max(1, self.width() - 2 * inset)
        self.setSliderDown(True)
        self.setValue(round(LEAST + share * (MOST - LEAST)))
