"""A form: lines of a name and its field, the names in a column or, where room is short, above."""

from dataclasses import dataclass

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from backease_desktop.ui.components.labels import Label

COLUMNS = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a form.

    Attributes:
        cells: what stands in it, each with its column and how many it takes where room is.
    """

    cells: tuple[tuple[QWidget, int, int], ...]

    @property
    def is_visible(self) -> bool:
        """Whether it is shown."""
        return all(not widget.isHidden() for widget, _, _ in self.cells)

    def set_visible(self, is_visible: bool) -> None:
        """Show or hide all of it."""
        for widget, _, _ in self.cells:
            widget.setVisible(is_visible)


def name_by_label(field: QWidget, words: QLabel) -> None:
    """Tell a screen reader that a field is called by these words.

    On Linux Qt gives the value of a combo box for its name, and leaves the name to this relation.
    """
    words.setBuddy(field.focusProxy() or field)


class Form(QWidget):
    """The form. Tab goes through it in the order in which lines are added; then `fit` it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []
        self._is_wide: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)

    def add(self, name: str, field: QWidget, *, is_short: bool = False) -> Line:
        """A field with its name; a short one needs but a part of the line."""
        words = Label(name, is_strong=True)
        name_by_label(field, words)
        return self._add((words, 0, 1), (field, 1, 1 if is_short else 2))

    def add_pair(self, name: str, field: QWidget, beside: QWidget) -> Line:
        """A field with its name, and what stands beside it."""
        return self._add((Label(name), 0, 1), (field, 1, 1), (beside, 2, 1))

    def add_note(self, note: QWidget) -> Line:
        """What belongs to the field above."""
        return self._add((note, 1, 2))

    def add_beside(self, beside: QWidget) -> Line:
        """What belongs beneath those that stand beside fields."""
        return self._add((beside, 2, 1))

    def add_whole(self, widget: QWidget) -> Line:
        """What takes a line for itself."""
        return self._add((widget, 0, COLUMNS))

    def fit(self, is_wide: bool) -> None:
        """Put names beside their fields, or above them where both have no room in a line."""
        if is_wide == self._is_wide:
            return
        self._is_wide = is_wide
        for column, stretch in enumerate((0, 2, 3) if is_wide else (1, 0, 0)):
            self._grid.setColumnStretch(column, stretch)
        row = 0
        for line in self._lines:
            for widget, column, span in line.cells:
                self._grid.removeWidget(widget)
                if is_wide:
                    self._grid.addWidget(widget, row, column, 1, span)
                else:
                    self._grid.addWidget(widget, row, 0, 1, COLUMNS)
                    row += 1
            row += 1

    def _add(self, *cells: tuple[QWidget, int, int]) -> Line:
        for widget, _, _ in cells:
            widget.setParent(self)
        line = Line(cells)
        self._lines.append(line)
        return line
