"""A condition on the page about you: its words, what it changes, and whether it is so."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backease_desktop.ui.components.fields import Switch
from backease_desktop.ui.components.form import name_by_label
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.pill import Pill
from backease_desktop.ui.look.style import Look


class ConditionRow(QWidget):
    """The row.

    Args:
        look: the theme and the fonts.
        title: the condition as people say it.
        words: what it changes.
        field: stands before the switch while it is on, such as the week.

    Signals:
        switched: the person says that it is so, or is not.
    """

    switched = Signal(bool)

    def __init__(self, look: Look, title: str, words: str, field: QWidget | None = None) -> None:
        super().__init__()
        self._field = field
        self.switch = Switch(look, title)
        self.switch.clicked.connect(self.switched)
        self.count = Pill(look)
        self._words = Label(words, "small", "muted", wraps=True)
        name = Label(title, is_strong=True, wraps=True)
        name_by_label(self.switch, name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(12)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(name)
        column.addWidget(self._words)
        row.addLayout(column, 1)
        row.addWidget(self.count)
        if field is not None:
            row.addWidget(field)
        row.addWidget(self.switch)
        self.show_state(is_on=False, count="")

    def show_state(self, *, is_on: bool, count: str) -> None:
        """Show whether it is so, and what it comes to while it is."""
        self.switch.setChecked(is_on)
        self.count.setText(count if is_on else "")
        self.count.setVisible(is_on and bool(count))
        if self._field is not None:
            self._field.setVisible(is_on)

    def set_words(self, words: str) -> None:
        """Say something else of what it changes."""
        self._words.setText(words)
