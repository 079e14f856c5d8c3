"""What a line is, to be said by the person: exercise, amounts, sides, and the place of a new one.

What was read already stands in the fields; the exercises that it may be come first in the list.
"""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.prescription import LONGEST_S, MOST_SETS, MOST_TIMES
from backease_desktop.core.catalogue.words import Position
from backease_desktop.core.paste.reading import Reading, Sides
from backease_desktop.core.paste.settling import Answer, answer_of
from backease_desktop.ui.components.button import Button
from backease_desktop.ui.components.fields import Choice, NumberField
from backease_desktop.ui.components.form import Form
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.share.line_words import POSITIONS, SIDES, words

WIDE_FROM = 520
"""Width from which names stand beside their fields, at 100 % text."""


class LineEditor(QWidget):
    """The fields of one line.

    Args:
        look: the theme and the fonts.
        reading: what was read.
        exercises: those of the catalogue, by id.

    Signals:
        answered: an `Answer` that is whole.
    """

    answered = Signal(object)

    def __init__(
        self,
        look: Look,
        reading: Reading,
        exercises: Mapping[str, Exercise],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        tr = self.tr
        known = answer_of(reading)
        self._look = look
        self.exercise = Choice(look, tr("Exercise"))
        self._list_exercises(reading, exercises)
        self.sets = NumberField(look, tr("Sets"), 0, MOST_SETS)
        self.reps = NumberField(look, tr("Repetitions"), 0, MOST_TIMES)
        self.hold = NumberField(look, tr("Hold"), 0, LONGEST_S, tr(" s"))
        for field, number in (
            (self.sets, known.sets),
            (self.reps, known.reps),
            (self.hold, known.hold_s),
        ):
            field.setSpecialValueText(tr("none"))
            field.setValue(number)
        self.sides = Choice(look, tr("Sides"))
        for side, name in SIDES.items():
            self.sides.addItem(words(name), side)
        self.sides.setCurrentIndex(max(0, self.sides.findData(known.sides)))
        self.position = Choice(look, tr("Position"))
        self.position.addItem(tr("the way I was shown"), None)
        for position, name in POSITIONS.items():
            self.position.addItem(words(name), position)
        self.position.setCurrentIndex(max(0, self.position.findData(known.position)))
        self.done = Button(look, tr("That is it"))
        self._form = Form()
        self._form.add(tr("Exercise"), self.exercise)
        self._form.add(tr("Sets"), self.sets, is_short=True)
        self._form.add(tr("Repetitions"), self.reps, is_short=True)
        self._form.add(tr("Hold"), self.hold, is_short=True)
        self._form.add(tr("Sides"), self.sides, is_short=True)
        self._place = self._form.add(tr("Position"), self.position, is_short=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._form)
        column.addWidget(self.done, 0, Qt.AlignmentFlag.AlignLeft)
        self.exercise.currentIndexChanged.connect(self._show)
        for field in (self.reps, self.hold):
            field.valueChanged.connect(self._show)
        self.done.clicked.connect(lambda: self.answered.emit(self.answer))
        self._form.fit(is_wide=True)
        self._show()

    @property
    def answer(self) -> Answer:
        """What the fields say."""
        place = None if self.exercise.currentData() else self.position.currentData()
        return Answer(
            exercise=self.exercise.currentData(),
            sets=self.sets.value(),
            reps=self.reps.value(),
            hold_s=self.hold.value(),
            sides=Sides(self.sides.currentData()),  # Qt hands back plain text
            position=Position(place) if place else None,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names go above their fields where room is short."""
        super().resizeEvent(event)
        self._form.fit(self.width() >= self._look.theme.px(WIDE_FROM))

    def _list_exercises(self, reading: Reading, exercises: Mapping[str, Exercise]) -> None:
        """What it may be, then a new one, then all others by name."""
        named = (reading.exercise or "", *reading.candidates)
        first = [one for one in named if one in exercises]
        for one in dict.fromkeys(first):
            self.exercise.addItem(exercises[one].name, one)
        new = self.tr("A new exercise: {name}").format(name=reading.name or reading.line)
        self.exercise.addItem(new, None)
        at_new = self.exercise.count() - 1
        self.exercise.insertSeparator(self.exercise.count())
        for exercise in sorted(exercises.values(), key=lambda one: one.name):
            if exercise.id not in first:
                self.exercise.addItem(exercise.name, exercise.id)
        self.exercise.setCurrentIndex(at_new if reading.is_unknown or not first else 0)
        self.exercise.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.exercise.setMinimumContentsLength(18)

    def _show(self) -> None:
        self._place.set_visible(self.exercise.currentData() is None)
        self.done.setEnabled(self.answer.is_whole)
