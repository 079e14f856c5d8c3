"""The message buses of this desktop, where it has any."""

import logging
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if sys.platform == "linux":  # jeepney, under it, is installed on Linux only
    from backease_desktop.system.wire.dbus import Bus
    from backease_desktop.system.wire.dbus_login import BusError
elif TYPE_CHECKING:
    from backease_desktop.system.wire.dbus import Bus

DESKTOP, SYSTEM = "SESSION", "SYSTEM"
"""The two buses by what D-Bus calls them: that of the person's desktop, and the computer's."""

log = logging.getLogger(__name__)


def open_bus(address: str, parent: QObject) -> "Bus | None":
    """The bus `DESKTOP`, `SYSTEM` or of an address, if there is one and it answers."""
    if sys.platform == "linux":
        try:
            return Bus(address, parent)
        except BusError as error:
            log.info("%s", error)
    return None
