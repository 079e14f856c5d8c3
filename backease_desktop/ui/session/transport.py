"""The row of buttons that moves a session, the keys shown where they act."""

from enum import IntEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from backease_desktop.core.player.player import Status
from backease_desktop.core.player.snapshot import Snapshot
from backease_desktop.ui.components.button import ICON, Button, Kind
from backease_desktop.ui.keys import Command, cap
from backease_desktop.ui.look.style import Look

SPACING = 6


class Fit(IntEnum):
    """How much is written on the buttons."""

    WORDS = 0
    ICONS_AT_THE_SIDES = 1
    ICONS = 2


class Transport(QWidget):
    """Back, Again, Pause or Go on, Skip, +10 s.

    Signals:
        command_requested: a button was pressed; its `Command`.
    """

    command_requested = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._fit = Fit.WORDS
        space = cap(Command.PAUSE)
        self.back = Button(look, self.tr("Back"), key=cap(Command.PREVIOUS), icon="previous")
        self.again = Button(look, self.tr("Again"), key=cap(Command.AGAIN), icon="again")
        self.pause = Button(look, self.tr("Pause"), Kind.PRIMARY, space, "pause")
        self.skip = Button(look, self.tr("Skip"), key=cap(Command.NEXT), icon="next")
        self.extend = Button(look, self.tr("+10 s"), key=cap(Command.EXTEND), icon="plus-ten")
        self._essential = (self.back, self.pause, self.skip)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING)
        for button, command in self._commands():
            button.leave_clicks_unfocused()
            row.addWidget(button)
            button.clicked.connect(
                lambda _checked=False, command=command: self.command_requested.emit(command)
            )
        self._on_fit_changed()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Say what the buttons do now."""
        if snapshot.status is Status.PAUSED:
            self.pause.set_words(self.tr("Go on"), "play")
        else:
            self.pause.set_words(self.tr("Pause"), "pause")
        self.extend.setEnabled(snapshot.can_extend)

    def set_factor(self, factor: float) -> None:
        """Make the buttons larger than the theme has them."""
        for button, _ in self._commands():
            button.set_factor(factor)

    def width_for(self, fit: Fit, is_essential: bool = False) -> int:
        """How wide the row is at a fit."""
        buttons = [b for b, _ in self._commands() if not is_essential or b in self._essential]
        width = sum(button.size_when(self._is_compact(button, fit)).width() for button in buttons)
        if fit is Fit.WORDS and self._fit and not is_essential:
            width -= self.extend.px(ICON + 8)  # its picture, which it has beside no words
        return width + SPACING * (len(buttons) - 1)

    def set_fit(self, fit: Fit, is_essential: bool = False) -> None:
        """Write more or less on the buttons; leave only the essential ones in full screen."""
        self._fit = fit
        self._on_fit_changed()
        for button, _ in self._commands():
            button.setVisible(button in self._essential or not is_essential)

    def _commands(self) -> tuple[tuple[Button, Command], ...]:
        return (
            (self.back, Command.PREVIOUS),
            (self.again, Command.AGAIN),
            (self.pause, Command.PAUSE),
            (self.skip, Command.NEXT),
            (self.extend, Command.EXTEND),
        )

    def _is_compact(self, button: Button, fit: Fit) -> bool:
        return fit is Fit.ICONS or (fit is Fit.ICONS_AT_THE_SIDES and button is not self.pause)

    def _on_fit_changed(self) -> None:
        for button, _ in self._commands():
            button.set_compact(self._is_compact(button, self._fit))
        # "+10 s" in words needs no picture of "+10".
        self.extend.set_words(self.extend.text(), "plus-ten" if self._fit else "")
