"""Row "first paint": from the start of the process to the whole home page on the screen.

App and bare window take turns, so that whatever else the machine does meets both; both are started
by the same Python with the same bindings, and what they have spent is asked of themselves in the
moment of their paint, processor time as well as the clock.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from tests.benchmark.figures import Figure, Target, median, median_figure
from tests.benchmark.installed import embedding, installed
from tests.benchmark.program import Program, app, bare, make_profile
from tests.benchmark.stage import Stage

PAINT = Target(1.8)
WARM_UP = 2
"""Turns that are not counted: they fill the disk's cache, and ours."""
LOOKED = 3.0
"""Seconds that a start is left alone behind its paint, so that it can keep what comes next time."""


@dataclass(frozen=True, slots=True)
class Start:
    """What a start has cost until its first paint, in milliseconds."""

    cpu: float
    wall: float


def start_up(folder: Path, *, quick: bool) -> Iterator[Figure]:
    """The app beside the bare window; and at its very first start, with nothing kept."""
    part = "Start to first paint"
    python = installed(folder)
    with Stage(folder) as stage:
        profile = make_profile(folder / "profile")
        new = [
            start_of(
                lambda: app(stage.environment, make_profile(_new(folder)), python=python), LOOKED
            )
            for _ in range(1 if quick else 5)
        ]
        ours, theirs = in_turns(
            lambda: app(stage.environment, profile, python=python),
            lambda: bare(stage.environment, python),
            9,
        )
    note = embedding(python)
    yield from compared(part, ours, theirs, note)
    yield median_figure(part, "app at its very first start: CPU", [s.cpu for s in new], "ms")
    yield median_figure(part, "app at its very first start: wall", [s.wall for s in new], "ms")


def in_turns(
    ours: Callable[[], Program], theirs: Callable[[], Program], times: int
) -> tuple[list[Start], list[Start]]:
    """The starts of two programs, one after another."""
    found: tuple[list[Start], list[Start]] = ([], [])
    for turn in range(times + WARM_UP):
        pair = start_of(ours, LOOKED if turn < WARM_UP else 0.0), start_of(theirs)
        if turn >= WARM_UP:
            found[0].append(pair[0])
            found[1].append(pair[1])
    return found


def start_of(make: Callable[[], Program], then: float = 0.0) -> Start:
    """One start; the program is left alone for some seconds before it is ended."""
    with make() as program:
        shown = program.wait_for("window_shown")
        program.leave_alone(then)
        return Start(shown["cpu_ms"], shown["mono_ms"] - program.started_ms)


def compared(
    part: str, ours: Sequence[Start], theirs: Sequence[Start], note: str
) -> Iterator[Figure]:
    """The lines of ours beside theirs."""
    for name, mine, bare_ones in (
        ("CPU", [s.cpu for s in ours], [s.cpu for s in theirs]),
        ("wall", [s.wall for s in ours], [s.wall for s in theirs]),
    ):
        yield median_figure(part, f"bare window: {name}", bare_ones, "ms")
        yield median_figure(part, f"app: {name}", mine, "ms")
        ratio = median(mine) / median(bare_ones)
        yield Figure(part, f"app / bare window: {name}", ratio, "×", PAINT, note)


def _new(folder: Path) -> Path:
    return Path(mkdtemp(dir=folder))
