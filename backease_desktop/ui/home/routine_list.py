"""The grid of routines: a virtual list whose cards are painted, so that hundreds cost no more.

It is as high as its cards: the page scrolls, and there is one scroll bar.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from backease_desktop.core.timeline.routine_card import RoutineCard
from backease_desktop.ui.components.key_hint import key_hint_size, paint_key_hint
from backease_desktop.ui.components.value_list import ValueList
from backease_desktop.ui.components.value_model import VALUE_ROLE, Index
from backease_desktop.ui.figure.thumbnails import Thumbnails
from backease_desktop.ui.home.card_words import card_words, changed_words, needs_words
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import RADIUS_CARD, Size

GAP = 14
NARROWEST = 210
PICTURE = 112
PAD = 16


class RoutineDelegate(QStyledItemDelegate):
    """Paints a card: picture, what is changed for the person, name, what it takes."""

    def __init__(self, look: Look, thumbnails: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._thumbnails = thumbnails
        self.size = QSize(NARROWEST, 200)
        self.telling: Mapping[str, str] = {}
        self.keys: Mapping[str, str] = {}

    def height(self) -> int:
        """Height of a card in pixels."""
        px = self._look.theme.px
        lines = sum(self._metrics(size).lineSpacing() for size in (Size.BODY, Size.SMALL))
        return px(PICTURE) + lines + px(28)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All cards are of one size."""
        return self.size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a card."""
        card: RoutineCard = index.data(VALUE_ROLE)
        c, px = self._look.colours, self._look.theme.px
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        # The chosen card shows while the keyboard is in the grid: Enter opens it only then.
        has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
        is_selected = has_focus and bool(state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        box = QRectF(rect).adjusted(1.5, 1.5, -GAP + 1.5, -GAP + 1.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(box, RADIUS_CARD, RADIUS_CARD)
        painter.fillPath(outline, QColor(c.hover if is_hovered else c.card))
        picture = QRectF(box.left(), box.top(), box.width(), px(PICTURE))
        painter.setClipPath(outline)
        painter.fillRect(picture, QColor(c.soft))
        self._paint_figure(painter, card, picture)
        painter.setClipping(False)
        self._paint_changed(painter, card, picture)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(c.accent if is_selected else c.line), 3 if is_selected else 1))
        painter.drawPath(outline)
        self._paint_words(painter, card, box, picture.bottom() + px(10))
        painter.restore()

    def _paint_figure(self, painter: QPainter, card: RoutineCard, area: QRectF) -> None:
        told = self._metrics(Size.SMALL).height() + self._look.theme.px(6) if card.changed else 0
        inner = area.adjusted(12, 8 + told, -12, -8)
        device = painter.device()
        ratio = device.devicePixelRatio() if device else 1.0
        exercise = self.telling.get(card.id, card.steps[0].exercise)
        pixmap = self._thumbnails.find(exercise, inner.size().toSize(), ratio)
        if pixmap is not None:
            painter.drawPixmap(inner.topLeft(), pixmap)

    def _paint_changed(self, painter: QPainter, card: RoutineCard, area: QRectF) -> None:
        if not (words := changed_words(card)):
            return
        c, px = self._look.colours, self._look.theme.px
        font = self._look.font(Size.SMALL, QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        height = metrics.height() + px(6)
        room = area.width() - px(16)
        width = min(room, metrics.horizontalAdvance(words) + height)
        pill = QRectF(area.left() + px(8), area.top() + px(8), width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.accent_soft))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setFont(font)
        painter.setPen(QColor(c.accent_text))
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, round(width - height / 2))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, shown)

    def _paint_words(self, painter: QPainter, card: RoutineCard, box: QRectF, top: float) -> None:
        c, px = self._look.colours, self._look.theme.px
        lines = (
            (card.name, Size.BODY, QFont.Weight.DemiBold, c.ink),
            (card_words(card), Size.SMALL, QFont.Weight.Normal, c.muted_text),
        )
        left, width = box.left() + px(PAD), box.width() - 2 * px(PAD)
        if key := self.keys.get(card.id, ""):
            hint = key_hint_size(self._look, key)
            spot = QPointF(box.right() - px(PAD) - hint.width(), top + px(6))
            paint_key_hint(painter, QRectF(spot, hint), self._look, key)
            width -= hint.width() + px(8)
        for text, size, weight, colour in lines:
            font = self._look.font(size, weight)
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(width))
            line = QRectF(left, top, width, metrics.lineSpacing())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
            top += metrics.lineSpacing()

    def _metrics(self, size: Size) -> QFontMetrics:
        return QFontMetrics(self._look.font(size))


class RoutineList(ValueList[RoutineCard]):
    """The grid. A click opens a card, as Enter does."""

    def __init__(self, look: Look, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(_words, parent)
        self.setAccessibleName(self.tr("Routines"))
        self._look = look
        self._delegate = RoutineDelegate(look, thumbnails, self)
        self.setItemDelegate(self._delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setSelectionRectVisible(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_clicked)
        thumbnails.ready.connect(self.viewport().update)
        look.changed.connect(self._fit)

    def show_cards(
        self, cards: Sequence[RoutineCard], telling: Mapping[str, str], keys: Mapping[str, str]
    ) -> None:
        """Show these.

        Args:
            cards: in the order in which they stand.
            telling: id of the exercise that stands for a routine, by the routine's id.
            keys: the key that starts a routine, by its id.
        """
        self._delegate.telling, self._delegate.keys = telling, keys
        self.set_values(cards)
        self._fit()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the cards to the width."""
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        """As many columns as have room, and cards as wide as the columns."""
        room = self.width() - 2
        columns = max(1, room // (self._look.theme.px(NARROWEST) + GAP))
        size = QSize(room // columns, self._delegate.height() + GAP)
        if size != self._delegate.size:
            self._delegate.size = size
            self.setGridSize(size)
            self.scheduleDelayedItemsLayout()
        lines = -(-self.model().rowCount() // columns)
        self.setFixedHeight(max(1, lines) * size.height())

    def _on_clicked(self) -> None:
        self.opened.emit()


def _words(value: RoutineCard) -> str:
    told = (value.name, card_words(value), needs_words(value), changed_words(value))
    return ". ".join(part for part in told if part)
