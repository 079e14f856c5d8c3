"""Starting at login on Linux: a file in the folder `autostart` of the user's configuration."""

import configparser
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from backease_desktop.core.plain_text import printable
from backease_desktop.disk import read_file
from backease_desktop.own_program import APP_ID
from backease_desktop.system.autostart.autostart import MOST_BYTES, FileAutostart
from backease_desktop.system.desktop_file import ENTRY, exec_line, group, is_utf8


class XdgAutostart(FileAutostart):
    """Writes and removes the file.

    Args:
        configuration: the folder of the user's configuration, `~/.config` as a rule.
        command: the program with its arguments.
        parent: the owner.
    """

    name = "XDG autostart file"

    def __init__(
        self, configuration: Path, command: Sequence[str], parent: QObject | None = None
    ) -> None:
        path = configuration / "autostart" / f"{APP_ID}.desktop"
        super().__init__(path, desktop_entry(command).encode(errors="replace"), parent)
        self._unwritable = next((part for part in command if not is_utf8(part)), None)

    def set_enabled(self, enabled: bool) -> None:
        """Write or remove the file."""
        if enabled and self._unwritable is not None:
            self.refused.emit(f"{printable(self._unwritable)} is not UTF-8, which a desktop needs")
        else:
            super().set_enabled(enabled)

    def enabled(self) -> bool:
        """Whether the file is there and neither it nor a desktop's settings switch it off."""
        parser = configparser.RawConfigParser(strict=False)
        try:
            parser.read_string(read_file(self._path, MOST_BYTES).decode())
            entry = parser[ENTRY]
        except (OSError, configparser.Error, UnicodeDecodeError, KeyError):
            return False
        hidden = entry.get("Hidden", "false").lower() == "true"
        return not hidden and entry.get("X-GNOME-Autostart-enabled", "true").lower() != "false"


def desktop_entry(command: Sequence[str]) -> str:
    """The text of the file."""
    return group(
        ENTRY,
        {
            "Type": "Application",
            "Name": "BackEase",
            "Exec": exec_line(command),
            "Icon": APP_ID,
            "Terminal": "false",
            "X-GNOME-Autostart-enabled": "true",
        },
    )
