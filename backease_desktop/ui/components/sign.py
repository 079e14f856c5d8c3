"""A sign beside words: it says nothing that they do not say, so screen readers pass it by."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from backease_desktop.ui.look.style import Look

SIZE = 20


class Sign(QWidget):
    """An icon in the accent's colour, in step with the type.

    Args:
        look: the theme.
        name: of the icon.
    """

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._name = name
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon."""
        colour, ratio = self._look.colours.accent_text, self.devicePixelRatioF()
        QPainter(self).drawPixmap(0, 0, self._look.icon(self._name, colour, SIZE, ratio))

    def _on_look_changed(self) -> None:
        size = self._look.theme.px(SIZE)
        self.setFixedSize(size, size)
        self.update()
