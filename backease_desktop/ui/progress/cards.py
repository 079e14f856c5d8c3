"""The six cards of the page, each shown from what the core has reckoned."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from backease_desktop.core.journal.past import PastSession
from backease_desktop.core.progress.days import Days
from backease_desktop.core.progress.period import Period
from backease_desktop.core.progress.told import (
    PAIRS_FROM,
    CallsTold,
    ExerciseTold,
    Pair,
    changes,
)
from backease_desktop.core.progress.weeks import Week, reached
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.figure.thumbnails import Thumbnails
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.progress.calls_chart import CallsChart
from backease_desktop.ui.progress.chart_card import ChartCard, ProgressCard
from backease_desktop.ui.progress.days_chart import DaysChart
from backease_desktop.ui.progress.exercise_rows import exercise_rows
from backease_desktop.ui.progress.goal_row import GoalRow
from backease_desktop.ui.progress.pain_chart import PainChart
from backease_desktop.ui.progress.progress_words import (
    NameOf,
    changes_words,
    days_words,
    left_words,
    minutes_in_words,
    period_words,
)
from backease_desktop.ui.progress.rest_days import RestDays
from backease_desktop.ui.progress.session_rows import SessionRows
from backease_desktop.ui.progress.swatches import EVERY_LEVEL, Legend, Swatch
from backease_desktop.ui.progress.weeks_chart import WeeksChart

SHOWN = 5
"""Rows of a list before all of it is asked for."""
TIMES_FROM = 10
"""Calls from which on the page says that other times can be chosen."""


class DaysCard(ChartCard):
    """The calendar with its way back and forth.

    Signals:
        day_pressed: a `Day`.
        turned: by so many periods; 1 is further back.
    """

    day_pressed = Signal(object)
    turned = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self.days = DaysChart(look)
        tr = self.days.tr
        legend = Legend(
            look,
            [((), "0"), (EVERY_LEVEL, tr("20 minutes")), ((Swatch.HATCHED,), tr("marked"))],
        )
        super().__init__(look, "", self.days, legend, parent)
        self.earlier = Button(look, self.tr("Earlier"), Kind.QUIET, icon="back")
        self.later = Button(look, self.tr("Later"), Kind.QUIET, icon="forward")
        for button, step in ((self.earlier, 1), (self.later, -1)):
            button.set_compact(True)
            button.clicked.connect(lambda _=False, by=step: self.turned.emit(by))
            self.add_to_head(button)
        self.days.opened.connect(lambda place: self.day_pressed.emit(self.days.days[place]))

    def show_days(self, days: Days, period: Period, today: date, *, is_now: bool) -> None:
        """Show a period."""
        self.days.show_days(days, period, today)
        shown = days.within(period)
        moved = days_words(sum(day.is_moved for day in shown))
        minutes = minutes_in_words(sum(day.minutes for day in shown))
        self.set_name(period_words(period, today), f"{moved}, {minutes}")
        self.later.setEnabled(not is_now)
        self.show_chart("")


class WeeksCard(ChartCard):
    """Weeks against the goal, which is set here.

    Signals:
        goal_chosen: days a week, or None.
    """

    goal_chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self.weeks = WeeksChart(look)
        super().__init__(look, self.weeks.tr("Days a week"), self.weeks, None, parent)
        self.set_goal = Button(look, "", Kind.QUIET)
        self.set_goal.setCheckable(True)
        self.add_to_head(self.set_goal, is_first=True)
        self.goal = GoalRow(look)
        self.goal.hide()
        self.column.insertWidget(1, self.goal)
        self.set_goal.toggled.connect(self.goal.setVisible)
        self.goal.chosen.connect(self._on_chosen)

    def show_weeks(self, weeks: Sequence[Week], goal: int | None) -> None:
        """Show these against a goal."""
        self.weeks.show_weeks(weeks, goal)
        self.goal.set_goal(goal)
        words = self.tr("Set a goal") if goal is None else self.tr("My goal: {n}").format(n=goal)
        self.set_goal.set_words(words)
        met, of = reached(weeks)
        told = self.tr("reached in {met} of {of} weeks").format(met=met, of=of)
        self.set_name(self.tr("Days a week"), told if met and goal is not None else "")
        self.show_chart(left_words(weeks[-1].left) if weeks else "")

    def _on_chosen(self, goal: object) -> None:
        self.set_goal.setChecked(False)
        self.goal_chosen.emit(goal)


class PainCard(ChartCard):
    """Pairs of pain, once there are some."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self.pain = PainChart(look)
        tr = self.pain.tr
        legend = Legend(
            look,
            [
                ((Swatch.RING,), tr("before")),
                ((Swatch.DOT,), tr("after")),
                ((Swatch.BAND,), tr("no real change")),
            ],
        )
        super().__init__(look, tr("Pain, before and after"), self.pain, legend, parent)

    def show_pairs(self, pairs: Sequence[Pair], today: date) -> None:
        """Show these; fewer than three say nothing yet."""
        is_enough = len(pairs) >= PAIRS_FROM
        self.pain.show_pairs(pairs if is_enough else (), today)
        aside = self.tr("last {n} told").format(n=len(pairs)) if is_enough else ""
        self.set_name(self.tr("Pain, before and after"), aside)
        few = self.tr("Only if you answer before and after a session, from the third answer on.")
        less, more = changes(pairs)
        self.show_chart(changes_words(less, more, len(pairs)) if is_enough else few)
        self.as_table.setVisible(is_enough)


