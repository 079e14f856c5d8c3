"""The overview: how much is looked at, and six cards that show it.

It reckons nothing itself: the core does, for the period that is chosen here.
"""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from backease_desktop.core.journal.history import History
from backease_desktop.core.progress.days import Day, days_of, moved_on
from backease_desktop.core.progress.period import Span, period_of
from backease_desktop.core.progress.told import calls_of, exercises_of, felt_most, pairs_of
from backease_desktop.core.progress.weeks import goal_of, weeks_of
from backease_desktop.ui.components.button import Button
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import Label, title
from backease_desktop.ui.components.segments import Segments
from backease_desktop.ui.figure.thumbnails import Thumbnails
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.progress.cards import (
    SHOWN,
    CallsCard,
    DaysCard,
    ExercisesCard,
    PainCard,
    SessionsCard,
    WeeksCard,
)
from backease_desktop.ui.progress.progress_words import (
    NameOf,
    first_weekday,
    period_words,
    summary_words,
)

WEEKS = {Span.MONTH: 8, Span.QUARTER: 13, Span.YEAR: 52}
PAIRS = {Span.MONTH: 10, Span.QUARTER: 15, Span.YEAR: 20}
NARROWEST = 310
"""Width of a card at 100 % text."""
MOST_COLUMNS = 3
SPACING = 16
HEAD_IN_LINE_FROM = 700


class Overview(QWidget):
    """The overview.

    Args:
        look: the theme and the fonts.
        thumbnails: draw the exercises.
        name_of: gives the name of an exercise.

    Signals:
        goal_chosen: days a week, or None.
        day_marked: a date, and what it was: ill, travelling or none.
        session_opened: id of a session.
        all_requested: all sessions; carries the date to begin at, or None.
        export_requested: all of it is wanted in a file.
        times_requested: the reminders are to call at other times.
    """

    goal_chosen = Signal(object)
    day_marked = Signal(object, str)
    session_opened = Signal(str)
    all_requested = Signal(object)
    export_requested = Signal()
    times_requested = Signal()

    def __init__(
        self, look: Look, thumbnails: Thumbnails, name_of: NameOf, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._history = History()
        self._days = days_of(self._history)
        self._today = date.min
        self._back = 0
        tr = self.tr
        spans = [
            (Span.MONTH, tr("Month"), ""),
            (Span.QUARTER, tr("3 months"), ""),
            (Span.YEAR, tr("Year"), ""),
        ]
        self.span = Segments(look, tr("How much is shown"), spans)
        self.export = Button(look, tr("Export…"), icon="export")
        self.days = DaysCard(look)
        self.weeks = WeeksCard(look)
        self.pain = PainCard(look)
        self.calls = CallsCard(look)
        self.exercises = ExercisesCard(look, thumbnails, name_of)
        self.sessions = SessionsCard(look)
        self.cards = (
            self.days, self.weeks, self.pain, self.calls, self.exercises, self.sessions,
        )  # fmt: skip
        self._summary = Label("", "body", "muted", wraps=True)
        self._columns = 0
        self._grid = QGridLayout()
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._connect()

    @property
    def summary(self) -> str:
        """The line below the title."""
        return self._summary.text()

    def show_history(self, history: History, today: date) -> None:
        """Show a history as it is on a day."""
        self._history, self._today = history, today
        self._days = days_of(history)
        self._show()

    def fit(self, room: int) -> None:
        """Use so many pixels from side to side."""
        px = self._look.theme.px
        columns = (room + SPACING) // (px(NARROWEST) + SPACING)
        columns = max(1, min(MOST_COLUMNS, columns))
        direction = QBoxLayout.Direction
        is_wide = room >= px(HEAD_IN_LINE_FROM)
        self._head.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)
        if columns == self._columns:
            return
        self._columns = columns
        for n, card in enumerate(self.cards):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, n // columns, n % columns)
        for column in range(MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title(self.tr("Progress")))
        words.addWidget(self._summary)
        self._head.setSpacing(12)
        self._head.addLayout(words, 1)
        choices = QWidget()
        line = FlowLayout(12)
        choices.setLayout(line)
        line.addWidget(self.span)
        line.addWidget(self.export)
        self._head.addWidget(choices)
        self._grid.setSpacing(SPACING)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(self._head)
        column.addLayout(self._grid)

    def _connect(self) -> None:
        self.span.chosen.connect(self._on_span_chosen)
        self.export.clicked.connect(self.export_requested)
        self.days.turned.connect(self._on_turned)
        self.days.day_pressed.connect(self._on_day_pressed)
        self.weeks.goal_chosen.connect(self.goal_chosen)
        self.calls.times_requested.connect(self.times_requested)
        self.calls.rest.toggled.connect(self._on_marking)
        self.sessions.session_opened.connect(self.session_opened)
        self.sessions.all_requested.connect(lambda: self.all_requested.emit(None))

    def _show(self) -> None:
        history, today, span = self._history, self._today, self._span
        period = period_of(span, today, self._back)
        days, goal = self._days, goal_of(history)
        is_now = self._back == 0
        felt = felt_most(history, period)
        self._summary.setText(summary_words(span, moved_on(days, period), felt, is_now=is_now))
        self.days.show_days(days, period, today, is_now=is_now)
        self.weeks.show_weeks(weeks_of(days, goal, today, WEEKS[span], first_weekday()), goal)
        self.pain.show_pairs(pairs_of(history, PAIRS[span]), today)
        when = period_words(period, today)
        self.calls.show_calls(calls_of(history, period), when)
        self.exercises.show_exercises(exercises_of(history, period), when)
        sessions = history.sessions
        self.sessions.show_sessions(sessions[: -SHOWN - 1 : -1], len(sessions), today)

    @property
    def _span(self) -> Span:
        span = self.span.value
        assert isinstance(span, Span)
        return span

    def _on_span_chosen(self) -> None:
        self._back = 0
        self._show()

    def _on_turned(self, by: int) -> None:
        self._back = max(0, self._back + by)
        self._show()

    def _on_marking(self, is_on: bool) -> None:
        """Bring the calendar in sight, and the keyboard to it."""
        if is_on:
            self.days.days.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_day_pressed(self, day: Day) -> None:
        rest = self.calls.rest
        if rest.is_marking:
            self.day_marked.emit(day.date, rest.mark_for(day.mark))
        elif day.sessions:
            self.all_requested.emit(day.date)
