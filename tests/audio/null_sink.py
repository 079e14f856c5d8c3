"""A private PulseAudio server without a sound card, whose output can be recorded with times.

Used by the optional tests of real sound and by the benchmark. The server gets its own folder and
socket; nothing of the user's is touched. Times are `time.monotonic` in milliseconds. Method: every
chunk that `parec` delivers is stamped on arrival; the earliest arrival of the last second, measured
against the chunk's own place in the recording, dates every sample. A sound is dated a few
milliseconds before a loudspeaker would play it: a null sink renders a block ahead of its time.
"""

import os
import shutil
import signal
import subprocess
import threading
import time
from array import array
from collections import deque
from pathlib import Path
from typing import Self

from tests.patience import PATIENCE_S

RATE = 44_100
_CHUNK = RATE // 100


def available() -> bool:
    """Whether the programs are there."""
    return all(shutil.which(name) for name in ("pulseaudio", "parec", "pactl"))


class NullSink:
    """The server: a context manager; `environment` is what a client needs to find it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._server: subprocess.Popen[bytes] | None = None
        self.environment = {"PULSE_SERVER": f"unix:{folder}/socket"}

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def start(self) -> None:
        """Start the server and wait until it answers; also after `kill`."""
        script = self._folder / "null_sink.pa"
        script.write_text(
            f"load-module module-native-protocol-unix socket={self._folder}/socket"
            " auth-anonymous=1\n"
            f"load-module module-null-sink sink_name=null rate={RATE} channels=1\n"
            "set-default-sink null\n"
        )
        command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1"]
        command += ["--use-pid-file=no", "--log-level=error", "-F", str(script)]
        home = {"HOME": str(self._folder), "XDG_RUNTIME_DIR": str(self._folder)}
        self._server = subprocess.Popen(
            command, env=os.environ | home, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        deadline = time.monotonic() + PATIENCE_S
        while self._pactl("info") != 0:
            if time.monotonic() > deadline:
                self.kill()
                raise RuntimeError("the private sound server did not start")
            time.sleep(0.05)

    def freeze(self) -> None:
        """The server stops answering."""
        self._running().send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """The server goes on."""
        self._running().send_signal(signal.SIGCONT)

    def suspend(self, *, suspended: bool = True) -> None:
        """The sink goes to sleep whatever plays, or wakes; the server answers all the same."""
        if self._pactl("suspend-sink", "null", str(int(suspended))) != 0:
            raise RuntimeError("the sink is not there")

    def kill(self) -> None:
        """The server dies without a word."""
        if self._server is not None:
            self._server.kill()
            self._server.wait()
            self._server = None

    def plug_in(self, name: str) -> None:
        """Another sink is there, which calls itself so; the default stays what it is."""
        words = [f"sink_name={name}", f"rate={RATE}", "channels=1"]
        words.append(f"sink_properties=device.description={name}")
        if self._pactl("load-module", "module-null-sink", *words) != 0:
            raise RuntimeError("there is no other sink")

    def rescue_streams(self) -> None:
        """From now on what plays on a sink that goes is moved to the default, as is usual."""
        if self._pactl("load-module", "module-rescue-streams") != 0:
            raise RuntimeError("nothing is rescued here")

    def pull_out(self, name: str) -> None:
        """The other sink is gone, with whatever plays on it."""
        modules = self._told("list", "short", "modules").splitlines()
        (number,) = (line.split()[0] for line in modules if f"sink_name={name} " in line)
        if self._pactl("unload-module", number) != 0:
            raise RuntimeError("the other sink stays")

    def record(self, *, latency_ms: int = 10, sink: str = "null") -> "Recording":
        """Record everything that is played from now on; a context manager.

        Args:
            latency_ms: a recording in small bites dates sounds well, and keeps the sink awake.
            sink: which.
        """
        return Recording(self.environment, latency_ms, sink)

    def clients(self) -> int:
        """How many programs are connected, the one that asks not counted."""
        return len(self._told("list", "short", "clients").splitlines()) - 1

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._server is None:
            raise RuntimeError("the private sound server is not running")
        return self._server

    def _told(self, *words: str) -> str:
        return subprocess.run(
            ["pactl", *words],
            env=os.environ | self.environment,
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    def _pactl(self, *words: str) -> int:
        return subprocess.run(
            ["pactl", *words],
            env=os.environ | self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        ).returncode


class Recording:
    """What the sink plays, with the time of every sample.

    Attributes:
        samples: mono signed 16-bit at `RATE`.
    """

    def __init__(self, environment: dict[str, str], latency_ms: int, sink: str) -> None:
        self.samples = array("h")
        self._stamps: list[tuple[int, float]] = []
        """For each chunk: its first sample, and what `origin` was believed then."""
        command = ["parec", "--raw", f"--device={sink}.monitor", "--format=s16ne", "--channels=1"]
        command += [f"--rate={RATE}", f"--latency-msec={latency_ms}"]
        self._recorder = subprocess.Popen(
            command,
            env=os.environ | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        deadline = time.monotonic() + PATIENCE_S
        while len(self.samples) < RATE // 2:
            if time.monotonic() > deadline:
                raise RuntimeError("nothing can be recorded")
            time.sleep(0.02)
        return self

    def __exit__(self, *_: object) -> None:
        self._recorder.kill()
        self._recorder.wait()
        self._thread.join(5)
        if self._recorder.stdout is not None:
            self._recorder.stdout.close()

    def time_of(self, sample: int) -> float:
        """Milliseconds of the monotonic clock at which a sample was played."""
        low, high = 0, len(self._stamps) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self._stamps[middle][0] <= sample:
                low = middle
            else:
                high = middle - 1
        return self._stamps[low][1] + sample * 1000 / RATE

    def onsets(self, *, threshold: int = 1_000, quiet_ms: int = 60) -> list[float]:
        """When sounds began: the first sample over the threshold after so much quiet, in ms."""
        quiet = quiet_ms * RATE // 1000
        found: list[float] = []
        last_loud = -quiet - 1
        for place, value in enumerate(self.samples):
            if value > threshold or value < -threshold:
                if place - last_loud > quiet:
                    found.append(self.time_of(place))
                last_loud = place
        return found

    def _read(self) -> None:
        assert self._recorder.stdout is not None
        origins: deque[float] = deque(maxlen=100)
        while chunk := self._recorder.stdout.read(2 * _CHUNK):
            now = time.monotonic() * 1000
            first = len(self.samples)
            self.samples.frombytes(chunk[: len(chunk) // 2 * 2])
            origins.append(now - len(self.samples) * 1000 / RATE)
            self._stamps.append((first, min(origins)))
