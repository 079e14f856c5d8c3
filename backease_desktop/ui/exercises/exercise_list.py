"""The list of exercises: virtual, with a picture, a name and the areas of each."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.ui.components.value_list import ValueList
from backease_desktop.ui.components.value_model import VALUE_ROLE, Index
from backease_desktop.ui.figure.exercise_picture import RADIUS, SIZE, paint_picture
from backease_desktop.ui.figure.thumbnails import Thumbnails
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import Size

PAD = 8


class ExerciseDelegate(QStyledItemDelegate):
    """Paints a row."""

    def __init__(self, look: Look, thumbnails: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._thumbnails = thumbnails

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are of one height."""
        return QSize(200, self._look.theme.px(SIZE.height()) + 2 * PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        exercise: Exercise = index.data(VALUE_ROLE)
        c, px = self._look.colours, self._look.theme.px
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if is_selected or is_hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.accent_soft if is_selected else c.hover))
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 12, 12)
        picture = QRect(rect.left() + PAD, rect.top() + PAD, px(SIZE.width()), px(SIZE.height()))
        device = painter.device()
        ratio = device.devicePixelRatio() if device else 1.0
        paint_picture(painter, picture, self._look, self._thumbnails, exercise.id, RADIUS, ratio)
        left = picture.right() + 12
        width = rect.right() - PAD - left
        words = (
            (exercise.name, Size.BODY, QFont.Weight.DemiBold, c.ink),
            (", ".join(exercise.areas).capitalize(), Size.SMALL, QFont.Weight.Normal, c.muted_text),
        )
        heights = [QFontMetrics(self._look.font(size)).lineSpacing() for _, size, _, _ in words]
        top = rect.center().y() - sum(heights) // 2
        for (text, size, weight, colour), height in zip(words, heights, strict=True):
            font = self._look.font(size, weight)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
            line = QRect(left, top, width, height)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
            top += height
        painter.restore()


class ExerciseList(ValueList[Exercise]):
    """The list. A click opens as Enter does."""

    def __init__(self, look: Look, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(_words, parent)
        self.setAccessibleName(self.tr("Exercises"))
        self.setItemDelegate(ExerciseDelegate(look, thumbnails, self))
        thumbnails.ready.connect(self.viewport().update)
        self.clicked.connect(self.opened)


def _words(value: Exercise) -> str:
    return f"{value.name}. {', '.join(value.areas)}"
