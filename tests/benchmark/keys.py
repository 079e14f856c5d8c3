"""Row "16 ms a keystroke": from a key to the painted window, with 6,000 exercises in packs.

Median and worst of many presses in the real window (`pressed.py`), on no screen: what an X server
does with the picture is not ours. The clock runs for everybody on the machine, so beside it stands
what the window's thread has spent.
"""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.benchmark.figures import Figure, Target, median
from tests.benchmark.installed import installed
from tests.benchmark.program import ROOT, app, make_profile
from tests.benchmark.scale import EXERCISES, WORKED_OUT, make_packs
from tests.benchmark.stage import Stage, wait_for

PRESSED = Path(__file__).with_name("pressed.py")
PAINTED = Target(16)


def keys(folder: Path, *, quick: bool) -> Iterator[Figure]:
    """Typing, Down and the wheel: the median and the worst of each."""
    python = installed(folder)
    profile = make_profile(folder / "profile")
    count = make_packs(profile / "data" / "packs", 600 if quick else EXERCISES)
    with Stage(folder) as stage, app(stage.environment, profile, python=python) as program:
        program.wait_for("window_shown", WORKED_OUT)
        kept = profile / "cache" / "home.msgpack"
        wait_for(kept.exists, "home was not kept", WORKED_OUT)
    part = f"A key with {count:,} exercises"
    for name, spent in _pressed(profile, python).items():
        clock, thread = ([press[at] for press in spent] for at in (0, 1))
        note = f"{len(spent)} presses; the window's thread {median(thread):.1f}"
        yield Figure(part, f"{name}: median", median(clock), "ms", PAINTED, note)
        note = f"the window's thread {max(thread):.1f}"
        yield Figure(part, f"{name}: worst", max(clock), "ms", PAINTED, note)


def _pressed(profile: Path, python: str) -> dict[str, list[tuple[float, float]]]:
    around = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [python, "-P", str(PRESSED), str(profile)]
    done = subprocess.run(command, cwd=ROOT, env=around, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"no key could be pressed:\n{done.stderr[-2_000:]}")
    found: dict[str, list[tuple[float, float]]] = json.loads(done.stdout)
    return found
