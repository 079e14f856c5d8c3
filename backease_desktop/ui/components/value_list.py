"""A list of values whose rows or cards are painted, so that hundreds cost no more than ten."""

from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from backease_desktop.ui.components.pressable import ENTER
from backease_desktop.ui.components.scroll import own_viewport
from backease_desktop.ui.components.value_model import ValueModel


class HasId(Protocol):
    """A value that is known again by its id."""

    @property
    def id(self) -> str:
        """Its id."""


V = TypeVar("V", bound=HasId)


class ValueList(QListView, Generic[V]):
    """The list: arrow keys move in it, Enter opens. Who derives from it sets the delegate.

    Args:
        words: what a screen reader says of a value.
        parent: the owner.

    Signals:
        selected: another value, or none, is chosen now.
        opened: the chosen value was opened.
    """

    selected = Signal()
    opened = Signal()

    def __init__(self, words: Callable[[V], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cards")
        self._model = ValueModel[V](words, self)
        self.setModel(self._model)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        own_viewport(self).setAutoFillBackground(False)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    @property
    def current(self) -> V | None:
        """The value that is chosen."""
        row = self.currentIndex().row()
        return self._model.values[row] if 0 <= row < len(self._model.values) else None

    def set_values(self, values: Sequence[V]) -> None:
        """Show these; what was chosen stays so if it is among them, else the first is."""
        before = self.current
        self._model.set_values(values)
        if not values:
            self.selected.emit()
        elif before is None or not self._select_again(before):
            self.select(values[0].id)

    def _select_again(self, value: V) -> bool:
        """Choose a value that was chosen; it is looked for itself before one of its id is."""
        places = list(map(id, self._model.values))
        if id(value) in places:
            self.setCurrentIndex(self._model.index(places.index(id(value))))
            return True
        return self.select(value.id)

    def select(self, value_id: str) -> bool:
        """Choose a value; whether it is shown."""
        for row, value in enumerate(self._model.values):
            if value.id == value_id:
                self.setCurrentIndex(self._model.index(row))
                return True
        return False

    def has_at(self, by: int) -> bool:
        """Whether there is a value so many places from the chosen one."""
        return 0 <= self.currentIndex().row() + by < len(self._model.values)

    def step(self, by: int) -> None:
        """Choose the value so many places from the chosen one, if there is one."""
        if self.has_at(by):
            self.setCurrentIndex(self._model.index(self.currentIndex().row() + by))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; letters and digits are left to the window."""
        if event.key() in ENTER and self.current is not None:
            self.opened.emit()
        elif event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.selected.emit()
