"""Beside the questions at the end: what was done, by exercise, and what the day comes to."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backease_desktop.core.account import Line, Outcome
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.pause_button import PauseButton
from backease_desktop.ui.components.sign import Sign
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
        self._checked = self._rings = 0
        self.show_count(checked, rings)

    def show_count(self, checked: int, rings: int = 0) -> None:
        """Show so many, and so many to come."""
        self._checked, self._rings = checked, rings
        size = self._look.theme.px(MARK)
        self.setFixedSize((size + 8) * (checked + rings), size)
        self.update()

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


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """The day around a session that is over.

    Attributes:
        done: how many sessions of today count.
        coming: how many calls are to come today; 0 for whoever has set no goal.
        outlook: when the next call is, in a sentence; empty where there is none.
        opens: what it opens, in a few words.
        can_pause: a pause would keep it away; is_paused: one does.
    """

    done: int = 0
    coming: int = 0
    outlook: str = ""
    opens: str = ""
    can_pause: bool = False
    is_paused: bool = False


class TodayCard(Card):
    """How many sessions of today count, of how many, and when the next call is."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._count = Label("", "heading", wraps=True)
        self._marks = Marks(look, 0)
        self._outlook = Label("", is_strong=True, wraps=True)
        self._opens = Label("", "small", "muted", wraps=True)
        self.pause = PauseButton(look)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._outlook)
        words.addWidget(self._opens)
        self._call = QWidget()
        row = QHBoxLayout(self._call)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(Sign(look, "reminders"), 0, middle)
        row.addLayout(words, 1)
        row.addWidget(self.pause, 0, middle)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(10)
        for widget in (self._count, self._marks, self._call):
            column.addWidget(widget)
        column.addStretch(1)

    def show_day(self, day: Day) -> None:
        """Show how the day stands."""
        self._count.setText(today_words(day.done, day.coming))
        self._marks.show_count(day.done, day.coming)
        self._marks.setVisible(0 < day.done + day.coming <= DOTS)
        self._outlook.setText(day.outlook)
        self._opens.setText(day.opens)
        self._opens.setVisible(bool(day.opens))
        self._call.setVisible(bool(day.outlook))
        self.pause.show_state(is_paused=day.is_paused, can_pause=day.can_pause)
