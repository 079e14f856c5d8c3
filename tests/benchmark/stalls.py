"""Row "nothing on the window's thread over 50 ms": every stretch in which it could not answer.

A watchdog in the program (`watched.py`) says where each was, while the program opens, its pages are
walked, a word is looked for and a session starts: with the shipped catalogue and with many packs.
It looks 250 times a second, which costs a few hundredths of what it measures.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from tests.benchmark.figures import Figure, Target
from tests.benchmark.installed import installed
from tests.benchmark.program import APP, Program, make_profile, monotonic_ms
from tests.benchmark.scale import EXERCISES, WORKED_OUT, make_packs
from tests.benchmark.stage import Stage, require, wait_for
from tests.benchmark.watched import LIMIT_MS, Stall

ANSWERS = Target(LIMIT_MS)
WATCHED = Path(__file__).with_name("watched.py")
ROUTINE = "mat-12"
OPENED = 8.0
LOOKED_AT = 2.5
"""Seconds that are given to the opening, and to each step after it."""

STEPS = (
    *((f"page {number}", ("key", f"ctrl+{number}")) for number in range(1, 8)),
    ("exercises again", ("key", "ctrl+3")),
    ("search", ("key", "slash")),
    ("typing", ("type", "--delay", "120", "bridge")),
    ("home again", ("key", "ctrl+1")),
)


def stalls(folder: Path, *, quick: bool) -> Iterator[Figure]:
    """Every stretch over 50 ms, by what was done; a 0 where there was none."""
    require("xdotool")
    python = installed(folder)
    few, many = make_profile(folder / "few"), make_profile(folder / "many")
    count = make_packs(many / "data" / "packs", 600 if quick else EXERCISES)
    with Stage(folder) as stage:
        for name, profile in (("shipped", few), (f"{count:,} exercises", many)):
            part = f"Stalls: {name}"
            file = profile / "stalls.jsonl"
            with _watched(stage, profile, file, python) as program:  # keeps home
                program.wait_for("window_shown", WORKED_OUT)
                kept = profile / "cache" / "home.msgpack"
                wait_for(kept.exists, "home was not kept", WORKED_OUT)
            with _watched(stage, profile, file, python) as program:
                begun = _walked(stage, program)
                begun.append((monotonic_ms(), "a session starts"))
                asks = [python, *APP, "--profile", str(profile), "--start", ROUTINE]
                with Program(asks, stage.environment) as second:
                    wait_for(lambda: second.has_ended, "the second start went on", WORKED_OUT)
                program.wait_for("cue", WORKED_OUT)
                program.leave_alone(LOOKED_AT)
                yield from _figures(part, file, begun)


def _walked(stage: Stage, program: Program) -> list[tuple[float, str]]:
    """Do every step; when each began, in milliseconds, and its name."""
    begun = [(0.0, "opening")]
    program.wait_for("window_shown", WORKED_OUT)
    program.leave_alone(OPENED)
    for name, words in STEPS:
        begun.append((monotonic_ms(), name))
        stage.xdotool(*words)
        program.leave_alone(LOOKED_AT)
    return begun


def _figures(part: str, file: Path, begun: list[tuple[float, str]]) -> Iterator[Figure]:
    """The stalls that were told, each under the step in which it began."""
    for number, (begin, name) in enumerate(begun):
        until = begun[number + 1][0] if number + 1 < len(begun) else float("inf")
        found = [stall for stall in told_in(file) if begin <= stall.begin_ms + 1 < until]
        for stall in found or [Stall(begin, 0.0, "none")]:
            yield Figure(part, name, stall.lasted_ms, "ms", ANSWERS, stall.where)


def told_in(file: Path) -> list[Stall]:
    """The stalls in a file; a line that is still being written is none."""
    lines = file.read_text("utf-8").splitlines(keepends=True)
    return [Stall(**json.loads(line)) for line in lines if line.endswith("\n")]


def _watched(stage: Stage, profile: Path, file: Path, python: str, *words: str) -> Program:
    log = profile / "events.jsonl"
    command = [python, "-P", str(WATCHED), str(file)]
    command += ["--profile", str(profile), "--event-log", str(log), *words]
    return Program(command, stage.environment, log)
