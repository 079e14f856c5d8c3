"""Row "window from the tray": what it costs the waiting program to paint its window.

The program has waited since a start at login. Its window is asked for by a second start, whose own
cost is the row "second start". Beside it stands the whole start of a bare window.
"""

import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmark.figures import Figure, Target, median, median_figure
from tests.benchmark.first_paint import LOOKED, Start, start_of
from tests.benchmark.installed import embedding, installed
from tests.benchmark.program import app, bare, make_profile, monotonic_ms
from tests.benchmark.second_start import hand_over, wait_until_it_listens
from tests.benchmark.stage import Stage

OPENED = Target(0.75)
SETTLED = 5.0
"""Seconds after which a program that was just started only waits."""


def from_tray(folder: Path, *, quick: bool) -> Iterator[Figure]:
    """The window of a program that waits, beside the start of a bare window."""
    part = "Window from the tray"
    python = installed(folder)
    ours, theirs = [], []
    with Stage(folder) as stage:
        profile = make_profile(folder / "profile")
        start_of(lambda: app(stage.environment, profile, python=python), LOOKED)
        for _ in range(3 if quick else 9):
            ours.append(_opened(stage, profile, python))
            theirs.append(start_of(lambda: bare(stage.environment, python)))
    yield median_figure(part, "bare window's start: CPU", [s.cpu for s in theirs], "ms")
    yield median_figure(part, "app: CPU", [s.cpu for s in ours], "ms")
    ratio = median([s.cpu for s in ours]) / median([s.cpu for s in theirs])
    note = embedding(python)
    yield Figure(part, "app / bare window's start: CPU", ratio, "×", OPENED, note)
    wall = "with the second start that asks for it"
    yield Figure(part, "app: wall", median([s.wall for s in ours]), "ms", None, wall)


def _opened(stage: Stage, profile: Path, python: str) -> Start:
    with app(stage.environment, profile, "--background", python=python) as program:
        wait_until_it_listens(profile)
        time.sleep(SETTLED)
        before, asked_ms = program.spent_ms, monotonic_ms()
        hand_over(stage.environment, profile, python)
        shown = program.wait_for("window_shown")
        return Start(shown["cpu_ms"] - before, shown["mono_ms"] - asked_ms)
