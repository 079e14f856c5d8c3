"""How much of an exercise is done: each number from and to, as sources give ranges.

From is what comes gently, to what comes fully; what is done as standard, and the source's range,
stand below. One number is written as one that begins and ends there.
"""

from PySide6.QtWidgets import QWidget

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.prescription import Prescription
from backease_desktop.core.editing.exercise_draft import with_least, with_most
from backease_desktop.core.editing.routine_draft import MINE, Amount
from backease_desktop.ui.components.fields import NumberField
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.editor.editor_words import amount_words, source_words, standard_words
from backease_desktop.ui.editor.form_part import FormPart
from backease_desktop.ui.editor.step_pane import LIMITS, ORDER
from backease_desktop.ui.look.style import Look

WIDEST = 166
"""Of one end, at 100 % text."""
_WHERE = "prescriptions.0"
"""What the reader of files calls the dose that is shown."""


class DosePart(FormPart):
    """The part of the form."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.least: dict[Amount, NumberField] = {}
        self.most: dict[Amount, NumberField] = {}
        self.beside: dict[Amount, Label] = {}
        self.fault = Label("", "small", "danger", wraps=True)
        self.column.addWidget(self.fault)
        for field in ORDER:
            self._add_amount(field)
        self._fit()
        look.changed.connect(self._fit)

    def show_fields(self, exercise: Exercise) -> None:
        """Put what is said into the fields."""
        first = exercise.prescriptions[0]
        source = next((one for one in exercise.prescriptions if one.source != MINE), None)
        for field in ORDER:
            amount = getattr(first, field)
            self.least[field].setValue(amount.min if amount else 0)
            self.most[field].setValue(amount.max if amount else 0)
            self.beside[field].setText(_beside(first, source, field))
            self.beside[field].setVisible(bool(self.beside[field].text()))

    def show_fault(self, where: str, words: str) -> bool:
        """Show what cannot be kept of the dose; whether the fault is one of it."""
        is_mine = where == _WHERE or where.startswith(f"{_WHERE}.")
        field = where.removeprefix(_WHERE).removeprefix(".")
        named = [amount_words(one) for one in ORDER if one == field]
        if is_mine and self._is_empty:
            words = self.tr("Give it repetitions, a hold or breaths.")
        self.fault.setText(": ".join((*named, words)) if is_mine else "")
        self.fault.setVisible(is_mine)
        return is_mine

    @property
    def _is_empty(self) -> bool:
        return not any(self.most[field].value() for field in ("reps", "hold_s", "breaths"))

    def _fit(self) -> None:
        """Both ends have room in one line where the form stands beside the picture."""
        for number in (*self.least.values(), *self.most.values()):
            number.setMaximumWidth(self.look.theme.px(WIDEST))

    def _add_amount(self, field: Amount) -> None:
        name, suffix = amount_words(field), self.tr(" s") if field in ("hold_s", "rest_s") else ""
        ends = []
        for said in (self.tr("{name}, from"), self.tr("{name}, to")):
            number = NumberField(self.look, said.format(name=name), 0, LIMITS[field], suffix)
            number.setSpecialValueText("–")
            number.setKeyboardTracking(False)
            ends.append(number)
        least, most = self.least[field], self.most[field] = ends
        least.valueChanged.connect(
            lambda value: self.request(lambda one: with_least(one, field, value or None))
        )
        most.valueChanged.connect(
            lambda value: self.request(lambda one: with_most(one, field, value or None))
        )
        pair = QWidget()
        row = FlowLayout(6, pair)
        row.addWidget(least)
        row.addWidget(most)
        self.beside[field] = Label("", "small", "muted", wraps=True)
        self.add(self.tr("{name}, from and to").format(name=name), pair, self.beside[field])


def _beside(first: Prescription, source: Prescription | None, field: Amount) -> str:
    """What stands below a number: "4 s as standard · source: 3–5 s"."""
    standard = standard_words(first, field)
    of_source = source_words(getattr(source, field), field) if source else ""
    return " · ".join(words for words in (standard, of_source) if words)
