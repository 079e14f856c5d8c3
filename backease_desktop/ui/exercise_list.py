"""The list of exercises: virtual, with a picture, a name and the areas of each."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.ui.components.pressable import ENTER
from backease_desktop.ui.exercise_picture import RADIUS, SIZE, paint_picture
from backease_desktop.ui.style import Look
from backease_desktop.ui.theme import Size
from backease_desktop.ui.thumbnails import Thumbnails
from backease_desktop.ui.value_model import VALUE_ROLE, Index, ValueModel

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


class ExerciseList(QListView):
    """The list.

    Signals:
        selected: another exercise, or none, is chosen now.
        opened: the chosen one is to be seen in full.
    """

    selected = Signal()
    opened = Signal()

    def __init__(self, look: Look, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cards")
        self.setAccessibleName(self.tr("Exercises"))
        self._model = ValueModel[Exercise](_words, self)
        self.setModel(self._model)
        self.setItemDelegate(ExerciseDelegate(look, thumbnails, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        thumbnails.ready.connect(self.viewport().update)
        self.clicked.connect(self.opened)

    @property
    def current(self) -> Exercise | None:
        """The exercise that is chosen."""
        row = self.currentIndex().row()
        return self._model.values[row] if 0 <= row < len(self._model.values) else None

    def set_exercises(self, exercises: Sequence[Exercise]) -> None:
        """Show these; what was chosen stays so if it is among them, else the first is."""
        before = self.current
        self._model.set_values(exercises)
        if not exercises:
            self.selected.emit()
        elif before is None or not self.select(before.id):
            self.select(exercises[0].id)

    def select(self, exercise_id: str) -> bool:
        """Choose an exercise; whether it is shown."""
        for row, exercise in enumerate(self._model.values):
            if exercise.id == exercise_id:
                self.setCurrentIndex(self._model.index(row))
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; letters and digits are left to the window."""
        if event.key() in ENTER and self.current is not None:
            self.opened.emit()
        elif event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.selected.emit()


def _words(value: Exercise) -> str:
    return f"{value.name}. {', '.join(value.areas)}"
