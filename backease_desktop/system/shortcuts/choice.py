"""Which way this system has for keys that reach the program from everywhere."""

import sys
from collections.abc import Mapping
from contextlib import suppress

from PySide6.QtCore import QCoreApplication, QObject

from backease_desktop.system.shortcuts.shortcuts import Shortcuts

if sys.platform == "linux":
    from backease_desktop.system.shortcuts.portal import PortalShortcuts
    from backease_desktop.system.shortcuts.x11 import X11Shortcuts
    from backease_desktop.system.wire.buses import DESKTOP, open_bus
elif sys.platform == "win32":
    from backease_desktop.system.shortcuts.windows import WindowsShortcuts, load_user32
elif sys.platform == "darwin":
    from backease_desktop.system.shortcuts.macos import Carbon, MacShortcuts


def shortcuts_here(environment: Mapping[str, str], parent: QObject) -> Shortcuts:
    """The shortcuts of this desktop.

    Args:
        environment: tells Wayland from X11.
        parent: the owner.
    """
    with suppress(OSError):  # a library of the system is missing
        if sys.platform == "linux":
            if "WAYLAND_DISPLAY" in environment:
                return PortalShortcuts(lambda owner: open_bus(DESKTOP, owner), parent)
            if "DISPLAY" in environment:
                return X11Shortcuts(environment, parent)
        elif sys.platform == "win32":
            application = QCoreApplication.instance()
            assert application is not None
            return WindowsShortcuts(load_user32(), application, parent)
        elif sys.platform == "darwin":
            return MacShortcuts(Carbon, parent)
    return Shortcuts(parent)
