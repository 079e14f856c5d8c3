"""The button that lets the reminders be quiet for an hour, and lets them go on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.look.style import Look


class PauseButton(Button):
    """The button; it is hidden while there is nothing to pause.

    Signals:
        pause_requested: the reminders are to be quiet for a while.
        resume_requested: the pause is to end.
    """

    pause_requested = Signal()
    resume_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "", Kind.QUIET, parent=parent)
        self.clicked.connect(self._on_clicked)
        self.show_state(is_paused=False, can_pause=False)

    def show_state(self, *, is_paused: bool, can_pause: bool) -> None:
        """Show what it does now.

        Args:
            is_paused: the reminders are quiet, and it ends that.
            can_pause: they are not, and it makes them so.
        """
        self._is_paused = is_paused
        name, icon = (self.tr("Go on"), "play") if is_paused else (self.tr("Pause"), "pause")
        self.set_words(name, icon)
        self.setVisible(is_paused or can_pause)
        self.setAccessibleDescription(
            self.tr("Reminders") if is_paused else self.tr("Reminders, for one hour")
        )

    def _on_clicked(self) -> None:
        (self.resume_requested if self._is_paused else self.pause_requested).emit()
