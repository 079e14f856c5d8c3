"""Which way to show notifications this system has."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from backease_desktop.system.notify.notifier import Notifier

if sys.platform == "linux":
    from backease_desktop.system.notify.bus import BusNotifier
if TYPE_CHECKING:
    from backease_desktop.system.wire.dbus import Bus


def notifier_here(bus: "Bus | None", icon: Path, parent: QObject) -> Notifier:
    """The way of this system.

    Args:
        bus: the desktop's, on Linux.
        icon: the program's icon, an SVG file.
        parent: the owner.
    """
    if sys.platform == "linux" and bus is not None:
        return BusNotifier(bus, icon, parent)
    return Notifier(parent)
