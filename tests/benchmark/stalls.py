"""Row "nothing on the window's thread over 50 ms": every stretch in which it could not answer.

A watchdog in the program (`watched.py`) says where each was, and how much of it was spent on a
processor, while the program opens, its pages are walked, a word is looked for, keys are held, and a
session is started, left in a hurry and taken to its end: with the shipped catalogue and with many
packs. It looks 250 times a second, which costs a few hundredths of what it measures.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Step:
    """What is done, and what it is called in the table.

    Attributes:
        keys: words for xdotool.
        asked: words of another start of the program, which hands them over.
        awaited: an event that ends it, beside the time that each step has.
    """

    name: str
    keys: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    awaited: str = ""


def _keys(name: str, *words: str) -> Step:
    return Step(name, ("key", *words))


def _held(name: str, times: int, key: str, delay_ms: int = 30) -> Step:
    """A key that is held: the desktop repeats it some 30 times a second."""
    return Step(name, ("key", "--repeat", str(times), "--delay", str(delay_ms), key))


STEPS = (
    *(_keys(f"page {number}", f"ctrl+{number}") for number in range(1, 8)),
    _held("a long page is scrolled", 12, "Next", 60),
    _keys("settings again", "ctrl+6"),
    _held("settings are scrolled", 12, "Next", 60),
    _keys("exercises again", "ctrl+3"),
    _held("an arrow is held", 40, "Down"),
    _keys("search", "slash"),
    Step("typing", ("type", "--delay", "120", "bridge")),
    _held("letters are taken back", 8, "BackSpace"),
    _keys("home again", "ctrl+1"),
    _keys("all keys", "F1"),
    _keys("all keys go", "Escape"),
    Step("a call", asked=("remind", "now")),
    Step("the call goes", asked=("remind", "dismiss")),
    Step("a session starts", asked=("--start", ROUTINE), awaited="cue"),
    _keys("it is to be adjusted", "s"),
    _keys("it is adjusted", "Escape"),
    _keys("the first exercise", "n"),
    _keys("it hurts", "h"),
    _keys("how much", "4"),
    _keys("it was nothing", "Escape"),
    _keys("it goes on", "space"),
    _keys("leaving is asked", "Escape"),
    _keys("staying", "space"),
    Step("minimised", ("getactivewindow", "windowminimize")),
    Step("back", ("search", "--class", "backease", "windowactivate", "%@")),
    _held("skipped to its calm end", 30, "shift+n", 120),
    _keys("done", "Return"),
    _keys("another session", "1"),
    _held("left in a hurry", 2, "Escape"),
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
                another = [python, *APP, "--profile", str(profile)]
                begun = _walked(stage, program, another)
                yield from _figures(part, file, begun)


def _walked(stage: Stage, program: Program, another: list[str]) -> list[tuple[float, str]]:
    """Do every step; when each began, in milliseconds, and its name."""
    begun = [(0.0, "opening")]
    program.wait_for("window_shown", WORKED_OUT)
    program.leave_alone(OPENED)
    for step in STEPS:
        begun.append((monotonic_ms(), step.name))
        if step.keys:
            stage.xdotool(*step.keys)
        if step.asked:
            with Program([*another, *step.asked], stage.environment) as second:
                wait_for(lambda: second.has_ended, f"{step.asked} was not taken", WORKED_OUT)
        if step.awaited:
            program.wait_for(step.awaited, WORKED_OUT)
        program.leave_alone(LOOKED_AT)
    return begun


def _figures(part: str, file: Path, begun: list[tuple[float, str]]) -> Iterator[Figure]:
    """The stalls that were told, each under the step in which it began."""
    for number, (begin, name) in enumerate(begun):
        until = begun[number + 1][0] if number + 1 < len(begun) else float("inf")
        found = [stall for stall in told_in(file) if begin <= stall.begin_ms + 1 < until]
        for stall in found or [Stall(begin, 0.0, 0.0, "none")]:
            note = (
                f"{stall.spent_ms:.0f} ms on a processor; {stall.where}" if found else stall.where
            )
            yield Figure(part, name, stall.lasted_ms, "ms", ANSWERS, note)


def told_in(file: Path) -> list[Stall]:
    """The stalls in a file; a line that is still being written is none."""
    lines = file.read_text("utf-8").splitlines(keepends=True)
    return [Stall(**json.loads(line)) for line in lines if line.endswith("\n")]


def _watched(stage: Stage, profile: Path, file: Path, python: str, *words: str) -> Program:
    log = profile / "events.jsonl"
    command = [python, "-P", str(WATCHED), str(file)]
    command += ["--profile", str(profile), "--event-log", str(log), *words]
    return Program(command, stage.environment, log)
