"""A scrolled page of one column in the middle: never wider than can be read, with fair margins."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backease_desktop.ui.components.scroll import Scroll
from backease_desktop.ui.look.style import Look

ROOMY_FROM = 700

READING = 860
"""Width of a column that is read, at 100 % text, in pixels: their titles stand in one place."""


class PageColumn(Scroll):
    """The page; put what it shows into `column`.

    Args:
        look: the theme; the column grows with the type.
        widest: width of the column at 100 % text, in pixels.
    """

    def __init__(self, look: Look, widest: int, parent: QWidget | None = None) -> None:
        content, self._inner = QWidget(), QWidget()
        self._row = QHBoxLayout(content)
        self._row.addStretch(1)
        self._row.addWidget(self._inner, 100)
        self._row.addStretch(1)
        self.column = QVBoxLayout(self._inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)
        super().__init__(content, parent)
        self._look = look
        self._widest = widest
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._narrow()
        look.changed.connect(self._narrow)

    @property
    def is_roomy(self) -> bool:
        """Whether things have room side by side."""
        return self.width() >= self._look.theme.px(ROOMY_FROM)

    @property
    def margins(self) -> int:
        """Pixels at both sides together that the column leaves free."""
        margins = self._row.contentsMargins()
        return margins.left() + margins.right()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take less margin where room is short."""
        self._narrow()
        super().resizeEvent(event)

    def _narrow(self) -> None:
        if self._look.is_narrow:
            side, top = 6, 10
        else:
            side, top = (36, 28) if self.is_roomy else (16, 16)
        self._row.setContentsMargins(side, top, side, top)
        self._inner.setMaximumWidth(self._look.theme.px(self._widest))
