"""To choose an exercise for a step: a search, and what was found. Enter takes it, Escape leaves."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.search import Entry, Query, entry_of_exercise, found
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.pressable import ENTER
from backease_desktop.ui.components.search_field import SearchField
from backease_desktop.ui.exercises.exercise_list import ExerciseList
from backease_desktop.ui.figure.thumbnails import Thumbnails
from backease_desktop.ui.look.style import Look


class ExerciseChoice(QWidget):
    """The choice.

    Args:
        look: the theme and the fonts.
        thumbnails: draw the pictures.
        back: where Escape leads.

    Signals:
        chosen: id of an exercise.
        left: nothing is chosen.
    """

    chosen = Signal(str)
    left = Signal()

    def __init__(
        self, look: Look, thumbnails: Thumbnails, back: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._exercises: dict[str, Exercise] = {}
        self._entries: tuple[Entry, ...] = ()
        self.back = Button(look, back, Kind.QUIET, "Esc", "back")
        self.back.clicked.connect(self.left)
        self.title = Label("", "title", wraps=True)
        self.search = SearchField(look, self.tr("Search exercises"))
        self.search.textChanged.connect(self._search)
        self.exercises = ExerciseList(look, thumbnails)
        self.exercises.opened.connect(self._choose)
        self._nothing = Label(self.tr("Nothing found. Try another word."), wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.title, self.search, self._nothing):
            column.addWidget(widget)
        column.addWidget(self.exercises, 1)
        self.setFocusProxy(self.search)

    def ask(self, title: str, exercises: Sequence[Exercise], chosen: str | None = None) -> None:
        """Ask for one of these."""
        self.title.setText(title)
        self.search.clear()
        self.list_exercises(exercises)
        if chosen is not None:
            self.exercises.select(chosen)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def list_exercises(self, exercises: Sequence[Exercise]) -> None:
        """List these, by the words that are searched for."""
        by_name = sorted(exercises, key=lambda one: one.name.casefold())
        self._exercises = {one.id: one for one in by_name}
        self._entries = tuple(entry_of_exercise(one) for one in by_name)
        self._search()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes what is chosen, the arrow goes to the list, Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in ENTER:
            self._choose()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.exercises.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _search(self) -> None:
        shown = [self._exercises[id_] for id_ in found(self._entries, Query(self.search.text()))]
        self._nothing.setVisible(not shown)
        self.exercises.set_values(shown)

    def _choose(self) -> None:
        if (exercise := self.exercises.current) is not None:
            self.chosen.emit(exercise.id)
