"""One shortcut of the whole desktop, held while it has something to do and the person wants it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from backease_desktop.controllers.hand_ports import Shortcuts
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.shortcut import Shortcut


class Everywhere(QObject):
    """Holds a shortcut, and does what it is for.

    Args:
        shortcut: which.
        settings: say whether the person wants such keys at all.
        shortcuts: makes those of the desktop, when one is first held.
        does: what a press does.
        parent: the owner.

    Signals:
        label_changed: the keys that lead here now, as they are shown to people; empty for none.
    """

    label_changed = Signal(str)

    def __init__(
        self,
        shortcut: Shortcut,
        settings: SettingsController,
        shortcuts: Callable[[], Shortcuts],
        does: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._shortcut = shortcut
        self._settings = settings
        self._make = shortcuts
        self._does = does
        self._made: Shortcuts | None = None
        self._is_on = self._is_held = False
        settings.changed.connect(self._follow)

    def set_on(self, is_on: bool) -> None:
        """Whether there is something to do for it now."""
        self._is_on = is_on
        self._follow()

    def _follow(self) -> None:
        is_wanted = self._is_on and self._settings.settings.keys.everywhere
        if is_wanted == self._is_held:
            return
        self._is_held = is_wanted
        if self._made is None:
            self._made = self._make()
            self._made.pressed.connect(self._on_pressed)
            self._made.labels_changed.connect(self._on_labels_changed)
        if is_wanted:
            self._made.hold(self._shortcut)
        else:
            self._made.release(self._shortcut)
        self._on_labels_changed()

    def _on_pressed(self, shortcut: Shortcut) -> None:
        if shortcut is self._shortcut and self._is_held:
            self._does()

    def _on_labels_changed(self) -> None:
        if self._made is not None:
            self.label_changed.emit(self._made.label(self._shortcut) if self._is_held else "")
