"""The steps of a routine that is written: a virtual list whose rows can be moved.

Rules:
1. A row says what is wrong in it, and what of its dose leaves the source's range.
2. A row is moved by dragging it, by Alt and the arrows, or from its menu; all three ask the same.
3. Nothing is changed here: what somebody wants is said by a signal.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
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
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from backease_desktop.ui.components.value_list import ValueList
from backease_desktop.ui.components.value_model import VALUE_ROLE, Index
from backease_desktop.ui.figure.exercise_picture import RADIUS, SIZE, paint_picture
from backease_desktop.ui.figure.thumbnails import Thumbnails
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import Size

PAD = 10
GRIP = 22
MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class StepRow:
    """A row.

    Attributes:
        id: its number from 0, as a text.
        exercise: id of the exercise; name: as it is shown.
        dose: in words; note: what leaves the source's range; problem: what is amiss.
        length: in words, empty where it has none; change: of position before it, in words.
    """

    id: str
    exercise: str
    name: str
    dose: str
    note: str = ""
    problem: str = ""
    length: str = ""
    change: str = ""

    @property
    def words(self) -> str:
        """The row as a screen reader says it."""
        parts = (self.change, self.name, self.dose, self.note, self.length, self.problem)
        return f"{int(self.id) + 1}. " + ". ".join(part for part in parts if part)


class StepDelegate(QStyledItemDelegate):
    """Paints a row: grip, picture, name, dose, and below it what is to be said."""

    def __init__(self, look: Look, thumbnails: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._thumbnails = thumbnails

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for the picture, and for each line beside and below it."""
        row: StepRow = index.data(VALUE_ROLE)
        line = self._line(Size.SMALL)
        words = self._line(Size.BODY) + line + (line if row.note else 0)
        height = max(self._look.theme.px(SIZE.height()), words) + 2 * PAD
        return QSize(100, height + line * (bool(row.problem) * 2 + bool(row.change)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        row: StepRow = index.data(VALUE_ROLE)
        c, px = self._look.colours, self._look.theme.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect.adjusted(2, 2, -2, -3)
        small = self._line(Size.SMALL)
        if row.change:
            self._words(
                painter, rect.adjusted(px(GRIP), 0, 0, 0), rect.top(), row.change, c.muted_text
            )
            rect = rect.adjusted(0, small, 0, 0)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        pen = QPen(QColor(c.accent if is_selected else c.line), 2.0 if is_selected else 1.0)
        painter.setPen(pen)
        painter.setBrush(QColor(c.card))
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 12, 12)
        self._grip(painter, rect)
        left = rect.left() + px(GRIP)
        size = QSize(px(SIZE.width()), px(SIZE.height()))
        if not self._look.is_narrow:
            picture = QRect(QPoint(left, rect.top() + PAD - 2), size)
            device = painter.device()
            ratio = device.devicePixelRatio() if device else 1.0
            paint_picture(
                painter, picture, self._look, self._thumbnails, row.exercise, RADIUS, ratio
            )
            left = picture.right() + 12
        room = QRect(left, rect.top() + PAD - 2, rect.right() - PAD - left, rect.height())
        self._texts(painter, room, row)
        painter.restore()

    def _texts(self, painter: QPainter, room: QRect, row: StepRow) -> None:
        c = self._look.colours
        top = room.top()
        length = self._width(row.length) + 8 if row.length else 0
        self._words(painter, room, top, row.length, c.muted_text, is_right=True)
        inner = room.adjusted(0, 0, -length, 0)
        name_font = self._look.font(Size.BODY, QFont.Weight.DemiBold)
        self._words(painter, inner, top, row.name, c.ink, font=name_font)
        top += self._line(Size.BODY)
        self._words(painter, room, top, row.dose, c.muted_text)
        top += self._line(Size.SMALL)
        if row.note:
            self._words(painter, room, top, row.note, c.warning_text)
            top += self._line(Size.SMALL)
        if row.problem:
            painter.setPen(QColor(c.warning_text))
            painter.setFont(self._look.font(Size.SMALL, QFont.Weight.DemiBold))
            area = QRect(room.left(), top, room.width(), 2 * self._line(Size.SMALL))
            painter.drawText(area, Qt.TextFlag.TextWordWrap, row.problem)

    def _words(
        self,
        painter: QPainter,
        room: QRect,
        top: int,
        text: str,
        colour: str,
        *,
        font: QFont | None = None,
        is_right: bool = False,
    ) -> None:
        font = font or self._look.font(Size.SMALL)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        area = QRect(room.left(), top, room.width(), metrics.lineSpacing())
        side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, shown)

    def _grip(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.colours.muted))
        x, y = rect.left() + self._look.theme.px(GRIP) / 2 - 2, rect.center().y()
        for dx in (0, 5):
            for dy in (-6, 0, 6):
                painter.drawEllipse(QPointF(x + dx - 1, y + dy), 1.5, 1.5)

    def _line(self, size: Size) -> int:
        return QFontMetrics(self._look.font(size)).lineSpacing()

    def _width(self, text: str) -> int:
        return QFontMetrics(self._look.font(Size.SMALL)).horizontalAdvance(text)


