"""How an exercise begins: its name, its position, and the pose nearest to what is wanted.

The position comes first, then words: what is found is of that position alone. Nothing is made
before a pose is chosen.
"""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.words import Position
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.segments import Segments
from backease_desktop.ui.editor.exercise_choice import ExerciseChoice
from backease_desktop.ui.editor.typed_line import TypedLine
from backease_desktop.ui.figure.thumbnails import Thumbnails
from backease_desktop.ui.formats import position_words
from backease_desktop.ui.look.style import Look

LONGEST_NAME = 48


class ExerciseStart(QWidget):
    """The choice.

    Args:
        look: the theme and the fonts.
        thumbnails: draw the pictures.

    Signals:
        chosen: id of the exercise whose pose is the beginning, and the name of the new one.
        left: nothing is begun.
    """

    chosen = Signal(str, str)
    left = Signal()

    def __init__(self, look: Look, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = self.tr
        self._exercises: tuple[Exercise, ...] = ()
        self.choice = ExerciseChoice(look, thumbnails, tr("All exercises"))
        self.name = TypedLine(tr("Name of the exercise"))
        self.name.setMaxLength(LONGEST_NAME)
        positions = [(position, position_words(position), "") for position in Position]
        self.position = Segments(look, tr("Position"), positions)
        for row, part in enumerate(
            (
                Label(tr("Name"), "small", is_strong=True),
                self.name,
                Label(tr("Position"), "small", is_strong=True),
                self.position,
                Label(tr("The pose nearest to it, to begin with"), "small", is_strong=True),
            )
        ):
            self.choice.column.insertWidget(2 + row, part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.choice)
        self.position.chosen.connect(lambda: self.choice.list_exercises(self._fitting))
        self.choice.chosen.connect(self._on_chosen)
        self.choice.left.connect(self.left)
        self.setFocusProxy(self.name)

    def ask(self, exercises: Iterable[Exercise]) -> None:
        """Ask how to begin; those without a figure are no pose."""
        self._exercises = tuple(one for one in exercises if one.figure)
        self.name.setText(self.tr("My exercise"))
        self.choice.ask(self.tr("New exercise"), self._fitting)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    @property
    def _fitting(self) -> tuple[Exercise, ...]:
        """Those of the position."""
        return tuple(one for one in self._exercises if one.position is self.position.value)

    def _on_chosen(self, exercise_id: str) -> None:
        name = " ".join(self.name.text().split())
        self.chosen.emit(exercise_id, name if len(name) > 1 else self.tr("My exercise"))
