"""A field to search by."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from backease_desktop.ui.look.style import Look

LENS = 18


class SearchField(QLineEdit):
    """A field with a lens; Escape empties it, then gives the key on.

    Args:
        look: the theme and the icons.
        placeholder: what can be looked for; also its accessible name.
    """

    def __init__(self, look: Look, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field on Escape."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style's field with our lens."""
        super().paintEvent(event)
        look, px = self._look, self._look.theme.px
        lens = look.icon("search", look.colours.muted_text, LENS, self.devicePixelRatioF())
        top = round((self.height() - px(LENS)) / 2)
        QPainter(self).drawPixmap(QPointF(px(13), top), lens)

    def _on_look_changed(self) -> None:
        self.setTextMargins(self._look.theme.px(LENS + 6), 0, 0, 0)
