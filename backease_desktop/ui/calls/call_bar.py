"""A call, told at the head of every page of the window, where the keyboard can answer it.

The card never takes the keyboard, so that no key meant for something else answers it. Whoever is in
the window anyway, by keys or with a screen reader, answers here.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.look.style import Look


class CallBar(QWidget):
    """The call; hidden while nobody is called.

    Args:
        look: the theme and the fonts.

    Signals:
        start_requested: now is a good time.
        snooze_requested: later, by the first choice.
        not_now_requested: this one is left out.
    """

    start_requested = Signal()
    snooze_requested = Signal()
    not_now_requested = Signal()
    accessible_role = QAccessible.Role.AlertMessage

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = self.tr
        self._words = Label("", is_strong=True, wraps=True)
        self.start = Button(look, tr("Start"), Kind.PRIMARY, "⏎", icon="play")
        self.snooze = Button(look, "")
        self.not_now = Button(look, tr("Not now"))
        card = Card(look)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 0)
        box.addWidget(card)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(20, 12, 20, 14)
        inside.setSpacing(10)
        inside.addWidget(self._words)
        answers = FlowLayout(8)
        for button in (self.start, self.snooze, self.not_now):
            answers.addWidget(button)
        inside.addLayout(answers)
        self.start.clicked.connect(self.start_requested)
        self.snooze.clicked.connect(self.snooze_requested)
        self.not_now.clicked.connect(self.not_now_requested)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    @property
    def takes_enter(self) -> bool:
        """Whether *Enter* answers it from wherever nobody else wants it."""
        return not self.isHidden()

    def press(self) -> None:
        """Start, as *Enter* does."""
        self.start_requested.emit()

    def call(self, words: str, snooze_min: int) -> None:
        """Say that it is time; a screen reader says it at once."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self.snooze.set_words(self.tr("In {n} min").format(n=snooze_min))
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
