"""A day as a bar: the hours of a reminder, and its calls if the person is there all day."""

from collections.abc import Sequence
from datetime import datetime, time

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from backease_desktop.core.reminder.plan import DayRange
from backease_desktop.ui.hours_text import clock_text, ranges_text
from backease_desktop.ui.style import Look
from backease_desktop.ui.theme import Size

DAY = 24 * 60
LABELLED = (6, 12, 18)


class DayBar(QWidget):
    """The bar.

    Args:
        look: the theme and the fonts.
        with_hours: numbers of hours stand beneath.
    """

    def __init__(
        self, look: Look, *, with_hours: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._with_hours = with_hours
        self._ranges: tuple[DayRange, ...] = ()
        self.calls: tuple[time, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(240, self._look.theme.px(38 if self._with_hours else 22))

    def minimumSizeHint(self) -> QSize:
        """Still to be read."""
        return QSize(120, self.sizeHint().height())

    def show_day(self, ranges: tuple[DayRange, ...], calls: Sequence[datetime]) -> None:
        """Show these hours and calls."""
        self._ranges = ranges
        self.calls = tuple(call.time() for call in calls)
        said = ", ".join(clock_text(clock) for clock in self.calls)
        words = self.tr("Calls at {times}").format(times=said) if said else self.tr("No calls")
        self.setAccessibleName(words)
        self.setToolTip(f"{ranges_text(ranges)}\n{words}".strip())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track, hours, a mark for each call, and what time it is beneath."""
        c, px = self._look.colours, self._look.theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        height = px(18)
        painter.setBrush(QColor(c.soft))
        painter.drawRoundedRect(QRectF(0, 2, self.width(), height), 6, 6)
        painter.setBrush(QColor(c.accent_soft))
        for hours in self._ranges:
            left, end = self._x(hours.start), self._x(hours.end) or float(self.width())
            painter.drawRoundedRect(QRectF(left, 2, end - left, height), 6, 6)
        painter.setBrush(QColor(c.accent))
        for call in self.calls:
            painter.drawRoundedRect(QRectF(self._x(call) - 1.5, 5, 3, height - 6), 1.5, 1.5)
        if self._with_hours:
            painter.setPen(QColor(c.muted_text))
            painter.setFont(self._look.font(Size.SMALL))
            for hour in LABELLED:
                spot = QRectF(self._x(time(hour)) - 40, height + 3, 80, px(16))
                painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, f"{hour}:00")

    def _x(self, clock: time) -> float:
        return self.width() * (clock.hour * 60 + clock.minute) / DAY
