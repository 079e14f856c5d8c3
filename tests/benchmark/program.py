"""A program under measurement: the app or the bare window, what it logs and what it costs."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from tests.benchmark.stage import wait_for

ROOT = Path(__file__).resolve().parents[2]
BARE = ["-P", str(Path(__file__).with_name("bare_window.py"))]
BARE_TRAY = ["-P", str(Path(__file__).with_name("bare_tray.py"))]
APP = ["-P", "-m", "backease_desktop"]
"""What the command `backease` starts, behind the name of a Python."""
_WITHIN = 60.0
_LOOK_EVERY = 0.5


def _nothing() -> None: ...


def monotonic_ms() -> float:
    """The clock that event logs are written by."""
    return time.monotonic_ns() / 1_000_000


def make_profile(folder: Path, **more: object) -> Path:
    """A profile of somebody who has read the safety page, so that the app opens at home."""
    data = folder / "data"
    data.mkdir(parents=True)
    told = {"first_start": "2026-11-01", "understood": True} | more
    data.joinpath("profile.json").write_text(json.dumps(told))
    return folder


@dataclass(frozen=True, slots=True)
class Cost:
    """What a thread, or a whole program, has cost.

    Attributes:
        wakes: context switches, wanted and unwanted.
        cpu_ms: time on a processor.
    """

    wakes: int
    cpu_ms: float

    def __sub__(self, other: "Cost") -> "Cost":
        return Cost(self.wakes - other.wakes, self.cpu_ms - other.cpu_ms)


@dataclass(frozen=True, slots=True)
class Memory:
    """What a program and its children hold, in MB.

    Attributes:
        shared: proportional set size: a page that several programs have counts in parts (PSS).
        own: what nobody else has (USS).
    """

    shared: float
    own: float


class Program:
    """Runs a program as a context manager.

    Args:
        command: what to run; its standard output, or the event log, tells what happens.
        environment: where to run it.
        log: the event log, if the command writes one.

    Attributes:
        started_ms: the monotonic clock just before the process was made.
    """

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], log: Path | None = None
    ) -> None:
        self._command, self._environment = command, environment
        self._said = Path(environment["HOME"]) / "said.txt"
        self._log = log or self._said
        self.started_ms = 0.0

    def __enter__(self) -> Self:
        self._log.unlink(missing_ok=True)
        with self._said.open("wb") as said:
            self.started_ms = monotonic_ms()
            self._process = subprocess.Popen(
                self._command,
                cwd=ROOT,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
            )
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait()

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def has_ended(self) -> bool:
        return self.exit_code is not None

    @property
    def exit_code(self) -> int | None:
        """What it has ended with; None while it runs."""
        return self._process.poll()

    def said(self) -> str:
        """The last of what it has printed."""
        return self._said.read_text("utf-8", "replace")[-2_000:]

    def events(self, name: str = "") -> list[dict[str, Any]]:
        """What was logged so far; only the events of a name if one is given."""
        try:
            lines = self._log.read_text("utf-8").splitlines(keepends=True)
        except FileNotFoundError:
            return []
        whole = [line for line in lines if line.startswith("{") and line.endswith("\n")]
        return [e for e in map(json.loads, whole) if not name or e["event"] == name]

    def wait_for(self, name: str, seconds: float = _WITHIN) -> dict[str, Any]:
        """The first event of a name.

        Raises:
            RuntimeError: it did not come in time, or the program ended.
        """

        def has_come() -> bool:
            if self.has_ended and not self.events(name):
                raise RuntimeError(f"{self._command[1:4]} ended before {name}:\n{self.said()}")
            return bool(self.events(name))

        wait_for(has_come, f"no {name} from {self._command[1:4]}", seconds)
        return self.events(name)[0]

    def leave_alone(self, seconds: float) -> None:
        """Let it do what it does.

        Raises:
            RuntimeError: it ended meanwhile.
        """
        time.sleep(seconds)
        if self.has_ended:
            raise RuntimeError(f"{self._command[1:4]} ended:\n{self.said()}")

    @property
    def spent_ms(self) -> float:
        """Processor time of the program alone, up to now."""
        tasks = Path(f"/proc/{self.pid}/task").iterdir()
        return sum(_cost(task).cpu_ms for task in tasks)

    @property
    def children(self) -> int:
        """How many processes it has besides its own."""
        return len(_family(self.pid)) - 1

    def memory(self) -> Memory:
        """What the program and its children hold now."""
        sizes = [_sizes_kb(pid) for pid in _family(self.pid)]
        shared = sum(each["Pss"] for each in sizes)
        own = sum(each["Private_Clean"] + each["Private_Dirty"] for each in sizes)
        return Memory(shared / 1024, own / 1024)

    def memory_mb(self) -> float:
        """Proportional set size of the program and its children."""
        return self.memory().shared

    def spent(self) -> Cost:
        """What the program and its children have cost so far, but for threads that have ended."""
        costs = self._threads().values()
        return Cost(sum(c.wakes for c in costs), sum(c.cpu_ms for c in costs))

    def cost_per_minute(self, seconds: float, meanwhile: Callable[[], None] = _nothing) -> Cost:
        """Watch for a while; what a minute costs.

        Looks several times: what a thread did that has ended since the last look is not seen.
        `meanwhile` is called at each look.
        """
        first = last = self._threads()
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            time.sleep(min(_LOOK_EVERY, seconds))
            meanwhile()
            last = last | self._threads()
        nothing = Cost(0, 0.0)
        spent = [cost - first.get(thread, nothing) for thread, cost in last.items()]
        minutes = seconds / 60
        return Cost(
            round(sum(c.wakes for c in spent) / minutes), sum(c.cpu_ms for c in spent) / minutes
        )

    def _threads(self) -> dict[str, Cost]:
        """What every thread of the program and its children has cost so far."""
        found = {}
        for pid in _family(self.pid):
            for task in Path(f"/proc/{pid}/task").iterdir():
                with suppress(FileNotFoundError, ProcessLookupError):  # it has just ended
                    found[str(task)] = _cost(task)
        return found


def app(
    environment: Mapping[str, str], profile: Path, *words: str, python: str = sys.executable
) -> Program:
    """The app on a profile, with its event log."""
    log = profile / "events.jsonl"
    command = [python, *APP, "--profile", str(profile), "--event-log", str(log), *words]
    return Program(command, environment, log)


def bare(environment: Mapping[str, str], python: str = sys.executable) -> Program:
    """The bare window."""
    return Program([python, *BARE], environment)


def bare_tray(environment: Mapping[str, str], python: str = sys.executable) -> Program:
    """The bare tray program."""
    return Program([python, *BARE_TRAY], environment)


def _family(pid: int) -> list[int]:
    """A process and all below it."""
    found = [pid]
    for parent in found:
        for task in Path(f"/proc/{parent}/task").iterdir():
            with suppress(FileNotFoundError, ProcessLookupError):  # it has just ended
                found += map(int, (task / "children").read_text().split())
    return found


def _sizes_kb(pid: int) -> dict[str, int]:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
    return {line.split(":")[0]: int(line.split()[1]) for line in lines}


def _cost(task: Path) -> Cost:
    status = (task / "status").read_text().splitlines()
    switches = sum(int(line.split()[1]) for line in status if "ctxt_switches" in line)
    return Cost(switches, int((task / "schedstat").read_text().split()[0]) / 1_000_000)
