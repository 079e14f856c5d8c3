"""Rows of the page, painted: exercises with how they were, sessions with what was done.

A list is as high as its rows, unless it may scroll; so a page scrolls as a whole.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from backease_desktop.ui.components.value_list import HasId, ValueList
from backease_desktop.ui.components.value_model import VALUE_ROLE, Index
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import Size

V = TypeVar("V", bound=HasId)
LINES = 2
PAD = 12


class RowPainter(QStyledItemDelegate):
    """Paints the ground of a row, two lines of words, and the line below it.

    Args:
        look: the theme and the fonts.
    """

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look

    @property
    def height(self) -> int:
        """Height of a row in pixels."""
        metrics = QFontMetrics(self.look.font(Size.SMALL))
        return LINES * metrics.lineSpacing() + self.look.theme.px(PAD)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are of one height."""
        return QSize(200, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        c = self.look.colours
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = option.state
        has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
        ground = QRectF(rect).adjusted(1, 1, -1, -2)
        if bool(state & QStyle.StateFlag.State_MouseOver) or has_focus:
            painter.setPen(QPen(QColor(c.accent), 2) if has_focus else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.hover))
            painter.drawRoundedRect(ground, 10, 10)
        elif index.row():
            painter.setPen(QPen(QColor(c.line), 1))
            painter.drawLine(rect.left(), rect.top(), rect.right(), rect.top())
        self.paint_row(painter, rect.adjusted(4, 0, -4, 0), index.data(VALUE_ROLE))
        painter.restore()

    def paint_row(self, painter: QPainter, rect: QRect, value: object) -> None:
        """Paint what the row says."""

    def write(
        self, painter: QPainter, area: QRect, upper: str, lower: str, *, is_quiet: bool = False
    ) -> None:
        """Write two lines, one above the other; where the upper one is missing, the lower one."""
        c = self.look.colours
        bold = self.look.font(Size.SMALL, QFont.Weight.DemiBold)
        plain = self.look.font(Size.SMALL)
        line = QFontMetrics(plain).lineSpacing()
        told = [(upper, bold, c.muted_text if is_quiet else c.ink), (lower, plain, c.muted_text)]
        told = [one for one in told if one[0]]
        top = area.center().y() - line * len(told) // 2 + 1
        for words, font, colour in told:
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
            room = QRect(area.left(), top, area.width(), line)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
            top += line


class RowList(ValueList[V]):
    """The list.

    Args:
        look: the theme.
        name: its accessible name.
        words: what a screen reader says of a row.
        scrolls: it keeps its own height and scrolls; else it is as high as its rows.
    """

    def __init__(
        self,
        look: Look,
        name: str,
        words: Callable[[V], str],
        *,
        scrolls: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self.setAccessibleName(name)
        self._look = look
        self._scrolls = scrolls
        self._painter: RowPainter | None = None
        self.setSelectionRectVisible(False)
        if not scrolls:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.clicked.connect(lambda: self.opened.emit())
        look.changed.connect(self._fit)

    def paint_by(self, painter: RowPainter) -> None:
        """Paint rows by this."""
        self._painter = painter
        self.setItemDelegate(painter)

    def show_values(self, values: Sequence[V]) -> None:
        """Show these."""
        self.set_values(values)
        self._fit()

    def _fit(self) -> None:
        if self._painter is None:
            return
        self.scheduleDelayedItemsLayout()
        if not self._scrolls:
            self.setFixedHeight(max(1, self.model().rowCount() * self._painter.height))
