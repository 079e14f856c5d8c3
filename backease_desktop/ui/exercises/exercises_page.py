"""The exercise browser: find an exercise, see how it goes and what each article prescribes.

Rules:
1. One thing at a time, and so one scroll bar: the list, or one exercise. Enter or a click goes from
   the list to the exercise; Escape goes back, and the arrows to the one before and the next.
2. Where the window is low, the filters stand behind a button and the list has their room.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.search import Query, entry_of_exercise, found
from backease_desktop.core.catalogue.words import Area, Place
from backease_desktop.core.person.verdict import Asking
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.chip import Chip
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import Label, title
from backease_desktop.ui.components.page_column import PageColumn
from backease_desktop.ui.components.search_field import SearchField
from backease_desktop.ui.components.stack import Stack
from backease_desktop.ui.exercises.exercise_detail import ExerciseDetail
from backease_desktop.ui.exercises.exercise_list import ExerciseList
from backease_desktop.ui.figure.moving_figure import MovingFigure
from backease_desktop.ui.figure.thumbnails import Thumbnails
from backease_desktop.ui.keys import Command, Wish
from backease_desktop.ui.look.style import Look

WIDEST = 1100
"""Beyond this the list stays in the middle."""
DETAIL_WIDTH = 760
SEARCH_WIDTH, NARROW_SEARCH = 340, 216
LEAST_FOR_TITLE = 360
"""Height below which the list has the title's room; the rail says what page it is."""
LEAST_FOR_FILTERS = 480
"""Height below which they stand behind a button."""
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class _Detail(PageColumn):
    """What scrolls one exercise up and down, and leaves the other arrows to the page."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows from side to side lead to the neighbours."""
        if Qt.Key(event.key()) in STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class ExercisesPage(QWidget):
    """The page.

    Args:
        look: the theme and the fonts.
        catalogue: exercises, sources and rules.
        thumbnails: draw the pictures of the list.
        figure: shows the movement of one.
        asking: who looks, and when.

    Signals:
        exercise_requested: id of an exercise that is to be played by itself.
        new_requested: one of the person's own is to be begun.
    """

    exercise_requested = Signal(str)
    new_requested = Signal()

    def __init__(
        self,
        look: Look,
        catalogue: Catalogue,
        thumbnails: Thumbnails,
        figure: MovingFigure,
        asking: Callable[[], Asking],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._take(catalogue)
        self.search = SearchField(look, self.tr("Search exercises"), key="/")
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self._open)
        self.show_filters = Chip(look, self.tr("Filters"))
        self.show_filters.toggled.connect(self._fit)
        self.new = Button(look, self.tr("New exercise"), key="N", icon="plus")
        self.new.clicked.connect(self.new_requested)
        self._chips = self._filter_chips()
        nothing = self.tr("Nothing found. Try another word, or take a filter away.")
        self._empty = Label(nothing, wraps=True)
        self.exercises = ExerciseList(look, thumbnails)
        self.exercises.opened.connect(self._open)
        self.detail = ExerciseDetail(look, catalogue, figure, asking)
        self.detail.exercise_requested.connect(self.exercise_requested)
        self.detail.link_requested.connect(self.show_exercise)
        self.back = Button(look, self.tr("All exercises"), Kind.QUIET, "Esc", icon="back")
        self.back.clicked.connect(self._close)
        self.before = Button(look, self.tr("The one before"), Kind.QUIET, "←", "back")
        self.after = Button(look, self.tr("The next one"), Kind.QUIET, "→", "forward")
        for button, by in ((self.before, -1), (self.after, 1)):
            button.set_compact(True)
            button.clicked.connect(lambda _=False, by=by: self._step(by))
        self._stack = Stack()
        self._stack.addWidget(self._list_side())
        self._stack.addWidget(self._detail_side())
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._stack)
        self.setFocusProxy(self.exercises)
        look.changed.connect(self._fit)
        self._search()
        self._fit()

    @property
    def is_open(self) -> bool:
        """Whether one exercise is shown rather than the list."""
        return self._stack.currentWidget() is self._scroll

    def show_exercise(self, exercise_id: str) -> None:
        """Show an exercise, whatever is searched for at the moment."""
        if not self.exercises.select(exercise_id):
            self.search.clear()
            for chip, _ in self._filters:
                chip.setChecked(False)
            self.exercises.select(exercise_id)
        self._open()

    def show_catalogue(self, catalogue: Catalogue) -> None:
        """Other exercises are there, or one of them is another."""
        self._take(catalogue)
        self.detail.set_catalogue(catalogue)
        shown = self.detail.exercise
        self._search()
        if shown is not None and shown.id in catalogue.exercises:
            self.detail.show_exercise(catalogue.exercises[shown.id])

    def _take(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        by_name = sorted(catalogue.exercises.values(), key=lambda one: one.name.casefold())
        self._entries = tuple(entry_of_exercise(exercise) for exercise in by_name)

    def show_person(self) -> None:
        """Say anew what the exercise that is shown is for the person."""
        if self.detail.exercise is not None:
            self.detail.show_exercise(self.detail.exercise)

    def perform(self, wish: Wish) -> bool:
        """Do what a key asks for; False if it is not for this page."""
        if wish.command is not Command.SEARCH:
            return False
        self._close()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back from an exercise to the list, arrows to its neighbours; N begins one."""
        step = STEPS.get(Qt.Key(event.key()))
        if self.is_open and event.key() == Qt.Key.Key_Escape:
            self._close()
        elif self.is_open and step is not None:
            self._step(step)
        elif not self.is_open and event.key() == Qt.Key.Key_N and not event.modifiers():
            self.new_requested.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _list_side(self) -> QWidget:
        side = QWidget()
        first = FlowLayout(12)
        first.addWidget(self.search)
        first.addWidget(self.show_filters)
        first.addWidget(self.new)
        self._column = column = QVBoxLayout(side)
        column.setSpacing(12)
        self._title = title(self.tr("Exercises"))
        column.addWidget(self._title)
        column.addLayout(first)
        for widget in (self._chips, self._empty):
            column.addWidget(widget)
        column.addWidget(self.exercises, 1)
        return side

    def _detail_side(self) -> QWidget:
        self._scroll = _Detail(self._look, DETAIL_WIDTH)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.back)
        head.addStretch(1)
        head.addWidget(self.before)
        head.addWidget(self.after)
        self._scroll.column.addLayout(head)
        self._scroll.column.addWidget(self.detail)
        self._scroll.column.addStretch(1)
        return self._scroll

    def _fit(self) -> None:
        px = self._look.theme.px
        is_narrow = self._look.is_narrow
        left, top, right, bottom = (8, 10, 8, 8) if is_narrow else (28, 24, 20, 16)
        beside = (self.width() - px(WIDEST)) // 2
        self._column.setContentsMargins(max(left, beside), top, max(right, beside), bottom)
        self.search.setFixedWidth(px(NARROW_SEARCH if is_narrow else SEARCH_WIDTH))
        self.detail.fit(self.height())
        self._title.setVisible(self.height() >= px(LEAST_FOR_TITLE))
        has_room = self.height() >= px(LEAST_FOR_FILTERS)
        self.show_filters.setVisible(not has_room)
        self._chips.setVisible(has_room or self.show_filters.isChecked())
        self.exercises.setHidden(not has_room and self.show_filters.isChecked())

    def _open(self) -> None:
        exercise = self.exercises.current
        if exercise is None:
            return
        if exercise is not self.detail.exercise:
            self.detail.show_exercise(exercise)
        self.before.setEnabled(self.exercises.has_at(-1))
        self.after.setEnabled(self.exercises.has_at(1))
        self._stack.setCurrentWidget(self._scroll)
        self._scroll.verticalScrollBar().setValue(0)
        self.setFocusProxy(self.back)
        self.back.setFocus(Qt.FocusReason.TabFocusReason)

    def _close(self) -> None:
        if self.is_open:
            self._stack.setCurrentIndex(0)
            self.setFocusProxy(self.exercises)
            self.exercises.setFocus(Qt.FocusReason.TabFocusReason)

    def _step(self, by: int) -> None:
        if self.exercises.has_at(by):
            self.exercises.step(by)
            self._open()

    def _filter_chips(self) -> QWidget:
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
            (tr("Legs"), Area.LEGS),
            (tr("Wrists"), Area.WRISTS),
            (tr("Eyes"), Area.EYES),
        )
        content = QWidget()
        flow = FlowLayout(6, content)
        self._filters: list[tuple[Chip, Place | Area]] = []
        for name, asks in wanted:
            chip = Chip(self._look, name)
            chip.toggled.connect(self._search)
            flow.addWidget(chip)
            self._filters.append((chip, asks))
        return content

    def _search(self) -> None:
        on = [asks for chip, asks in self._filters if chip.isChecked()]
        query = Query(
            words=self.search.text(),
            places=frozenset(asks for asks in on if isinstance(asks, Place)),
            areas=frozenset(asks for asks in on if isinstance(asks, Area)),
        )
        shown = list(map(self._catalogue.exercises.__getitem__, found(self._entries, query)))
        self._empty.setVisible(not shown)
        self.exercises.set_values(shown)
