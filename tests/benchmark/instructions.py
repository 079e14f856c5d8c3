"""Row "instructions": how many of them go by until home is painted, and for a window from the tray.

Counted by callgrind, which is some fifty times slower than the machine and does not care how busy
that is: the same start comes to the same number within a thousandth, on a virtual machine too,
which has no counters of its own.
"""

import re
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmark.figures import Figure, Target
from tests.benchmark.first_paint import LOOKED, start_of
from tests.benchmark.from_tray import OPENED
from tests.benchmark.installed import embedding, installed
from tests.benchmark.program import BARE, Program, app, make_profile
from tests.benchmark.second_start import hand_over, wait_until_it_listens
from tests.benchmark.stage import Stage, require, wait_for

PAINT = Target(1.5)
OURS = ["-P", str(Path(__file__).with_name("until_painted.py"))]
MILLION = 1_000_000
SLOW = 120.0
"""Seconds that a start may take here."""
SETTLED = 20.0
"""Seconds after which a program that was started here only waits."""


def instructions(folder: Path, *, quick: bool) -> Iterator[Figure]:
    """The app beside the bare window; from the tray, too, if there is time."""
    require("valgrind", "callgrind_control")
    python = installed(folder)
    note = f"callgrind; {embedding(python)}"
    with Stage(folder) as stage:
        # The same order of every set, so that the same start comes to the same number.
        around = stage.environment | {"PYTHONHASHSEED": "0"}
        profile = make_profile(folder / "profile")
        for _ in range(2):
            start_of(lambda: app(around, profile, python=python), LOOKED)
        counted = Counted(folder, around, python)
        theirs = counted.to_its_end([*BARE, "--once"])
        ours = counted.to_its_end(_words(profile))
        yield from _beside("Instructions to first paint", ours, theirs, PAINT, note)
        if not quick:
            tray = counted.from_here_on(_words(profile, "--background"), profile)
            yield from _beside("Instructions from the tray", tray, theirs, OPENED, note)


def _words(profile: Path, *words: str) -> list[str]:
    return [*OURS, "--profile", str(profile), *words]


def _beside(part: str, ours: float, theirs: float, target: Target, note: str) -> Iterator[Figure]:
    yield Figure(part, "bare window's start", theirs, "million")
    yield Figure(part, "app", ours, "million")
    yield Figure(part, "app / bare window's start", ours / theirs, "×", target, note)


class Counted:
    """Counts the instructions of programs.

    Args:
        folder: for what callgrind writes.
        around: the environment of the programs.
        python: what runs them.
    """

    def __init__(self, folder: Path, around: dict[str, str], python: str) -> None:
        self._folder, self._around, self._python = folder, around, python

    def to_its_end(self, words: list[str]) -> float:
        """Millions of them in a program that ends by itself.

        Raises:
            RuntimeError: it did not end well, or not in time.
        """
        with self._running(words) as program:
            return self._counted(program)

    def from_here_on(self, words: list[str], profile: Path) -> float:
        """Millions of them in the program of a profile, from when its window is asked for.

        Raises:
            RuntimeError: it ended before, or did not end then.
        """
        with self._running(words) as program:
            wait_until_it_listens(profile)
            time.sleep(SETTLED)
            forget = ["callgrind_control", "-z", str(program.pid)]
            subprocess.run(forget, check=True, capture_output=True)
            hand_over(self._around, profile, self._python)
            return self._counted(program)

    def _running(self, words: list[str]) -> Program:
        counting = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={self._out}"]
        return Program([*counting, self._python, *words], self._around)

    def _counted(self, program: Program) -> float:
        wait_for(lambda: program.has_ended, f"no end of it: {program.said()}", SLOW)
        total = re.search(r"^totals: (\d+)$", self._out.read_text(), re.MULTILINE)
        if total is None or program.exit_code:
            raise RuntimeError(f"callgrind has counted nothing:\n{program.said()}")
        return int(total[1]) / MILLION

    @property
    def _out(self) -> Path:
        return self._folder / "callgrind.out"
