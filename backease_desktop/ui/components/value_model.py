"""A list model over values: what every painted list of the window stands on."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

Index = QModelIndex | QPersistentModelIndex
VALUE_ROLE = Qt.ItemDataRole.UserRole
"""The role under which an index gives its value to a delegate."""

V = TypeVar("V")


class ValueModel(QAbstractListModel, Generic[V]):
    """Values in an order.

    Args:
        words: what a screen reader says of a value.
        parent: the owner.
    """

    def __init__(self, words: Callable[[V], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.values: tuple[V, ...] = ()

    def set_values(self, values: Sequence[V]) -> None:
        """Show these and no others."""
        self.beginResetModel()
        self.values = tuple(values)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        """How many there are."""
        return 0 if parent.isValid() else len(self.values)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The value, and its words."""
        value = self.values[index.row()]
        if role == VALUE_ROLE:
            return value
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(value)
        return None
