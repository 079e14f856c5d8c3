"""Paints a row of the routine editor, and knows what of it a point is on.

Rule: what is painted and what can be pressed come from the same places (`step_row`).
"""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from backease_desktop.ui.components.value_model import VALUE_ROLE, Index
from backease_desktop.ui.editor.step_row import (
    BOX,
    LEAST_NAME,
    SIDES,
    Box,
    Part,
    StepRow,
    boxes_of,
    boxes_width,
    menu_of,
)
from backease_desktop.ui.figure.exercise_picture import RADIUS, SIZE, paint_picture
from backease_desktop.ui.figure.thumbnails import Thumbnails
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import Size

PAD = 10
GRIP = 22
REMEDY = 30
"""Height of a remedy, at 100 % text."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """What of a row a point is on.

    Attributes:
        part: a number or the sides; by: less, more, or 0 for the box itself.
        remedy: number of one; is_menu: the menu. Nothing of it where it is only the row.
    """

    part: Part | None = None
    by: int = 0
    remedy: int | None = None
    is_menu: bool = False


class StepDelegate(QStyledItemDelegate):
    """Paints a row: grip, picture, name, numbers, and below them what is to be said.

    Attributes:
        columns: of numbers that some row has; chosen: the number that the keys change.
    """

    def __init__(self, look: Look, thumbnails: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._thumbnails = thumbnails
        self._heights: dict[Size, int] = {}
        look.changed.connect(self._heights.clear)
        self.columns: tuple[tuple[Part, ...], ...] = ()
        self.chosen: Part | None = None

    def has_boxes(self, width: int) -> bool:
        """Whether a row so wide has room for its numbers."""
        px = self._look.theme.px
        left = px(GRIP) + (0 if self._look.is_narrow else px(SIZE.width()) + 12)
        return width - left - px(LEAST_NAME) - PAD >= boxes_width(self.columns, self._scale)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for the picture, and for each line beside and below it."""
        row: StepRow = index.data(VALUE_ROLE)
        px, line = self._look.theme.px, self._line(Size.SMALL)
        has_boxes = self.has_boxes(option.rect.width())
        words = self._line(Size.BODY) + line * len(self._lines(row, has_boxes=has_boxes))
        height = max(px(SIZE.height()), words)
        if has_boxes and row.parts:
            height = max(height, px(BOX) + line + 4)
        below = self._below(row) if row.problem else 0
        return QSize(100, height + 2 * PAD + below + line * bool(row.change))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        row: StepRow = index.data(VALUE_ROLE)
        c, px = self._look.colours, self._look.theme.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = self._card(option.rect, row)
        if row.change:
            above = card.adjusted(px(GRIP), 0, 0, 0)
            self._words(
                painter, above, card.top() - self._line(Size.SMALL), row.change, c.muted_text
            )
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(QPen(QColor(c.accent if is_selected else c.line), 2 if is_selected else 1))
        painter.setBrush(QColor(c.card))
        painter.drawRoundedRect(QRectF(card).adjusted(1, 1, -1, -1), 12, 12)
        self._grip(painter, card)
        left = card.left() + px(GRIP)
        if not self._look.is_narrow:
            picture = QRect(
                QPoint(left, card.top() + PAD - 2), QSize(px(SIZE.width()), px(SIZE.height()))
            )
            device = painter.device()
            ratio = device.devicePixelRatio() if device else 1.0
            paint_picture(
                painter, picture, self._look, self._thumbnails, row.exercise, RADIUS, ratio
            )
            left = picture.right() + 12
        room = QRect(left, card.top() + PAD - 2, card.right() - PAD - left, card.height())
        if has_boxes := self.has_boxes(option.rect.width()):
            self._numbers(painter, card, row, is_selected=is_selected)
            room.setRight(card.right() - boxes_width(self.columns, self._scale) - 8)
        self._texts(painter, room, row, has_boxes=has_boxes)
        if row.problem:
            self._problem(painter, card, row)
        painter.restore()

    def pressed(self, rect: QRect, row: StepRow, at: QPoint) -> Pressed:
        """What of a row a point is on.

        Args:
            rect: of the row.
            row: it.
            at: the point.
        """
        card = self._card(rect, row)
        for number, remedy in enumerate(self._remedies(card, row)):
            if remedy.contains(at):
                return Pressed(remedy=number)
        if not self.has_boxes(rect.width()):
            return Pressed()
        if menu_of(card, self._scale).contains(at):
            return Pressed(is_menu=True)
        for box in boxes_of(row, card, self.columns, self._scale):
            if box.rect.contains(at):
                by = -1 if box.less.contains(at) else 1 if box.more.contains(at) else 0
                return Pressed(box.part.part, by)
        return Pressed()

    def box(self, rect: QRect, row: StepRow, part: Part) -> QRect:
        """Where a number stands; the row itself where it has no box."""
        boxes = boxes_of(row, self._card(rect, row), self.columns, self._scale)
        return next((box.rect for box in boxes if box.part.part == part), rect)

    @property
    def _scale(self) -> float:
        return self._look.theme.scale

    def _card(self, rect: QRect, row: StepRow) -> QRect:
        above = self._line(Size.SMALL) if row.change else 0
        return QRect(rect.adjusted(2, 2 + above, -2, -3))

    def _numbers(self, painter: QPainter, card: QRect, row: StepRow, *, is_selected: bool) -> None:
        c = self._look.colours
        small = self._look.font(Size.SMALL)
        for box in boxes_of(row, card, self.columns, self._scale):
            is_chosen = is_selected and box.part.part == self.chosen
            painter.setPen(QPen(QColor(c.accent if is_chosen else c.border), 2 if is_chosen else 1))
            painter.setBrush(QColor(c.card))
            painter.drawRoundedRect(QRectF(box.rect).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
            painter.setPen(QPen(QColor(c.ink), 1.5))
            if box.part.part == SIDES:
                self._elided(painter, box.rect.adjusted(10, 0, -8, 0), box.part.words, small)
                continue
            self._signs(painter, box)
            bold = self._look.font(Size.BODY, QFont.Weight.DemiBold)
            painter.setFont(bold)
            painter.drawText(box.rect, Qt.AlignmentFlag.AlignCenter, box.part.words)
            below = box.rect.translated(0, box.rect.height() + 1).adjusted(-8, 0, 8, 0)
            painter.setFont(small)
            painter.setPen(QColor(c.warning_text if box.part.is_outside else c.muted_text))
            align = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(below, align, box.part.beside)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.muted))
        middle = menu_of(card, self._scale).center()
        for dx in (-6, 0, 6):
            painter.drawEllipse(QPointF(middle.x() + dx, middle.y()), 1.8, 1.8)

    def _signs(self, painter: QPainter, box: Box) -> None:
        """The minus at the left of a number, the plus at its right."""
        reach = 4 * self._scale
        y = box.rect.center().y()
        for x, is_more in (
            (box.rect.left() + 4 * reach, False),
            (box.rect.right() - 4 * reach, True),
        ):
            painter.drawLine(QPointF(x - reach, y), QPointF(x + reach, y))
            if is_more:
                painter.drawLine(QPointF(x, y - reach), QPointF(x, y + reach))

    def _texts(self, painter: QPainter, room: QRect, row: StepRow, *, has_boxes: bool) -> None:
        c = self._look.colours
        top = room.top()
        name_font = self._look.font(Size.BODY, QFont.Weight.DemiBold)
        self._words(painter, room, top, row.name, c.ink, font=name_font)
        top += self._line(Size.BODY)
        for text, is_note in self._lines(row, has_boxes=has_boxes):
            self._words(painter, room, top, text, c.warning_text if is_note else c.muted_text)
            top += self._line(Size.SMALL)

    def _lines(self, row: StepRow, *, has_boxes: bool) -> list[tuple[str, bool]]:
        """What stands below a name, and whether it is to be noted."""
        if has_boxes:
            lines = [(row.length, False)]
        else:
            words = (row.dose, row.length)
            lines = [(" · ".join(part for part in words if part), False), (row.note, True)]
        return [(text, is_note) for text, is_note in (*lines, (row.for_person, True)) if text]

    def _problem(self, painter: QPainter, card: QRect, row: StepRow) -> None:
        c = self._look.colours
        band = self._band(card, row)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.soft))
        painter.drawRoundedRect(QRectF(band), 10, 10)
        painter.setPen(QColor(c.warning_text))
        painter.setFont(self._look.font(Size.SMALL, QFont.Weight.DemiBold))
        words = band.adjusted(10, 4, -10, -4)
        remedies = self._remedies(card, row)
        if remedies:
            words.setRight(remedies[0].left() - 8)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, flags, row.problem)
        for rect, text in zip(remedies, row.remedies, strict=False):
            painter.setPen(QPen(QColor(c.border), 1))
            painter.setBrush(QColor(c.card))
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
            painter.setPen(QColor(c.ink))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)

    def _band(self, card: QRect, row: StepRow) -> QRect:
        """Where a problem is said: the lowest part of the card."""
        left = card.left() + self._look.theme.px(GRIP)
        height = self._below(row) - 4
        return QRect(left, card.bottom() - height - 6, card.right() - PAD - left, height)

    def _below(self, row: StepRow) -> int:
        return (
            max(2 * self._line(Size.SMALL), self._look.theme.px(REMEDY)) + 12 if row.problem else 0
        )

    def _remedies(self, card: QRect, row: StepRow) -> list[QRect]:
        """Where the remedies of a problem are pressed; none where they have no room."""
        band = self._band(card, row)
        metrics = QFontMetrics(self._look.font(Size.SMALL, QFont.Weight.DemiBold))
        wide = [metrics.horizontalAdvance(words) + 24 for words in row.remedies]
        if not wide or sum(wide) + 8 * len(wide) > band.width() // 2:
            return []
        high = self._look.theme.px(REMEDY)
        left, rects = band.right() - sum(wide) - 8 * len(wide), []
        for width in wide:
            rects.append(QRect(left, band.center().y() - high // 2, width, high))
            left += width + 8
        return rects

    def _words(
        self,
        painter: QPainter,
        room: QRect,
        top: int,
        text: str,
        colour: str,
        *,
        font: QFont | None = None,
    ) -> None:
        font = font or self._look.font(Size.SMALL)
        painter.setPen(QColor(colour))
        area = QRect(room.left(), top, room.width(), QFontMetrics(font).lineSpacing())
        self._elided(painter, area, text, font)

    def _elided(self, painter: QPainter, area: QRect, text: str, font: QFont) -> None:
        painter.setFont(font)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _grip(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.colours.muted))
        x = rect.left() + self._look.theme.px(GRIP) / 2 - 2
        y = rect.top() + PAD + self._look.theme.px(SIZE.height()) / 2 - 2
        for dx in (0, 5):
            for dy in (-6, 0, 6):
                painter.drawEllipse(QPointF(x + dx - 1, y + dy), 1.5, 1.5)

    def _line(self, size: Size) -> int:
        """The height of a line; asked for three times for each of three hundred rows."""
        if size not in self._heights:
            self._heights[size] = QFontMetrics(self._look.font(size)).lineSpacing()
        return self._heights[size]
