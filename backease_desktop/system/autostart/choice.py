"""Which way of starting at login this system has."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from backease_desktop.system.autostart.autostart import Autostart

if sys.platform == "linux":
    from backease_desktop.system.autostart.portal import PortalAutostart
    from backease_desktop.system.autostart.xdg import XdgAutostart
elif sys.platform == "win32":
    import winreg

    from backease_desktop.system.autostart.windows import WindowsAutostart
elif sys.platform == "darwin":
    from backease_desktop.system.autostart.macos import MacAutostart
if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from backease_desktop.system.wire.dbus import Bus


def autostart_here(
    bus: "Bus | None",
    environment: Mapping[str, str],
    command: Sequence[str],
    reason: str,
    parent: "QObject | None" = None,
) -> Autostart:
    """The way of this system.

    Args:
        bus: the desktop's, on Linux.
        environment: where a Flatpak and the folders are named.
        command: the program with its arguments.
        reason: a sentence that a portal may show to the person.
        parent: the owner.
    """
    home = Path(environment.get("HOME") or Path.home())
    found = Autostart(parent)
    if sys.platform == "linux":
        if bus is not None and "FLATPAK_ID" in environment:
            found = PortalAutostart(bus, command, reason, parent)
        else:
            configuration = environment.get("XDG_CONFIG_HOME") or home / ".config"
            found = XdgAutostart(Path(configuration), command, parent)
    elif sys.platform == "win32":
        found = WindowsAutostart(winreg, command, parent)
    elif sys.platform == "darwin":
        found = MacAutostart(home, command, parent)
    return found
