"""Reminders: how many called, how many were answered, and how many were followed."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from backease_desktop.core.progress.told import CallsTold
from backease_desktop.ui.components.table import Rows, rows_of
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.progress.chart import Chart
from backease_desktop.ui.progress.swatches import level_colour

LINE = 30
BAR = 14


class CallsChart(Chart):
    """Three bars, each with its number.

    Args:
        look: the theme and the fonts.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Reminders"), 3 * LINE, parent)
        self._calls = CallsTold()

    def show_calls(self, calls: CallsTold) -> None:
        """Show these."""
        self._calls = calls
        self.show_again()

    def words(self, place: int) -> str:
        """What a bar counts."""
        calls = self._calls
        return (
            self.tr("{n} calls").format(n=calls.called),
            self.tr("{n} were answered, whatever the answer").format(n=calls.answered),
            self.tr("{n} were started, or done as you said").format(n=calls.done),
        )[place]

    def table(self) -> Rows:
        """The three numbers."""
        return rows_of(
            (self.tr("Reminders"), self.tr("How many")),
            [(name, str(count)) for name, count in self._bars()],
        )

    def areas(self) -> Sequence[QRectF]:
        """A line for each bar."""
        height = self.height() / 3
        return [QRectF(0, n * height, self.width(), height - 1) for n in range(3)]

    def paint_chart(self, painter: QPainter) -> None:
        """Names, bars, numbers."""
        c, px = self.look.colours, self.look.theme.px
        bars = self._bars()
        plain, bold = self.font_of(), self.font_of(QFont.Weight.DemiBold)
        names = max(QFontMetricsF(plain).horizontalAdvance(name) for name, _ in bars) + px(12)
        numbers = max(QFontMetricsF(bold).horizontalAdvance(str(n)) for _, n in bars) + px(12)
        room = max(1.0, self.width() - names - numbers)
        most = max(1, *(count for _, count in bars))
        middle = Qt.AlignmentFlag.AlignVCenter
        for level, ((name, count), area) in enumerate(zip(bars, self.areas(), strict=True)):
            painter.setFont(plain)
            painter.setPen(QColor(c.ink))
            painter.drawText(area, middle, name)
            painter.setFont(bold)
            painter.drawText(area, middle | Qt.AlignmentFlag.AlignRight, str(count))
            height = px(BAR)
            track = QRectF(names, area.center().y() - height / 2, room, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.soft))
            painter.drawRoundedRect(track, height / 2, height / 2)
            if count:
                track.setWidth(max(height, room * count / most))
                painter.setBrush(QColor(level_colour(c, level + 2)))
                painter.drawRoundedRect(track, height / 2, height / 2)

    def _bars(self) -> tuple[tuple[str, int], ...]:
        calls = self._calls
        return (
            (self.tr("Called"), calls.called),
            (self.tr("Answered"), calls.answered),
            (self.tr("Done"), calls.done),
        )