class StepList(ValueList[StepRow]):
    """The list.

    Signals:
        move_requested: a step is to stand elsewhere: its index, and the index that it is to have.
        removal_requested: a step is to go; `copy_requested`: it is to stand there twice.
    """

    move_requested = Signal(int, int)
    removal_requested = Signal(int)
    copy_requested = Signal(int)

    def __init__(self, look: Look, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(lambda row: row.words, parent)
        self._look = look
        self._pressed: tuple[int, QPoint] | None = None
        self._gap: int | None = None
        self.setUniformItemSizes(False)
        self.setAccessibleName(self.tr("Steps"))
        keys = self.tr("Alt and the arrow keys move a step, Delete takes it out.")
        self.setAccessibleDescription(keys)
        self.setItemDelegate(StepDelegate(look, thumbnails, self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        thumbnails.ready.connect(self.viewport().update)
        look.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def index(self) -> int:
        """Number of the step that is chosen, -1 where there is none."""
        return self.currentIndex().row()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, take out, and double by keys."""
        key, by = Qt.Key(event.key()), MOVES.get(Qt.Key(event.key()))
        modifiers = event.modifiers()
        if by is not None and modifiers & Qt.KeyboardModifier.AltModifier:
            if self.has_at(by):
                self.move_requested.emit(self.index, self.index + by)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.index >= 0:
            self.removal_requested.emit(self.index)
        elif key == Qt.Key.Key_D and modifiers & Qt.KeyboardModifier.ControlModifier:
            if self.index >= 0:
                self.copy_requested.emit(self.index)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A row may be dragged from here."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            row = self.indexAt(event.position().toPoint()).row()
            self._pressed = (row, event.position().toPoint()) if row >= 0 else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where the row that is dragged would stand; near an end the list goes on."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        at = event.position().toPoint()
        far = (at - self._pressed[1]).manhattanLength() >= QApplication.startDragDistance()
        if self._gap is None and not far:
            return
        self._gap = self._gap_at(at)
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        bar, edge = self.verticalScrollBar(), 24
        if at.y() < edge:
            bar.setValue(bar.value() - bar.singleStep())
        elif at.y() > self.viewport().height() - edge:
            bar.setValue(bar.value() + bar.singleStep())
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the row go."""
        pressed, gap = self._pressed, self._gap
        self._pressed = self._gap = None
        self.unsetCursor()
        self.viewport().update()
        if pressed is not None and gap is not None:
            to = gap if gap <= pressed[0] else gap - 1
            if to != pressed[0]:
                self.move_requested.emit(pressed[0], to)
            return
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and the place that a dragged one would have."""
        super().paintEvent(event)
        if self._gap is None:
            return
        count = self.model().rowCount()
        last = self.visualRect(self.model().index(count - 1, 0))
        y = (
            last.bottom()
            if self._gap >= count
            else self.visualRect(self.model().index(self._gap, 0)).top()
        )
        painter = QPainter(self.viewport())
        painter.setPen(QPen(QColor(self._look.colours.accent), 3))
        painter.drawLine(4, y, self.viewport().width() - 4, y)

    def _gap_at(self, at: QPoint) -> int:
        """The gap nearest to a point: 0 before the first row, as many as there are behind all."""
        index = self.indexAt(QPoint(self.viewport().width() // 2, at.y()))
        if not index.isValid():
            return 0 if at.y() < 0 else self.model().rowCount()
        return index.row() + (at.y() > self.visualRect(index).center().y())
