"""What a command without a window needs of the desktop: a screen that stays on."""

import os

from PySide6.QtCore import QObject

from backease_desktop.system.keep_awake.choice import inhibitors
from backease_desktop.system.keep_awake.screen_awake import ScreenAwake
from backease_desktop.system.wire.buses import DESKTOP, open_bus


def screen_awake(parent: QObject) -> ScreenAwake:
    """Keeps the screen on by whatever this desktop offers."""
    return ScreenAwake(inhibitors(open_bus(DESKTOP, parent), os.environ), parent=parent)
