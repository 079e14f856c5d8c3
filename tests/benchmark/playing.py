"""Row "playing": what a session costs, in the window and with the window minimised."""

import time
from collections.abc import Iterator
from pathlib import Path

from tests.audio import null_sink
from tests.audio.null_sink import NullSink
from tests.benchmark.figures import Figure
from tests.benchmark.program import app, make_profile
from tests.benchmark.stage import NotHereError, Stage, require, wait_for

ROUTINE = "office-and-home"
"""Long enough to be watched for two minutes and more."""
SETTLED = 10.0
"""Seconds after which a session that has just begun is under way."""


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
