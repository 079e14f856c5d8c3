"""Idle time of GNOME, told by its compositor.

Rules: watches, not polling: one for "idle since `COARSE`", one for "since `CLOSE`" while somebody
waits for a pause, and one for the next touch while it is idle. Whatever fires, the idle time is
asked for and believed, because a video player that keeps the screen on makes touches up. The
watches die with the compositor and are made again when it returns.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject

from backease_desktop.core.units import SECOND, Ms
from backease_desktop.system.senses.idle.edge import Edge
from backease_desktop.system.senses.source import CLOSE, COARSE, IdleSource
from backease_desktop.system.wire.dbus import Body, Bus, Method, Notice, Remote

SERVICE = "org.gnome.Mutter.IdleMonitor"
_CORE = Remote(SERVICE, "/org/gnome/Mutter/IdleMonitor/Core", SERVICE)
_GET_IDLE_TIME = Method(_CORE, "GetIdletime", gives="t")
_ADD_IDLE_WATCH = Method(_CORE, "AddIdleWatch", "t", "u")
_ADD_TOUCH_WATCH = Method(_CORE, "AddUserActiveWatch", gives="u")
_REMOVE_WATCH = Method(_CORE, "RemoveWatch", "u")
_WATCH_FIRED = Notice(_CORE, "WatchFired", "u")


class MutterIdle(IdleSource):
    """Knows the idle time of a GNOME desktop, under Wayland and X11."""

    name = "GNOME idle monitor"

    def __init__(self, bus: Bus, clock: Callable[[], Ms], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._edge = Edge(clock)
        self._ends: list[Callable[[], None]] = []
        self._closely = False
        self._lost = False
        self._touch_watched = False
        self._touch_watch: int | None = None
        self._watches: dict[Ms, int] = {}

    def start(self) -> None:
        """Look for the compositor and set the watches."""
        self.stop()
        self._ends = [
            self._bus.watch(_WATCH_FIRED, self._on_watch_fired),
            self._bus.watch_owner(SERVICE, self._on_owner),
        ]

    def stop(self) -> None:
        """Take the watches back."""
        for end in self._ends:
            end()
        for watch in self._watches.values():
            self._bus.call(_REMOVE_WATCH, (watch,))
        self._ends = []
        self._watches = {}
        self._touch_watched = False
        self._touch_watch = None
        self._lost = False
        self._edge.touched()

    def idle(self) -> Ms:
        """The time since the last touch; 0 while that is less than the shortest watch."""
        return self._edge.idle()

    def watch_closely(self, closely: bool) -> None:
        """Set or take back the watch for a short pause."""
        if closely == self._closely:
            return
        self._closely = closely
        if closely and self._ends and not self._lost:
            self._watch(CLOSE)
        elif not closely and (watch := self._watches.pop(CLOSE, None)) is not None:
            self._bus.call(_REMOVE_WATCH, (watch,))

    def _on_owner(self, there: bool) -> None:
        self._watches = {}
        self._touch_watched = False
        self._edge.touched()
        if not there:
            self._fail("GNOME's compositor is not on the bus")
            return
        self._watch(COARSE)
        if self._closely:
            self._watch(CLOSE)
        self._ask()

    def _watch(self, idle: Ms) -> None:
        def on_added(body: Body) -> None:
            (watch,) = body
            wanted = bool(self._ends) and (idle == COARSE or self._closely)
            if wanted and idle not in self._watches:
                self._watches[idle] = watch
            else:
                self._bus.call(_REMOVE_WATCH, (watch,))

        self._bus.call(_ADD_IDLE_WATCH, (idle,), on_added, self._fail)

    def _on_watch_fired(self, body: Body) -> None:
        (watch,) = body
        if watch == self._touch_watch:
            self._touch_watched = False
        self._ask()

    def _ask(self) -> None:
        self._bus.call(_GET_IDLE_TIME, (), self._on_idle_time, self._fail)

    def _on_idle_time(self, body: Body) -> None:
        if not self._ends:
            return
        (idle,) = body
        if idle < SECOND:
            self._edge.touched()
        else:
            self._edge.idled(Ms(idle))
            if not self._touch_watched:
                self._touch_watched = True
                self._bus.call(_ADD_TOUCH_WATCH, (), self._on_touch_watch, self._fail)
        if self._lost:
            self._lost = False
            self.recovered.emit()
        else:
            self.changed.emit()

    def _on_touch_watch(self, body: Body) -> None:
        (self._touch_watch,) = body

    def _fail(self, why: str) -> None:
        if self._ends and not self._lost:
            self._lost = True
            self.failed.emit(why)
