"""The ways to keep the screen on that Linux desktops have, best first."""

from collections.abc import Mapping

from backease_desktop.system.keep_awake.bus import RECIPES, BusInhibitor
from backease_desktop.system.keep_awake.inhibitor import Inhibitor
from backease_desktop.system.keep_awake.x11 import X11Inhibitor
from backease_desktop.system.wire.dbus import Bus
from backease_desktop.system.wire.x11 import Display


def linux_inhibitors(session: Bus | None, environment: Mapping[str, str]) -> list[Inhibitor]:
    """The services of the session, then the X server where the session itself is X11."""
    found: list[Inhibitor] = []
    if session is not None:
        found += [BusInhibitor(session, recipe) for recipe in RECIPES]
    if "DISPLAY" in environment and "WAYLAND_DISPLAY" not in environment:
        found.append(X11Inhibitor(Display(environment)))
    return found
