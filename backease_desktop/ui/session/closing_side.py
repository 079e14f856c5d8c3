"""Beside the questions at the end: what was done, by exercise, and what the day comes to."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backease_desktop.core.account import Line, Outcome
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.session.closing_words import line_words, today_words

MARK = 22
DOTS = 12
"""More are no picture any more: then the words alone say it."""


class Marks(QWidget):
    """So many marks in a row: each a check on the accent, or a ring."""

    def __init__(self, look: Look, checked: int, rings: int = 0) -> None:
        super().__init__()
        self._look = look
        self._checked, self._rings = checked, rings
        size = look.theme.px(MARK)
        self.setFixedSize((size + 8) * (checked + rings), size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The marks."""
        c, size = self._look.colours, self._look.theme.px(MARK)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        icon = self._look.icon("check", c.on_accent, size * 2 // 3, self.devicePixelRatioF())
        for place in range(self._checked + self._rings):
            spot = QRectF(place * (size + 8), 0, size, size)
            is_checked = place < self._checked
            painter.setPen(QPen(QColor(c.accent if is_checked else c.border), 2))
            painter.setBrush(QColor(c.accent) if is_checked else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(spot.adjusted(1, 1, -1, -1))
            if is_checked:
                left, top = round(spot.left() + size / 6), round(spot.top() + size / 6)
                painter.drawPixmap(left, top, icon)


class DoneCard(Card):
    """Each exercise with its picture, and what became of it.

    Args:
        look: the theme and the fonts.
        lines: what became of each.
        name: of an exercise, by its id.
        picture: of an exercise, by its id.
    """

    def __init__(
        self,
        look: Look,
        lines: tuple[Line, ...],
        name: Callable[[str], str],
        picture: Callable[[str], QWidget | None],
    ) -> None:
        super().__init__(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(10)
        column.addWidget(Label(self.tr("What you did"), is_strong=True))
        for line in lines:
            row = QHBoxLayout()
            row.setSpacing(14)
            shown = picture(line.exercise)
            if shown is not None:
                row.addWidget(shown)
            words = QVBoxLayout()
            words.setSpacing(2)
            words.addWidget(Label(name(line.exercise), is_strong=True, wraps=True))
            words.addWidget(Label(line_words(line), "small", "muted", wraps=True))
            row.addLayout(words, 1)
            if line.outcome is Outcome.DONE:
                row.addWidget(Marks(look, 1), 0, Qt.AlignmentFlag.AlignVCenter)
            column.addLayout(row)
        column.addStretch(1)


class TodayCard(Card):
    """How many sessions of today count, of how many, and when the next call is."""

    def __init__(self, look: Look, count: int, coming: int, outlook: str) -> None:
        super().__init__(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(10)
        column.addWidget(Label(today_words(count, coming), "heading", wraps=True))
        if 0 < count + coming <= DOTS:
            column.addWidget(Marks(look, count, coming))
        if outlook:
            column.addWidget(Label(outlook, "small", "muted", wraps=True))
