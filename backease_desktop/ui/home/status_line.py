"""The line under home's title: what was done today, when the next call comes, and one action."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.look.style import Look


class StatusLine(QWidget):
    """The line.

    Args:
        look: the theme and the fonts.

    Signals:
        pause_requested: the reminders are to be quiet for a while.
        resume_requested: the pause is to end.
    """

    pause_requested = Signal()
    resume_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_paused = False
        self._words = Label(self.tr("Pick what fits, press Enter, and follow the voice."))
        self._words.setProperty("tone", "muted")
        self.action = Button(look, "", Kind.QUIET)
        self.action.hide()
        self.action.clicked.connect(self._on_clicked)
        line = FlowLayout(4, self)
        line.addWidget(self._words)
        line.addWidget(self.action)

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def show_status(self, words: str, *, is_paused: bool, can_pause: bool) -> None:
        """Say how things stand, and offer to pause or to go on."""
        self._words.setText(words)
        self._is_paused = is_paused
        name, icon = (self.tr("Go on"), "play") if is_paused else (self.tr("Pause"), "pause")
        self.action.set_words(name, icon)
        self.action.setVisible(is_paused or can_pause)
        self.action.setAccessibleDescription(
            self.tr("Reminders") if is_paused else self.tr("Reminders, for one hour")
        )

    def _on_clicked(self) -> None:
        (self.resume_requested if self._is_paused else self.pause_requested).emit()
