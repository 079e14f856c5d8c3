"""The menu entry as something that is on or off, with the answers of `SystemSwitch`."""

import os

from PySide6.QtCore import QObject, Signal

from backease_desktop.system.menu import Menu, entry_of_the_system


class MenuSwitch(QObject):
    """Adds the user's own entry to the applications menu, and removes it.

    Args:
        menu: writes its files.
        parent: the owner.

    Signals:
        changed: it is there now, or not.
        refused: it stays as it was: why, in one line.
    """

    changed = Signal(bool)
    refused = Signal(str)

    def __init__(self, menu: Menu, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._menu = menu

    @property
    def why_not(self) -> str:
        """Why there can be none, in one line; nothing where it can."""
        if entry_of_the_system(os.environ) is not None:
            return "it is there for everybody who uses this computer"
        return self._menu.why_not

    def enabled(self) -> bool:
        """Whether the user has the entry."""
        return self._menu.is_there()

    def set_enabled(self, enabled: bool) -> None:
        """Write its files, or remove them."""
        try:
            if enabled:
                self._menu.add()
            else:
                self._menu.remove()
        except OSError as error:
            self.refused.emit(f"{error.filename} cannot be written: {error.strerror}")
        else:
            self.changed.emit(enabled)
