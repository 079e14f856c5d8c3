"""Keeping the screen on under X11: the screen-saver extension suspends its timers for us.

The X server undoes the suspension by itself when our connection ends, even by a crash.
"""

from contextlib import suppress

from PySide6.QtCore import QObject

from backease_desktop.system.keep_awake.inhibitor import Inhibitor, InhibitorError
from backease_desktop.system.wire.x11 import Display, XError


class X11Inhibitor(Inhibitor):
    """Suspends screen saver and display power saving of an X server."""

    name = "X11 screen saver"

    def __init__(self, display: Display, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._display = display
        self._held = False

    def hold(self, reason: str) -> None:
        """Suspend the timers."""
        try:
            self._display.suspend_screen_saver(True)
        except XError as error:
            raise InhibitorError(str(error)) from error
        self._held = True

    def release(self) -> None:
        """Let the timers run again."""
        if not self._held:
            return
        self._held = False
        with suppress(XError):  # the server is gone, and the suspension with it
            self._display.suspend_screen_saver(False)
