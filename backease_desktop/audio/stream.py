"""One stream: from the moment a device is to be opened until it is closed. No Qt.

Three threads meet here, under one lock:

* the program's own orders clips (`play`, `cut`) and ends the stream (`retire`); it never waits;
* the device's asks for frames (`fill`);
* the stream's (`run`) opens the device, waits for the end and closes it. Opening and closing can
  block for ever on a frozen sound server; then this thread, a daemon, is left to itself.

Clips wait here under the moment they shall be heard at and are handed to the mixer just before,
when it is known best which frame that is. After `retire` nothing is reported any more.

An open device is not yet one that can be heard. It asks for a first frame or two at once, to fill
its buffer; a sink that slept (Bluetooth, USB, a sound server's own) then asks for nothing for a
second or two while it wakes, and only from then on is it known which frame is heard when. So
`Opened` is told when the stream runs.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Final

from backease_desktop.audio import mixer
from backease_desktop.audio.device import PERIOD, Backend, SoundError
from backease_desktop.audio.mixer import Discarded, Mixer
from backease_desktop.audio.moments import FrameClock
from backease_desktop.core.clip import SAMPLE_RATE, Clip
from backease_desktop.core.units import Ms

LATE_LIMIT: Final = Ms(150)
"""A clip that cannot start within this time of its moment is not played at all."""
_FADE_LIMIT: Final = 0.06
"""Seconds that a retired stream may take to fade out before its device is closed."""
_BEFORE_IT_RUNS: Final = 2
"""Requests that may only fill the buffer of a device: they come at once, one behind the other."""
_APART: Final = PERIOD // 4
"""Milliseconds between two requests of a stream that runs; those that fill a buffer are closer."""
_RUNS_FOR_SURE: Final = 25
"""Requests, half a second of sound: more than any buffer of ours holds, however close they are."""
_AHEAD: Final = Ms(60)
"""How long before its frame a clip reaches the mixer: time for another voice to fade out."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The device is open and plays: it asks for frames as they are heard."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The device could not be opened: why, and what the sound library says of it."""

    reason: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """The first sample of a clip reaches the loudspeaker at this moment, a little ahead of now."""

    token: int
    at: Ms


Report = Opened | Failed | Heard | Discarded


@dataclass(frozen=True, slots=True, order=True)
class _Order:
    at: Ms
    number: int
    """Keeps clips for the same moment in the order they were given; makes every order unique."""
    clip: Clip
    voice: bool
    volume: float
    token: int


class Stream:
    """Clips at moments in, frames out.

    Args:
        backend: opens the device.
        clock: the monotonic clock.
        report: is told what happens, in any thread, one thing at a time. It must be quick and must
            not call the stream.
    """

    def __init__(
        self,
        *,
        backend: Backend,
        clock: Callable[[], Ms],
        report: Callable[["Stream", Report], None],
    ) -> None:
        self.requests = 0
        """How often the device has asked for frames: what stands still is dead."""
        self.has_device = False
        """Whether a device was opened, running or not."""
        self._runs = False
        self._last_request = Ms(0)
        self._backend = backend
        self._clock = clock
        self._report = report
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._faded = threading.Event()
        self._frames = FrameClock(backend.latency)
        self._mixer = Mixer(late_limit=LATE_LIMIT * SAMPLE_RATE // 1000)
        self._orders: list[_Order] = []
        self._ordered = 0

    def play(self, clip: Clip, at: Ms, *, voice: bool, volume: float, token: int) -> None:
        """Let the first sample of a clip be heard at a moment, or as soon as possible after it."""
        with self._lock:
            self._ordered += 1
            heappush(self._orders, _Order(at, self._ordered, clip, voice, volume, token))

    def cut(self) -> None:
        """Fade out what sounds and forget what was ordered."""
        with self._lock:
            self._orders.clear()
            self._mixer.cut()

    def give_up_orders(self) -> list[int]:
        """Forget what was ordered and not begun; returns its tokens, the next one first."""
        with self._lock:
            orders, self._orders = sorted(self._orders), []
            return [*self._mixer.give_up(), *(order.token for order in orders)]

    def retire(self) -> None:
        """Fade out, report nothing from now on, and let `run` close the device."""
        with self._lock:
            self._orders.clear()
            self._mixer.cut()
            self._ended.set()

    def run(self) -> None:
        """Open the device, wait until the stream is retired, let it fade, close the device."""
        try:
            device = self._backend.open(self.fill)
        except SoundError as error:
            with self._lock:
                if not self._ended.is_set():
                    self._report(self, Failed(str(error), error.detail))
            return
        self.has_device = True
        self._ended.wait()
        self._faded.wait(_FADE_LIMIT)
        device.close()

    def fill(self, frames: int) -> bytes:
        """The next frames of the stream."""
        with self._lock:
            now = self._clock()
            self.requests += 1
            self._frames.observe(now, self._mixer.frame)
            self._look_whether_it_runs(now)
            horizon = self._frames.heard_at(self._mixer.frame + frames) + _AHEAD
            while self._orders and self._orders[0].at <= horizon:
                self._hand_over(heappop(self._orders))
            samples, events = self._mixer.render(frames)
            if self._ended.is_set():
                if self._mixer.is_silent:
                    self._faded.set()
                return samples
            for event in events:
                self._report(self, self._translated(event))
            return samples

    def _look_whether_it_runs(self, now: Ms) -> None:
        is_apart = now - self._last_request >= _APART
        self._last_request = now
        if self._runs or self._ended.is_set():
            return
        self._runs = self.requests > (_BEFORE_IT_RUNS if is_apart else _RUNS_FOR_SURE)
        if self._runs:
            self._report(self, Opened())

    def _hand_over(self, order: _Order) -> None:
        self._mixer.schedule(
            order.clip,
            self._frames.frame_at(order.at),
            voice=order.voice,
            volume=order.volume,
            token=order.token,
        )

    def _translated(self, event: mixer.Started | Discarded) -> Report:
        if isinstance(event, Discarded):
            return event
        return Heard(event.token, self._frames.heard_at(event.frame))
