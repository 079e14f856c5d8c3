"""A plain table of words: what stands behind a chart for whoever reads rather than sees."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import Size

Index = QModelIndex | QPersistentModelIndex
ROW = 10
"""Pixels of a row beside its words, at 100 % text."""


@dataclass(frozen=True, slots=True)
class Rows:
    """What a table says: the names of its columns, and a text for each in every row."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def sentences(self) -> str:
        """All of it for the ear, a line for each row."""
        return "\n".join(": ".join(row) for row in self.rows)


class _Model(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.shown = Rows(())

    def show_rows(self, rows: Rows) -> None:
        self.beginResetModel()
        self.shown = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self.shown.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.shown.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        roles = Qt.ItemDataRole
        if role in (roles.DisplayRole, roles.AccessibleTextRole, roles.ToolTipRole):
            return self.shown.rows[index.row()][index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self.shown.heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class Table(QTableView):
    """The table. Arrows go through its cells; Tab leaves it.

    Args:
        look: the theme and the fonts.
        name: its accessible name.
        is_whole: it is as high as all of its rows, and its first column wraps.
    """

    def __init__(
        self, look: Look, name: str, *, is_whole: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._is_whole = is_whole
        self._model = _Model(self)
        self.setModel(self._model)
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self._dress()
        look.changed.connect(self._dress)

    @property
    def shown(self) -> Rows:
        """What it says."""
        return self._model.shown

    def show_rows(self, rows: Rows) -> None:
        """Say something else."""
        self._model.show_rows(rows)
        if rows.heads:
            self._share()

    def updateGeometries(self) -> None:
        """Have room for all rows, where that was asked for."""
        super().updateGeometries()
        if self._is_whole:
            height = self.horizontalHeader().height() + self.verticalHeader().length() + 2
            if height != self.height():
                self.setFixedHeight(height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go through the cells; letters are left to whoever stands behind."""
        if event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _dress(self) -> None:
        px = self._look.theme.px
        font = self._look.font(Size.SMALL)
        self.setFont(font)
        self.horizontalHeader().setFont(font)
        height = QFontMetrics(font).height() + px(ROW)
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().setFixedHeight(height + px(4))
        self._share()

    def _share(self) -> None:
        """The first column names the row and is never cut: it wraps, or the others have less."""
        modes, wraps = QHeaderView.ResizeMode, self._is_whole or self._look.is_narrow
        head = self.horizontalHeader()
        for column in range(head.count()):
            fits = (column == 0) != wraps
            head.setSectionResizeMode(column, modes.ResizeToContents if fits else modes.Stretch)
        self.verticalHeader().setSectionResizeMode(modes.ResizeToContents if wraps else modes.Fixed)


def rows_of(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Rows:
    """A table's words from any sequences of them."""
    return Rows(tuple(heads), tuple(tuple(row) for row in rows))
