"""One session, opened from a list: what was done, left, skipped and why; set right, or deleted.

What is set right, is said by a press: an exercise was done after all, or so many minutes. Nothing
is lost by it; the journal keeps what was there before.
"""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from backease_desktop.core.journal.past import PastSession
from backease_desktop.core.units import MINUTE
from backease_desktop.ui.clock_words import clock_words
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.chip import Chip
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.number_row import NumberRow
from backease_desktop.ui.components.opened_view import OpenedView
from backease_desktop.ui.figure.exercise_picture import ExercisePicture
from backease_desktop.ui.figure.thumbnails import Thumbnails
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.progress.progress_words import (
    NameOf,
    date_words,
    pain_words,
    session_words,
)

LONGEST_MINUTES = 600


class PastSessionView(OpenedView):
    """The view. Escape leaves it.

    Args:
        look: the theme and the fonts.
        thumbnails: draw the exercises.
        name_of: gives the name of an exercise.

    Signals:
        exercises_corrected: id of the session, and the ids of what was done, in order.
        minutes_corrected: id of the session, and the minutes that were played.
        delete_requested: id of the session.
    """

    exercises_corrected = Signal(str, object)
    minutes_corrected = Signal(str, int)
    delete_requested = Signal(str)

    def __init__(
        self,
        look: Look,
        thumbnails: Thumbnails,
        name_of: NameOf,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, self.tr("Back"), parent)
        self._thumbnails = thumbnails
        self._name_of = name_of
        self._session: PastSession | None = None
        tr = self.tr
        self._when = Label("", "body", "muted", wraps=True)
        self._pain = Label("", "body", "muted", wraps=True)
        self.minutes = NumberRow(look, tr("Minutes that were played"), 0, LONGEST_MINUTES, " min")
        self.delete = Button(look, tr("Delete this session"), Kind.DANGER)
        self.chips: dict[str, Chip] = {}
        self._lay_out()
        self.delete.clicked.connect(self._on_delete_clicked)
        self.minutes.chosen.connect(self._on_minutes)

    @property
    def session(self) -> PastSession | None:
        """What is shown."""
        return self._session

    def show_session(self, session: PastSession, today: date) -> None:
        """Show a session as it is kept."""
        is_same = self._session is not None and self._session.id == session.id
        self._session = session
        self.name.setText(session.name or session.routine)
        day = date_words(session.day)
        if session.day.year != today.year:
            day = f"{day} {session.day.year}"
        self._when.setText(f"{day}, {clock_words(session.at)} · {session_words(session)}")
        pain = pain_words(session)
        self._pain.setText(self.tr("Pain, before and after: {pain}").format(pain=pain))
        self._pain.setVisible(bool(pain))
        self.minutes.set_value(round(session.played_ms / MINUTE))
        if not is_same:
            self._rebuild(session)
        self._show_states(session)

    def _lay_out(self) -> None:
        column = self.column
        for widget in (self._when, self._pain, self.steps):
            column.addWidget(widget)
        row = QWidget()
        line = FlowLayout(12)
        row.setLayout(line)
        line.addWidget(Label(self.tr("Played"), is_strong=True))
        line.addWidget(self.minutes)
        column.addWidget(row)
        hint = self.tr("Was it otherwise? Press what you did, or set the minutes.")
        column.addWidget(Label(hint, "small", "muted", wraps=True))
        column.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def _rebuild(self, session: PastSession) -> None:
        self.chips = {}
        every = dict.fromkeys(
            (*session.planned, *session.exercises, *(one.exercise for one in session.hurt))
        )
        self.show_rows(*(self._row(exercise) for exercise in every))
        self.steps.setVisible(bool(every))

    def _row(self, exercise: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        line.addWidget(ExercisePicture(self.look, self._thumbnails, exercise, yields_to_words=True))
        name = self._name_of(exercise)
        line.addWidget(Label(name, "body", wraps=True), 1)
        chip = Chip(self.look, self.tr("Done"))
        chip.setAccessibleDescription(name)
        chip.clicked.connect(self._on_chip_clicked)
        line.addWidget(chip)
        self.chips[exercise] = chip
        return row

    def _show_states(self, session: PastSession) -> None:
        hurt = {one.exercise: one for one in session.hurt}
        for exercise, chip in self.chips.items():
            is_done = exercise in session.exercises
            chip.setChecked(is_done)
            if is_done:
                words = self.tr("Done")
            elif (left := hurt.get(exercise)) is not None:
                words = self.tr("Left, it hurt")
                if left.pain is not None:
                    words = self.tr("Left, it hurt: {pain}").format(pain=left.pain)
                if left.numb:
                    words = self.tr("Left, it ran down or was numb")
            elif exercise in session.skipped:
                words = self.tr("Skipped")
            else:
                words = self.tr("Not reached")
            chip.set_words(words, "check" if is_done else "")

    def _on_chip_clicked(self) -> None:
        if self._session is not None:
            done = tuple(one for one, chip in self.chips.items() if chip.isChecked())
            self.exercises_corrected.emit(self._session.id, done)

    def _on_minutes(self, minutes: int) -> None:
        if self._session is not None:
            self.minutes_corrected.emit(self._session.id, minutes)

    def _on_delete_clicked(self) -> None:
        if self._session is not None:
            self.delete_requested.emit(self._session.id)
