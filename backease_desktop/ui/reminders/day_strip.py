"""Today as one bar: time at the computer, what was done, what comes, and where now is.

Every mark has its words as a tooltip, and all of them, with the spans, are `rows`: the table behind
the bar, which a screen reader reads in its place.
"""

from datetime import datetime

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QBrush,
    QColor,
    QFontMetrics,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from backease_desktop.core.reminder.day_line import DayLine, Mark, Sign
from backease_desktop.ui.clock_words import clock_words, hour_words
from backease_desktop.ui.components.tips import plain_tip
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import Size, mix

TRACK = 34
ABOVE = 24
BELOW = 26
REACH = 14
"""How far from a mark, in pixels, its tooltip is still shown."""


class DayStrip(QWidget):
    """The bar.

    Args:
        look: the theme and the fonts.
    """

    accessible_role = QAccessible.Role.Chart

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._line: DayLine | None = None
        self._names: dict[str, str] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Today"))
        look.changed.connect(self.updateGeometry)

    @property
    def rows(self) -> list[str]:
        """What the bar shows, in words and in order."""
        if self._line is None:
            return []
        spans = [
            (span.start, self._span_words(span.start, span.end, span.is_talking))
            for span in self._line.spans
        ]
        marks = [(mark.at, self._mark_words(mark)) for mark in self._line.marks]
        return [words for _, words in sorted([*spans, *marks], key=lambda row: row[0])]

    def show_day(self, line: DayLine | None, names: dict[str, str]) -> None:
        """Show a day; `names` are those of the reminders, by id. None shows nothing."""
        self._line, self._names = line, names
        self.setVisible(line is not None)
        self.setAccessibleDescription("\n".join(self.rows))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        px = self._look.theme.px
        return QSize(px(320), px(ABOVE) + TRACK + px(BELOW))

    def minimumSizeHint(self) -> QSize:
        """Still to be read."""
        return QSize(160, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Say what stands under the pointer."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self._words_at(event.pos().x())
            if words:
                QToolTip.showText(event.globalPos(), plain_tip(words), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track, spans, marks, hours, and now over all."""
        if self._line is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_track(painter, self._line)
        for mark in self._line.marks:
            self._paint_mark(painter, mark)
        self._paint_hours(painter, self._line)
        self._paint_now(painter, self._line)

    @property
    def _track(self) -> QRectF:
        return QRectF(0, self._look.theme.px(ABOVE), self.width(), TRACK)

    def _x(self, at: datetime) -> float:
        """Where a moment stands; the round ends of the track are left free."""
        line = self._line
        assert line is not None
        share = (at - line.start) / (line.end - line.start)
        return TRACK / 2 + max(0.0, min(1.0, share)) * (self.width() - TRACK)

    def _paint_track(self, painter: QPainter, line: DayLine) -> None:
        c = self._look.colours
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.soft))
        painter.drawRoundedRect(self._track, TRACK / 2, TRACK / 2)
        filled = QColor(mix(c.accent, c.soft, 0.68))
        for span in line.spans:
            left, right = self._x(span.start), self._x(span.end)
            area = QRectF(left, self._track.top(), max(2.0, right - left), TRACK)
            painter.fillRect(area, QBrush(filled))
            if span.is_talking:
                painter.fillRect(area, QBrush(QColor(c.card)))
                painter.fillRect(area, QBrush(QColor(c.accent), Qt.BrushStyle.BDiagPattern))

    def _paint_mark(self, painter: QPainter, mark: Mark) -> None:
        c = self._look.colours
        centre = QPointF(self._x(mark.at), self._track.center().y())
        if mark.sign is Sign.DONE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.accent))
            painter.drawEllipse(centre, 13, 13)
            check = self._look.icon("check", c.on_accent, 16, self.devicePixelRatioF())
            half = check.deviceIndependentSize().width() / 2
            painter.drawPixmap(centre - QPointF(half, half), check)
            return
        radius, width = {Sign.NEXT: (12, 3.0), Sign.LATER: (7, 2.0)}.get(mark.sign, (7, 2.0))
        pale = mix(c.accent, c.soft, 0.4)
        painter.setPen(QPen(QColor(c.accent if mark.sign is Sign.NEXT else pale), width))
        painter.setBrush(QColor(c.card))
        if mark.sign is Sign.OTHER:
            diamond = [(0, -9), (9, 0), (0, 9), (-9, 0)]
            painter.drawPolygon([centre + QPointF(x, y) for x, y in diamond])
        else:
            painter.drawEllipse(centre, radius, radius)

    def _paint_hours(self, painter: QPainter, line: DayLine) -> None:
        """As many full hours as have room; the time of the next call in their place."""
        c = self._look.colours
        top = self._track.bottom() + 4
        following = next((m for m in line.marks if m.sign is Sign.NEXT), None)
        bold, plain = self._look.font(Size.SMALL), self._look.font(Size.SMALL)
        bold.setBold(True)
        metrics = QFontMetrics(bold)
        taken: list[tuple[float, float]] = []

        def write(at: datetime, words: str) -> None:
            half = metrics.horizontalAdvance(words) / 2
            x = max(half, min(self.width() - half, self._x(at)))
            if all(x + half + 8 < left or x - half - 8 > right for left, right in taken):
                taken.append((x - half, x + half))
                area = QRectF(x - half - 1, top, 2 * half + 2, metrics.height())
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)

        if following is not None:
            painter.setFont(bold)
            painter.setPen(QColor(c.ink))
            write(following.at, clock_words(following.at))
        painter.setFont(plain)
        painter.setPen(QColor(c.muted_text))
        for hour in _hours(line):
            write(line.start + (line.end - line.start) * hour, hour_words(_hour(line, hour)))

    def _paint_now(self, painter: QPainter, line: DayLine) -> None:
        c, x = self._look.colours, self._x(line.now)
        painter.setPen(QPen(QColor(c.ink), 2))
        painter.drawLine(QPointF(x, self._track.top() - 4), QPointF(x, self._track.bottom() + 4))
        font = self._look.font(Size.SMALL)
        font.setBold(True)
        painter.setFont(font)
        words = self.tr("now")
        half = QFontMetrics(font).horizontalAdvance(words) / 2
        left = max(0.0, min(self.width() - 2 * half, x - half))
        area = QRectF(left, 0, 2 * half + 2, self._track.top() - 4)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)

    def _words_at(self, x: int) -> str:
        if self._line is None:
            return ""
        near = [mark for mark in self._line.marks if abs(self._x(mark.at) - x) <= REACH]
        if near:
            return self._mark_words(min(near, key=lambda mark: abs(self._x(mark.at) - x)))
        for span in self._line.spans:
            if self._x(span.start) <= x <= self._x(span.end):
                return self._span_words(span.start, span.end, span.is_talking)
        return ""

    def _span_words(self, start: datetime, end: datetime, is_talking: bool) -> str:
        what = self.tr("in a conversation") if is_talking else self.tr("at the computer")
        return self.tr("{start} to {end}: {what}").format(
            start=clock_words(start), end=clock_words(end), what=what
        )

    def _mark_words(self, mark: Mark) -> str:
        name = self._names.get(mark.reminder, "")
        what = {
            Sign.DONE: self.tr("done"),
            Sign.NEXT: self.tr("next: {name}"),
            Sign.LATER: self.tr("later: {name}"),
            Sign.OTHER: self.tr("later: {name}"),
        }[mark.sign].format(name=name)
        return self.tr("{time}: {what}").format(time=clock_words(mark.at), what=what)


def _hours(line: DayLine) -> list[float]:
    """Where full hours stand, as shares of the day: the ends first, since they say most."""
    count = max(1, round((line.end - line.start).total_seconds() / 3600))
    return [place / count for place in (0, count, *range(1, count))]


def _hour(line: DayLine, share: float) -> int:
    count = round((line.end - line.start).total_seconds() / 3600)
    return line.start.hour + round(share * count)
