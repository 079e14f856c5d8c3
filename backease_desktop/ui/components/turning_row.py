"""A row whose parts stand below each other where the window is narrow."""

from PySide6.QtWidgets import QBoxLayout, QWidget

from backease_desktop.ui.look.style import Look


class TurningRow(QBoxLayout):
    """The row.

    Args:
        look: says whether the window is narrow.
        spacing: between its parts, in pixels.
        parent: the widget whose layout it is, if it is one's own.
    """

    def __init__(self, look: Look, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight, parent)
        self._look = look
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)
        self._turn()
        look.changed.connect(self._turn)

    def _turn(self) -> None:
        ways = QBoxLayout.Direction
        self.setDirection(ways.TopToBottom if self._look.is_narrow else ways.LeftToRight)
