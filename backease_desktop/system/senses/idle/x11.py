"""Idle time of an X server, which every reading asks for; that takes some 20 µs."""

from PySide6.QtCore import QObject

from backease_desktop.core.units import Ms
from backease_desktop.system.senses.source import IdleSource, SourceError
from backease_desktop.system.wire.x11 import Display, XError


class X11Idle(IdleSource):
    """Asks the screen-saver extension."""

    name = "X11 screen-saver extension"

    def __init__(self, display: Display, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._display = display

    def start(self) -> None:
        """See whether the server answers."""
        self.idle()

    def stop(self) -> None:
        """End the connection."""
        self._display.close()

    def idle(self) -> Ms:
        """What the server says now."""
        try:
            return self._display.idle()
        except XError as error:
            self._display.close()
            raise SourceError(str(error)) from error
