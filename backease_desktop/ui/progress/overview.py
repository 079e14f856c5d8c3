"""The overview: how much is looked at, and six cards that show it.

It reckons nothing itself: the core does, for the period that is chosen here. The cards come in
pieces, each with what it shows; what is asked of one that is not there yet makes all of them.
"""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from backease_desktop.core.journal.history import History
from backease_desktop.core.pieces import Pieces, drained
from backease_desktop.core.progress.days import Day, days_of, moved_on
from backease_desktop.core.progress.goal import goal_of
from backease_desktop.core.progress.period import Period, Span, period_of
from backease_desktop.core.progress.told import calls_of, exercises_of, felt_most, pairs_of
from backease_desktop.core.progress.weeks import weeks_of
from backease_desktop.ui.components.button import Button
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import Label, title
from backease_desktop.ui.components.segments import Segments
from backease_desktop.ui.figure.thumbnails import Thumbnails
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.progress.progress_words import (
    NameOf,
    first_weekday,
    period_words,
    summary_words,
)

if TYPE_CHECKING:
    from backease_desktop.ui.progress.cards import (
        CallsCard,
        DaysCard,
        ExercisesCard,
        PainCard,
        SessionsCard,
        WeeksCard,
    )
    from backease_desktop.ui.progress.chart_card import ProgressCard

WEEKS = {Span.MONTH: 8, Span.QUARTER: 13, Span.YEAR: 52}
PAIRS = {Span.MONTH: 10, Span.QUARTER: 15, Span.YEAR: 20}
NARROWEST = 310
"""Width of a card at 100 % text."""
MOST_COLUMNS = 3
SPACING = 16
HEAD_IN_LINE_FROM = 700

_Card = TypeVar("_Card", bound="ProgressCard")


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
        self._thumbnails = thumbnails
        self._name_of = name_of
        self._history = History()
        self._days = days_of(self._history)
        self._today = date.min
        self._is_told = False
        self._back = 0
        tr = self.tr
        spans = [
            (Span.MONTH, tr("Month"), ""),
            (Span.QUARTER, tr("3 months"), ""),
            (Span.YEAR, tr("Year"), ""),
        ]
        self.span = Segments(look, tr("How much is shown"), spans)
        self.export = Button(look, tr("Export…"), icon="export")
        self._cards: list[ProgressCard] = []
        self._shows: list[Callable[[], None]] = []
        self._summary = Label("", "body", "muted", wraps=True)
        self._columns = 1
        self._grid = QGridLayout()
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self.span.chosen.connect(self._on_span_chosen)
        self.export.clicked.connect(self.export_requested)
        self.parts = self._make_cards()

    @property
    def cards(self) -> "tuple[ProgressCard, ...]":
        """The cards that are there."""
        return tuple(self._cards)

    @property
    def summary(self) -> str:
        """The line below the title."""
        return self._summary.text()

    def show_history(self, history: History, today: date) -> None:
        """Show a history as it is on a day."""
        self._history, self._today, self._is_told = history, today, True
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
        for n, card in enumerate(self._cards):
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

    def _make_cards(self) -> Pieces[None]:
        # Loaded on first use, in two pieces: the head is shown without.
        from backease_desktop.ui.progress import chart_card  # noqa: F401

        yield None
        # Loaded on first use, too.
        from backease_desktop.ui.progress.cards import (
            CallsCard,
            DaysCard,
            ExercisesCard,
            PainCard,
            SessionsCard,
            WeeksCard,
        )

        yield None
        look = self._look
        self.days = self._put(DaysCard(look), self._show_days)
        self.days.turned.connect(self._on_turned)
        self.days.day_pressed.connect(self._on_day_pressed)
        yield None
        self.weeks = self._put(WeeksCard(look), self._show_weeks)
        self.weeks.goal_chosen.connect(self.goal_chosen)
        yield None
        self.pain = self._put(PainCard(look), self._show_pain)
        yield None
        self.calls = self._put(CallsCard(look), self._show_calls)
        self.calls.times_requested.connect(self.times_requested)
        self.calls.rest.toggled.connect(self._on_marking)
        yield None
        exercises = ExercisesCard(look, self._thumbnails, self._name_of)
        self.exercises = self._put(exercises, self._show_exercises)
        yield None
        self.sessions = self._put(SessionsCard(look), self._show_sessions)
        self.sessions.session_opened.connect(self.session_opened)
        self.sessions.all_requested.connect(lambda: self.all_requested.emit(None))

    def _put(self, card: _Card, show: Callable[[_Card], None]) -> _Card:
        """Put a card behind the others, with what it shows."""
        n = len(self._cards)
        self._grid.addWidget(card, n // self._columns, n % self._columns)
        self._cards.append(card)
        self._shows.append(partial(show, card))
        if self._is_told:
            show(card)
        return card

    def _show(self) -> None:
        history, span, is_now = self._history, self._span, self._back == 0
        moved, felt = moved_on(self._days, self._period), felt_most(history, self._period)
        self._summary.setText(summary_words(span, moved, felt, is_now=is_now))
        for show in self._shows:
            show()

    def _show_days(self, card: "DaysCard") -> None:
        card.show_days(self._days, self._period, self._today, is_now=self._back == 0)

    def _show_weeks(self, card: "WeeksCard") -> None:
        goal, count = goal_of(self._history), WEEKS[self._span]
        weeks = weeks_of(self._days, goal, self._today, count, first_weekday())
        card.show_weeks(weeks, goal)

    def _show_pain(self, card: "PainCard") -> None:
        card.show_pairs(pairs_of(self._history, PAIRS[self._span]), self._today)

    def _show_calls(self, card: "CallsCard") -> None:
        card.show_calls(calls_of(self._history, self._period), self._when)

    def _show_exercises(self, card: "ExercisesCard") -> None:
        card.show_exercises(exercises_of(self._history, self._period), self._when)

    def _show_sessions(self, card: "SessionsCard") -> None:
        card.show_sessions(self._history.sessions, self._today)

    @property
    def _period(self) -> Period:
        return period_of(self._span, self._today, self._back)

    @property
    def _when(self) -> str:
        return period_words(self._period, self._today)

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
        drained(self.parts)
        rest = self.calls.rest
        if rest.is_marking:
            self.day_marked.emit(day.date, rest.mark_for(day.mark))
        elif day.sessions:
            self.all_requested.emit(day.date)
