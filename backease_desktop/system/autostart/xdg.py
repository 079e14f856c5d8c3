"""Starting with a Linux session: a file in the folder `autostart` of the user's configuration."""

import configparser
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from backease_desktop.core.plain_text import printable
from backease_desktop.disk import read_file
from backease_desktop.system.autostart.autostart import APP_ID, MOST_BYTES, FileAutostart

_GROUP = "Desktop Entry"

_SIGNS = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}


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
        self._unwritable = next((part for part in command if not _is_utf8(part)), None)

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
            entry = parser[_GROUP]
        except (OSError, configparser.Error, UnicodeDecodeError, KeyError):
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
    and in the file every backslash is written twice. A percent sign is doubled. A line break, which
    would end the entry and begin another, has a sign of its own in such files.
    """
    escaped = "".join("\\" + each if each in '"`$\\' else each for each in argument)
    written = escaped.replace("\\", "\\\\").replace("%", "%%")
    for sign, word in _SIGNS.items():
        written = written.replace(sign, word)
    return f'"{written}"'


def _is_utf8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
