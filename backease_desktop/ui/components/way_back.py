"""A line at the foot of every page that leads back to what the page has hidden."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from backease_desktop.ui.components.button import Button
from backease_desktop.ui.components.card import Card, Ground
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.look.style import Look


class WayBack(QWidget):
    """Says what waits, and leads there; hidden while nothing does.

    Args:
        look: the theme and the fonts.

    Signals:
        requested: there.
    """

    requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._takes_enter = False
        self._words = Label("", is_strong=True, wraps=True)
        self._go = Button(look, "", icon="back")
        self._go.clicked.connect(self.requested)
        self.setFocusProxy(self._go)
        card = Card(look, Ground.SOFT)
        box = QHBoxLayout(self)
        box.setContentsMargins(20, 0, 20, 16)
        box.addWidget(card)
        row = QHBoxLayout(card)
        row.setContentsMargins(20, 10, 12, 10)
        row.setSpacing(16)
        row.addWidget(self._words, 1)
        row.addWidget(self._go)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    @property
    def takes_enter(self) -> bool:
        """Whether it is shown, and *Enter* leads there from wherever nobody else wants it."""
        return self._takes_enter and not self.isHidden()

    def press(self) -> None:
        """Lead there, as *Enter* does."""
        self.requested.emit()

    def lead(self, words: str, deed: str, takes_enter: bool, icon: str = "back") -> None:
        """Say what waits, and by which button one gets there."""
        self._takes_enter = takes_enter
        self._words.setText(words)
        self._go.set_words(deed, icon)
        self._go.set_key("⏎" if takes_enter else "")
        self._go.setAccessibleDescription(words)
        self.show()
