"""Editors for the fields of the settings, chosen by the type of the field.

An editor shows a value and says when the person has chosen another one. A new kind of field needs a
new line in `editor_for`, and nothing else.
"""

from collections.abc import Callable
from enum import Enum
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QWidget

from backease_desktop.core.fields import Field
from backease_desktop.ui.components.fields import Choice, Switch
from backease_desktop.ui.components.number_row import NumberRow
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.settings.option_words import option_words

Chosen = Callable[[object], None]
JUDGED = (" %", " wpm")
"""Units of what is judged by ear or eye: such a number gets a slider; a known one is typed."""


class Editor(Protocol):
    """Shows and changes one field."""

    @property
    def widget(self) -> QWidget:
        """What is put on the page."""

    def show(self, value: Any) -> None:  # noqa: ANN401  (the type of the field)
        """Show a value, without saying that it was chosen."""


class SwitchEditor:
    """On or off."""

    def __init__(self, look: Look, name: str, chosen: Chosen) -> None:
        self.widget = Switch(look, name)
        self.widget.clicked.connect(lambda: chosen(self.widget.isChecked()))

    def show(self, value: bool) -> None:
        """Show a value."""
        self.widget.setChecked(value)


class ChoiceEditor:
    """One of a few."""

    def __init__(self, look: Look, name: str, chosen: Chosen) -> None:
        self.widget = Choice(look, name)
        # As wide as its place: a long name must not make the page wider than the window.
        self.widget.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.widget.setMinimumContentsLength(8)
        self.widget.activated.connect(lambda _: chosen(self.widget.currentData()))

    def set_options(self, options: dict[object, str]) -> None:
        """List these values by these names; what was chosen stays chosen."""
        before = self.widget.currentData()
        self.widget.clear()
        for value, name in options.items():
            self.widget.addItem(name, value)
        self.show(before)

    def show(self, value: object) -> None:
        """Show a value; one that is not in the list is added, so that it can be seen and kept."""
        place = self.widget.findData(value)
        if place < 0 and value is not None:
            self.widget.addItem(str(value), value)
            place = self.widget.count() - 1
        self.widget.setCurrentIndex(max(0, place))


class NumberEditor:
    """A whole number between limits."""

    def __init__(
        self, look: Look, name: str, least: int, most: int, unit: str, chosen: Chosen
    ) -> None:
        self.widget = NumberRow(look, name, least, most, unit, has_slider=unit in JUDGED)
        self.widget.chosen.connect(chosen)

    def show(self, value: int) -> None:
        """Show a value."""
        self.widget.set_value(value)


def editor_for(look: Look, field: Field, chosen: Chosen) -> Editor:
    """The editor for a field.

    Raises:
        TypeError: nothing edits fields of this type yet.
    """
    title, kind = field.title, field.kind
    if kind is bool:
        return SwitchEditor(look, title, chosen)
    if isinstance(kind, type) and issubclass(kind, Enum):
        editor = ChoiceEditor(look, title, chosen)
        editor.set_options({value: option_words(value) for value in kind})
        return editor
    if kind is int and field.least is not None and field.most is not None:
        return NumberEditor(look, title, field.least, field.most, unit(field.name), chosen)
    if kind == (str | None):
        editor = ChoiceEditor(look, title, chosen)
        editor.set_options({None: QCoreApplication.translate("settings", "Best for the language")})
        return editor
    raise TypeError(f"no editor for {field.name}: {kind}")


def unit(name: str) -> str:
    """The unit of a number, told by the ending of its field's name."""
    units = {"_s": " s", "_percent": " %", "volume": " %", "_wpm": " wpm", "_min": " min"}
    return next((words for ending, words in units.items() if name.endswith(ending)), "")
