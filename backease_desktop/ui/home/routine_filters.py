"""The filters of the picker: for what, how long, where; words come from the search field."""

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backease_desktop.core.catalogue.search import Query
from backease_desktop.core.catalogue.words import Area, Place
from backease_desktop.core.units import MINUTE, Ms
from backease_desktop.ui.components.chip import Chip
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.look.style import Look

SHORT = Ms(5 * MINUTE + MINUTE // 2)
"""A routine that a picker calls five minutes may last a little longer."""


class Filter(msgspec.Struct, frozen=True):
    """What a chip asks for."""

    places: frozenset[Place] = frozenset()
    areas: frozenset[Area] = frozenset()
    longest: Ms | None = None


class RoutineFilters(QWidget):
    """The chips.

    Signals:
        changed: the `Query` that they amount to.
    """

    changed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = self.tr
        wanted = (
            (tr("Lower back"), Filter(areas=frozenset({Area.LOWER_BACK}))),
            (
                tr("Upper back & neck"),
                Filter(areas=frozenset({Area.UPPER_BACK, Area.NECK, Area.SHOULDERS})),
            ),
            (tr("Hips"), Filter(areas=frozenset({Area.HIPS, Area.BUTTOCKS}))),
            (tr("Core"), Filter(areas=frozenset({Area.CORE}))),
            (tr("≤ 5 min"), Filter(longest=SHORT)),
            (tr("Chair"), Filter(places=frozenset({Place.CHAIR}))),
            (tr("Standing"), Filter(places=frozenset({Place.STANDING}))),
            (tr("Floor"), Filter(places=frozenset({Place.MAT}))),
        )
        self._chips = QWidget()
        flow = self._flow = FlowLayout(8, self._chips)
        self._all = Chip(look, tr("All"))
        self._all.setChecked(True)
        self._all.clicked.connect(self.clear)
        flow.addWidget(self._all)
        self._filters: list[tuple[Chip, Filter]] = []
        for name, filter_ in wanted:
            chip = Chip(look, name)
            chip.toggled.connect(self._on_changed)
            flow.addWidget(chip)
            self._filters.append((chip, filter_))
        self._words = ""
        self._look = look
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._chips)

    @property
    def query(self) -> Query:
        """What is asked for; chips of one kind add up, kinds narrow each other."""
        on = [one for chip, one in self._filters if chip.isChecked()]
        longest = [one.longest for one in on if one.longest is not None]
        return Query(
            words=self._words,
            places=frozenset().union(*(one.places for one in on)),
            areas=frozenset().union(*(one.areas for one in on)),
            longest=min(longest, default=None),
        )

    @property
    def asks_for_nothing(self) -> bool:
        """Whether everything is shown."""
        return self.query == Query()

    @property
    def nothing_words(self) -> str:
        """What is said where nothing is found."""
        if words := self._words.strip():
            nothing = self.tr(
                "No routine has “{words}” in it. Exercises have a search of their own."
            )
            return nothing.format(words=words)
        return self.tr("No routine fits these filters.")

    def set_words(self, words: str) -> None:
        """Look for these words, too."""
        if words != self._words:
            self._words = words
            self._on_changed()

    def fit(self, room: int) -> None:
        """Use `room` pixels."""
        # A scrolled page does not ask for a height that depends on the width, so it is told.
        self._chips.setMinimumHeight(self._flow.heightForWidth(room))

    def clear(self) -> None:
        """Ask for nothing but the words: everything that they find is shown."""
        for chip, _ in self._filters:
            chip.setChecked(False)
        self._on_changed()

    def _on_changed(self) -> None:
        self._all.setChecked(not any(chip.isChecked() for chip, _ in self._filters))
        self.changed.emit(self.query)
