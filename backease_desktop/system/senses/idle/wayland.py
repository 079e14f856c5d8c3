"""Idle time under KDE, Sway and other Wayland compositors, told by `ext_idle_notifier_v1`.

Rules: the compositor tells, nothing is polled; version 2 is asked to leave inhibitors out of
account, so that a film does not look like a person; a lost compositor is a failed source.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QSocketNotifier

from backease_desktop.core.units import Ms
from backease_desktop.system.senses.idle.edge import Edge
from backease_desktop.system.senses.source import CLOSE, COARSE, IdleSource, SourceError
from backease_desktop.system.wire.wayland import Compositor, Event, WaylandError

_GET_IDLE_NOTIFICATION, _GET_INPUT_IDLE_NOTIFICATION = 1, 2
_DESTROY = 0
_IDLED, _RESUMED = 0, 1


class WaylandIdle(IdleSource):
    """Two notifications at most: the coarse one always, the close one while it is wanted."""

    name = "Wayland idle notifier"

    def __init__(
        self,
        environment: Mapping[str, str],
        clock: Callable[[], Ms],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._environment = environment
        self._clock = clock
        self._compositor: Compositor | None = None
        self._reader: QSocketNotifier | None = None
        self._closely = False
        self._ask = _GET_IDLE_NOTIFICATION
        self._seat = self._notifier = 0
        self._edges: dict[int, tuple[Ms, Edge]] = {}

    def start(self) -> None:
        """Connect and ask to be told."""
        self.stop()
        try:
            self._compositor = Compositor(self._environment)
            self._seat, _ = self._compositor.bind("wl_seat", 1)
            self._notifier, version = self._compositor.bind("ext_idle_notifier_v1", 2)
            self._ask = _GET_INPUT_IDLE_NOTIFICATION if version > 1 else _GET_IDLE_NOTIFICATION
            self._want(COARSE)
            if self._closely:
                self._want(CLOSE)
            self._take(self._compositor.round_trip())
        except WaylandError as error:
            self.stop()
            raise SourceError(str(error)) from error
        self._reader = QSocketNotifier(self._compositor.fileno(), QSocketNotifier.Type.Read, self)
        self._reader.activated.connect(self._on_readable)

    def stop(self) -> None:
        """Disconnect."""
        if self._reader is not None:
            self._reader.setEnabled(False)
            self._reader.deleteLater()
            self._reader = None
        if self._compositor is not None:
            self._compositor.close()
            self._compositor = None
        self._edges = {}

    def idle(self) -> Ms:
        """The time since the last touch; 0 while that is less than the shortest notification."""
        return max((edge.idle() for _, edge in self._edges.values()), default=Ms(0))

    def watch_closely(self, closely: bool) -> None:
        """Ask for the close notification, or give it back."""
        if closely == self._closely:
            return
        self._closely = closely
        if self._compositor is None:
            return
        close = [number for number, (after, _) in self._edges.items() if after == CLOSE]
        try:
            if closely and not close:
                self._want(CLOSE)
            for number in () if closely else close:
                del self._edges[number]
                self._compositor.send(number, _DESTROY)
        except WaylandError as error:
            self._fail(error)

    def _want(self, after: Ms) -> None:
        if self._compositor is not None:
            number = self._compositor.new()
            self._compositor.send(self._notifier, self._ask, number, after, self._seat)
            self._edges[number] = (after, Edge(self._clock))

    def _on_readable(self) -> None:
        if self._compositor is None:
            return
        try:
            self._take(self._compositor.receive())
        except WaylandError as error:
            self._fail(error)
        else:
            self.changed.emit()

    def _take(self, events: list[Event]) -> None:
        for event in events:
            if event.sender not in self._edges:
                continue
            after, edge = self._edges[event.sender]
            if event.opcode == _IDLED:
                edge.idled(after)
            elif event.opcode == _RESUMED:
                edge.touched()

    def _fail(self, error: WaylandError) -> None:
        self.stop()
        self.failed.emit(str(error))
