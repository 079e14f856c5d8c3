"""Sound for the rest of the program: clips at moments, whatever becomes of the device.

States, and what leads from one to the next:

    closed ── open ──▶ opening ── the stream runs ───────────▶ open       opened
                          └ fails, or not within three seconds ▶ lost       lost(reason), once
    open ── no request for frames for 500 ms ────────────────▶ lost       lost(reason), once
    lost ── a stream runs ───────────────────────────────────▶ open       restored
    any  ── close ───────────────────────────────────────────▶ closed     nothing

No call blocks: a device lives and dies in a thread of its own (`stream`). A device that is slow is
not given up: it may still wake. One that has failed, has stopped, or has not woken within ten
seconds is opened anew, every two seconds, never two at a time. One that runs dry because the
computer is busy gives way, unheard, to one that asks for more at a time. Every clip given to `play`
is answered by `started` or `discarded`, unless `cut` or `close` comes first. Signals never come
during a call.

However the program ends, every device is given back before Python goes: the thread of a device that
still asked for frames then would call an interpreter that is gone, and crash.
"""

import atexit
import logging
import threading
from collections.abc import Callable, Iterable
from enum import Enum, auto
from functools import cache
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from backease_desktop.audio.device import DEEP_PERIOD, PERIOD, Backend, MiniaudioBackend
from backease_desktop.audio.mixer import Discarded
from backease_desktop.audio.stream import Failed, Heard, Opened, RanDry, Report, Stream
from backease_desktop.core.clip import Clip
from backease_desktop.core.units import Ms

log = logging.getLogger(__name__)

_CHECK_EVERY: Final = Ms(250)
_RETRY_EVERY: Final = Ms(2000)
_PATIENCE: Final = 2
"""Checks without a request for frames until a running device counts as lost. Checks are counted,
not milliseconds: after the computer slept, or this thread was held up, one check proves nothing."""
_PATIENCE_AT_FIRST: Final = 12
"""Checks until a stream that does not run counts as lost: a sink that slept takes a second or two
to wake, and nobody waits longer than three."""
_PATIENCE_AT_LAST: Final = 40
"""Checks until a device that was opened and does not run is opened anew."""


_ENDS_WITHIN: Final = Ms(2000)
"""How long the end of Python waits for a device: a busy computer's, not a frozen server's."""


class _State(Enum):
    CLOSED = auto()
    OPENING = auto()
    OPEN = auto()
    LOST = auto()


class _SoundThread(threading.Thread):
    """Runs a stream; a daemon, because a frozen sound server may hold it for ever."""

    def __init__(self, stream: Stream) -> None:
        super().__init__(target=stream.run, name="sound", daemon=True)
        self.stream = stream


@cache
def _give_back_at_exit() -> None:
    """See to it, once, that no device outlives Python."""
    atexit.register(_give_back_all)


def _give_back_all() -> None:
    threads = [one for one in threading.enumerate() if isinstance(one, _SoundThread)]
    for thread in threads:
        thread.stream.retire()
    _have_ended(threads, _ENDS_WITHIN)


def _have_ended(threads: Iterable[_SoundThread], patience: Ms) -> bool:
    """Wait for each as long as that; whether all of them have ended."""
    for thread in threads:
        thread.join(patience / 1000)
    return not any(thread.is_alive() for thread in threads)


