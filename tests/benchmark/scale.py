"""Row "6,000 exercises in packs": the first paint beside that with ours alone, and loading them.

The packs are the shipped exercises again and again under other ids, each round of them a pack with
routines of its own. Home with them is kept at the first start, which takes its time.
"""

import gc
import time
from collections.abc import Iterator
from pathlib import Path

from backease_desktop.bootstrap.kept import open_kept
from backease_desktop.bootstrap.shelf import shelf_of
from backease_desktop.storage.paths import bundled
from tests.benchmark.catalogues import copy_into
from tests.benchmark.figures import Figure, Target, median, median_figure
from tests.benchmark.first_paint import in_turns
from tests.benchmark.installed import embedding, installed
from tests.benchmark.program import app, make_profile
from tests.benchmark.stage import Stage, wait_for

EXERCISES = 6_000
AS_QUICK = Target(1.1)
LOADED = Target(150)
WORKED_OUT = 900.0
"""Seconds that the very first start with so many may take to keep home."""


def scale(folder: Path, *, quick: bool) -> Iterator[Figure]:
    """The first paint of home with 6,000 exercises, and with ours alone."""
    part = f"First paint with {EXERCISES:,} exercises"
    python = installed(folder)
    few, many = make_profile(folder / "few"), make_profile(folder / "many")
    count = make_packs(many / "data" / "packs", 600 if quick else EXERCISES)
    with Stage(folder) as stage:
        for profile in (few, many):
            with app(stage.environment, profile, python=python) as program:
                program.wait_for("window_shown", WORKED_OUT)
                home = profile / "cache" / "home.msgpack"
                wait_for(home.exists, "home was not kept", WORKED_OUT)
        large, small = in_turns(
            lambda: app(stage.environment, many, python=python),
            lambda: app(stage.environment, few, python=python),
            5 if quick else 9,
        )
    for name, ours, theirs in (
        ("CPU", [s.cpu for s in large], [s.cpu for s in small]),
        ("wall", [s.wall for s in large], [s.wall for s in small]),
    ):
        yield median_figure(part, f"the shipped ones alone: {name}", theirs, "ms")
        yield median_figure(part, f"with {count:,}: {name}", ours, "ms")
        ratio = median(ours) / median(theirs)
        yield Figure(
            part, f"with {count:,} / alone: {name}", ratio, "×", AS_QUICK, embedding(python)
        )
    spent = [_load_kept(many) for _ in range(5)]
    yield median_figure(f"Load kept, {count:,} exercises", "all of them: CPU", spent, "ms", LOADED)


def _load_kept(profile: Path) -> float:
    """Milliseconds of processor time to load everything; no garbage is searched, as in a window."""
    kept = open_kept(profile)
    shelf_of(kept)
    gc.collect()
    gc.disable()
    begin = time.process_time()
    shelf_of(kept)
    spent = time.process_time() - begin
    gc.enable()
    return spent * 1000


def make_packs(folder: Path, exercises: int) -> int:
    """Packs of so many exercises, or a few more; returns how many there are then."""
    shipped = bundled("catalogue")
    originals = sorted(shipped.glob("exercises/*.yaml"))
    routines = sorted(shipped.glob("routines/*.yaml"))
    turns = -(-exercises // len(originals))
    for turn in range(1, turns + 1):
        pack = folder / f"round-{turn:03}"
        for part in ("exercises", "routines"):
            (pack / part).mkdir(parents=True)
        for file in (*originals, *routines):
            copy_into(pack, file, turn)
    return turns * len(originals)
