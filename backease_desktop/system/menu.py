"""The program in the applications menu of a Linux desktop, for one user: entry, icon, file type.

Rules:
1. The files carry our id, so they are ours to write anew and to remove; nothing else is touched.
2. An entry that the system brings (a package was installed) is not hidden by one of the user's.
3. What starts the program there is an absolute path: a menu knows no shell's search path.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from backease_desktop.disk import write_file
from backease_desktop.own_program import APP_ID
from backease_desktop.system.desktop_file import ENTRY, exec_line, group, is_utf8
from backease_desktop.system.file_type import FILE, TYPE, XML, tell_desktop

CHAIR = "desk-chair-2"
"""The routine of "Two minutes at the chair"."""

_ENTRY_FILE = Path("applications", f"{APP_ID}.desktop")
_ICONS = Path("icons", "hicolor")
_ICON_FILE = _ICONS / "scalable" / "apps" / f"{APP_ID}.svg"
_FALLBACK = "/usr/local/share:/usr/share"


class Menu:
    """The user's own entry.

    Args:
        data: the folder of the user's data, `~/.local/share` as a rule.
        command: the program with its arguments.
        icon: the drawing, SVG.
    """

    def __init__(self, data: Path, command: Sequence[str], icon: bytes) -> None:
        self._command = tuple(command)
        self._icon = icon
        self._entry_path = data / _ENTRY_FILE
        self._icon_path = data / _ICON_FILE
        self._type_path = data / FILE
        self._icons = data / _ICONS
        self._data = data

    @property
    def files(self) -> tuple[Path, ...]:
        """Where entry, icon and file type are, or would be."""
        return self._entry_path, self._icon_path, self._type_path

    @property
    def why_not(self) -> str:
        """Why it cannot be added, in one line; nothing where it can."""
        unwritable = next((part for part in self._command if not is_utf8(part)), None)
        if unwritable is None:
            return ""
        return f"{os.fsencode(unwritable)!r} is not UTF-8, which a menu needs"

    def is_there(self) -> bool:
        """Whether the user has the entry."""
        return self._entry_path.is_file()

    def add(self) -> None:
        """Write entry, icon and file type, anew where they are there.

        Raises:
            OSError: one of them cannot be written.
        """
        write_file(self._icon_path, self._icon)
        write_file(self._type_path, XML.encode())
        write_file(self._entry_path, menu_entry(self._command).encode())
        self._changed()

    def remove(self) -> None:
        """Remove them, if they are there.

        Raises:
            OSError: one of them cannot be removed.
        """
        for path in self.files:
            path.unlink(missing_ok=True)
        self._changed()

    def _changed(self) -> None:
        tell_desktop(self._data)
        # A cache of icons counts as old where its folder is younger.
        with suppress(OSError):
            os.utime(self._icons)


def menu_entry(command: Sequence[str]) -> str:
    """The text of the entry, with what it offers at a right click."""
    main = {
        "Version": "1.4",
        "Type": "Application",
        "Name": "BackEase",
        "GenericName": "Break Reminder and Back Exercises",
        "Comment": "Reminds you to stretch, and guides back exercises by voice",
        "Exec": f"{exec_line([*command, '--open'])} %f",
        "MimeType": f"{TYPE};",
        "Icon": APP_ID,
        "Terminal": "false",
        "Categories": "Utility;",
        "Keywords": "back;stretch;break;reminder;exercise;posture;desk;",
        "StartupNotify": "true",
        "StartupWMClass": APP_ID,
        "X-GNOME-SingleWindow": "true",
        "Actions": "chair;pause;",
    }
    chair = {
        "Name": "Two minutes at the chair",
        "Exec": exec_line([*command, "--start", CHAIR]),
    }
    pause = {
        "Name": "Pause reminders for an hour",
        "Exec": exec_line([*command, "remind", "pause", "1h"]),
    }
    groups = [(ENTRY, main), ("Desktop Action chair", chair), ("Desktop Action pause", pause)]
    return "\n".join(group(name, keys) for name, keys in groups)


def entry_of_the_system(environment: Mapping[str, str]) -> Path | None:
    """The entry that was installed for everybody, if one was."""
    named = environment.get("XDG_DATA_DIRS") or _FALLBACK
    return _first(Path(folder) / _ENTRY_FILE for folder in named.split(":") if folder)


def data_home(environment: Mapping[str, str]) -> Path:
    """The folder of the user's data, as the XDG Base Directory Specification has it."""
    named = Path(environment.get("XDG_DATA_HOME") or "")
    return named if named.is_absolute() else Path.home() / ".local" / "share"


def _first(paths: Iterable[Path]) -> Path | None:
    return next((path for path in paths if path.is_file()), None)
