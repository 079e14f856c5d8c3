"""Weeks as stacks of days, against the goal that the person has set."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from backease_desktop.core.progress.days import LEVELS
from backease_desktop.core.progress.weeks import Week
from backease_desktop.ui.components.table import Rows, rows_of
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.progress.chart import Chart
from backease_desktop.ui.progress.progress_words import short_date, week_words
from backease_desktop.ui.progress.swatches import paint_cell

DAYS = 7
FOOT = 22
HEIGHT = 214
MOST_GAP = 9


class WeeksChart(Chart):
    """The stacks, the week that is on at the end.

    Args:
        look: the theme and the fonts.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Days a week"), HEIGHT, parent)
        self._weeks: tuple[Week, ...] = ()
        self._goal: int | None = None

    def show_weeks(self, weeks: Sequence[Week], goal: int | None) -> None:
        """Show these against a goal, or without one."""
        self._weeks, self._goal = tuple(weeks), goal
        self.show_again()

    def words(self, place: int) -> str:
        """A week with its days."""
        week = self._weeks[place]
        return self.tr("Week of {day}: {words}").format(
            day=short_date(week.first), words=week_words(week)
        )

    def table(self) -> Rows:
        """All weeks."""
        return rows_of(
            (self.tr("Week of"), self.tr("Days")),
            [(short_date(week.first), week_words(week)) for week in self._weeks],
        )

    def areas(self) -> Sequence[QRectF]:
        """A stack for each week."""
        wide, gap = self._columns()
        height = self.height() - self.look.theme.px(FOOT)
        return [QRectF(n * wide, 0, wide - gap, height) for n in range(len(self._weeks))]

    def paint_chart(self, painter: QPainter) -> None:
        """Stacks, their dates, and the goal across them."""
        for week, area in zip(self._weeks, self.areas(), strict=True):
            self._paint_week(painter, week, area)
        self._paint_dates(painter)
        if self._goal is not None:
            self._paint_goal(painter, self._goal)

    def _columns(self) -> tuple[float, float]:
        """Width of a week with the gap behind it, and the gap."""
        room = self.width() - (self._goal_room() if self._goal is not None else 0)
        wide = room / max(1, len(self._weeks))
        return wide, min(self.look.theme.px(MOST_GAP), wide * 0.2)

    def _goal_room(self) -> float:
        words = QFontMetricsF(self.font_of(QFont.Weight.DemiBold)).horizontalAdvance(
            self.tr("goal")
        )
        return words + self.look.theme.px(4)

    def _paint_week(self, painter: QPainter, week: Week, area: QRectF) -> None:
        high = area.height() / DAYS
        gap = min(self.look.theme.px(5), high * 0.18)
        for n in range(DAYS):
            cell = QRectF(area.left(), area.bottom() - (n + 1) * high, area.width(), high - gap)
            is_rest = n >= DAYS - week.rest
            level = LEVELS - 1 if n < week.moved else 0
            paint_cell(painter, cell, self.look.colours, level, is_hatched=is_rest)

    def _paint_dates(self, painter: QPainter) -> None:
        """As many dates as have room, "now" below the week that is on."""
        c, px = self.look.colours, self.look.theme.px
        areas = self.areas()
        bold, plain = self.font_of(QFont.Weight.DemiBold), self.font_of()
        top, taken = self.height() - px(FOOT) + px(4), float("inf")
        for n in reversed(range(len(self._weeks))):
            is_now = n == len(self._weeks) - 1
            words = self.tr("now") if is_now else short_date(self._weeks[n].first)
            painter.setFont(bold if is_now else plain)
            width = QFontMetricsF(painter.font()).horizontalAdvance(words)
            left = max(0.0, min(areas[n].center().x() - width / 2, self.width() - width))
            if left + width + px(8) > taken:
                continue
            taken = left
            painter.setPen(QColor(c.ink if is_now else c.muted_text))
            area = QRectF(left, top, width + 2, px(FOOT))
            painter.drawText(area, Qt.AlignmentFlag.AlignLeft, words)

    def _paint_goal(self, painter: QPainter, goal: int) -> None:
        c, px = self.look.colours, self.look.theme.px
        height = self.height() - px(FOOT)
        high = height / DAYS
        y = height - goal * high - min(px(5), high * 0.18) / 2
        y = max(1.0, y)
        right = self.width() - self._goal_room()
        painter.setPen(QPen(QColor(c.switch), 2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(0, y), QPointF(right, y))
        painter.setFont(self.font_of(QFont.Weight.DemiBold))
        painter.setPen(QColor(c.warning_text))
        half = QFontMetricsF(painter.font()).height() / 2
        top = max(0.0, y - half)
        area = QRectF(right + px(3), top, self._goal_room() + 2, 2 * half)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.tr("goal"))
