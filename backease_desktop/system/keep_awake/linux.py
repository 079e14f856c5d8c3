"""The ways to keep the screen on that Linux desktops have, best first."""

from collections.abc import Mapping

from backease_desktop.system.keep_awake.bus import RECIPES, BusInhibitor
from backease_desktop.system.keep_awake.inhibitor import Inhibitor
from backease_desktop.system.keep_awake.x11 import X11Inhibitor
from backease_desktop.system.wire.dbus import Bus
from backease_desktop.system.wire.x11 import Display


def linux_inhibitors(bus: Bus | None, environment: Mapping[str, str]) -> list[Inhibitor]:
    """The services of the desktop, then the X server where the desktop is of X11."""
    found: list[Inhibitor] = []
    if bus is not None:
        found += [BusInhibitor(bus, recipe) for recipe in RECIPES]
    if "DISPLAY" in environment and "WAYLAND_DISPLAY" not in environment:
        found.append(X11Inhibitor(Display(environment)))
    return found
