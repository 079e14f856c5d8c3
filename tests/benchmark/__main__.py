"""The benchmark: `python -m tests.benchmark [--quick] [--json FILE] [--before FILE] [PART …]`.

`light` stands for every row of the table of what is light and quick; each row has a file.

Measures the app beside a bare PySide6 window in one run and prints what it found with the target
beside each figure. A part whose programs are missing says so and is skipped. The exit code is 0
when everything could be measured or was skipped, whether or not targets are met: a table is for
reading. Nothing but this machine's own programs is used.
"""

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tests.benchmark.cold_disk import cold_disk
from tests.benchmark.figures import Figure, as_json, beside, table
from tests.benchmark.first_paint import start_up
from tests.benchmark.from_tray import from_tray
from tests.benchmark.growth import growth
from tests.benchmark.hour import hour
from tests.benchmark.instructions import instructions
from tests.benchmark.keys import keys
from tests.benchmark.lateness import lateness
from tests.benchmark.mornings import mornings
from tests.benchmark.playing import playing
from tests.benchmark.progress import progress
from tests.benchmark.scale import scale
from tests.benchmark.second_start import second_start
from tests.benchmark.stage import NotHereError
from tests.benchmark.stalls import stalls
from tests.benchmark.starts import starts
from tests.benchmark.ten_years import ten_years
from tests.benchmark.tray import tray
from tests.benchmark.window_idle import idle
from tests.benchmark.words import first_word

Measure = Callable[..., Iterator[Figure]]

PARTS: dict[str, Measure] = {
    "start-up": start_up,
    "idle": idle,
    "tray": tray,
    "from-tray": from_tray,
    "second-start": second_start,
    "playing": playing,
    "first-word": first_word,
    "mornings": mornings,
    "instructions": instructions,
    "cold-disk": cold_disk,
    "starts": starts,
    "lateness": lateness,
    "hour": hour,
    "growth": growth,
    "scale": scale,
    "keys": keys,
    "stalls": stalls,
    "history": ten_years,
    "progress": progress,
}

LIGHT = (
    *("start-up", "idle", "tray", "from-tray", "second-start", "first-word", "lateness"),
    *("playing", "growth", "scale", "keys", "stalls", "progress"),
)
"""What `light` stands for."""


def main() -> int:
    options = _options()
    figures: list[Figure] = []
    skipped: dict[str, str] = {}
    failed: dict[str, str] = {}
    for name in options.parts:
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory(prefix="backease-") as folder:
            try:
                figures += PARTS[name](Path(folder), quick=options.quick)
            except NotHereError as reason:
                skipped[name] = str(reason)
            except RuntimeError as reason:
                failed[name] = str(reason)
    print(_heading(), table(beside(figures, options.before)), sep="\n")
    for name, why in skipped.items():
        print(f"\nskipped {name}: {why}")
    for name, why in failed.items():
        print(f"\nfailed {name}: {why}")
    if options.json:
        found = {"machine": _machine(), "figures": as_json(figures)}
        found |= {"skipped": skipped, "failed": failed}
        options.json.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    return 1 if failed else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmark", description="Measures BackEase beside a bare window."
    )
    parser.add_argument("--quick", action="store_true", help="fewer and shorter measurements")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write everything as JSON")
    before = "show what was found before beside it, from such a file"
    parser.add_argument("--before", type=_figures_in, default=(), metavar="FILE", help=before)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(("light", *PARTS)))
    options = parser.parse_args()
    asked = options.parts or list(PARTS)
    named = (part for word in asked for part in (LIGHT if word == "light" else (word,)))
    options.parts = list(dict.fromkeys(named))
    unknown = [part for part in options.parts if part not in PARTS]
    if unknown:
        parser.error(f"no part {unknown[0]!r}; there are light, {', '.join(PARTS)}")
    return options


def _figures_in(name: str) -> list[dict[str, Any]]:
    """The figures of an earlier run."""
    try:
        figures: list[dict[str, Any]] = json.loads(Path(name).read_text("utf-8"))["figures"]
    except (OSError, ValueError, KeyError, TypeError) as reason:
        problem = f"{name} is no file that --json has written ({reason})"
        raise argparse.ArgumentTypeError(problem) from reason
    return figures


def _machine() -> dict[str, Any]:
    return {
        "when": datetime.now().astimezone().isoformat(timespec="seconds"),
        "system": platform.platform(),
        "python": platform.python_version(),
        "qt": version("PySide6-Essentials"),
        "cores": os.cpu_count(),
        "load": os.getloadavg()[0] if hasattr(os, "getloadavg") else None,
    }


def _heading() -> str:
    machine = _machine()
    return (
        f"BackEase beside a bare window: {machine['system']}, {machine['cores']} cores, "
        f"Python {machine['python']}, PySide6 {machine['qt']}"
    )


if __name__ == "__main__":
    sys.exit(main())
