"""A calendar of minutes: one month with its numbers, or several as columns of weeks.

An empty day is plain, today has a ring, days to come are outlined, marked days are hatched.
"""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QWidget

from backease_desktop.core.progress.days import Day, Days, week_start
from backease_desktop.core.progress.period import Period
from backease_desktop.ui.components.table import Rows, rows_of
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.progress.chart import Chart
from backease_desktop.ui.progress.progress_words import (
    date_words,
    day_words,
    first_weekday,
    month_name,
    weekday_letters,
)
from backease_desktop.ui.progress.swatches import level_colour, paint_cell, words_on

WEEK = 7
HEAD = 20
GAP = 5
LINES = 6
"""Weeks that a month may touch: there is always room for all, so nothing below it jumps."""
LONGEST_LINE = 27
"""Columns of weeks beside each other; a year stands in two lines."""
HEIGHT = HEAD + LINES * 39


class DaysChart(Chart):
    """The calendar.

    Args:
        look: the theme and the fonts.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Minutes on each day"), HEIGHT, parent)
        self._days: tuple[Day, ...] = ()
        self._today = date.min
        self._is_month = True

    @property
    def days(self) -> tuple[Day, ...]:
        """What it shows."""
        return self._days

    def show_days(self, days: Days, period: Period, today: date) -> None:
        """Show a period."""
        self._days = days.within(period)
        self._today = today
        self._is_month = period.first.month == period.last.month
        self.show_again()

    def steps(self) -> dict[Qt.Key, int]:
        """As the days stand: a month in lines of weeks, more of them in columns."""
        keys = Qt.Key
        beside, below = (1, WEEK) if self._is_month else (WEEK, 1)
        return {
            keys.Key_Left: -beside, keys.Key_Right: beside,
            keys.Key_Up: -below, keys.Key_Down: below,
        }  # fmt: skip

    def words(self, place: int) -> str:
        """A day with what was done on it."""
        day = self._days[place]
        return f"{date_words(day.date)}: {day_words(day)}"

    def table(self) -> Rows:
        """The days on which something was, or was said."""
        told = [day for day in self._days if day.minutes or day.is_moved or day.mark]
        return rows_of(
            (self.tr("Day"), self.tr("What was done")),
            [(date_words(day.date), day_words(day)) for day in told],
        )

    def first_place(self) -> int:
        """Today, or the last day where today is not among them."""
        last = len(self._days) - 1
        return next((n for n, day in enumerate(self._days) if day.date == self._today), last)

    def areas(self) -> Sequence[QRectF]:
        """Where each day stands."""
        return self._month_areas() if self._is_month else self._column_areas()

    def paint_chart(self, painter: QPainter) -> None:
        """Names of weekdays or months, and the days."""
        areas = self.areas()
        if self._is_month:
            self._paint_weekdays(painter)
        else:
            self._paint_months(painter, areas)
        for day, area in zip(self._days, areas, strict=True):
            self._paint_day(painter, day, area)

    def _month_areas(self) -> list[QRectF]:
        px = self.look.theme.px
        head, gap = px(HEAD), px(GAP)
        width = (self.width() - (WEEK - 1) * gap) / WEEK
        height = (self.height() - head) / LINES - gap
        start = week_start(self._days[0].date, first_weekday()) if self._days else date.min
        return [
            QRectF(column * (width + gap), head + line * (height + gap), width, height)
            for day in self._days
            for line, column in [divmod((day.date - start).days, WEEK)]
        ]

    def _column_areas(self) -> list[QRectF]:
        if not self._days:
            return []
        head = self.look.theme.px(HEAD)
        start = week_start(self._days[0].date, first_weekday())
        weeks = (self._days[-1].date - start).days // WEEK + 1
        lines = -(-weeks // LONGEST_LINE)
        columns = -(-weeks // lines)
        room = self.height() / lines
        wide, high = self.width() / columns, (room - head) / WEEK
        gap = max(1.5, min(wide, high) * 0.16)
        return [
            QRectF(
                column * wide, line * room + head + weekday * high, wide - gap, high - gap
            )
            for day in self._days
            for week, weekday in [divmod((day.date - start).days, WEEK)]
            for line, column in [divmod(week, columns)]
        ]  # fmt: skip

    def _paint_weekdays(self, painter: QPainter) -> None:
        px = self.look.theme.px
        painter.setFont(self.font_of())
        painter.setPen(QColor(self.look.colours.muted_text))
        width = (self.width() - (WEEK - 1) * px(GAP)) / WEEK
        for column, letter in enumerate(weekday_letters()):
            area = QRectF(column * (width + px(GAP)), 0, width, px(HEAD) - 2)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, letter)

    def _paint_months(self, painter: QPainter, areas: Sequence[QRectF]) -> None:
        """A month's name above the column in which it begins, where it has room."""
        px = self.look.theme.px
        painter.setFont(self.font_of())
        painter.setPen(QColor(self.look.colours.muted_text))
        room = QRectF()
        for day, area in zip(self._days, areas, strict=True):
            if day.date.day != 1:
                continue
            words = month_name(day.date, is_short=True)
            top = self._line_top(area)
            width = painter.fontMetrics().horizontalAdvance(words)
            x = min(area.left(), self.width() - width - 1)
            if top == room.top() and x < room.right() + px(4):
                continue
            room = QRectF(x, top, width, px(HEAD) - 2)
            painter.drawText(room.adjusted(0, 0, 2, 0), Qt.AlignmentFlag.AlignLeft, words)

    def _line_top(self, area: QRectF) -> float:
        start = week_start(self._days[0].date, first_weekday())
        weeks = (self._days[-1].date - start).days // WEEK + 1
        room = self.height() / -(-weeks // LONGEST_LINE)
        return room * (area.top() // room)

    def _paint_day(self, painter: QPainter, day: Day, area: QRectF) -> None:
        c = self.look.colours
        is_to_come = day.date > self._today and not day.minutes and day.mark is None
        radius = min(8.0, area.width() / 3.2, area.height() / 3.2)
        if is_to_come:
            painter.setPen(QPen(QColor(c.line), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        else:
            is_hatched = day.mark is not None and not day.minutes
            level = max(day.level, 1 if day.is_moved else 0)
            paint_cell(painter, area, c, level, is_hatched=is_hatched)
        if day.date == self._today:
            painter.setPen(QPen(QColor(c.ink), 2 if self._is_month else 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), radius, radius)
        if not self._is_month:
            return
        fill = c.card if is_to_come else level_colour(c, max(day.level, int(day.is_moved)))
        is_quiet = is_to_come or not (day.minutes or day.is_moved)
        painter.setPen(QColor(c.muted_text if is_quiet else words_on(c, fill)))
        painter.setFont(self.font_of(QFont.Weight.DemiBold))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(day.date.day))
