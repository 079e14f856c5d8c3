"""In the settings: what is not as it was because it hurt, and the way to take it back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backease_desktop.core.journal.left import Left
from backease_desktop.ui.components.button import Button
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.look.style import Look


class LeftCard(Card):
    """The list; hidden while there is nothing in it.

    Args:
        look: the theme and the fonts.
        name: of an exercise, by its id.

    Signals:
        taken_back: id of the exercise that is to come again as it was.
    """

    taken_back = Signal(str)

    def __init__(
        self, look: Look, name: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent=parent)
        self._name = name
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 16, 20, 20)
        self._column.setSpacing(12)
        self._column.addWidget(Label(self.tr("Left because it hurt"), "heading", wraps=True))
        self.hide()

    @property
    def buttons(self) -> list[Button]:
        """*Take it back*, of each line."""
        return [button for row in self._rows for button in row.findChildren(Button)]

    def show_left(self, left: Sequence[Left]) -> None:
        """Show these, and nothing else."""
        had_focus = any(button.hasFocus() for button in self.buttons)
        for row in self._rows:
            self._column.removeWidget(row)
            row.setParent(None)
            row.deleteLater()
        self._rows = [self._row(one) for one in left]
        for row in self._rows:
            self._column.addWidget(row)
        self.setVisible(bool(left))
        if had_focus and self._rows:
            self.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _row(self, left: Left) -> QWidget:
        row, name = QWidget(), self._name(left.exercise)
        words = (
            self.tr("Left twice in a row, so it stays out.")
            if left.is_out
            else self.tr("Its easier form comes first, until that was done once.")
        )
        day = self.tr("It hurt on {day}.").format(day=f"{left.day:%d %B %Y}".lstrip("0"))
        back = Button(self.look, self.tr("Take it back"))
        back.setAccessibleDescription(name)
        back.clicked.connect(lambda: self.taken_back.emit(left.exercise))
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(Label(name, is_strong=True, wraps=True))
        column.addWidget(Label(f"{words} {day}", "small", "muted", wraps=True))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addLayout(column, 1)
        line.addWidget(back, 0, Qt.AlignmentFlag.AlignVCenter)
        return row
