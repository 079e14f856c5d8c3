"""Idle time from KDE's screen saver service, where nothing better is found.

It has to be asked, and the answer comes later: a reading is the answer to the question that the
reading before has asked, never aged, so that nobody counts as away who has just come back.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject

from backease_desktop.core.units import Ms
from backease_desktop.system.senses.source import IdleSource
from backease_desktop.system.wire.dbus import Body, Bus, Method, Remote

SERVICE = "org.freedesktop.ScreenSaver"
_GET_IDLE_TIME = Method(
    Remote(SERVICE, "/org/freedesktop/ScreenSaver", SERVICE), "GetSessionIdleTime", gives="u"
)


class ScreenSaverIdle(IdleSource):
    """Asks at every reading; KDE answers in milliseconds."""

    name = "desktop screen saver service"

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._idle = Ms(0)
        self._lost = False
        self._end: Callable[[], None] | None = None

    def start(self) -> None:
        """Look for the service."""
        self.stop()
        self._end = self._bus.watch_owner(SERVICE, self._on_owner)

    def stop(self) -> None:
        """Stop looking."""
        if self._end is not None:
            self._end()
        self._end = None
        self._idle, self._lost = Ms(0), False

    def idle(self) -> Ms:
        """The last answer; the next question is on its way."""
        self._ask()
        return self._idle

    def _ask(self) -> None:
        self._bus.call(_GET_IDLE_TIME, (), self._on_answer, self._fail)

    def _on_owner(self, there: bool) -> None:
        if there:
            self._ask()
        else:
            self._fail(f"nobody has the name {SERVICE}")

    def _on_answer(self, body: Body) -> None:
        if self._end is None:
            return
        (self._idle,) = body
        if self._lost:
            self._lost = False
            self.recovered.emit()

    def _fail(self, why: str) -> None:
        if self._end is not None and not self._lost:
            self._lost = True
            self.failed.emit(why)
