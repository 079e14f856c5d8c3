"""The contract of starting at login, and the last resort.

Rules: nothing is ever switched on unasked, and what a person has switched off in the system's own
settings counts as off; each `set_enabled` is answered by `changed` or `refused`, some at once,
some after the desktop has asked the person.
"""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from backease_desktop.disk import read_file, write_file

MOST_BYTES = 1 << 16
"""Of the file of a program that starts at login."""


class Autostart(QObject):
    """Starts the program at login; this one, the last resort, cannot."""

    changed = Signal(bool)
    refused = Signal(str)
    """Why it stays as it was, in one line."""

    name = "none"
    why_not = "this system has no way to start programs at login"
    """Why it cannot, in one line; nothing where it can."""

    def enabled(self) -> bool | None:
        """Whether the program starts at login; `None` where that cannot be told."""
        return False

    @property
    def is_ours(self) -> bool:
        """Whether what is on starts this very program with this very profile."""
        return False

    def set_enabled(self, enabled: bool) -> None:
        """Ask for the change."""
        self.refused.emit(self.why_not)


class FileAutostart(Autostart):
    """Starts the program by a file that the desktop reads at login.

    Args:
        path: of the file, which is written to switch it on and removed to switch it off.
        contents: what is written.
        parent: the owner.
    """

    why_not = ""

    def __init__(self, path: Path, contents: bytes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._contents = contents

    @property
    def is_ours(self) -> bool:
        """Whether the file is as this program writes it."""
        try:
            return read_file(self._path, MOST_BYTES) == self._contents
        except OSError:
            return False

    def set_enabled(self, enabled: bool) -> None:
        """Write or remove the file."""
        try:
            if enabled:
                write_file(self._path, self._contents)
            else:
                self._path.unlink(missing_ok=True)
        except OSError as error:
            self.refused.emit(f"{self._path} cannot be written: {error.strerror}")
        else:
            self.changed.emit(enabled)
