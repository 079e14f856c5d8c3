"""Which media controls this system has, and whether other programs' music can be reached."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from backease_desktop.core.units import Ms
from backease_desktop.system.media.controls import MediaControls
from backease_desktop.system.media.others import OtherPlayers

if sys.platform == "linux":
    from backease_desktop.system.media.mpris import MprisControls
    from backease_desktop.system.media.players import MprisPlayers
elif sys.platform == "win32":
    from backease_desktop.system.media.windows import windows_controls
elif sys.platform == "darwin":
    from backease_desktop.system.media.macos import mac_controls
if TYPE_CHECKING:
    from backease_desktop.system.wire.dbus import Bus


def media_controls(
    bus: "Bus | None", window: Callable[[], int], clock: Callable[[], Ms], parent: QObject
) -> MediaControls:
    """The controls of this desktop.

    Args:
        bus: the desktop's, on Linux.
        window: gives the native handle of the window, for Windows.
        clock: milliseconds of a clock that never goes back.
        parent: the owner.
    """
    if sys.platform == "linux" and bus is not None:
        return MprisControls(bus, clock, parent)
    if sys.platform == "win32":
        return windows_controls(window(), clock, parent)
    if sys.platform == "darwin":
        return mac_controls(clock, parent)
    return MediaControls(clock, parent)


def other_players(bus: "Bus | None", parent: QObject) -> OtherPlayers:
    """The music of other programs; on Windows and macOS nobody may pause it but its own program."""
    if sys.platform == "linux" and bus is not None:
        return MprisPlayers(bus, parent)
    return OtherPlayers(parent)
