"""Sound without a sound card: a device that the test drives, and an output that notes down."""

import threading
from array import array
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from backease_desktop.audio.device import Fill, SoundError
from backease_desktop.core.clip import SAMPLE_RATE, Clip
from backease_desktop.core.units import Ms


class FakeClock:
    """A monotonic clock that stands still until it is moved."""

    def __init__(self, now: int = 1_000) -> None:
        self.now = Ms(now)

    def __call__(self) -> Ms:
        return self.now

    def advance(self, duration: int) -> None:
        self.now = Ms(self.now + duration)


class FakeDevice:
    """An open device. The test plays the part of its thread by calling `ask`."""

    def __init__(self, backend: "FakeBackend", fill: Fill) -> None:
        self._backend = backend
        self._fill = fill
        self.heard = array("h")
        self.closed = threading.Event()

    def ask(self, frames: int = SAMPLE_RATE // 50) -> "array[int]":
        """Ask for frames, as a real device does every 20 ms; the clock is the test's affair."""
        samples = array("h", self._fill(frames))
        assert len(samples) == frames
        self.heard += samples
        return samples

    def run(self, clock: FakeClock, duration: int) -> None:
        """Let time pass, asking every 20 ms."""
        for _ in range(duration // 20):
            self.ask()
            clock.advance(20)

    def close(self) -> None:
        self._backend.answers.wait()
        self.closed.set()


class FakeBackend:
    """Opens fake devices.

    Attributes:
        failure: the reason why the next openings fail, or nothing.
        answers: cleared, the sound server is frozen: opening and closing block until it is set.
        devices: those that were opened, in order.
        attempts: how often opening was tried.
    """

    def __init__(self, *, latency: int = 20) -> None:
        self.latency = Ms(latency)
        self.failure = ""
        self.answers = threading.Event()
        self.answers.set()
        self.devices: list[FakeDevice] = []
        self.attempts = 0

    def open(self, fill: Fill) -> FakeDevice:
        self.attempts += 1
        self.answers.wait()
        if self.failure:
            raise SoundError(self.failure)
        device = FakeDevice(self, fill)
        self.devices.append(device)
        return device


@dataclass(frozen=True)
class Played:
    """What `FakeOutput.play` was given."""

    clip: Clip
    at: Ms | None
    voice: bool
    volume: float
    token: int


class FakeOutput(QObject):
    """Fits the port `SoundOutput`: notes down what shall be played and starts it when told to.

    Attributes:
        played: everything accepted by `play`, in order.
        pending: what has neither started nor been cut.
        cuts: how often `cut` was called.
    """

    opened = Signal()
    started = Signal(int, object)
    discarded = Signal(int)
    lost = Signal(str)
    restored = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_open = self.is_wanted = False
        self.played: list[Played] = []
        self.pending: list[Played] = []
        self.cuts = 0

    @property
    def is_closed(self) -> bool:
        return not self.is_wanted

    def open(self) -> None:
        self.is_open = self.is_wanted = True

    def close(self) -> None:
        self.is_open = self.is_wanted = False
        self.pending.clear()

    def finish(self, patience: Ms) -> bool:
        self.close()
        return True

    def play(self, clip: Clip, at: Ms | None, *, voice: bool, volume: float, token: int) -> None:
        if not self.is_open:
            self.discarded.emit(token)
            return
        played = Played(clip, at, voice, volume, token)
        self.played.append(played)
        self.pending.append(played)

    def cut(self) -> None:
        self.cuts += 1
        self.pending.clear()

    def reach(self, now: Ms) -> None:
        """Start what is due by now, in the order of its moments."""
        due = [played for played in self.pending if played.at is None or played.at <= now]
        self.pending = [played for played in self.pending if played not in due]
        for played in sorted(due, key=lambda played: played.at or 0):
            self.started.emit(played.token, now if played.at is None else played.at)

    def lose(self, reason: str) -> None:
        """The device is pulled out."""
        self.is_open = False
        self.pending.clear()
        self.lost.emit(reason)

    def restore(self) -> None:
        """The device is back."""
        self.is_open = True
        self.restored.emit()
