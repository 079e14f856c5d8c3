"""What the window costs beside the bare one: its start, its memory, and what it does all day.

App and bare window take turns, so that whatever else the machine does meets both. Each is alone
when its memory is read: PSS shares a library's pages among all who have them.
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import mkdtemp

from tests.audio import null_sink
from tests.audio.null_sink import NullSink
from tests.benchmark.figures import Figure, Target, median, median_figure
from tests.benchmark.program import Cost, Program, app, bare, make_profile, qt_programs
from tests.benchmark.stage import NotHereError, Stage, require, wait_for

ROUTINE = "office-and-home"
"""Long enough to be watched for two minutes and more."""
SETTLED = 10.0
"""Seconds after which a window that was just opened is idle."""

PAINT = Target(1.8)
MEMORY = Target(1.5)
WAKES = Target(20, is_strict=True)


def start_up(folder: Path, *, quick: bool) -> Iterator[Figure]:
    """From the start of the process to the first painted home page."""
    part = "Start to first paint"
    with Stage(folder) as stage:
        profile = make_profile(folder / "profile")
        new = [_first_paint(lambda: app(stage.environment, make_profile(_new(folder))))]
        for _ in range(0 if quick else 4):
            new.append(_first_paint(lambda: app(stage.environment, make_profile(_new(folder)))))
        turns: tuple[list[float], list[float]] = ([], [])
        for turn in range(8):
            ours = _first_paint(lambda: app(stage.environment, profile))
            theirs = _first_paint(lambda: bare(stage.environment))
            if turn:  # the first pair warms the caches of disk and bytecode
                turns[0].append(ours)
                turns[1].append(theirs)
    ratio = median(turns[0]) / median(turns[1])
    yield median_figure(part, "bare window", turns[1], "ms")
    yield median_figure(part, "app", turns[0], "ms")
    yield Figure(part, "app / bare window", ratio, "×", PAINT)
    yield median_figure(part, "app at its very first start", new, "ms")


def idle(folder: Path, *, quick: bool) -> Iterator[Figure]:
    """Memory, wake-ups and CPU of a window in which nothing runs."""
    part = "Idle"
    seconds = 20.0 if quick else 60.0
    memory: tuple[list[float], list[float]] = ([], [])
    costs: tuple[list[Cost], list[Cost]] = ([], [])
    with Stage(folder) as stage:
        others = qt_programs()
        profile = make_profile(folder / "profile")
        makers: tuple[Callable[[], Program], ...] = (
            lambda: app(stage.environment, profile),
            lambda: bare(stage.environment),
        )
        _first_paint(makers[0])  # only the very first start reads the whole catalogue
        for turn in range(1 if quick else 3):
            for which, make in enumerate(makers):
                with make() as program:
                    program.wait_for("window_shown")
                    time.sleep(SETTLED)
                    memory[which].append(program.memory_mb())
                    if turn == 0:
                        costs[which].append(program.cost_per_minute(seconds))
    ratio = median(memory[0]) / median(memory[1])
    yield median_figure(part, "bare window: memory", memory[1], "MB")
    yield median_figure(part, "app: memory", memory[0], "MB")
    note = f"not to be trusted: {others} other Qt programs share the libraries" if others else ""
    yield Figure(part, "app / bare window: memory", ratio, "×", MEMORY, note)
    over = f"over {seconds:.0f} s"
    for name, cost, target in (("bare window", costs[1][0], None), ("app", costs[0][0], WAKES)):
        yield Figure(part, f"{name}: wake-ups", cost.wakes, "/min", target, over)
        yield Figure(part, f"{name}: CPU", cost.cpu_ms, "ms/min", None, over)


def playing(folder: Path, *, quick: bool) -> Iterator[Figure]:
    """Wake-ups and CPU of a session, in the window and with the window minimised."""
    part = "Playing"
    require("xdotool")
    if not null_sink.available():
        raise NotHereError("needs pulseaudio, parec and pactl")
    seconds = 20.0 if quick else 60.0
    with Stage(folder) as stage, NullSink(folder) as sink:
        profile = make_profile(folder / "profile")
        around = stage.environment | sink.environment
        with app(around, profile, "--start", ROUTINE) as program:
            program.wait_for("cue")
            time.sleep(SETTLED)
            window = program.cost_per_minute(seconds)
            yield Figure(part, "app: memory", program.memory_mb(), "MB")
            name = stage.xdotool("search", "--onlyvisible", "--pid", str(program.pid))
            stage.xdotool("windowminimize", name.split()[0])
            wait_for(
                lambda: not stage.xdotool("search", "--onlyvisible", "--pid", str(program.pid)),
                "the window was not minimised",
            )
            minimised = program.cost_per_minute(seconds)
    over = f"over {seconds:.0f} s"
    for where, cost in (("in the window", window), ("minimised", minimised)):
        yield Figure(part, f"{where}: wake-ups", cost.wakes, "/min", None, over)
        yield Figure(part, f"{where}: CPU", cost.cpu_ms, "ms/min", None, over)


def _first_paint(make: Callable[[], Program]) -> float:
    with make() as program:
        shown: int = program.wait_for("window_shown")["mono_ms"]
        return shown - program.started_ms


def _new(folder: Path) -> Path:
    return Path(mkdtemp(dir=folder))
