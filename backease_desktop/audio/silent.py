"""Sound for those who want none: every clip is "started" at its moment, and nothing is heard.

Behaves like `output.SoundOutput` on a device that never fails, so that captions and the log of a
muted session run as those of a loud one.
"""

from collections.abc import Callable
from heapq import heappop, heappush

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from backease_desktop.audio.stream import LATE_LIMIT
from backease_desktop.core.clip import Clip
from backease_desktop.core.units import Ms


class SilentOutput(QObject):
    """Plays nothing, on time.

    Args:
        clock: the monotonic clock.
        parent: the owner.
    """

    opened = Signal()
    """Clips are accepted."""
    started = Signal(int, object)
    """A clip would be heard now: its token and its moment as `Ms`."""
    discarded = Signal(int)
    """A clip came more than `LATE_LIMIT` after its moment, or while closed: its token."""
    lost = Signal(str)
    """Never emitted."""
    restored = Signal()
    """Never emitted."""
    missing = Signal(str)
    """Never emitted."""

    _opening = Signal(int)
    _refused = Signal(int)

    def __init__(self, *, clock: Callable[[], Ms], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._is_wanted = self._is_open = False
        self._openings = 0
        self._orders: list[tuple[Ms, int, int]] = []
        """Moment, number of the order, token."""
        self._ordered = 0
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timer_timeout)
        queued = Qt.ConnectionType.QueuedConnection
        self._opening.connect(self._on_opening, queued)
        self._refused.connect(self.discarded, queued)

    def use(self, device: str | None) -> None:
        """No device is as silent as another."""

    @property
    def is_open(self) -> bool:
        """Whether `opened` was told, and it was not closed since."""
        return self._is_open

    @property
    def is_closed(self) -> bool:
        """Whether nobody wants it now."""
        return not self._is_wanted

    def open(self) -> None:
        """Accept clips; `opened` answers. Does nothing unless closed."""
        if not self._is_wanted:
            self._is_wanted = True
            self._openings += 1
            self._opening.emit(self._openings)

    def close(self) -> None:
        """Forget everything and accept nothing more."""
        self.cut()
        self._is_wanted = self._is_open = False

    def finish(self, patience: Ms) -> bool:
        """Close; there is nothing to wait for."""
        self.close()
        return True

    def play(self, clip: Clip, at: Ms | None, *, voice: bool, volume: float, token: int) -> None:
        """Report a clip as started at `at` by the clock, or now."""
        if not self._is_wanted:
            self._refused.emit(token)
            return
        self._ordered += 1
        heappush(self._orders, (self._clock() if at is None else at, self._ordered, token))
        self._wait_for_the_next()

    def cut(self) -> None:
        """Forget everything that was to be played."""
        self._orders.clear()
        self._timer.stop()

    def _wait_for_the_next(self) -> None:
        if self._orders:
            self._timer.start(max(0, self._orders[0][0] - self._clock()))

    @Slot(int)
    def _on_opening(self, opening: int) -> None:
        if self._is_wanted and opening == self._openings:
            self._is_open = True
            self.opened.emit()

    @Slot()
    def _on_timer_timeout(self) -> None:
        now = self._clock()
        while self._orders and self._orders[0][0] <= now:
            moment, _, token = heappop(self._orders)
            if now - moment > LATE_LIMIT:
                self.discarded.emit(token)
            else:
                self.started.emit(token, moment)
        self._wait_for_the_next()
