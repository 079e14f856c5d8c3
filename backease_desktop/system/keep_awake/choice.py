"""Which ways to keep the screen on are tried on which system."""

import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from backease_desktop.system.keep_awake.inhibitor import Inhibitor

if sys.platform == "linux":
    from backease_desktop.system.keep_awake.linux import linux_inhibitors
elif sys.platform == "win32":
    from backease_desktop.system.keep_awake.windows import WindowsInhibitor, load_kernel32
elif sys.platform == "darwin":
    from backease_desktop.system.keep_awake.macos import MacInhibitor, load_iokit
    from backease_desktop.system.wire.macos import CoreFoundation, load_core_foundation
if TYPE_CHECKING:
    from backease_desktop.system.wire.dbus import Bus


def inhibitors(bus: "Bus | None", environment: Mapping[str, str]) -> list[Inhibitor]:
    """The ways that this system may have, best first.

    Args:
        bus: the desktop's, on Linux.
        environment: where the display is named.
    """
    found: list[Inhibitor] = []
    with suppress(OSError):  # a library of the system is missing
        if sys.platform == "linux":
            found = linux_inhibitors(bus, environment)
        elif sys.platform == "win32":
            found.append(WindowsInhibitor(load_kernel32()))
        elif sys.platform == "darwin":
            found.append(MacInhibitor(load_iokit(), CoreFoundation(load_core_foundation())))
    return found
