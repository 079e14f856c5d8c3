"""How an exercise begins: its name and position, then the pose nearest to what is wanted.

Only poses of that position are offered, by the words that are searched for. Nothing is made before
one is chosen.
"""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.words import Position
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.form import name_by_label
from backease_desktop.ui.components.labels import Label, title
from backease_desktop.ui.components.page_column import PageColumn
from backease_desktop.ui.components.segments import Segments
from backease_desktop.ui.components.stack import Stack
from backease_desktop.ui.editor.exercise_choice import ExerciseChoice
from backease_desktop.ui.editor.typed_line import TypedLine
from backease_desktop.ui.figure.thumbnails import Thumbnails
from backease_desktop.ui.formats import position_words
from backease_desktop.ui.look.style import Look

LONGEST_NAME = 48
WIDEST = 760


class ExerciseStart(QWidget):
    """The beginning.

    Args:
        look: the theme and the fonts.
        thumbnails: draw the pictures.

    Signals:
        chosen: id of the exercise whose pose is the beginning, and the name of the new one.
        left: nothing is begun.
    """

    chosen = Signal(str, str)
    left = Signal()

    tells_only_front = True

    def __init__(self, look: Look, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = self.tr
        self._exercises: tuple[Exercise, ...] = ()
        self.back = Button(look, tr("All exercises"), Kind.QUIET, "Esc", "back")
        self.name = TypedLine(tr("Name of the exercise"))
        self.name.setMaxLength(LONGEST_NAME)
        positions = [(position, position_words(position), "") for position in Position]
        self.position = Segments(look, tr("Position"), positions)
        self.go_on = Button(look, tr("Choose a pose"), Kind.PRIMARY, "⏎", "forward")
        self.choice = ExerciseChoice(look, thumbnails, tr("Back"))
        self._first = PageColumn(look, WIDEST)
        self._stack = Stack()
        self._lay_out()
        self.back.clicked.connect(self.left)
        self.name.returnPressed.connect(self._ask_pose)
        self.go_on.clicked.connect(self._ask_pose)
        self.choice.chosen.connect(self._on_chosen)
        self.choice.left.connect(self._show_first)
        self.setFocusProxy(self.name)

    def ask(self, exercises: Iterable[Exercise]) -> None:
        """Ask how to begin; those without a figure are no pose."""
        self._exercises = tuple(one for one in exercises if one.figure)
        self.name.setText(self.tr("My exercise"))
        self._show_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show_first(self) -> None:
        self._stack.setCurrentWidget(self._first)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def _ask_pose(self) -> None:
        fitting = [one for one in self._exercises if one.position is self.position.value]
        self._stack.setCurrentWidget(self.choice)
        self.choice.ask(self.tr("Nearest pose"), fitting)

    def _on_chosen(self, exercise_id: str) -> None:
        name = " ".join(self.name.text().split())
        self.chosen.emit(exercise_id, name if len(name) > 1 else self.tr("My exercise"))

    def _lay_out(self) -> None:
        column = self._first.column
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(title(self.tr("New exercise")))
        for words, field in (
            (self.tr("Name"), self.name),
            (self.tr("Position"), self.position),
        ):
            label = Label(words, "small", is_strong=True)
            name_by_label(field, label)
            column.addWidget(label)
            column.addWidget(field)
        column.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        for part in (self._first, self.choice):
            self._stack.addWidget(part)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._stack)
