"""The fields of forms: a switch, a choice and a number, in the look of everything else."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QSizePolicy,
    QSpinBox,
    QStyle,
    QStyleOptionSpinBox,
    QWidget,
)

from backease_desktop.ui.components.leaves_scrolling import LeavesScrolling
from backease_desktop.ui.components.pressable import Pressable
from backease_desktop.ui.look.style import Look


class Switch(Pressable):
    """On or off, said by the knob's place as well as by colour.

    Args:
        look: the theme.
        name: its accessible name; the words stand beside it as a label.
    """

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """Twice as wide as high, nearly."""
        return QSize(self.px(52), self.px(30))

    def ring(self) -> tuple[str, float]:
        """Set off from the edge where it is filled."""
        c = self.look.colours
        return (c.on_accent, 1.5) if self.isChecked() else (c.accent, 0.0)

    def paint_contents(self, painter: QPainter, shape: QRectF) -> None:
        """A track with a knob."""
        c = self.look.colours
        if self.isChecked():
            self.paint_ground(painter, shape, c.accent, None)
        else:
            self.paint_ground(painter, shape, c.soft, c.muted)
        inset = shape.height() * 0.2
        size = shape.height() - 2 * inset
        left = shape.right() - inset - size if self.isChecked() else shape.left() + inset
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.on_accent if self.isChecked() else c.muted))
        painter.drawEllipse(QRectF(left, shape.top() + inset, size, size))


class Choice(LeavesScrolling, QComboBox):
    """One of a few.

    Args:
        look: the theme.
        name: its accessible name.
    """

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style's field with our arrow."""
        super().paintEvent(event)
        px = self._look.theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(_stroke(self._look))
        x, y, reach = self.width() - px(18), self.height() / 2, px(4)
        painter.drawPolyline(
            [
                QPointF(x - reach, y - reach / 2),
                QPointF(x, y + reach / 2),
                QPointF(x + reach, y - reach / 2),
            ]
        )


class NumberField(LeavesScrolling, QSpinBox):
    """A whole number between a minus and a plus.

    Args:
        look: the theme.
        name: its accessible name.
        least, most: the limits.
        suffix: unit behind the number, with its space.
    """

    def __init__(
        self,
        look: Look,
        name: str,
        least: int,
        most: int,
        suffix: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self.setRange(least, most)
        self.setSuffix(suffix)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style's field with our minus and plus."""
        super().paintEvent(event)
        _paint_steps(self, self._look)


class SecondsField(LeavesScrolling, QDoubleSpinBox):
    """Seconds, by halves, between a minus and a plus; told when a number is settled on.

    Args:
        look: the theme.
        name: its accessible name.
        least, most: the limits (s).
    """

    def __init__(
        self, look: Look, name: str, least: float, most: float, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self.setRange(least, most)
        self.setDecimals(1)
        self.setSingleStep(0.5)
        self.setSuffix(self.tr(" s"))
        self.setKeyboardTracking(False)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style's field with our minus and plus."""
        super().paintEvent(event)
        _paint_steps(self, self._look)


def _paint_steps(field: QSpinBox | QDoubleSpinBox, look: Look) -> None:
    """A minus and a plus at the ends of a field; pale where there is nothing beyond."""
    option = QStyleOptionSpinBox()
    field.initStyleOption(option)
    is_open = (field.value() > field.minimum(), field.value() < field.maximum())
    painter = QPainter(field)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    reach = look.theme.px(5)
    parts = (QStyle.SubControl.SC_SpinBoxDown, QStyle.SubControl.SC_SpinBoxUp)
    for part, can_step in zip(parts, is_open, strict=True):
        area = field.style().subControlRect(QStyle.ComplexControl.CC_SpinBox, option, part, field)
        centre = QPointF(area.center())
        painter.setOpacity(1.0 if can_step else 0.35)
        painter.setPen(_stroke(look))
        painter.drawLine(centre - QPointF(reach, 0), centre + QPointF(reach, 0))
        if part is QStyle.SubControl.SC_SpinBoxUp:
            painter.drawLine(centre - QPointF(0, reach), centre + QPointF(0, reach))


def _stroke(look: Look) -> QPen:
    pen = QPen(QColor(look.colours.ink), 1.75)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
