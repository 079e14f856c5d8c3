"""The window on a whole screen: on the one that was chosen, and back to where it was.

A screen is known by its name, as the system has it ("HDMI-1"). One that is not there gives way to
the screen that the window is on, which is said once.
"""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


def screen_names() -> dict[str, str]:
    """The screens that there are: how each is shown to people, by its name."""
    names: dict[str, str] = {}
    for screen in QGuiApplication.screens():
        maker = f"{screen.manufacturer()} {screen.model()}".strip()
        names[screen.name()] = f"{screen.name()} ({maker})" if maker else screen.name()
    return names


class FullScreen:
    """Takes a window to the whole of a screen, and back.

    Args:
        window: the window.
        missing: is told the name of a screen that is wanted and not there; once for each.
    """

    def __init__(self, window: QWidget, missing: Callable[[str], None]) -> None:
        self._window = window
        self._missing = missing
        self._told: set[str] = set()
        self._before: QRect | None = None
        self.wanted: str | None = None
        """Name of the screen, None for the one that the window is on."""

    def set_on(self, is_on: bool) -> None:
        """Take the whole screen, or go back to what was before."""
        window, full = self._window, Qt.WindowState.WindowFullScreen
        state = window.windowState()
        if bool(state & full) == is_on:
            return
        if is_on:
            self._move()
            window.setWindowState(state | full)
        else:
            window.setWindowState(state & ~full)

    def note_state(self) -> None:
        """The state of the window is another one: whoever has ended it, it goes back."""
        if self._before is not None and not self._window.isFullScreen():
            before, self._before = self._before, None
            self._window.setGeometry(before)

    def _move(self) -> None:
        screen = self._screen()
        if screen is not None and screen is not self._window.screen():
            self._before = self._window.normalGeometry()
            self._window.setScreen(screen)
            # Compositors of Wayland take the screen from the window; X11 and others from its place.
            self._window.setGeometry(_within(screen, self._before))

    def _screen(self) -> QScreen | None:
        if self.wanted is None:
            return None
        for screen in QGuiApplication.screens():
            if screen.name() == self.wanted:
                return screen
        if self.wanted not in self._told:
            self._told.add(self.wanted)
            self._missing(self.wanted)
        return None


def _within(screen: QScreen, window: QRect) -> QRect:
    """A window of that size, or as large as there is room, in the middle of a screen."""
    room = screen.availableGeometry()
    place = QRect(window)
    place.setSize(window.size().boundedTo(room.size()))
    place.moveCenter(room.center())
    return place
