"""Which sources of the leanings are tried on which system."""

import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from backease_desktop.system.leanings.leanings import Leanings
from backease_desktop.system.senses.attempt import state_chain
from backease_desktop.system.senses.source import StateSource

if sys.platform == "linux":
    from backease_desktop.system.leanings.portal import LESS_MOTION, MORE_CONTRAST
    from backease_desktop.system.senses.asked import AskedState
elif sys.platform == "win32":
    from backease_desktop.system.leanings import windows
elif sys.platform == "darwin":
    from backease_desktop.system.leanings import macos
if TYPE_CHECKING:
    from backease_desktop.system.wire.dbus import Bus

Makers = list[Callable[[], StateSource]]


def leanings_here(bus: "Bus | None", application: QCoreApplication, parent: QObject) -> Leanings:
    """What this system can tell of the person's leanings.

    Args:
        bus: the desktop's, on Linux.
        application: whose windows are told of changes, on Windows.
        parent: the owner.
    """
    motion: Makers = []
    contrast: Makers = []
    if sys.platform == "linux":
        if bus is not None:
            motion += [partial(AskedState, bus, each) for each in LESS_MOTION]
            contrast += [partial(AskedState, bus, each) for each in MORE_CONTRAST]
    elif sys.platform == "win32":
        motion.append(lambda: windows.less_motion(windows.load_user32(), application))
        contrast.append(lambda: windows.more_contrast(windows.load_user32(), application))
    elif sys.platform == "darwin":
        motion.append(lambda: macos.less_motion(macos.load_workspace()))
        contrast.append(lambda: macos.more_contrast(macos.load_workspace()))
    return Leanings(
        state_chain("less motion", motion), state_chain("more contrast", contrast), parent
    )