class SoundOutput(QObject):
    """Plays clips on the sound device that is wanted, or else on the default one.

    Args:
        clock: the monotonic clock.
        backend: opens the device; miniaudio unless given.
        check_every: time between two looks at whether the device still asks for frames.
        retry_every: time between two attempts to open a lost device.
        parent: the owner.
    """

    opened = Signal()
    """The device is open and runs: what is played now is heard now."""
    started = Signal(int, object)
    """A clip is heard: its token, and the clock's `Ms` at which its first sample reaches the
    loudspeaker, up to some 40 ms ahead. (An object: Qt's int overflows after 24 days of uptime.)"""
    discarded = Signal(int)
    """A clip could not start within `LATE_LIMIT` of its moment, gave way to another voice before it
    began, or there is no device: its token."""
    lost = Signal(str)
    """The sound is gone: the reason, in plain words. Once each time."""
    restored = Signal()
    """The sound is back."""
    missing = Signal(str)
    """The device that is wanted is not there, so the default one is used: its name, said once."""

    _missed = Signal(str)
    _reported = Signal(object, object)
    _refused = Signal(int)

    def __init__(
        self,
        *,
        clock: Callable[[], Ms],
        backend: Backend | None = None,
        check_every: Ms = _CHECK_EVERY,
        retry_every: Ms = _RETRY_EVERY,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._wanted: str | None = None
        self._told_missing: set[str] = set()
        self._backend = backend or MiniaudioBackend(lambda: self._wanted, self._missed.emit)
        self._state = _State.CLOSED
        self._stream: Stream | None = None
        self._deep: Stream | None = None
        """What takes the place of a stream that ran dry, as soon as it runs and nothing sounds."""
        self._threads: list[_SoundThread] = []
        self._requests = 0
        self._checks = 0
        """Since the stream began or, while it runs, since it last asked for frames."""
        self._watchdog = QTimer(self, interval=check_every)
        self._watchdog.timeout.connect(self._on_watchdog_timeout)
        self._retry = QTimer(self, interval=retry_every, singleShot=True)
        self._retry.timeout.connect(self._begin_stream)
        queued = Qt.ConnectionType.QueuedConnection
        self._reported.connect(self._on_stream_reported, queued)
        self._refused.connect(self.discarded, queued)
        self._missed.connect(self._on_missed, queued)

    @property
    def is_open(self) -> bool:
        """Whether clips can be heard now."""
        return self._state is _State.OPEN

    @property
    def is_closed(self) -> bool:
        """Whether nobody wants it now."""
        return self._state is _State.CLOSED

    def use(self, device: str | None) -> None:
        """Use the device of this name, None for the default; one that is open gives way at once."""
        if device != self._wanted:
            self._wanted = device
            if self._state is _State.OPEN:
                self.close()
                self.open()

    def open(self) -> None:
        """Open the device; `opened` or `lost` answers. Does nothing unless closed."""
        if self._state is _State.CLOSED:
            self._state = _State.OPENING
            self._begin_stream()

    def close(self) -> None:
        """Stop at once and give the device back, in the background."""
        self._state = _State.CLOSED
        self._retry.stop()
        self._end_stream()

    def finish(self, patience: Ms) -> bool:
        """Close, and wait until devices are given back: for the end of the program only.

        Returns:
            Whether that happened within `patience`; if not, the sound server hangs.
        """
        self.close()
        return _have_ended(self._threads, patience)

    def play(self, clip: Clip, at: Ms | None, *, voice: bool, volume: float, token: int) -> None:
        """Let a clip be heard.

        Args:
            clip: what to play.
            at: the clock's reading when its first sample shall reach the loudspeaker; `None` means
                now. The earlier the order, the better: known 100 ms ahead it is exact.
            voice: on the voice channel, which plays one clip at a time, the newest.
            volume: 0.0 to 1.0.
            token: names the clip in `started` and `discarded`.
        """
        if self._stream is None or self._state in (_State.CLOSED, _State.LOST):
            self._refused.emit(token)
            return
        moment = self._clock() if at is None else at
        self._stream.play(clip, moment, voice=voice, volume=volume, token=token)

    def cut(self) -> None:
        """Silence within 80 ms, or 300 on a busy computer; what was to be played is forgotten."""
        if self._stream is not None:
            self._stream.cut()

    def _begin_stream(self) -> None:
        self._stream = self._new_stream(PERIOD)
        self._watch()

    def _new_stream(self, period: Ms) -> Stream:
        report = self._reported.emit
        stream = Stream(backend=self._backend, clock=self._clock, report=report, period=period)
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        self._threads.append(_SoundThread(stream))
        _give_back_at_exit()
        self._threads[-1].start()
        return stream

    def _deepen(self, stream: Stream) -> None:
        """Have a stream that asks for more at a time beside one that ran dry, until it runs."""
        if self._deep is None and stream.period < DEEP_PERIOD:
            log.info("the sound ran dry: more of it is fetched at a time from here on")
            self._deep = self._new_stream(DEEP_PERIOD)
        else:
            self._change_over(stream)

    def _change_over(self, stream: Stream) -> None:
        """Go on with the deep stream; where something sounds now, the other one tells again."""
        deep = self._deep
        if deep is None or not deep.runs or (orders := stream.leave()) is None:
            return
        deep.take(orders)
        self._stream, self._deep = deep, None
        self._watch()

    def _end_stream(self) -> None:
        self._watchdog.stop()
        for stream in (self._stream, self._deep):
            if stream is not None:
                stream.retire()
        self._stream = self._deep = None

    def _watch(self) -> None:
        self._requests = 0
        self._checks = 0
        self._watchdog.start()

    def _lose(self, reason: str, detail: str = "", *, for_good: bool = True) -> None:
        """There is no sound now; `for_good` if nothing more is to be hoped for of this stream."""
        if self._stream is not None:
            for token in self._stream.give_up_orders():
                self._refused.emit(token)
        if for_good:
            self._end_stream()
            self._retry.start()
        if self._state is not _State.LOST:
            self._state = _State.LOST
            log.info("no sound: %s: %s", reason, detail or "nothing more is known")
            self.lost.emit(reason)

    @Slot(str)
    def _on_missed(self, device: str) -> None:
        if device == self._wanted and device not in self._told_missing:
            self._told_missing.add(device)
            self.missing.emit(device)

    @Slot(object, object)
    def _on_stream_reported(self, stream: Stream, report: Report) -> None:
        if stream is self._deep and self._stream is not None:
            if isinstance(report, Opened):
                self._change_over(self._stream)
            return  # where it does not open, the other one goes on
        if stream is not self._stream:
            return
        match report:
            case Heard(token, at):
                self.started.emit(token, at)
            case Discarded(token):
                self.discarded.emit(token)
            case Opened():
                was_lost = self._state is _State.LOST
                self._state = _State.OPEN
                self._watch()
                (self.restored if was_lost else self.opened).emit()
            case RanDry():
                self._deepen(stream)
            case Failed(reason, detail):
                self._lose(reason, detail)

    @Slot()
    def _on_watchdog_timeout(self) -> None:
        if self._stream is None:
            return
        self._checks += 1
        if self._state is _State.OPEN:
            self._check_that_it_runs(self._stream)
        elif self._state is _State.OPENING and self._checks >= _PATIENCE_AT_FIRST:
            who = "device" if self._stream.has_device else "server"
            self._lose(f"the sound {who} does not answer", for_good=False)
        elif self._stream.has_device and self._checks >= _PATIENCE_AT_LAST:
            self._lose("the sound device does not wake")
        # A thread that still waits for a device to open is left to wait: a second would only wait
        # beside it.

    def _check_that_it_runs(self, stream: Stream) -> None:
        if stream.requests != self._requests:
            self._requests, self._checks = stream.requests, 0
        elif self._checks >= _PATIENCE:
            self._lose("the sound device has stopped")
