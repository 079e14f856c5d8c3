"""Row "window idle": what a window in which nothing runs holds, and what it does all day.

Each program is alone when its memory is read, with bindings that nobody else has open. The
proportional set (PSS) counts a library's clean pages like our own; private memory is what would be
free again without the program. The pointer is away, and then on the figure of home, which moves for
one round of its exercises under it and rests.
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmark.figures import Figure, Target, median, median_figure
from tests.benchmark.first_paint import start_of
from tests.benchmark.installed import embedding, installed
from tests.benchmark.program import Cost, Memory, Program, app, bare, make_profile
from tests.benchmark.stage import Stage

SETTLED = 10.0
"""Seconds after which a window that was just opened is idle."""
MEMORY = Target(1.5)
WAKES = Target(20, is_strict=True)
AWAY, ON_THE_FIGURE = ("1599", "999"), ("1150", "330")
"""Places of the pointer on the stage's screen."""
ROUND = 90.0
"""Seconds after which the longest round of the figure has ended."""


def idle(folder: Path, *, quick: bool) -> Iterator[Figure]:
    """Memory, wake-ups and CPU of a window in which nothing runs."""
    part = "Idle"
    seconds = 20.0 if quick else 60.0
    memory: tuple[list[Memory], list[Memory]] = ([], [])
    costs: tuple[list[Cost], list[Cost]] = ([], [])
    python = installed(folder)
    with Stage(folder) as stage:
        profile = make_profile(folder / "profile")
        makers: tuple[Callable[[], Program], ...] = (
            lambda: app(stage.environment, profile, python=python),
            lambda: bare(stage.environment, python),
        )
        stage.xdotool("mousemove", *AWAY)
        start_of(makers[0], SETTLED)  # only the very first start reads the whole catalogue
        for turn in range(1 if quick else 3):
            for which, make in enumerate(makers):
                with make() as program:
                    program.wait_for("window_shown")
                    time.sleep(SETTLED)
                    memory[which].append(program.memory())
                    if turn == 0:
                        costs[which].append(program.cost_per_minute(seconds))
        with makers[0]() as program:
            program.wait_for("window_shown")
            time.sleep(SETTLED)
            stage.xdotool("mousemove", *ON_THE_FIGURE)
            looking = program.cost_per_minute(SETTLED)
            time.sleep(ROUND)
            rested = program.cost_per_minute(seconds)
    note = embedding(python)
    for name, ours, theirs in (
        ("PSS", [m.shared for m in memory[0]], [m.shared for m in memory[1]]),
        ("private", [m.own for m in memory[0]], [m.own for m in memory[1]]),
    ):
        yield median_figure(part, f"bare window: {name}", theirs, "MB")
        yield median_figure(part, f"app: {name}", ours, "MB")
        ratio = median(ours) / median(theirs)
        yield Figure(part, f"app / bare window: {name}", ratio, "×", MEMORY, note)
    over = f"over {seconds:.0f} s"
    for name, cost, target in (("bare window", costs[1][0], None), ("app", costs[0][0], WAKES)):
        yield Figure(part, f"{name}: wake-ups", cost.wakes, "/min", target, over)
        yield Figure(part, f"{name}: CPU", cost.cpu_ms, "ms/min", None, over)
    name = "app, pointer on the figure"
    yield Figure(part, f"{name}: wake-ups while it moves", looking.wakes, "/min", None)
    yield Figure(part, f"{name}: CPU while it moves", looking.cpu_ms, "ms/min", None)
    yield Figure(part, f"{name}: wake-ups after its round", rested.wakes, "/min", WAKES, over)
