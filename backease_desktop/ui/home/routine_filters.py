"""The filters of the picker: where, how long, for what, and words."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from backease_desktop.core.catalogue.search import Query
from backease_desktop.core.catalogue.words import Area, Place
from backease_desktop.core.units import MINUTE, Ms
from backease_desktop.ui.components.chip import Chip
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.search_field import SearchField
from backease_desktop.ui.look.style import Look

SHORT = Ms(5 * MINUTE + MINUTE // 2)
"""A routine that a picker calls five minutes may last a little longer."""

SIDE_BY_SIDE_FROM = 620


@dataclass(frozen=True, slots=True)
class Filter:
    """What a chip asks for."""

    places: frozenset[Place] = frozenset()
    areas: frozenset[Area] = frozenset()
    longest: Ms | None = None


class RoutineFilters(QWidget):
    """Chips and a search field.

    Signals:
        changed: the `Query` that they amount to.
    """

    changed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = self.tr
        wanted = (
            (tr("Chair"), Filter(places=frozenset({Place.CHAIR}))),
            (tr("Standing"), Filter(places=frozenset({Place.STANDING}))),
            (tr("Floor"), Filter(places=frozenset({Place.MAT}))),
            (tr("≤ 5 min"), Filter(longest=SHORT)),
            (tr("Lower back"), Filter(areas=frozenset({Area.LOWER_BACK}))),
            (
                tr("Upper back & neck"),
                Filter(areas=frozenset({Area.UPPER_BACK, Area.NECK, Area.SHOULDERS})),
            ),
            (tr("Hips"), Filter(areas=frozenset({Area.HIPS, Area.BUTTOCKS}))),
            (tr("Core"), Filter(areas=frozenset({Area.CORE}))),
        )
        self._chips = QWidget()
        flow = self._flow = FlowLayout(8, self._chips)
        self._all = Chip(look, tr("All"))
        self._all.setChecked(True)
        self._all.clicked.connect(self.clear)
        flow.addWidget(self._all)
        self._filters: list[tuple[Chip, Filter]] = []
        for name, wish in wanted:
            chip = Chip(look, name)
            chip.toggled.connect(self._on_changed)
            flow.addWidget(chip)
            self._filters.append((chip, wish))
        self.search = SearchField(look, tr("Search routines  /"))
        self.search.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.search.textChanged.connect(self._on_changed)
        self._look = look
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        self._row.addWidget(self._chips, 1)
        self._row.addWidget(self.search)

    @property
    def query(self) -> Query:
        """What is asked for; chips of one kind add up, kinds narrow each other."""
        on = [wish for chip, wish in self._filters if chip.isChecked()]
        longest = [wish.longest for wish in on if wish.longest is not None]
        return Query(
            words=self.search.text(),
            places=frozenset().union(*(wish.places for wish in on)),
            areas=frozenset().union(*(wish.areas for wish in on)),
            longest=min(longest, default=None),
        )

    def fit(self, room: int) -> None:
        """Use `room` pixels: words below the chips where both have no room in a line."""
        is_narrow = room < self._look.theme.px(SIDE_BY_SIDE_FROM)
        self.search.setMinimumWidth(self._look.theme.px(170))
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
        search = 0 if is_narrow else self.search.sizeHint().width() + self._row.spacing()
        # A scrolled page does not ask for a height that depends on the width, so it is told.
        self._chips.setMinimumHeight(self._flow.heightForWidth(room - search))

    def clear(self) -> None:
        """Ask for nothing: everything is shown."""
        for chip, _ in self._filters:
            chip.setChecked(False)
        self.search.clear()
        self._on_changed()

    def _on_changed(self) -> None:
        self._all.setChecked(self.query == Query())
        self.changed.emit(self.query)
