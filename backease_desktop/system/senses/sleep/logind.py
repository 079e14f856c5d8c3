"""Sleep under Linux: `PrepareForSleep` of logind, before and after."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from backease_desktop.system.senses.sleep.watch import SleepWatch
from backease_desktop.system.wire.dbus import Body, Bus, Notice, Remote

_PREPARE_FOR_SLEEP = Notice(
    Remote("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager"),
    "PrepareForSleep",
    "b",
)


class LogindSleep(SleepWatch):
    """Listens on the system bus."""

    name = "login manager (PrepareForSleep)"

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._end: Callable[[], None] | None = None

    def start(self) -> None:
        """Listen for the signal."""
        self.stop()
        self._end = self._bus.watch(_PREPARE_FOR_SLEEP, self._on_prepare)

    def stop(self) -> None:
        """Stop listening."""
        if self._end is not None:
            self._end()
            self._end = None

    def _on_prepare(self, body: Body) -> None:
        (falls_asleep,) = body
        (self.fell_asleep if falls_asleep else self.woke).emit()
