"""The list of exercises: virtual, with a picture, a name and the areas of each, in columns."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QListView,
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
GAP = 4
NARROWEST = 290
"""Width of a column at 100 % text from which a second one stands beside it."""


def row_height(look: Look) -> int:
    """How high an exercise is in the list, in pixels."""
    return look.theme.px(SIZE.height()) + 2 * PAD


class ExerciseDelegate(QStyledItemDelegate):
    """Paints an exercise; `width` is that of a column."""

    def __init__(self, look: Look, thumbnails: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._thumbnails = thumbnails
        self.width = NARROWEST

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All are of one size, which the list gives them."""
        return QSize(self.width, row_height(self._look))

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
        self._look = look
        self.setAccessibleName(self.tr("Exercises"))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        look.changed.connect(self._fit)
        self._delegate = ExerciseDelegate(look, thumbnails, self)
        self.setItemDelegate(self._delegate)
        thumbnails.ready.connect(self.viewport().update)
        self.clicked.connect(self.opened)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as have room."""
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 2
        columns = max(1, room // self._look.theme.px(NARROWEST))
        width = max(1, room // columns)
        if width != self.gridSize().width() or self.gridSize().height() != self._height:
            self._delegate.width = width - GAP
            self.setGridSize(QSize(width, self._height))

    @property
    def _height(self) -> int:
        return row_height(self._look) + GAP


def _words(value: Exercise) -> str:
    return f"{value.name}. {', '.join(value.areas)}"
