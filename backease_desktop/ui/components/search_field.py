"""A field to search by."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from backease_desktop.ui.style import Look


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
        self._lens = self.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field on Escape."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _on_look_changed(self) -> None:
        ratio = self.devicePixelRatioF()
        self._lens.setIcon(
            QIcon(self._look.icon("search", self._look.colours.muted_text, 18, ratio))
        )
