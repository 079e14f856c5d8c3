"""A body seen from behind, so that left is left: a side is chosen by a click on it.

It says nothing that the words beside it do not say, and they can be reached by keys; so it takes no
focus, and screen readers pass it by.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from backease_desktop.core.person.person import SideThatHurts
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import mix

WIDTH, HEIGHT = 90.0, 205.0
"""The drawing's own units."""
LEFT = (SideThatHurts.LEFT, SideThatHurts.BOTH)
RIGHT = (SideThatHurts.RIGHT, SideThatHurts.BOTH)


class BodyOutline(QWidget):
    """The body.

    Args:
        look: the theme.

    Signals:
        chosen: the side that was clicked, a `SideThatHurts`.
    """

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._side: SideThatHurts | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._on_look_changed)

    def show_side(self, side: SideThatHurts | None) -> None:
        """Show which side hurts more."""
        self._side = side
        self.update()

    def sizeHint(self) -> QSize:
        """In step with the type."""
        return QSize(self._look.theme.px(round(WIDTH)), self._look.theme.px(round(HEIGHT)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The half that is clicked."""
        if event.button() is Qt.MouseButton.LeftButton:
            is_left = event.position().x() < self.width() / 2
            self.chosen.emit(SideThatHurts.LEFT if is_left else SideThatHurts.RIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The halves, filled where it hurts, and the line between them."""
        c = self._look.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / WIDTH, self.height() / HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        quiet, full = QColor(mix(c.soft, c.muted, 0.25)), QColor(mix(c.accent, c.card, 0.35))
        painter.setBrush(quiet)
        painter.drawEllipse(QPointF(WIDTH / 2, 16), 14, 15)
        for sides, start in ((LEFT, 0.0), (RIGHT, WIDTH / 2)):
            painter.save()
            painter.setClipRect(QRectF(start, 0, WIDTH / 2, HEIGHT))
            painter.setBrush(full if self._side in sides else quiet)
            for part in _body():
                painter.drawPath(part)
            painter.restore()
        painter.setPen(QPen(QColor(c.card), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(WIDTH / 2, 38), QPointF(WIDTH / 2, 128))

    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()


def _body() -> tuple[QPainterPath, ...]:
    """Neck, trunk, legs and arms, in the drawing's own units."""
    neck, trunk = QPainterPath(), QPainterPath()
    neck.addRoundedRect(QRectF(39, 26, 12, 20), 5, 5)
    trunk.addRoundedRect(QRectF(23, 38, 44, 92), 16, 16)
    legs = []
    for left in (26.0, 46.5):
        leg = QPainterPath()
        leg.addRoundedRect(QRectF(left, 108, 17.5, 95), 8, 8)
        legs.append(leg)
    stroke = QPainterPathStroker()
    stroke.setWidth(11)
    stroke.setCapStyle(Qt.PenCapStyle.RoundCap)
    arms = []
    for shoulder, hand in ((29.0, 12.0), (61.0, 78.0)):
        arm = QPainterPath(QPointF(shoulder, 46))
        arm.lineTo(hand, 110)
        arms.append(stroke.createStroke(arm))
    return (neck, trunk, *legs, *arms)
