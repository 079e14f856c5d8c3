"""Starting with a Linux session: a file in the folder `autostart` of the user's configuration."""

import configparser
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from backease_desktop.system.autostart.autostart import APP_ID, FileAutostart

_GROUP = "Desktop Entry"


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
        super().__init__(path, desktop_entry(command).encode(), parent)

    def enabled(self) -> bool:
        """Whether the file is there and neither it nor a desktop's settings switch it off."""
        parser = configparser.RawConfigParser(strict=False)
        try:
            parser.read(self._path, encoding="utf-8")
            entry = parser[_GROUP]
        except (configparser.Error, UnicodeDecodeError, KeyError):
            return False
        hidden = entry.get("Hidden", "false").lower() == "true"
        return not hidden and entry.get("X-GNOME-Autostart-enabled", "true").lower() != "false"


def desktop_entry(command: Sequence[str]) -> str:
    """The text of the file."""
    return (
        f"[{_GROUP}]\n"
        "Type=Application\n"
        "Name=BackEase\n"
        f"Exec={' '.join(map(quoted, command))}\n"
        f"Icon={APP_ID}\n"
        "Terminal=false\n"
        "X-GNOME-Autostart-enabled=true\n"
    )


def quoted(argument: str) -> str:
    r"""An argument as the Desktop Entry Specification wants it in `Exec`.

    Two rules lie over each other there: inside quotation marks four characters take a backslash,
    and in the file every backslash is written twice. A percent sign is doubled.
    """
    escaped = "".join("\\" + each if each in '"`$\\' else each for each in argument)
    return '"' + escaped.replace("\\", "\\\\").replace("%", "%%") + '"'
