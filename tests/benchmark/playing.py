"""Row "playing": what a session costs: in the window, unseen in three ways, and paused.

Looked at a few times a second; what was spent between two looks counts for the phase that was on
at both. A hold breathes, a movement or a change of sides moves the figure.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from backease_desktop.controllers.sound_track import RESTS_AFTER
from tests.audio import null_sink
from tests.audio.null_sink import NullSink
from tests.benchmark.figures import Figure, Target
from tests.benchmark.installed import installed
from tests.benchmark.program import Program, app, bare, make_profile
from tests.benchmark.stage import NotHereError, Stage, require, wait_for

ROUTINE = "at-work"
"""Long enough to be watched for some minutes, with as much of holds as of movements."""
SETTLED = 10.0
"""Seconds after which a session that has just begun is under way."""
LOOK_EVERY = 0.25
RESTS = RESTS_AFTER / 1000 + 2
"""Seconds until the sound of a paused session rests."""
PHASES = {"hold": "in a hold", "move": "while the figure moves", "switch": "while the figure moves"}
TARGETS = {"in a hold": Target(5), "while the figure moves": Target(12)}


def playing(folder: Path, *, quick: bool) -> Iterator[Figure]:
    """CPU of a session by phase, in the window, and of one that is not seen or stands still."""
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
            window = _window(stage, program)
            with _covered(stage, window):
                yield from _still(part, "covered", program, seconds / 5)
            stage.xdotool("set_desktop", "1")
            _wait_until_unseen(stage, program)
            yield from _still(part, "on another desktop", program, seconds / 5)
            stage.xdotool("set_desktop", "0")
            stage.xdotool("windowminimize", window)
            _wait_until_unseen(stage, program)
            yield from _still(part, "minimised", program, seconds / 5)
            stage.xdotool("windowactivate", "--sync", window)
            stage.xdotool("key", "space")
            program.wait_for("paused")
            time.sleep(RESTS)
            yield from _still(part, "paused", program, seconds / 5)


def _still(part: str, name: str, program: Program, seconds: float) -> Iterator[Figure]:
    """Wake-ups and CPU of a program that is left alone."""
    cost, over = program.cost_per_minute(seconds), f"over {seconds:.0f} s"
    yield Figure(part, f"{name}: wake-ups", cost.wakes, "/min", None, over)
    yield Figure(part, f"{name}: CPU", cost.cpu_ms / 600, "% of a core", None, over)


def _window(stage: Stage, program: Program) -> str:
    """The window of a program that is seen; empty where none is."""
    found = stage.xdotool("search", "--onlyvisible", "--pid", str(program.pid))
    return found.split()[0] if found else ""


def _wait_until_unseen(stage: Stage, program: Program) -> None:
    wait_for(lambda: not _window(stage, program), "the window was still seen")


@contextmanager
def _covered(stage: Stage, window: str) -> Iterator[None]:
    """Another window over the whole of one; under X11 nobody tells the one beneath."""
    with bare(stage.environment) as over:
        wait_for(lambda: bool(_window(stage, over)), "no window came over it")
        stage.xdotool("windowsize", "--sync", _window(stage, over), "100%", "100%")
        stage.xdotool("windowmove", _window(stage, over), "0", "0")
        stage.xdotool("windowraise", _window(stage, over))
        yield
    stage.xdotool("windowactivate", "--sync", window)


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
