"""What the desktop offers: the session bus, and ways to keep the screen on."""

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from backease_desktop.system.keep_awake.choice import inhibitors
from backease_desktop.system.screen_awake import ScreenAwake

if sys.platform == "linux":  # jeepney, under it, is installed on Linux only
    from backease_desktop.system.dbus import Bus, BusError
elif TYPE_CHECKING:
    from backease_desktop.system.dbus import Bus


def session_bus(parent: QObject) -> "Bus | None":
    """The session bus, if there is one and it answers."""
    if sys.platform != "linux":
        return None
    address = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
    if not address:
        return None
    try:
        return Bus(address, parent)
    except BusError:
        return None


def screen_awake(parent: QObject) -> ScreenAwake:
    """Keeps the screen on by whatever this desktop offers."""
    return ScreenAwake(inhibitors(session_bus(parent), os.environ), parent=parent)
