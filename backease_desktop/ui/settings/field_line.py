"""A field on a page: its words, and what changes it beside them, or below where room is short."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from backease_desktop.ui.components.fields import Switch
from backease_desktop.ui.components.form import name_by_label
from backease_desktop.ui.components.labels import Label


class FieldLine(QWidget):
    """The line.

    Args:
        title, help_text: the words.
        field: changes it; a switch always stands beside the words, at the edge.
        before: stands between both, such as the way back to the default.
        words_share: how many times as wide as the field the words are.
    """

    def __init__(
        self,
        title: str,
        help_text: str,
        field: QWidget,
        before: QWidget | None = None,
        words_share: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._field = field
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._grid.setColumnStretch(0, words_share)
        self._words = words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        name = Label(title, is_strong=True, wraps=True)
        name_by_label(field, name)
        words.addWidget(name)
        words.addWidget(Label(help_text, "small", "muted", wraps=True))
        words.addStretch(1)
        self._grid.addLayout(words, 0, 0)
        if before is not None:
            self._grid.addWidget(before, 0, 1)
        self.fit(is_wide=True)

    def fit(self, is_wide: bool) -> None:
        """Put the field beside the words, or below them where both have no room in a line."""
        field, grid = self._field, self._grid
        is_switch = isinstance(field, Switch)
        edge = Qt.AlignmentFlag.AlignRight if is_switch else Qt.AlignmentFlag(0)
        middle = edge | Qt.AlignmentFlag.AlignVCenter if is_switch else edge
        is_beside = is_wide or is_switch
        # Above their field they stand close to it, however tall what is beside them.
        self._words.setStretch(self._words.count() - 1, 1 if is_beside else 0)
        grid.removeWidget(field)
        grid.addWidget(field, *((0, 2, 1, 1) if is_beside else (1, 0, 1, 2)), middle)
        grid.setColumnStretch(2, 1 if is_wide and not is_switch else 0)
