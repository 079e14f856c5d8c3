"""The chosen step: its dose beside the source's ranges, what is amiss, and what is heard."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.prescription import LONGEST_S, MOST_SETS, MOST_TIMES
from backease_desktop.core.catalogue.routine import Step
from backease_desktop.core.catalogue.words import DoseLevel, SideMode
from backease_desktop.core.editing.problems import DraftProblem, Outside, remedies
from backease_desktop.core.editing.routine_draft import (
    AMOUNTS,
    Amount,
    amount_at,
    dose_now,
    sides_of,
    source_beside,
)
from backease_desktop.core.timeline.segments import SegmentKind
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.card import Card, Ground
from backease_desktop.ui.components.fields import Choice, NumberField
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.form import name_by_label
from backease_desktop.ui.components.labels import Label, heading
from backease_desktop.ui.editor.editor_words import (
    amount_words,
    outside_words,
    problem_words,
    sides_words,
    source_words,
)
from backease_desktop.ui.editor.row_words import remedy_words
from backease_desktop.ui.figure.exercise_picture import ExercisePicture
from backease_desktop.ui.figure.thumbnails import Thumbnails
from backease_desktop.ui.formats import phase_words
from backease_desktop.ui.look.style import Look

PICTURE = 150
LIMITS: dict[Amount, int] = {
    "hold_s": LONGEST_S,
    "reps": MOST_TIMES,
    "breaths": MOST_TIMES,
    "sets": MOST_SETS,
    "rest_s": LONGEST_S,
}
ORDER: tuple[Amount, ...] = ("reps", "hold_s", "breaths", "sets", "rest_s")

_Deed = Callable[[], None]
_Remedy = tuple[str, _Deed]
"""What can be done about something: its name, and what does it."""


class StepPane(Card):
    """The pane.

    Args:
        look: the theme and the fonts.
        thumbnails: draw the picture.

    Signals:
        amount_chosen: a number of the dose (`Amount`) and its value; 0 takes it out.
        sides_chosen: a `SideMode`.
        source_requested: the dose is to be as the source gives it.
        play_requested: the step is to be played by itself.
        swap_requested: another exercise is wanted; `removal_requested`: none.
    """

    amount_chosen = Signal(str, int)
    sides_chosen = Signal(object)
    source_requested = Signal()
    play_requested = Signal()
    swap_requested = Signal()
    removal_requested = Signal()

    def __init__(self, look: Look, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        tr = self.tr
        self._picture = ExercisePicture(look, thumbnails, height=PICTURE, is_framed=False)
        self.name = Label("", "heading", wraps=True)
        self.place = Label("", "small", "muted", wraps=True)
        self._says = _Notes(look)
        self._fields: dict[Amount, NumberField] = {}
        self._beside: dict[Amount, Label] = {}
        self._rows: dict[Amount, QWidget] = {}
        self._ignores = False
        for field in ORDER:
            self._add_amount(field)
        self.sides = Choice(look, tr("Sides"))
        self.sides.activated.connect(self._on_sides_activated)
        self._as_source = Button(look, tr("As the source says"), Kind.QUIET, icon="again")
        self._as_source.clicked.connect(self.source_requested)
        self.heard = Label("", "small", "muted", wraps=True)
        self.play = Button(look, tr("Play this step"), icon="play")
        self.play.clicked.connect(self.play_requested)
        self.swap = Button(look, tr("Swap it"), icon="again")
        self.swap.clicked.connect(self.swap_requested)
        self.remove = Button(look, tr("Take it out"), Kind.QUIET, tr("Del"), "close")
        self.remove.clicked.connect(self.removal_requested)
        self._lay_out()

    def show_step(
        self,
        step: Step,
        exercise: Exercise | None,
        level: DoseLevel,
        problem: DraftProblem | None,
        outside: tuple[Outside, ...],
        where: str,
    ) -> None:
        """Show a step.

        Args:
            step: it.
            exercise: None where it is not there any more.
            level: how much of a range the person does.
            problem: what is amiss in it.
            outside: what leaves the source's ranges.
            where: its number and length, in words.
        """
        self._picture.show_exercise(exercise.id if exercise else "")
        self.name.setText(exercise.name if exercise else step.exercise)
        self.place.setText(where)
        self._says.clear()
        if problem is not None:
            self._says.say(problem_words(problem), *self._remedies(problem, exercise))
        for one in outside:
            words = self.tr("Make it {n}").format(n=one.nearest)
            self._says.say(outside_words(one), (words, self._set(one.field, one.nearest)))
        self.play.setEnabled(problem is None)
        self._form.setVisible(exercise is not None)
        self._as_source.setVisible(exercise is not None and step.dose is not None)
        if exercise is not None:
            self._show_dose(step, exercise, level)

    def show_heard(self, lines: tuple[tuple[SegmentKind, str], ...]) -> None:
        """Show what is said in it, if anything is."""
        for label in (self._heard_title, self.heard):
            label.setVisible(bool(lines))
        self.heard.setText("\n".join(f"{phase_words(kind)}: {words}" for kind, words in lines))

    def _show_dose(self, step: Step, exercise: Exercise, level: DoseLevel) -> None:
        dose, source = dose_now(step, exercise), source_beside(step, exercise)
        self._ignores = True
        for field in AMOUNTS:
            self._fields[field].setValue(amount_at(dose, field, level))
            self._beside[field].setText(source_words(getattr(source, field), field))
            is_breath = field == "breaths"
            self._rows[field].setVisible(not is_breath or exercise.breath is not None)
        self.sides.clear()
        for mode in sides_of(exercise):
            self.sides.addItem(sides_words(mode), mode)
        self.sides.setCurrentIndex(self.sides.findData(dose.sides or exercise.sides))
        self._sides_row.setVisible(self.sides.count() > 1)
        self._ignores = False

    def _remedies(self, problem: DraftProblem, exercise: Exercise | None) -> list[_Remedy]:
        return [
            (
                remedy_words(remedy),
                self._set(remedy.field, remedy.value)
                if remedy.field
                else self.removal_requested.emit,
            )
            for remedy in remedies(problem, exercise)
        ]

    def _set(self, field: Amount, value: int) -> _Deed:
        return lambda: self.amount_chosen.emit(field, value)

    def _add_amount(self, field: Amount) -> None:
        name = amount_words(field)
        suffix = self.tr(" s") if field in ("hold_s", "rest_s") else ""
        number = NumberField(self.look, name, 0, LIMITS[field], suffix)
        number.setSpecialValueText("–")
        number.setKeyboardTracking(False)
        number.valueChanged.connect(lambda value: self._on_value_changed(field, value))
        label, beside = Label(name, is_strong=True), Label("", "small", "muted", wraps=True)
        name_by_label(number, label)
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in (label, number, beside):
            column.addWidget(widget)
        self._fields[field], self._beside[field], self._rows[field] = number, beside, row

    def number(self, field: Amount) -> NumberField:
        """The field of a number of the dose."""
        return self._fields[field]

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setSpacing(10)
        stage = Card(self.look, Ground.SOFT)
        inside = QVBoxLayout(stage)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.addWidget(self._picture)
        for widget in (stage, self.name, self.place, self._says):
            column.addWidget(widget)
        self._form = QWidget()
        lines = QVBoxLayout(self._form)
        lines.setContentsMargins(0, 0, 0, 0)
        for field in ORDER:
            lines.addWidget(self._rows[field])
        self._sides_row = QWidget()
        sides = QVBoxLayout(self._sides_row)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(2)
        label = Label(self.tr("Sides"), is_strong=True)
        name_by_label(self.sides, label)
        sides.addWidget(label)
        sides.addWidget(self.sides)
        lines.addWidget(self._sides_row)
        lines.addWidget(self._as_source, 0, Qt.AlignmentFlag.AlignLeft)
        self._heard_title = heading(self.tr("What you will hear"))
        column.addWidget(self._heard_title)
        column.addWidget(self.heard)
        buttons = QWidget()
        flow = FlowLayout(8, buttons)
        for button in (self.play, self.swap, self.remove):
            flow.addWidget(button)
        column.addWidget(buttons)
        column.addWidget(self._form)
        column.addStretch(1)
        self.setFocusProxy(self.play)
        self.look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        side = 6 if self.look.is_narrow else 16
        self._column.setContentsMargins(side, 16, side, 16)

    def _on_value_changed(self, field: Amount, value: int) -> None:
        if not self._ignores:
            self.amount_chosen.emit(field, value)

    def _on_sides_activated(self, index: int) -> None:
        mode = self.sides.itemData(index)
        self.sides_chosen.emit(SideMode(mode))


class _Notes(QWidget):
    """Sentences about a step, each with what can be done about it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.hide()

    def clear(self) -> None:
        """Say nothing."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.hide()

    def say(self, words: str, *remedies: _Remedy) -> None:
        """Say one more thing."""
        card = Card(self._look, Ground.SOFT)
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 10, 12, 10)
        column.addWidget(Label(words, "small", "warning", is_strong=True, wraps=True))
        row = QWidget()
        flow = FlowLayout(8, row)
        for name, deed in remedies:
            button = Button(self._look, name)
            button.clicked.connect(lambda _=False, deed=deed: deed())
            flow.addWidget(button)
        column.addWidget(row)
        self._column.addWidget(card)
        self.show()
