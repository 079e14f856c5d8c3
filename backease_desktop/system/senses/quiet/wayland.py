"""Full screen under Sway and other compositors with `zwlr_foreign_toplevel_manager_v1`.

The compositor would tell every change of every window's title; so as not to be woken by those, each
reading is a short visit: connect, see the list of windows, leave. It takes about a millisecond.
"""

from collections.abc import Mapping

from PySide6.QtCore import QObject

from backease_desktop.system.senses.source import SourceError, StateSource
from backease_desktop.system.wire.wayland import Compositor, WaylandError

_TOPLEVEL = 0
_STATE = 4
_ACTIVATED, _FULL_SCREEN = 2, 3


class WaylandFullScreen(StateSource):
    """Visits the compositor at each reading."""

    name = "Wayland list of windows"

    def __init__(self, environment: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._environment = environment

    def start(self) -> None:
        """See whether the compositor shows its list."""
        self.active()

    def active(self) -> bool:
        """Whether the active window fills its screen."""
        try:
            compositor = Compositor(self._environment)
            manager, _ = compositor.bind("zwlr_foreign_toplevel_manager_v1", 3)
            events = compositor.round_trip()
            compositor.close()
        except WaylandError as error:
            raise SourceError(str(error)) from error
        windows = {
            event.numbers()[0]
            for event in events
            if (event.sender, event.opcode) == (manager, _TOPLEVEL)
        }
        states = {
            event.sender: set(event.numbers()[1:])  # the first number is the size of the list
            for event in events
            if event.sender in windows and event.opcode == _STATE
        }
        return any({_ACTIVATED, _FULL_SCREEN} <= state for state in states.values())
