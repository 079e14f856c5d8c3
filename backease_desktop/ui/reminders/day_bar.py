"""A day as a bar: the hours of a reminder, and its calls if the person is there all day."""

from collections.abc import Sequence
from datetime import datetime, time

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from backease_desktop.core.reminder.plan import DayRange
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import Size, mix
from backease_desktop.ui.reminders.hours_text import clock_text, ranges_text

DAY = 24 * 60
NOON = 12
LABELLED = (6, NOON, 18)
HEIGHT = 18


class DayBar(QWidget):
    """The bar.

    Args:
        look: the theme.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._ranges: tuple[DayRange, ...] = ()
        self.calls: tuple[time, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(240, self._look.theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Still to be read."""
        return QSize(96, self.sizeHint().height())

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
        """Track, hours, and a mark for each call."""
        c, height = self._look.colours, self.height()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.soft))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        painter.setBrush(QColor(mix(c.accent, c.soft, 0.7)))
        for hours in self._ranges:
            left, end = self.width() * share(hours.start), self.width() * (share(hours.end) or 1)
            painter.drawRoundedRect(QRectF(left, 0, end - left, height), 6, 6)
        painter.setBrush(QColor(c.accent))
        for call in self.calls:
            middle = self.width() * share(call)
            painter.drawRoundedRect(QRectF(middle - 1.5, 3, 3, height - 6), 1.5, 1.5)


class HourScale(QWidget):
    """The hours, to stand beneath bars."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """A line of small type."""
        return QSize(96, self._look.theme.px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Each number in the middle of where it is."""
        painter = QPainter(self)
        painter.setPen(QColor(self._look.colours.muted_text))
        painter.setFont(self._look.font(Size.SMALL))
        needed = painter.fontMetrics().horizontalAdvance("00:00  ")
        have_room = self.width() * (LABELLED[1] - LABELLED[0]) / 24 >= needed
        for hour in LABELLED if have_room else (NOON,):
            middle = self.width() * share(time(hour))
            spot = QRectF(middle - 60, 0, 120, self.height())
            painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, f"{hour}:00")


def share(clock: time) -> float:
    """How much of the day has passed, 0 to 1."""
    return (clock.hour * 60 + clock.minute) / DAY