class CallsCard(ChartCard):
    """Reminders, and below them the days that count as nothing.

    Signals:
        times_requested: other times are wanted.
    """

    times_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self.calls = CallsChart(look)
        super().__init__(look, self.calls.tr("Reminders"), self.calls, None, parent)
        self.change = Button(look, self.tr("Change the times"), Kind.QUIET)
        self.rest = RestDays(look)
        place = self.column.count() - 1
        for n, widget in enumerate((self.change, self.rest)):
            self.column.insertWidget(place + n, widget)
        self.change.clicked.connect(self.times_requested)

    def show_calls(self, calls: CallsTold, when: str) -> None:
        """Show the calls of a time."""
        self.calls.show_calls(calls)
        self.set_name(self.tr("Reminders"), when)
        is_seldom = calls.called >= TIMES_FROM and 2 * calls.answered < calls.called
        words = []
        if not calls.called:
            words.append(self.tr("No reminder called in this time."))
        if calls.waited == 1:
            words.append(self.tr("One waited until you were free."))
        elif calls.waited:
            words.append(self.tr("{n} waited until you were free.").format(n=calls.waited))
        if is_seldom:
            words.append(self.tr("Fewer than half were answered: other times may suit you better."))
        self.change.setVisible(is_seldom)
        self.show_chart(" ".join(words))


class ExercisesCard(ProgressCard):
    """What was done most, and how it was."""

    def __init__(
        self, look: Look, thumbnails: Thumbnails, name_of: NameOf, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, "", parent)
        self._told: tuple[ExerciseTold, ...] = ()
        self.rows = exercise_rows(look, thumbnails, name_of)
        self.all = Button(look, "", Kind.QUIET)
        self.all.setCheckable(True)
        self.add_to_head(self.all)
        self._none = Label(
            self.tr("What you do, and how it was, is told here."), "small", "muted", wraps=True
        )
        legend = Legend(
            look,
            [
                ((Swatch.LEVEL_1,), self.tr("easy")),
                ((Swatch.LEVEL_4,), self.tr("right")),
                ((Swatch.HARD,), self.tr("hard")),
            ],
        )
        self.column.addWidget(self._none)
        self.column.addWidget(self.rows)
        self.column.addStretch(1)
        self.column.addWidget(legend)
        self.all.toggled.connect(self._show)

    def show_exercises(self, told: Sequence[ExerciseTold], when: str) -> None:
        """Show these, given by how often."""
        self._told = tuple(told)
        self.set_name(self.tr("Exercises"), when)
        self._none.setVisible(not told)
        self.rows.setVisible(bool(told))
        self._show()

    def _show(self) -> None:
        is_whole = self.all.isChecked()
        self.rows.show_values(self._told if is_whole else self._told[:SHOWN])
        every = self.tr("All {n}").format(n=len(self._told))
        self.all.set_words(self.tr("Fewer") if is_whole else every)
        self.all.setVisible(len(self._told) > SHOWN)


class SessionsCard(ProgressCard):
    """The last sessions.

    Signals:
        session_opened: id of a session.
        all_requested: all of them.
    """

    session_opened = Signal(str)
    all_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent)
        self.rows = SessionRows(look)
        self.all = Button(look, "", Kind.QUIET)
        self.add_to_head(self.all)
        self.column.addWidget(self.rows.list)
        self.column.addStretch(1)
        self.all.clicked.connect(self.all_requested)
        self.rows.list.opened.connect(self._on_opened)

    def show_sessions(self, sessions: Sequence[PastSession], today: date) -> None:
        """Show the last ones of these, which come oldest first."""
        self.set_name(self.tr("Sessions"), "")
        self.rows.show(sessions[: -SHOWN - 1 : -1], today)
        self.rows.list.setVisible(bool(sessions))
        self.all.set_words(self.tr("All {n}").format(n=f"{len(sessions):,}"))
        self.all.setVisible(bool(sessions))

    def _on_opened(self) -> None:
        if (session := self.rows.list.current) is not None:
            self.session_opened.emit(session.id)
