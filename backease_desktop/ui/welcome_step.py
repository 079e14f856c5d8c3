"""A step of the welcome: what is read, and below it, always in sight, what is pressed.

In a narrow window what is pressed stands behind what is read: both have no room at once.
"""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from backease_desktop.ui.components.button import Button
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.page_column import PageColumn
from backease_desktop.ui.look.style import Look

WIDEST = 760
GAP = 16
AROUND = (16, 12, 16, 20)


class Step(QWidget):
    """The step.

    Args:
        look: the theme and the fonts.
        content: what is read; it scrolls.
        left, right: what is pressed; the last one leads on.
    """

    def __init__(
        self, look: Look, content: PageColumn, left: Sequence[QWidget], right: Button
    ) -> None:
        super().__init__()
        self._look = look
        self.content = content
        self.right = right
        self._foot = _Foot(look, left, right)
        self._middle = QHBoxLayout()
        self._middle.addStretch(1)
        self._middle.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(content, 1)
        column.addLayout(self._middle)
        self._place()
        look.changed.connect(self._place)
        content.verticalScrollBar().rangeChanged.connect(self._place)

    def _place(self) -> None:
        """What is pressed stands below what is read, as far from the left as that."""
        bar = self.content.verticalScrollBar()
        beside = bar.sizeHint().width() if bar.maximum() > 0 else 0
        if self._look.is_narrow:
            self._middle.setContentsMargins(0, 0, 0, 0)
            self.content.column.addWidget(self._foot)
        else:
            left, top, right, bottom = AROUND
            self._middle.setContentsMargins(left, top, right + beside, bottom)
            self._middle.insertWidget(1, self._foot, 100)


class _Foot(QWidget):
    """What is pressed: things in a line, or below each other where the line is too short."""

    def __init__(self, look: Look, left: Sequence[QWidget], right: QWidget) -> None:
        super().__init__()
        self._look = look
        self._parts = (*left, right)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        for part in left:
            self._row.addWidget(part, 1 if isinstance(part, Label) else 0)
        if not any(isinstance(part, Label) for part in left):
            self._row.addStretch(1)
        self._row.addWidget(right)
        self._fit()
        look.changed.connect(self._fit)

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest, since they can stand below each other."""
        widest = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the direction."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        direction = QBoxLayout.Direction
        self.setMaximumWidth(self._look.theme.px(WIDEST))
        needed = sum(part.minimumSizeHint().width() for part in self._parts)
        needed += len(self._parts) * GAP
        is_wide = self.width() >= needed
        self._row.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)
