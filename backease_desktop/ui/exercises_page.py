"""The exercise browser: find an exercise, see how it goes and what each article prescribes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.search import Query, entry_of_exercise, found
from backease_desktop.core.catalogue.words import Area, Place
from backease_desktop.ui.components.chip import Chip
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import Label, title
from backease_desktop.ui.components.scroll import Scroll
from backease_desktop.ui.components.search_field import SearchField
from backease_desktop.ui.exercise_detail import ExerciseDetail
from backease_desktop.ui.exercise_list import ExerciseList
from backease_desktop.ui.keys import Command, Wish
from backease_desktop.ui.moving_figure import MovingFigure
from backease_desktop.ui.style import Look
from backease_desktop.ui.thumbnails import Thumbnails

LIST_WIDTH = 340


class ExercisesPage(QWidget):
    """The page.

    Signals:
        exercise_requested: id of an exercise that is to be played by itself.
    """

    exercise_requested = Signal(str)

    def __init__(
        self,
        look: Look,
        catalogue: Catalogue,
        thumbnails: Thumbnails,
        figure: MovingFigure,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._entries = tuple(entry_of_exercise(e) for e in catalogue.exercises.values())
        self.search = SearchField(look, self.tr("Search exercises  /"))
        self.search.textChanged.connect(self._search)
        self.exercises = ExerciseList(look, thumbnails)
        self.detail = ExerciseDetail(look, catalogue, figure)
        self._empty = Label(self.tr("Nothing found. Try another word, or take a filter away."))
        self._empty.setWordWrap(True)
        self._empty.hide()
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.search)
        left.addWidget(self._chips(look))
        left.addWidget(self._empty)
        left.addWidget(self.exercises, 1)
        side = QWidget()
        side.setLayout(left)
        side.setFixedWidth(look.theme.px(LIST_WIDTH))
        left.setContentsMargins(0, 0, 0, 0)
        side.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._scroll = Scroll(self.detail)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(side)
        row.addWidget(self._scroll, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(36, 28, 28, 20)
        column.setSpacing(16)
        column.addWidget(title(self.tr("Exercises")))
        column.addLayout(row, 1)
        self.setFocusProxy(self.search)
        self.exercises.selected.connect(self._on_selected)
        self.detail.exercise_requested.connect(self.exercise_requested)
        self.detail.link_requested.connect(self.show_exercise)
        self._search()

    def show_exercise(self, exercise_id: str) -> None:
        """Show an exercise, whatever is searched for at the moment."""
        if not self.exercises.select(exercise_id):
            self.search.clear()
            for chip, _ in self._filters:
                chip.setChecked(False)
            self.exercises.select(exercise_id)

    def perform(self, wish: Wish) -> bool:
        """Do what a key asks for; False if it is not for this page."""
        if wish.command is not Command.SEARCH:
            return False
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
        return True

    def _chips(self, look: Look) -> QWidget:
        tr = self.tr
        wanted: tuple[tuple[str, Place | Area], ...] = (
            (tr("Chair"), Place.CHAIR),
            (tr("Standing"), Place.STANDING),
            (tr("Floor"), Place.MAT),
            (tr("Lower back"), Area.LOWER_BACK),
            (tr("Upper back"), Area.UPPER_BACK),
            (tr("Neck"), Area.NECK),
            (tr("Hips"), Area.HIPS),
            (tr("Core"), Area.CORE),
        )
        box = QWidget()
        flow = FlowLayout(6, box)
        self._filters: list[tuple[Chip, Place | Area]] = []
        for name, asks in wanted:
            chip = Chip(look, name)
            chip.toggled.connect(self._search)
            flow.addWidget(chip)
            self._filters.append((chip, asks))
        return box

    def _search(self) -> None:
        on = [asks for chip, asks in self._filters if chip.isChecked()]
        query = Query(
            words=self.search.text(),
            places=frozenset(asks for asks in on if isinstance(asks, Place)),
            areas=frozenset(asks for asks in on if isinstance(asks, Area)),
        )
        shown = [self._catalogue.exercises[one] for one in found(self._entries, query)]
        self._empty.setVisible(not shown)
        self._scroll.setVisible(bool(shown))
        self.exercises.set_exercises(shown)

    def _on_selected(self, exercise: Exercise | None) -> None:
        if exercise is not None:
            self.detail.show_exercise(exercise)
            self._scroll.verticalScrollBar().setValue(0)
