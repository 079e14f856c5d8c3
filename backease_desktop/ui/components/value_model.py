"""A list model over values: what every painted list of the window stands on.

A view that lays out asks for each index whether there is such a row. It is Qt's own list model that
answers, without a call of Python for each of thousands; its strings are empty and nobody sees them.
"""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QWidget

Index = QModelIndex | QPersistentModelIndex
VALUE_ROLE = Qt.ItemDataRole.UserRole
"""The role under which an index gives its value to a delegate."""

_CHOSEN = (
    Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
)

V = TypeVar("V")


class ValueModel(QStringListModel, Generic[V]):
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
        self.values = tuple(values)
        self.setStringList([""] * len(self.values))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A value is chosen, and neither written nor dragged."""
        return _CHOSEN if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The value, and its words."""
        value = self.values[index.row()]
        if role == VALUE_ROLE:
            return value
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(value)
        return None
