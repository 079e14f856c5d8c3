"""A field to search by."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from backease_desktop.ui.components.key_hint import key_hint_size, paint_key_hint
from backease_desktop.ui.look.style import Look

LENS = 18


class SearchField(QLineEdit):
    """A field with a lens; Escape empties it, then gives the key on.

    The slash that leads here begins no search: pressed again, it is no letter.

    Args:
        look: the theme and the icons.
        placeholder: what can be looked for; also its accessible name.
        key: the key that leads here, shown while it is empty.
    """

    def __init__(
        self, look: Look, placeholder: str, key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._key = key
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        # With its first letter: Qt looks through every folder of icons for it.
        self.textChanged.connect(self._on_text_changed)
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field on Escape."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.text() == "/" and not self.text():
            self.selectAll()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style's field with our lens."""
        super().paintEvent(event)
        look, px = self._look, self._look.theme.px
        lens = look.icon("search", look.colours.muted_text, LENS, self.devicePixelRatioF())
        top = round((self.height() - px(LENS)) / 2)
        painter = QPainter(self)
        painter.drawPixmap(QPointF(px(13), top), lens)
        if self._key and not self.text():
            size = key_hint_size(look, self._key)
            spot = QPointF(
                self.width() - px(10) - size.width(), (self.height() - size.height()) / 2
            )
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_key_hint(painter, QRectF(spot, size), look, self._key)

    def _on_text_changed(self, text: str) -> None:
        if text and not self.isClearButtonEnabled():
            self.setClearButtonEnabled(True)

    def _on_look_changed(self) -> None:
        self.setTextMargins(self._look.theme.px(LENS + 6), 0, 0, 0)
