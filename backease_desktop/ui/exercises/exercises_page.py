"""The exercise browser: find an exercise, see how it goes and what each article prescribes.

List and detail stand side by side. Where both have no room, Enter or a click goes from the list to
the detail, and Escape back. While somebody types, the detail waits until the typing rests.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.search import Query, entry_of_exercise, found
from backease_desktop.core.catalogue.words import Area, Place
from backease_desktop.core.person.verdict import Asking
from backease_desktop.ui.components.button import Button
from backease_desktop.ui.components.chip import Chip
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import Label, title
from backease_desktop.ui.components.scroll import Scroll
from backease_desktop.ui.components.search_field import SearchField
from backease_desktop.ui.exercises.exercise_detail import ExerciseDetail
from backease_desktop.ui.exercises.exercise_list import ExerciseList
from backease_desktop.ui.figure.moving_figure import MovingFigure
from backease_desktop.ui.figure.thumbnails import Thumbnails
from backease_desktop.ui.keys import Command, Wish
from backease_desktop.ui.look.style import Look

LIST_WIDTH = 340
DETAIL_WIDTH = 900
WIDEST = LIST_WIDTH + 24 + DETAIL_WIDTH
"""Beyond this the page stays in the middle."""
SIDE_BY_SIDE_FROM = 800
LEAST_FOR_TITLE = 360
"""Height below which the list has the title's room; the rail says what page it is."""
TYPING_RESTS = 150
"""Milliseconds after a keystroke when the detail follows the list."""


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
    """

    exercise_requested = Signal(str)

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
        self._catalogue = catalogue
        self._is_narrow = False
        self._is_open = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_RESTS)
        self._pause.timeout.connect(self._show_detail)
        by_name = sorted(catalogue.exercises.values(), key=lambda one: one.name.casefold())
        self._entries = tuple(entry_of_exercise(exercise) for exercise in by_name)
        self.search = SearchField(look, self.tr("Search exercises"), key="/")
        self.search.textChanged.connect(self._on_typed)
        self.search.returnPressed.connect(self._on_search_entered)
        self.exercises = ExerciseList(look, thumbnails)
        self.detail = ExerciseDetail(look, catalogue, figure, asking)
        nothing = self.tr("Nothing found. Try another word, or take a filter away.")
        self._empty = Label(nothing, wraps=True)
        self._empty.hide()
        self.back = Button(look, self.tr("All exercises"), key="Esc", icon="previous")
        self.back.clicked.connect(self._close)
        self._side = QWidget()
        left = QVBoxLayout(self._side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(12)
        left.addWidget(self.search)
        left.addWidget(self._chips(look))
        left.addWidget(self._empty)
        left.addWidget(self.exercises, 1)
        self._scroll = Scroll(self.detail)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(self._side)
        row.addWidget(self._scroll, 100)
        row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(16)
        self._title = title(self.tr("Exercises"))
        self._column.addWidget(self._title)
        self._column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addLayout(row, 1)
        self.setFocusProxy(self.exercises)
        self.exercises.selected.connect(self._on_selected)
        self.exercises.opened.connect(self._open)
        look.changed.connect(self._fit)
        self.detail.exercise_requested.connect(self.exercise_requested)
        self.detail.link_requested.connect(self.show_exercise)
        self._search()
        self._fit()

    def show_exercise(self, exercise_id: str) -> None:
        """Show an exercise, whatever is searched for at the moment."""
        if not self.exercises.select(exercise_id):
            self.search.clear()
            for chip, _ in self._filters:
                chip.setChecked(False)
            self.exercises.select(exercise_id)
        self._show_detail()

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
        """Escape goes back from the detail to the list."""
        if event.key() == Qt.Key.Key_Escape and self.back.isVisible():
            self._close()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show list and detail, or one of them."""
        super().resizeEvent(event)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Wait for nothing while nobody looks."""
        if self._pause.isActive():
            self._pause.stop()
            self._show_detail()
        super().hideEvent(event)

    def _fit(self) -> None:
        px = self._look.theme.px
        is_roomy = self.width() >= px(700)
        left, top, right, bottom = (36, 28, 28, 20) if is_roomy else (16, 16, 12, 12)
        beside = (self.width() - px(WIDEST)) // 2
        self._column.setContentsMargins(max(left, beside), top, max(right, beside), bottom)
        self._is_narrow = self.width() < px(SIDE_BY_SIDE_FROM)
        self._scroll.setMaximumWidth(px(DETAIL_WIDTH))
        if self._is_narrow:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(px(DETAIL_WIDTH))
        else:
            self._side.setFixedWidth(px(LIST_WIDTH))
        self._show_parts()

    def _show_parts(self) -> None:
        is_away = self._is_narrow and self._is_open
        self._side.setVisible(not is_away)
        has_room = self.height() >= self._look.theme.px(LEAST_FOR_TITLE)
        self._title.setVisible(not is_away and has_room)
        self.back.setVisible(is_away)
        has_detail = self.exercises.current is not None
        self._scroll.setVisible(has_detail and (is_away or not self._is_narrow))

    def _open(self) -> None:
        self._is_open = True
        self._show_detail()
        self._show_parts()
        if self._is_narrow:
            self.back.setFocus(Qt.FocusReason.TabFocusReason)

    def _close(self) -> None:
        was_away = self.back.isVisible()
        self._is_open = False
        self._show_parts()
        if was_away:
            self.exercises.setFocus(Qt.FocusReason.TabFocusReason)

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
            (tr("Legs"), Area.LEGS),
            (tr("Wrists"), Area.WRISTS),
            (tr("Eyes"), Area.EYES),
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

    def _on_typed(self) -> None:
        self._pause.start()
        self._search()

    def _on_search_entered(self) -> None:
        self.exercises.setFocus(Qt.FocusReason.TabFocusReason)

    def _search(self) -> None:
        on = [asks for chip, asks in self._filters if chip.isChecked()]
        query = Query(
            words=self.search.text(),
            places=frozenset(asks for asks in on if isinstance(asks, Place)),
            areas=frozenset(asks for asks in on if isinstance(asks, Area)),
        )
        shown = [self._catalogue.exercises[one] for one in found(self._entries, query)]
        self._empty.setVisible(not shown)
        self.exercises.set_values(shown)
        self._show_parts()

    def _on_selected(self) -> None:
        if not self._pause.isActive():
            self._show_detail()

    def _show_detail(self) -> None:
        self._pause.stop()
        exercise = self.exercises.current
        if exercise is not None and exercise is not self.detail.exercise:
            self.detail.show_exercise(exercise)
            self._scroll.verticalScrollBar().setValue(0)
