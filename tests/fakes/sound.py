"""Sound without a sound card: a device that the test drives."""

import threading
from array import array

from backease_desktop.audio.device import Fill, SoundError
from backease_desktop.core.clip import SAMPLE_RATE
from backease_desktop.core.units import Ms
from tests.fakes.ports import FakeClock


class FakeDevice:
    """An open device. The test plays the part of its thread by calling `ask`.

    Attributes:
        heard: the samples that were asked for.
        closed: set when it was given back.
        lets_go: cleared, closing blocks until it is set.
    """

    def __init__(self, backend: "FakeBackend", fill: Fill) -> None:
        self._backend = backend
        self._fill = fill
        self.heard = array("h")
        self.closed = threading.Event()
        self.lets_go = threading.Event()
        self.lets_go.set()

    def ask(self, frames: int = SAMPLE_RATE // 50) -> "array[int]":
        """Ask for frames, as a real device does every 20 ms; the clock is the test's affair."""
        samples = array("h", self._fill(frames))
        assert len(samples) == frames
        self.heard += samples
        return samples

    def wake(self, clock: FakeClock) -> None:
        """Begin to play: from here on it asks for frames as they are heard, and `heard` begins."""
        self.run(clock, 60)
        del self.heard[:]

    def run(self, clock: FakeClock, duration: int) -> None:
        """Let time pass, asking every 20 ms."""
        for _ in range(duration // 20):
            self.ask()
            clock.advance(20)

    def close(self) -> None:
        self._backend.answers.wait()
        self.lets_go.wait()
        self.closed.set()


class FakeBackend:
    """Opens fake devices.

    Attributes:
        failure: the reason why the next openings fail, or nothing.
        answers: cleared, the sound server is frozen: opening and closing block until it is set.
        devices: those that were opened, in order.
        attempts: how often opening was tried.
        periods: how much the devices were to ask for at a time.
    """

    def __init__(self, *, latency: int = 20) -> None:
        self._latency = Ms(latency)
        self.failure = ""
        self.answers = threading.Event()
        self.answers.set()
        self.devices: list[FakeDevice] = []
        self.attempts = 0
        self.periods: list[Ms] = []

    def latency(self, period: Ms) -> Ms:
        return self._latency

    def open(self, fill: Fill, period: Ms) -> FakeDevice:
        self.attempts += 1
        self.periods.append(period)
        self.answers.wait()
        if self.failure:
            raise SoundError(self.failure)
        device = FakeDevice(self, fill)
        self.devices.append(device)
        return device
