"""A layout that sets its items in lines, as words in a paragraph."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

Placed = tuple[QLayoutItem, int, int]
"""An item with its width and height."""


class FlowLayout(QLayout):
    """Items side by side, in the middle of their line, going on in the next where the room ends.

    Args:
        spacing: between items, in both directions, in pixels.
        is_centred: each line stands in the middle.
    """

    def __init__(
        self, spacing: int = 8, parent: QWidget | None = None, *, is_centred: bool = False
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._is_centred = is_centred
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Put an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many items it has."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place, None behind the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take the item at a place out, None behind the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It wants no more room than its items."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Its height depends on its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the lines at a width."""
        return self._arrange(QRect(0, 0, width, 0), is_dry_run=True)

    def setGeometry(self, rect: QRect) -> None:
        """Put the items in their places."""
        super().setGeometry(rect)
        self._arrange(rect, is_dry_run=False)

    def sizeHint(self) -> QSize:
        """All items in one line."""
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        if not sizes:
            return QSize(0, 0)
        gaps = (len(sizes) - 1) * self.spacing()
        width = sum(size.width() for size in sizes) + gaps
        return QSize(width, max(size.height() for size in sizes))

    def minimumSize(self) -> QSize:
        """The largest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, is_dry_run: bool) -> int:
        # A page asks for its height again and again, so nothing is asked of Qt twice.
        room, gap = rect.width(), self.spacing()
        y = top = rect.y()
        for line in self._lines(room, gap):
            height = max(each for _, _, each in line)
            if not is_dry_run:
                width = sum(each for _, each, _ in line) + (len(line) - 1) * gap
                left = max(0, room - width) // 2 if self._is_centred else 0
                _put(line, QPoint(rect.x() + left, y), height, gap)
            y += height + gap
        return max(0, y - gap - top)

    def _lines(self, room: int, gap: int) -> list[list[Placed]]:
        """The items, line by line, with their sizes."""
        lines: list[list[Placed]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            width, height = size.width(), size.height()
            if width > room > 0:  # alone in a line and still too wide: it may wrap
                height = item.heightForWidth(room) if item.hasHeightForWidth() else height
                width = max(room, item.minimumSize().width())
            if not lines or used + width > room:
                lines.append([])
                used = 0
            lines[-1].append((item, width, height))
            used += width + gap
        return lines


def _put(line: list[Placed], at: QPoint, height: int, gap: int) -> None:
    """Put the items of a line in their places, each in the middle of its height."""
    x = at.x()
    for item, width, own in line:
        item.setGeometry(QRect(x, at.y() + (height - own) // 2, width, own))
        x += width + gap
