"""A column of rows, of which those are made that are seen or come near: thousands cost no more.

Rules:
1. What is seen is made at once; a screen above and below it follows in turns, before anybody is
   there. A row that was made stays.
2. A row that is not made yet has the height of one that is, so the scroll bar tells the truth.
3. A screen reader goes from row to row without scrolling: where one is on, all are made, in turns.
4. Rows stand in the tree and in the order of Tab as they stand on the screen.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from backease_desktop.controllers.in_turns import InTurns
from backease_desktop.core.pieces import Pieces

GAP = 8
AT_A_TIME = 2
"""Rows that are made in one turn: some five milliseconds."""
GUESSED = 96
"""Height of a row as long as none is made, in pixels."""

V = TypeVar("V")


class NearRows(QWidget, Generic[V]):
    """The column; it stands in a scrolled page.

    Args:
        page: scrolls it.
        make: makes the row of a value.
    """

    def __init__(
        self, page: QScrollArea, make: Callable[[V], QWidget], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._make = make
        self._values: Sequence[V] = ()
        self._rows: dict[int, QWidget] = {}
        self._tops = [0]
        self._turns: InTurns | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        bar = page.verticalScrollBar()
        bar.valueChanged.connect(self._on_moved)
        bar.rangeChanged.connect(self._on_moved)
        self._lay_out()

    @property
    def made(self) -> dict[int, QWidget]:
        """The rows that are made, by their places."""
        return dict(self._rows)

    def set_values(self, values: Sequence[V]) -> None:
        """Show the rows of these."""
        self._stop()
        for row in self._rows.values():
            row.hide()
            row.deleteLater()
        self._values, self._rows = values, {}
        self._lay_out()
        self._on_moved()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap otherwise."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()
        self._on_moved()

    def showEvent(self, event: QShowEvent) -> None:
        """Make what is seen, and go on with what is near."""
        super().showEvent(event)
        self._on_moved()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        self._stop()
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A row is as high as what is in it."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._lay_out()
        return super().eventFilter(watched, event)

    def _on_moved(self) -> None:
        """Make what is seen now, and have what is near follow."""
        if missing := self._missing(0):
            for place in missing:
                self._add(place)
            self._lay_out()
        if self.isVisible() and self._turns is None and self._wanted():
            self._turns = InTurns(self._making(), self)
            self._turns.begin()

    def _making(self) -> Pieces[None]:
        while wanted := self._wanted()[:AT_A_TIME]:
            for place in wanted:
                self._add(place)
            self._lay_out()
            yield None
        self._stop()

    def _stop(self) -> None:
        if self._turns is not None:
            self._turns.let_go()
            self._turns = None

    def _wanted(self) -> list[int]:
        """Places of rows that are to be made beside those that are seen, the nearest first."""
        near = self._missing(1)
        if near or not QAccessible.isActive():
            return near
        return [place for place in range(len(self._values)) if place not in self._rows]

    def _missing(self, screens: int) -> list[int]:
        """Places without a row, of those that are seen or so many screens away."""
        high = self._page.viewport().height()
        top = self.mapFrom(self._page.viewport(), QPoint(0, 0)).y() if self.isVisible() else 0
        first = bisect_right(self._tops, top - screens * high) - 1
        last = bisect_left(self._tops, top + (1 + screens) * high)
        places = range(max(0, first), min(last, len(self._values)))
        middle = top + high // 2
        missing = [place for place in places if place not in self._rows]
        return sorted(missing, key=lambda place: abs(self._tops[place] - middle))

    def _add(self, place: int) -> None:
        row = self._make(self._values[place])
        row.setParent(self)
        row.installEventFilter(self)
        before = max((one for one in self._rows if one < place), default=None)
        behind = min((one for one in self._rows if one > place), default=None)
        self._rows[place] = row
        row.show()
        stops = _stops(row)
        if behind is not None:
            row.stackUnder(self._rows[behind])
        if before is not None:
            _chain([*_stops(self._rows[before])[-1:], *stops])
        elif behind is not None:
            _chain([*_stop_before(self._rows[behind]), *stops])

    def _lay_out(self) -> None:
        """Give each row its place; what is seen stays where it is when one above it grows."""
        seen = self._seen()
        stood = self._tops[seen] if seen is not None else 0
        width = self.width()
        heights = {place: _height(row, width) for place, row in self._rows.items()}
        guessed = next(iter(heights.values()), GUESSED)
        every = (heights.get(place, guessed) + GAP for place in range(len(self._values)))
        self._tops = [0, *accumulate(every)]
        for place, row in self._rows.items():
            row.setGeometry(0, self._tops[place], width, heights[place])
        self.setFixedHeight(max(0, self._tops[-1] - GAP))
        if seen is not None and (moved := self._tops[seen] - stood):
            bar = self._page.verticalScrollBar()
            bar.setValue(bar.value() + moved)

    def _seen(self) -> int | None:
        """The first place that is seen whole, once somebody has scrolled."""
        if not self.isVisible() or not self._page.verticalScrollBar().value():
            return None
        top = self.mapFrom(self._page.viewport(), QPoint(0, 0)).y()
        place = bisect_left(self._tops, top)
        return place if 0 < place < len(self._values) else None


def _height(row: QWidget, width: int) -> int:
    return row.heightForWidth(width) if row.hasHeightForWidth() else row.sizeHint().height()


def _stops(row: QWidget) -> list[QWidget]:
    """What Tab stops at in a row."""
    return [one for one in row.findChildren(QWidget) if _is_stop(one)]


def _stop_before(row: QWidget) -> list[QWidget]:
    """Where Shift and Tab lead to out of a row, seen or not; Qt moves behind nothing else."""
    for first in _stops(row)[:1]:
        one = first.previousInFocusChain()
        while one is not None and one is not first:
            if _is_stop(one):
                return [one]
            one = one.previousInFocusChain()
    return []


def _is_stop(one: QWidget) -> bool:
    return bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _chain(stops: Sequence[QWidget]) -> None:
    for one, behind in pairwise(stops):
        QWidget.setTabOrder(one, behind)
