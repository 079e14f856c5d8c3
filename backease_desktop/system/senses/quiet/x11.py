"""Full screen under X11: the state that the window manager has given to the active window."""

from PySide6.QtCore import QObject

from backease_desktop.system.senses.source import SourceError, StateSource
from backease_desktop.system.wire.x11 import Display, XError


class X11FullScreen(StateSource):
    """Asks for the active window at every reading; that takes some 40 µs."""

    name = "X11 active window"

    def __init__(self, display: Display, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._display = display

    def start(self) -> None:
        """See whether the server answers."""
        self.active()

    def stop(self) -> None:
        """End the connection."""
        self._display.close()

    def active(self) -> bool:
        """Whether the window that has the keyboard fills its screen."""
        try:
            return self._display.active_window_is_full_screen()
        except XError as error:
            self._display.close()
            raise SourceError(str(error)) from error
