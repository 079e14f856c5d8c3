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

On a busy computer a request may be answered so late that the device runs dry, and then all that
follows is late. That is told by `RanDry`, in a moment when nothing sounds, so that another stream
may take the place of this one, which asks earlier.
"""

import threading
from collections.abc import Callable, Iterable
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
"""A clip that cannot start within this time of its moment is not played at all; where more is
fetched at a time than usual, what is wanted at once comes that much later."""
_FADE_LIMIT: Final = 0.06
"""Seconds that a retired stream may take to fade out before its device is closed."""
_BEFORE_IT_RUNS: Final = 2
"""Requests that may only fill the buffer of a device: they come at once, one behind the other."""
_APART: Final = 4
"""The part of what is asked for that lies between two requests of a stream that runs; those that
fill a buffer are closer."""
_STOOD_STILL: Final = Ms(1000)
"""A device that has run dry for so long was asleep, and the computer may be idle."""
_QUIET: Final = Ms(320)
"""Without any clip for so long, another stream can take the place of one that ran dry."""
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


@dataclass(frozen=True, slots=True)
class RanDry:
    """The device had no frames left: this computer is too busy for so short a period."""


Report = Opened | Failed | Heard | Discarded | RanDry


@dataclass(frozen=True, slots=True, order=True)
class Order:
    """A clip with the moment that it is to be heard at."""

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
        period: what the device is to ask for at a time.
    """

    def __init__(
        self,
        *,
        backend: Backend,
        clock: Callable[[], Ms],
        report: Callable[["Stream", Report], None],
        period: Ms = PERIOD,
    ) -> None:
        self.period = period
        self.requests = 0
        """How often the device has asked for frames: what stands still is dead."""
        self.has_device = False
        """Whether a device was opened, running or not."""
        self.runs = False
        """Whether it is known when frames are heard."""
        self._last_request = Ms(0)
        self._asked_for = 0.0
        self._ran_dry = False
        self._backend = backend
        self._clock = clock
        self._report = report
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._faded = threading.Event()
        self._frames = FrameClock(backend.latency(period))
        late_limit = LATE_LIMIT + 2 * (period - PERIOD)
        self._mixer = Mixer(late_limit=late_limit * SAMPLE_RATE // 1000)
        self._orders: list[Order] = []
        self._ordered = 0

    def play(self, clip: Clip, at: Ms, *, voice: bool, volume: float, token: int) -> None:
        """Let the first sample of a clip be heard at a moment, or as soon as possible after it."""
        with self._lock:
            self._ordered += 1
            heappush(self._orders, Order(at, self._ordered, clip, voice, volume, token))

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

    def leave(self) -> list[Order] | None:
        """Retire, and give what was ordered to another stream; None where something sounds now."""
        with self._lock:
            if not self._is_quiet():
                self._ran_dry = True  # which is told again
                return None
            orders, self._orders = self._orders, []
            self._ended.set()
            return orders

    def take(self, orders: Iterable[Order]) -> None:
        """Go on with what another stream has left."""
        with self._lock:
            self._orders = sorted([*self._orders, *orders])
            self._ordered = max((order.number for order in self._orders), default=0)

    def retire(self) -> None:
        """Fade out, report nothing from now on, and let `run` close the device."""
        with self._lock:
            self._orders.clear()
            self._mixer.cut()
            self._ended.set()

    def run(self) -> None:
        """Open the device, wait until the stream is retired, let it fade, close the device."""
        try:
            device = self._backend.open(self.fill, self.period)
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
            self._look_at_request(now, frames)
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

    def _look_at_request(self, now: Ms, frames: int) -> None:
        apart, self._last_request = now - self._last_request, now
        was_asked_for, self._asked_for = self._asked_for, frames * 1000 / SAMPLE_RATE
        # One that comes before what was asked for last can have been heard only fills the buffer,
        # and says nothing of when its frames are heard.
        if not self.runs or apart >= was_asked_for / _APART:
            had_run_dry = self._frames.observe(now, self._mixer.frame)
            self._ran_dry |= had_run_dry and self.runs and apart < _STOOD_STILL
        if self._ended.is_set():
            return
        if not self.runs:
            is_apart = apart >= self.period // _APART
            self.runs = self.requests > (_BEFORE_IT_RUNS if is_apart else _RUNS_FOR_SURE)
            if self.runs:
                self._report(self, Opened())
        elif self._ran_dry and self._is_quiet():
            self._ran_dry = False
            self._report(self, RanDry())

    def _is_quiet(self) -> bool:
        soon = self._frames.heard_at(self._mixer.frame) + _QUIET
        return self._mixer.is_idle and not (self._orders and self._orders[0].at < soon)

    def _hand_over(self, order: Order) -> None:
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
