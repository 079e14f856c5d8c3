"""The plan: what comes today, where one stands, the three answers, and the way to be rid of it.

Rules:
1. Without a plan there are the three questions and one way to begin.
2. With one, an answer that is changed is kept at once.
3. It never scolds: a session that was not done is not spoken of.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.plan.part import NextRung
from backease_desktop.core.plan.plan import Plan
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.disclosure import Disclosure
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import Label, title
from backease_desktop.ui.components.left_page import LeftPage
from backease_desktop.ui.components.page_column import READING, PageColumn
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.plan.plan_words import (
    ladder_words,
    rung_words,
    today_words,
    walk_button_words,
    walk_words,
    week_words,
)
from backease_desktop.ui.plan.questions import PlanQuestions


class PlanPage(LeftPage):
    """The page.

    Args:
        look: the theme and the fonts.
        catalogue: names and doses of exercises.

    Signals:
        answered: a plan is to begin, or to go on with other answers; carries `Answers`.
        start_requested: today's session.
        move_requested: id of a ladder, and 1 for up or -1 for down.
        resume_requested: go on after it has stopped.
        help_requested: the page that says when to get help.
        throw_away_requested: it is not wanted any more.
        shift_requested: a reminder to sit another way is wanted.
        walk_requested: the person walks now, or does not after all.
    """

    answered = Signal(object)
    start_requested = Signal()
    move_requested = Signal(str, int)
    resume_requested = Signal()
    help_requested = Signal()
    throw_away_requested = Signal()
    shift_requested = Signal()
    walk_requested = Signal()

    def __init__(self, look: Look, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Play"), parent)
        self._catalogue = catalogue
        self._has_plan = False
        tr = self.tr
        self._lead = Label("", "body", "muted", wraps=True)
        self._today = Label("", "heading", wraps=True)
        self._exercises = Label("", "body", "muted", wraps=True)
        self.start = Button(look, tr("Start"), Kind.PRIMARY, icon="play")
        self.get_help = Button(look, tr("When to get help"))
        self.resume = Button(look, tr("Go on with the plan"))
        self.questions = PlanQuestions(look)
        self.begin = Button(look, tr("Begin the six weeks"), Kind.PRIMARY)
        self.throw_away = Button(look, tr("Throw the plan away"), Kind.QUIET)
        self._ladders = QVBoxLayout()
        self._ladders_title = Label(tr("Where you stand"), "heading")
        self._questions_title = Label(tr("Three answers"), "heading")
        self._part = Card(look)
        self._walk = Card(look)
        self._walk_words = Label("", "body", "muted", wraps=True)
        self.walk = Button(look, "")
        self._shift = Card(look)
        self.shift = Button(look, tr("Make a reminder of it"))
        self._lay_out()
        self._connect()

    def show_plan(
        self, plan: Plan | None, rungs: Sequence[NextRung], today: str, *, is_due: bool
    ) -> None:
        """Show a plan, or the questions of one.

        Args:
            plan: that is on.
            rungs: what comes of each ladder.
            today: the exercises of today's session, or why there are none.
            is_due: there is something to do today.
        """
        self._has_plan = plan is not None
        for widget in (self._part, self._shift, self._ladders_title, self.throw_away):
            widget.setVisible(plan is not None)
        self.begin.setVisible(plan is None)
        self._clear_ladders()
        if plan is None:
            self._lead.setText(
                self.tr(
                    "Six weeks of sessions that get a little harder when they were easy, and "
                    "easier when they were hard. A week that you miss moves it, no more."
                )
            )
            return
        self.questions.show_answers(plan.answers)
        self._lead.setText(week_words(plan))
        self._today.setText(today_words(plan, is_due=is_due))
        self._exercises.setText(today)
        self._exercises.setVisible(is_due)
        self.start.setVisible(is_due)
        self.get_help.setVisible(plan.is_stopped)
        self.resume.setVisible(plan.is_stopped)
        for one in rungs:
            card = self._ladder(one)
            self._ladders.addWidget(card)
            card.show()

    def show_walk(self, walking: tuple[int, int, int] | None, *, is_on: bool) -> None:
        """Show the walk: its minutes, days of this week, of how many; None without one.

        Args:
            walking: these three.
            is_on: the person has said that they walk now.
        """
        self._walk.setVisible(walking is not None)
        if walking is None:
            return
        begins = self.tr("Your walk begins when you leave, and ends when you are back at the keys.")
        self._walk_words.setText(begins if is_on else walk_words(walking))
        self.walk.set_words(walk_button_words(walking, is_on=is_on))

    def _lay_out(self) -> None:
        scroll = PageColumn(self.look, READING)
        scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column = scroll.column
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(title(self.tr("A plan")))
        column.addWidget(self._lead)
        part = QVBoxLayout(self._part)
        part.setContentsMargins(20, 16, 20, 18)
        part.addWidget(self._today)
        part.addWidget(self._exercises)
        buttons = FlowLayout(10)
        for button in (self.start, self.get_help, self.resume):
            buttons.addWidget(button)
        part.addLayout(buttons)
        column.addWidget(self._part)
        walk = QVBoxLayout(self._walk)
        walk.setContentsMargins(20, 14, 20, 16)
        walk.addWidget(Label(self.tr("A walk"), "heading"))
        walk.addWidget(self._walk_words)
        walk.addWidget(self.walk, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._walk)
        shift = QVBoxLayout(self._shift)
        shift.setContentsMargins(20, 14, 20, 16)
        shift.addWidget(Label(self.tr("Sit another way"), "heading"))
        about = self.tr("A silent nudge of five seconds, every twenty minutes that you sit.")
        shift.addWidget(Label(about, "body", "muted", wraps=True))
        shift.addWidget(self.shift, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._shift)
        column.addWidget(self._ladders_title)
        self._ladders.setSpacing(6)
        column.addLayout(self._ladders)
        column.addWidget(self._questions_title)
        column.addWidget(self.questions)
        column.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.throw_away, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setFocusProxy(scroll)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(scroll)

    def _connect(self) -> None:
        self.start.clicked.connect(self.start_requested)
        self.get_help.clicked.connect(self.help_requested)
        self.resume.clicked.connect(self.resume_requested)
        self.throw_away.clicked.connect(self.throw_away_requested)
        self.begin.clicked.connect(lambda: self.answered.emit(self.questions.answers))
        self.questions.answered.connect(self._on_answered)
        self.walk.clicked.connect(self.walk_requested)
        self.shift.clicked.connect(self.shift_requested)

    def _on_answered(self) -> None:
        if self._has_plan:
            self.answered.emit(self.questions.answers)

    def _ladder(self, one: NextRung) -> Card:
        """A ladder with what comes of it, and a rung up or down by one's own choice."""
        card = Card(self.look)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(2)
        column.addWidget(Label(one.ladder.name, is_strong=True, wraps=True))
        words = rung_words(one, self._catalogue)
        column.addWidget(Label(words, "small", "muted", wraps=True))
        buttons = FlowLayout(8)
        for text, by, can in (
            (self.tr("Easier"), -1, one.standing.rung > one.reach.first),
            (self.tr("Harder"), 1, one.standing.rung < one.reach.last),
        ):
            button = Button(self.look, text, Kind.QUIET)
            button.setEnabled(can)
            button.setAccessibleDescription(f"{one.ladder.name}: {words}")
            button.clicked.connect(
                lambda _=False, by=by: self.move_requested.emit(one.ladder.id, by)
            )
            buttons.addWidget(button)
        column.addLayout(buttons)
        rungs = Label(ladder_words(one.ladder, self._catalogue), "small", wraps=True)
        hint = self.tr("{n} of them, from easier to harder").format(n=len(one.ladder.rungs))
        all_rungs = Disclosure(self.look, self.tr("All rungs"), hint, rungs)
        all_rungs.line.setAccessibleName(f"{self.tr('All rungs')}: {one.ladder.name}")
        column.addWidget(all_rungs)
        return card

    def _clear_ladders(self) -> None:
        while (item := self._ladders.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
