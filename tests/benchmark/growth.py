"""How work grows with the catalogue: as many exercises as we ship, 600 and 6,000."""

import gc
import json
import math
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from backease_desktop.bootstrap.shelf import Shelf, open_shelf
from backease_desktop.core.catalogue.search import Entry, Query, entry_of_exercise, found
from backease_desktop.core.speaking_time import estimate
from backease_desktop.core.timeline.cards import card_of
from backease_desktop.core.timeline.compile import compile_timeline
from backease_desktop.core.units import Ms
from backease_desktop.storage.catalogue_files import Loaded, load_catalogue
from backease_desktop.storage.paths import bundled
from tests.benchmark.figures import Figure, Target, median_figure
from tests.benchmark.program import ROOT
from tests.benchmark.scale import make_packs

SHIPPED = len(list(bundled("catalogue").glob("exercises/*.yaml")))
SIZES = (SHIPPED, 600, 6_000)
"""The others in packs, so a few more than that."""

TYPED = "bridge"
KEYSTROKE = Target(16)


def growth(folder: Path, *, quick: bool) -> Iterator[Figure]:
    """Loading, filtering, cards and compiling, by size."""
    shelf = open_shelf(folder / "profile")
    figures: dict[str, list[Figure]] = {}
    for size in SIZES:
        for figure in _of_size(folder, shelf, size, quick=quick):
            figures.setdefault(figure.part, []).append(figure)
    for part, by_size in figures.items():
        yield from by_size
        first, last = by_size[-2].value, by_size[-1].value
        assert first
        assert last
        power = math.log(last / first) / math.log(SIZES[-1] / SIZES[-2])
        note = f"from {SIZES[-2]} to {SIZES[-1]:,}: 1 is as the size, 2 as its square"
        yield Figure(part, "grows with the power", power, "", None, note)


def _of_size(folder: Path, shelf: Shelf, size: int, *, quick: bool) -> Iterator[Figure]:
    place, kept = folder / f"packs-{size}", folder / f"cache-{size}"
    place.mkdir()
    more = make_packs(place, size - SHIPPED)
    packs = sorted(place.iterdir())
    is_long = size == SIZES[-1]
    times = 1 if quick and is_long else 3 if is_long else 7

    def load() -> Loaded:
        return load_catalogue(bundled("catalogue"), packs, kept)

    loaded = load()
    catalogue = loaded.catalogue
    if loaded.problems or len(catalogue.exercises) != SHIPPED + more:
        raise RuntimeError(f"the packs made for the benchmark are wrong: {loaded.problems[:3]}")

    def forget() -> None:
        shutil.rmtree(kept)

    def figure(part: str, spent: list[float], target: Target | None = None) -> Figure:
        return median_figure(part, f"{size:,} exercises", spent, "ms", target)

    cold = [_timed(load, before=forget) for _ in range(times)]
    yield figure("Loading the catalogue, nothing kept", cold)
    warm = [_timed(load) for _ in range(times)]
    yield figure("Loading the catalogue, kept", warm)

    entries: list[Entry] = []

    def index() -> None:
        entries[:] = [entry_of_exercise(e) for e in catalogue.exercises.values()]

    yield figure("Making the search's index", [_timed(index) for _ in range(times)])
    typed = [TYPED[:end] for end in range(1, len(TYPED) + 1)]
    keys = [_timed(partial(found, entries, Query(w))) for _ in range(times) for w in typed]
    yield figure("A keystroke: searching", keys)
    shown = _keystrokes_shown(folder, place)
    yield figure("A keystroke: until it is painted", shown, KEYSTROKE if is_long else None)

    preferences, wording = shelf.preferences, shelf.wording
    routines = list(catalogue.routines.values())

    def length(text: str) -> Ms:
        return estimate(text, preferences.rate_wpm)

    def cards() -> None:
        for routine in routines:
            card_of(routine, catalogue, preferences, wording, length)

    yield figure("The cards of all routines", [_timed(cards) for _ in range(times)])
    shipped = [catalogue.routines[name] for name in shelf.catalogue.routines]
    compiled = [
        _timed(partial(compile_timeline, r, catalogue, preferences, wording, length))
        for r in shipped
        for _ in range(3)
    ]
    yield figure("Compiling a routine", compiled)


def _keystrokes_shown(folder: Path, place: Path) -> list[float]:
    command = [sys.executable, "-m", "tests.benchmark.keystroke", str(place)]
    around = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(folder)}
    done = subprocess.run(
        [*command, str(bundled("resources"))], cwd=ROOT, env=around, capture_output=True, text=True
    )
    if done.returncode:
        raise RuntimeError(f"the search could not be typed into:\n{done.stderr[-2_000:]}")
    spent: list[float] = json.loads(done.stdout)
    return spent


def _timed(work: Callable[[], object], before: Callable[[], None] = lambda: None) -> float:
    """Milliseconds that some work takes."""
    before()
    gc.collect()
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000
