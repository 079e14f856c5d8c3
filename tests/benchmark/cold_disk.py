"""Row "cold-disk": the first paint where nothing of the installation is in memory yet.

As after the machine was started: before each start the kernel is asked to forget the pages of all
files of the installation and of the profile (`posix_fadvise`, which needs no rights). What others
have open meanwhile stays: Python's own library, which measures here, and the system's. App and bare
window take turns, and both begin from a disk that is as cold.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tests.benchmark.figures import Figure, median, median_figure
from tests.benchmark.first_paint import LOOKED, PAINT, WARM_UP, start_of
from tests.benchmark.installed import ROOT, embedding, installed
from tests.benchmark.program import Program, app, bare, make_profile
from tests.benchmark.stage import NotHereError, Stage

OURS = ("backease_desktop", "catalogue", "resources/icons")
"""Of the program; its voices are not opened before the paint."""


@dataclass(frozen=True, slots=True)
class ColdStart:
    """What a start from a cold disk took until the first paint.

    Attributes:
        wall: milliseconds.
        read: megabytes that came from the disk.
        calls: how often something was read.
    """

    wall: float
    read: float
    calls: int


def cold_disk(folder: Path, *, quick: bool) -> Iterator[Figure]:
    """The app beside the bare window, each from a cold disk."""
    if not hasattr(os, "posix_fadvise"):
        raise NotHereError("needs posix_fadvise, by which a kernel forgets what it has read")
    python = installed(folder)
    profile = make_profile(folder / "profile")
    places = [Path(python).parents[1], profile, *(ROOT / name for name in OURS)]
    with Stage(folder) as stage:
        for _ in range(WARM_UP):
            start_of(lambda: app(stage.environment, profile, python=python), LOOKED)
        pairs = [
            (
                _cold(places, lambda: app(stage.environment, profile, python=python)),
                _cold(places, lambda: bare(stage.environment, python)),
            )
            for _ in range(3 if quick else 9)
        ]
    part = "First paint from a cold disk"
    ours, theirs = zip(*pairs, strict=True)
    yield from compared(part, ours, theirs, embedding(python))


def compared(
    part: str, ours: Sequence[ColdStart], theirs: Sequence[ColdStart], note: str
) -> Iterator[Figure]:
    """The lines of ours beside theirs."""
    for who, starts in (("bare window", theirs), ("app", ours)):
        yield median_figure(part, f"{who}: wall", [one.wall for one in starts], "ms")
        yield median_figure(part, f"{who}: read from the disk", [one.read for one in starts], "MB")
        yield median_figure(part, f"{who}: calls that read", [one.calls for one in starts], "")
    ratio = median([one.wall for one in ours]) / median([one.wall for one in theirs])
    yield Figure(part, "app / bare window: wall", ratio, "×", PAINT, note)


def _cold(places: Iterable[Path], make: Callable[[], Program]) -> ColdStart:
    forget(places)
    with make() as program:
        shown = program.wait_for("window_shown")
        lines = Path(f"/proc/{program.pid}/io").read_text().splitlines()
        counts = {name: int(count) for name, count in (line.split(": ") for line in lines)}
        wall = shown["mono_ms"] - program.started_ms
        return ColdStart(wall, counts["read_bytes"] / (1 << 20), counts["syscr"])


def forget(places: Iterable[Path]) -> None:
    """Let the kernel forget what it holds of files below these places, and write what is new."""
    os.sync()
    for place in places:
        for folder, _, names in os.walk(place, followlinks=True):
            for name in names:
                _forget_file(Path(folder, name))


def _forget_file(file: Path) -> None:
    try:
        opened = os.open(file, os.O_RDONLY | os.O_NONBLOCK)
    except OSError:
        return
    with suppress(OSError):  # it is no file on a disk
        os.posix_fadvise(opened, 0, 0, os.POSIX_FADV_DONTNEED)
    os.close(opened)
