"""One routine, opened from its card: what it is, how much of it, its steps, and a way to start."""

from typing import Protocol

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backease_desktop.core.catalogue.words import DoseLevel
from backease_desktop.core.person.person import SideThatHurts
from backease_desktop.core.timeline.routine_card import RoutineCard, RoutineStep
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.opened_view import OpenedView
from backease_desktop.ui.components.pressable import ENTER
from backease_desktop.ui.components.segments import Segments
from backease_desktop.ui.durations import exact_words
from backease_desktop.ui.effort_words import effort_options
from backease_desktop.ui.figure.exercise_picture import ExercisePicture
from backease_desktop.ui.figure.thumbnails import Thumbnails
from backease_desktop.ui.home.card_words import card_words, changed_words, needs_words
from backease_desktop.ui.look.style import Look


class Asked(Protocol):
    """Who is asked for what somebody wants of a routine; see `RoutineView`."""

    start_requested: SignalInstance
    effort_chosen: SignalInstance
    affected_side_chosen: SignalInstance
    take_along_requested: SignalInstance
    give_requested: SignalInstance
    edit_requested: SignalInstance


def view_in(page: Asked, look: Look, thumbnails: Thumbnails) -> "RoutineView":
    """The view of a page, which hands on what is asked of it."""
    view = RoutineView(look, thumbnails)
    view.start_requested.connect(page.start_requested)
    view.effort_chosen.connect(page.effort_chosen)
    view.affected_side_chosen.connect(page.affected_side_chosen)
    view.take_along_requested.connect(page.take_along_requested)
    view.give_requested.connect(page.give_requested)
    view.edit_requested.connect(page.edit_requested)
    return view


class RoutineView(OpenedView):
    """The view. Escape leaves it, Enter starts.

    Signals:
        start_requested: id of the routine.
        effort_chosen: a `DoseLevel`.
        affected_side_chosen: an `SideThatHurts`.
        take_along_requested: the session is wanted as a file of sound; id of the routine.
        give_requested: id of the routine that is to be given away.
        edit_requested: the routine is to be changed, or a copy of it; its id.
    """

    start_requested = Signal(str)
    effort_chosen = Signal(object)
    affected_side_chosen = Signal(object)
    take_along_requested = Signal(str)
    give_requested = Signal(str)
    edit_requested = Signal(str)

    def __init__(self, look: Look, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("All routines"), parent)
        self._thumbnails = thumbnails
        self._card: RoutineCard | None = None
        self._is_enter_taken = False
        tr = self.tr
        self._takes = Label("", "body", "muted", wraps=True)
        self._about = Label("", wraps=True)
        self._source = Label("", "small", "muted", wraps=True)
        self.effort = Segments(look, tr("Effort"), effort_options())
        sides = [
            (SideThatHurts.LEFT, tr("Left"), ""),
            (SideThatHurts.RIGHT, tr("Right"), ""),
            (SideThatHurts.BOTH, tr("Both"), ""),
        ]
        self.side = Segments(look, tr("The side that hurts"), sides)
        self._side_row = self._row_of(tr("The side that hurts"), self.side)
        self.start = Button(look, tr("Start"), Kind.PRIMARY, "⏎", icon="play")
        self.take_along = Button(look, tr("Take along as sound"), Kind.QUIET, icon="export")
        self.take_along.setAccessibleDescription(tr("A file with a chapter for each exercise"))
        self.give = Button(look, tr("Give away…"), Kind.QUIET)
        self.give.setAccessibleDescription(tr("A file for somebody else's BackEase"))
        self.edit = Button(look, tr("Make it mine"), Kind.QUIET, icon="routines")
        self._lay_out()
        self.give.clicked.connect(self._on_give_clicked)
        self.start.clicked.connect(self._on_start_clicked)
        self.edit.clicked.connect(self._on_edit_clicked)
        self.take_along.clicked.connect(self._on_take_along_clicked)
        self.effort.chosen.connect(self.effort_chosen)
        self.side.chosen.connect(self.affected_side_chosen)

    @property
    def card(self) -> RoutineCard | None:
        """The routine that is shown."""
        return self._card

    def show_card(self, card: RoutineCard) -> None:
        """Show a routine."""
        if card == self._card:
            return
        self._card = card
        self.edit.set_words(self._edit_words(card), "routines")
        self.name.setText(card.name)
        takes = (card_words(card), needs_words(card), changed_words(card))
        self._takes.setText(" · ".join(part for part in takes if part))
        self._about.setText(card.about)
        self._about.setVisible(bool(card.about))
        source = card.source_title
        self._source.setText(self.tr("From: {title}").format(title=source) if source else "")
        self._source.setVisible(bool(source))
        self._side_row.setVisible(card.has_affected)
        length = exact_words(card.duration)
        self.start.setText(self.tr("Start · {length}").format(length=length))
        self.show_rows(*(self._row(step) for step in card.steps))

    def set_effort(self, dose: DoseLevel) -> None:
        """Show how much is done."""
        self.effort.set_value(dose)

    def set_affected_side(self, side: SideThatHurts) -> None:
        """Show which side was named."""
        self.side.set_value(side)

    def set_enter_taken(self, is_taken: bool) -> None:
        """Leave *Enter* to the window, and do not promise it."""
        self._is_enter_taken = is_taken
        self.start.set_key("" if is_taken else "⏎")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter that nobody took starts."""
        if event.key() in ENTER and not self._is_enter_taken:
            self._on_start_clicked()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        column = self.column
        for widget in (self._takes, self._about):
            column.addWidget(widget)
        column.addWidget(self._row_of(self.tr("Effort"), self.effort))
        column.addWidget(self._side_row)
        buttons = FlowLayout(10)
        for button in (self.start, self.edit, self.take_along, self.give):
            buttons.addWidget(button)
        column.addLayout(buttons)
        column.addWidget(self.steps)
        column.addWidget(self._source)
        column.addStretch(1)

    def _row_of(self, words: str, choice: QWidget) -> QWidget:
        row = QWidget()
        line = FlowLayout(12)
        row.setLayout(line)
        line.addWidget(Label(words, is_strong=True))
        line.addWidget(choice)
        return row

    def _row(self, step: RoutineStep) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        line.addWidget(ExercisePicture(self.look, self._thumbnails, step.exercise))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(step.name, "body", wraps=True))
        dose = f"{step.dose} · {self.tr('assumed')}" if step.is_assumed else step.dose
        label = Label(dose, "small", "muted", wraps=True)
        if step.is_assumed:
            label.setToolTip(self.tr("The article leaves some of this open; the number is ours."))
        words.addWidget(label)
        line.addLayout(words, 1)
        return row

    def _on_take_along_clicked(self) -> None:
        if self._card is not None:
            self.take_along_requested.emit(self._card.id)

    def _on_give_clicked(self) -> None:
        if self._card is not None:
            self.give_requested.emit(self._card.id)

    def _edit_words(self, card: RoutineCard) -> str:
        return self.tr("Change it") if card.is_own else self.tr("Make it mine")

    def _on_edit_clicked(self) -> None:
        if self._card is not None:
            self.edit_requested.emit(self._card.id)

    def _on_start_clicked(self) -> None:
        if self._card is not None:
            self.start_requested.emit(self._card.id)
