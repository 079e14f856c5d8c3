"""Pain before and after, as pairs: an open ring before, a full dot after.

Behind each pair stands a pale band: whatever ends inside it is no real change (`core.pain`). Only
pairs that end outside are coloured, in either direction alike.
"""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from backease_desktop.core.pain import CHANGE_POINTS, WORST, Change, change_of
from backease_desktop.core.progress.told import Pair
from backease_desktop.ui.components.table import Rows, rows_of
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.progress.chart import Chart
from backease_desktop.ui.progress.progress_words import pair_words, when_words
from backease_desktop.ui.progress.swatches import band_colour

HEIGHT = 214
SCALE = 26
"""Pixels for the numbers at the side, at 100 % text."""
STEP = 2
EDGE = 10
BAND = 18
RADIUS = 5.5


class PainChart(Chart):
    """The pairs, the last one at the end.

    Args:
        look: the theme and the fonts.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Pain, before and after, 0 to 10"), HEIGHT, parent)
        self._pairs: tuple[Pair, ...] = ()
        self._today = date.min

    def show_pairs(self, pairs: Sequence[Pair], today: date) -> None:
        """Show these, oldest first."""
        self._pairs, self._today = tuple(pairs), today
        self.show_again()

    def words(self, place: int) -> str:
        """A pair with its day."""
        pair = self._pairs[place]
        return f"{when_words(pair.at, self._today)}: {pair_words(pair)}"

    def table(self) -> Rows:
        """All pairs."""
        return rows_of(
            (self.tr("Day"), self.tr("Pain, 0 to 10")),
            [(when_words(pair.at, self._today), pair_words(pair)) for pair in self._pairs],
        )

    def areas(self) -> Sequence[QRectF]:
        """A column for each pair."""
        left = self.look.theme.px(SCALE)
        wide = (self.width() - left) / max(1, len(self._pairs))
        return [
            QRectF(left + n * wide, 2, wide, self.height() - 4) for n in range(len(self._pairs))
        ]

    def paint_chart(self, painter: QPainter) -> None:
        """Scale, bands, pairs."""
        c, px = self.look.colours, self.look.theme.px
        painter.setFont(self.font_of())
        for level in range(0, WORST + 1, STEP):
            y = self._y(level)
            painter.setPen(QPen(QColor(c.line), 1))
            painter.drawLine(QPointF(px(SCALE), y), QPointF(self.width(), y))
            painter.setPen(QColor(c.muted_text))
            area = QRectF(0, y - 10, px(SCALE) - 8, 20)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(area, flags, str(level))
        for pair, area in zip(self._pairs, self.areas(), strict=True):
            self._paint_pair(painter, pair, area.center().x())

    def _paint_pair(self, painter: QPainter, pair: Pair, x: float) -> None:
        c = self.look.colours
        half = min(self.look.theme.px(BAND), self.areas()[0].width() * 0.7) / 2
        top = self._y(pair.before + CHANGE_POINTS - 0.4)
        bottom = self._y(pair.before - _least_fall(pair.before) + 0.4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(band_colour(c)))
        painter.drawRoundedRect(QRectF(x - half, top, 2 * half, bottom - top), half, half)
        colour = QColor(c.prepare if pair.change is Change.NONE else c.accent)
        before, after = QPointF(x, self._y(pair.before)), QPointF(x, self._y(pair.after))
        painter.setPen(QPen(colour, 3))
        painter.drawLine(before, after)
        painter.setBrush(QColor(c.card))
        painter.drawEllipse(before, RADIUS, RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        is_same = pair.before == pair.after
        radius = RADIUS / 2 if is_same else RADIUS
        painter.drawEllipse(after, radius, radius)

    def _y(self, level: float) -> float:
        room = self.height() - 2 * EDGE
        return EDGE + room * (1 - max(-0.5, min(WORST + 0.5, level)) / WORST)


def _least_fall(before: int) -> int:
    """The smallest fall that is a change."""
    return next(
        (n for n in range(1, CHANGE_POINTS) if change_of(before, before - n) is Change.LESS),
        CHANGE_POINTS,
    )
