"""What the tabs of the exercise's form are made of: fields below their names, chips, switches.

A part shows an exercise, and tells another one when something of it is changed by hand.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.ui.components.chip import Chip
from backease_desktop.ui.components.fields import Switch
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.form import name_by_label
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.look.style import Look

E = TypeVar("E", bound=StrEnum)


class FormPart(QWidget):
    """A part of the form.

    Args:
        look: the theme and the fonts.

    Signals:
        changed: carries the exercise as it is now, and what is being typed, or nothing.
        settled: what was being typed is done.
    """

    changed = Signal(object, str)
    settled = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.exercise: Exercise | None = None
        self._is_shown_anew = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)

    def show_exercise(self, exercise: Exercise) -> None:
        """Show what is said of it."""
        self.exercise, self._is_shown_anew = exercise, True
        self.show_fields(exercise)
        self._is_shown_anew = False

    def show_fields(self, exercise: Exercise) -> None:
        """Put what is said into the fields."""
        raise NotImplementedError

    def request(self, change: Callable[[Exercise], Exercise], run: str = "") -> None:
        """Tell another exercise, unless it is only shown."""
        if self.exercise is not None and not self._is_shown_anew:
            self.changed.emit(change(self.exercise), run)

    def add(self, name: str, field: QWidget, note: QWidget | None = None) -> None:
        """A field below its name, and what is to be said of it below."""
        label = Label(name, "small", is_strong=True, wraps=True)
        name_by_label(field, label)
        self.column.addWidget(label)
        self.column.addWidget(field)
        if note is not None:
            self.column.addWidget(note)
        self.column.addSpacing(6)

    def add_switch(self, name: str, switch: Switch) -> None:
        """A switch with its name beside it."""
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(switch)
        row.addWidget(Label(name, "small", wraps=True), 1)
        self.column.addLayout(row)
        self.column.addSpacing(4)


class ChipRow(QWidget, Generic[E]):
    """Chips for words of a closed list, of which any number may hold.

    Args:
        look: the theme and the fonts.
        name: what they say; the accessible name of the row.
        words: what each is called.

    Signals:
        chosen: carries those that hold, in the order of the list.
    """

    chosen = Signal(tuple)

    def __init__(
        self, look: Look, name: str, words: Mapping[E, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        flow = FlowLayout(6, self)
        self.chips: dict[E, Chip] = {}
        for word, said in words.items():
            chip = Chip(look, said)
            chip.clicked.connect(lambda: self.chosen.emit(self.value))
            self.chips[word] = chip
            flow.addWidget(chip)

    @property
    def value(self) -> tuple[E, ...]:
        """Those that hold."""
        return tuple(word for word, chip in self.chips.items() if chip.isChecked())

    def show_value(self, value: tuple[E, ...]) -> None:
        """Show those that hold; nothing is told."""
        for word, chip in self.chips.items():
            chip.setChecked(word in value)
