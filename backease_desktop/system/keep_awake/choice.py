"""Which ways to keep the screen on are tried on which system, best first."""

import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from backease_desktop.system.keep_awake.inhibitor import Inhibitor
from backease_desktop.system.keep_awake.macos import MacInhibitor, load_iokit
from backease_desktop.system.keep_awake.windows import WindowsInhibitor, load_kernel32
from backease_desktop.system.keep_awake.x11 import X11Inhibitor
from backease_desktop.system.macos import CoreFoundation, load_core_foundation
from backease_desktop.system.x11 import Display

if sys.platform == "linux":  # jeepney, under it, is installed on Linux only
    from backease_desktop.system.keep_awake.bus import RECIPES, BusInhibitor

if TYPE_CHECKING:
    from backease_desktop.system.dbus import Bus


def linux_inhibitors(session: "Bus | None", environment: Mapping[str, str]) -> list[Inhibitor]:
    """The ways of the Linux desktops; X11's only where the session itself is X11."""
    found: list[Inhibitor] = []
    if session is not None:
        found += [BusInhibitor(session, recipe) for recipe in RECIPES]
    if "DISPLAY" in environment and "WAYLAND_DISPLAY" not in environment:
        found.append(X11Inhibitor(Display(environment)))
    return found


def inhibitors(session: "Bus | None", environment: Mapping[str, str]) -> list[Inhibitor]:
    """The ways that this system may have.

    Args:
        session: the session bus, on Linux.
        environment: where the display is named.
    """
    found: list[Inhibitor] = []
    with suppress(OSError):  # a library of the system is missing
        if sys.platform == "win32":
            found.append(WindowsInhibitor(load_kernel32()))
        elif sys.platform == "darwin":
            found.append(MacInhibitor(load_iokit(), CoreFoundation(load_core_foundation())))
        elif sys.platform == "linux":
            found = linux_inhibitors(session, environment)
    return found
