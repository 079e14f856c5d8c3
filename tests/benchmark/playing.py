"""Row "playing": what a session costs, in the window and with the window minimised.

Looked at a few times a second; what was spent between two looks counts for the phase that was on
at both. A hold breathes, a movement or a change of sides moves the figure.
"""

import time
from collections.abc import Iterator
from pathlib import Path

from tests.audio import null_sink
from tests.audio.null_sink import NullSink
from tests.benchmark.figures import Figure, Target
from tests.benchmark.installed import installed
from tests.benchmark.program import Program, app, make_profile
from tests.benchmark.stage import NotHereError, Stage, require, wait_for

ROUTINE = "at-work"
"""Long enough to be watched for some minutes, with as much of holds as of movements."""
SETTLED = 10.0
"""Seconds after which a session that has just begun is under way."""
LOOK_EVERY = 0.25
PHASES = {"hold": "in a hold", "move": "while the figure moves", "switch": "while the figure moves"}
TARGETS = {"in a hold": Target(5), "while the figure moves": Target(12)}


def playing(folder: Path, *, quick: bool) -> Iterator[Figure]:
    """CPU of a session by phase, in the window, and of one with the window minimised."""
    part = "Playing"
    require("xdotool")
    if not null_sink.available():
        raise NotHereError("needs pulseaudio, parec and pactl")
    seconds = 100.0 if quick else 180.0
    python = installed(folder)
    with Stage(folder) as stage, NullSink(folder) as sink:
        profile = make_profile(folder / "profile")
        around = stage.environment | sink.environment
        with app(around, profile, "--start", ROUTINE, python=python) as program:
            program.wait_for("cue")
            time.sleep(SETTLED)
            for name, (spent_ms, lasted) in _by_phase(program, seconds).items():
                note = f"over {lasted:.0f} s"
                share = spent_ms / lasted / 10 if lasted else None
                yield Figure(part, f"{name}: CPU", share, "% of a core", TARGETS[name], note)
            yield Figure(part, "app: memory", program.memory_mb(), "MB")
            name = stage.xdotool("search", "--onlyvisible", "--pid", str(program.pid))
            stage.xdotool("windowminimize", name.split()[0])
            wait_for(
                lambda: not stage.xdotool("search", "--onlyvisible", "--pid", str(program.pid)),
                "the window was not minimised",
            )
            minimised = program.cost_per_minute(seconds / 3)
    over = f"over {seconds / 3:.0f} s"
    yield Figure(part, "minimised: wake-ups", minimised.wakes, "/min", None, over)
    yield Figure(part, "minimised: CPU", minimised.cpu_ms / 600, "% of a core", None, over)


def _by_phase(program: Program, seconds: float) -> dict[str, tuple[float, float]]:
    """Milliseconds of CPU, and seconds watched, of each kind of phase."""
    found = dict.fromkeys(TARGETS, (0.0, 0.0))
    until = time.monotonic() + seconds
    phase, at, spent = _phase(program), time.monotonic(), program.spent()
    while at < until:
        time.sleep(LOOK_EVERY)
        now_on, now, now_spent = _phase(program), time.monotonic(), program.spent()
        if now_on == phase and phase in PHASES:
            cpu_ms, lasted = found[PHASES[phase]]
            cost = (now_spent - spent).cpu_ms
            found[PHASES[phase]] = cpu_ms + cost, lasted + now - at
        phase, at, spent = now_on, now, now_spent
    return found


def _phase(program: Program) -> str:
    started = program.events("segment_started")
    return str(started[-1]["kind"]) if started else ""
