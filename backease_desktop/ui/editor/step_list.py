"""The steps of a routine that is written: a virtual list whose rows can be moved.

Rules:
1. A row says what is wrong in it, and what of its dose leaves the source's range.
2. A row is moved by dragging it, by Alt and the arrows, or from its menu; all three ask the same.
3. A number is changed by pressing its minus or plus, or chosen by Left and Right and changed by
   Shift with Up and Down; the sides likewise.
4. Nothing is changed here: what somebody wants is said by a signal.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QListView, QStyleOptionViewItem, QWidget

from backease_desktop.ui.components.value_list import ValueList
from backease_desktop.ui.editor.step_delegate import StepDelegate
from backease_desktop.ui.editor.step_row import SIDES, StepRow, columns_of
from backease_desktop.ui.figure.thumbnails import Thumbnails
from backease_desktop.ui.look.style import Look

LEAST = 60
"""Height of a list without rows, at 100 % text."""
MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
TURNS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class StepList(ValueList[StepRow]):
    """The list.

    Signals:
        move_requested: a step is to stand elsewhere: its index, and the index that it is to have.
        removal_requested: a step is to go; `copy_requested`: it is to stand there twice.
        number_requested: a number (`Amount`) of the chosen step is to be more or less: by so much.
        sides_requested: others are to be chosen for it; by how many places, 0 to be asked.
        remedy_requested: one of its problem, by its number; menu_requested: its menu.
        dragged: a row is drawn over this height of the list.
    """

    move_requested = Signal(int, int)
    removal_requested = Signal(int)
    copy_requested = Signal(int)
    number_requested = Signal(str, int)
    sides_requested = Signal(int)
    remedy_requested = Signal(int)
    menu_requested = Signal()
    dragged = Signal(int)

    def __init__(self, look: Look, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(lambda row: row.words, parent)
        self._look = look
        self._pressed: tuple[int, QPoint] | None = None
        self._gap: int | None = None
        self.setUniformItemSizes(False)
        self.setAccessibleName(self.tr("Steps"))
        keys = self.tr(
            "Left and Right choose a number, Shift with Up and Down changes it. "
            "Alt and the arrow keys move a step, Delete takes it out."
        )
        self.setAccessibleDescription(keys)
        self._rows = StepDelegate(look, thumbnails, self)
        self.setItemDelegate(self._rows)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        thumbnails.ready.connect(self.viewport().update)
        look.changed.connect(self._fit)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def index(self) -> int:
        """Number of the step that is chosen, -1 where there is none."""
        return self.currentIndex().row()

    @property
    def chosen(self) -> str | None:
        """The number of the chosen step that the keys change, or `SIDES`."""
        row = self.current
        return self._rows.chosen if row is not None and row.part(self._rows.chosen) else None

    def set_values(self, values: Sequence[StepRow]) -> None:
        """Show these rows."""
        before = self._said
        self._rows.columns = columns_of(values)
        super().set_values(values)
        self._fit()
        if before and self._said != before:
            self._tell()

    @property
    def _said(self) -> str:
        """The number that the keys change, in words; nothing where there is none."""
        row = self.current
        part = row.part(self._rows.chosen) if row is not None else None
        return f"{row.name}, {part.said}" if row is not None and part is not None else ""

    def _tell(self) -> None:
        """Tell a screen reader which number is chosen, and what it is now."""
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._said))

    def place_of(self, part: str) -> QPoint:
        """Where a number of the chosen step stands, on the screen: below it."""
        index = self.currentIndex()
        row = self.current
        rect = self.visualRect(index)
        box = self._rows.box(rect, row, part) if row is not None else rect
        return self.viewport().mapToGlobal(box.bottomLeft())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, take out, double, and change a number by keys."""
        key, by = Qt.Key(event.key()), MOVES.get(Qt.Key(event.key()))
        modifiers = event.modifiers()
        has_boxes = self._rows.has_boxes(self.viewport().width())  # else nobody saw what changed
        if by is not None and modifiers & Qt.KeyboardModifier.AltModifier:
            if self.has_at(by):
                self.move_requested.emit(self.index, self.index + by)
        elif by is not None and modifiers & Qt.KeyboardModifier.ShiftModifier and has_boxes:
            self._ask(self.chosen, -by)
        elif key in TURNS and not modifiers and has_boxes:
            self._choose(TURNS[key])
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
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = event.position().toPoint()
        row = self.indexAt(at).row()
        self._pressed = (row, at) if row >= 0 else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where the row that is dragged would stand."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        at = event.position().toPoint()
        far = (at - self._pressed[1]).manhattanLength() >= QApplication.startDragDistance()
        if self._gap is None and not far:
            return
        self._gap = self._gap_at(at)
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.dragged.emit(at.y())
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the row go; where it was not dragged, what is there was pressed."""
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
        if pressed is not None and event.button() == Qt.MouseButton.LeftButton:
            self._press(pressed[1], event.position().toPoint())

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows may have room for their numbers now, or no more."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        """Be as high as all rows: what scrolls is the page, so that one thing does."""
        self.scheduleDelayedItemsLayout()
        option = QStyleOptionViewItem()
        option.rect = self.viewport().rect()
        model = self.model()
        heights = (
            self._rows.sizeHint(option, model.index(row, 0)).height()
            for row in range(model.rowCount())
        )
        self.setFixedHeight(max(sum(heights), self._look.theme.px(LEAST)) + 2)

    def _press(self, first: QPoint, at: QPoint) -> None:
        """Ask for what is at a point of the chosen row, if it is what the button went down on."""
        if (row := self.current) is None:
            return
        rect = self.visualRect(self.currentIndex())
        pressed = self._rows.pressed(rect, row, at)
        if pressed != self._rows.pressed(rect, row, first):
            return
        if pressed.remedy is not None:
            self.remedy_requested.emit(pressed.remedy)
        elif pressed.is_menu:
            self.menu_requested.emit()
        else:
            self._rows.chosen = pressed.part
            self.viewport().update()
            if pressed.by or pressed.part == SIDES:
                self._ask(pressed.part, pressed.by)

    def _ask(self, part: str | None, by: int) -> None:
        if part == SIDES:
            self.sides_requested.emit(by)
        elif part is not None:
            self.number_requested.emit(part, by)

    def _choose(self, by: int) -> None:
        """Choose the next number of the row, or the one before."""
        row = self.current
        names = [part.part for part in row.parts] if row is not None else []
        if not names:
            return
        at = names.index(self.chosen) + by if self.chosen in names else 0
        self._rows.chosen = names[max(0, min(at, len(names) - 1))]
        self.viewport().update()
        self._tell()

    def _gap_at(self, at: QPoint) -> int:
        """The gap nearest to a point: 0 before the first row, as many as there are behind all."""
        index = self.indexAt(QPoint(self.viewport().width() // 2, at.y()))
        if not index.isValid():
            return 0 if at.y() < 0 else self.model().rowCount()
        return index.row() + (at.y() > self.visualRect(index).center().y())
