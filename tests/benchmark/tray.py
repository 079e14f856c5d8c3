"""Row "tray": what the program costs while it only waits there, beside a bare one and others.

Ours and the bare one have bindings that nobody else has open, so that PSS and private memory mean
the same on every machine; the others are as the distribution has them. One runs at a time, each
with a home of its own and its icon in the tray; they take turns, so that whatever else the machine
does meets all of them. Somebody is at the computer: the pointer moves now and then, and our
reminder counts. Others are started as their packages start them, with the questions of their first
start answered beforehand. The frozen program is measured, too, where `packaging/run.py bundle` has
left one in `dist`.
"""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.benchmark.figures import Figure, Target, median, median_figure
from tests.benchmark.installed import embedding, installed
from tests.benchmark.program import (
    APP,
    ROOT,
    Cost,
    Memory,
    Program,
    app,
    bare_tray,
    make_profile,
)
from tests.benchmark.stage import wait_for
from tests.benchmark.tray_stage import TrayStage

PART = "Idle in the tray"
SETTLED = 12.0
"""Seconds after which a program that was just started is idle."""
ANSWERED = 20.0
"""Seconds in which somebody who sees the card could answer it."""
BARE = "bare tray program"
FROZEN = ROOT / "dist" / "backease" / "backease"

NOT_NOW = (-58, -56)
"""Where on the card the button is, in pixels from its right bottom corner."""

MOVES_EVERY = 10.0
"""Seconds between two moves of the pointer."""
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ALL_DAY = [{"start": "00:00", "end": "00:00"}]
ALL_WEEK = {
    "reminders": [
        {
            "id": "stretch",
            "name": "Stretch",
            "when": {"kind": "every", "minutes": 240},
            "hours": dict.fromkeys(_DAYS, _ALL_DAY),
        }
    ]
}
"""A plan that counts whenever somebody measures, and does not call meanwhile."""

MEMORY = Target(1.3)
WAKES = Target(20, is_strict=True)
CPU = Target(15, is_strict=True)

FIRST_STARTS = {
    "safeeyes": {},
    "workrave": {
        ".config/glib-2.0/settings/keyfile": (
            "[org/workrave/gui/main-window]\nstart-in-tray=true\nenabled=false\n"
        )
    },
    "rsibreak": {},
}
"""Other programs, and the files of their homes that make them begin in the tray."""
WELCOMES = {"rsibreak"}
"""Those of them that open a window at each start which has to be closed."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A program in a state to be measured.

    Attributes:
        name: as the table says it.
        make: makes a new run of it.
        bring: takes it from its start, with the icon in the tray, to that state.
        is_ours: whether targets are for it.
    """

    name: str
    make: Callable[[], Program]
    bring: Callable[[Program], None]
    is_ours: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What one run has cost."""

    cost: Cost
    memory: Memory
    children: int


class _Person:
    """Moves the pointer now and then."""

    def __init__(self, stage: TrayStage) -> None:
        self._stage = stage
        self._moved_at = 0.0
        self._step = 5

    def be_there(self) -> None:
        """Move if it is time."""
        if time.monotonic() - self._moved_at >= MOVES_EVERY:
            self._moved_at = time.monotonic()
            self._step = -self._step
            self._stage.xdotool("mousemove_relative", "--", str(self._step), "0")


def tray(folder: Path, *, quick: bool) -> Iterator[Figure]:
    """Wake-ups, CPU and memory of ours in three states, of a bare one and of others."""
    seconds = 35.0 if quick else 60.0
    with TrayStage(folder) as stage:
        python = installed(folder)
        candidates = [_bare(stage, python), *_ours(stage, folder, python), *_others(stage)]
        found: dict[str, list[Found]] = {each.name: [] for each in candidates}
        for _ in range(1 if quick else 3):
            for each in candidates:
                found[each.name].append(_run(stage, each, seconds))
    for candidate in candidates:
        yield from figures_of(candidate, found[candidate.name], found[BARE], embedding(python))


def figures_of(
    candidate: Candidate, found: list[Found], bare: list[Found], note: str
) -> Iterator[Figure]:
    """The lines of one candidate.

    Args:
        candidate: whose they are.
        found: its runs.
        bare: runs of the bare tray program, which ours is compared with.
        note: what is to be said about the comparison.
    """
    name, ours = candidate.name, candidate.is_ours
    yield median_figure(
        PART, f"{name}: wake-ups", [f.cost.wakes for f in found], "/min", WAKES if ours else None
    )
    yield median_figure(
        PART, f"{name}: CPU", [f.cost.cpu_ms for f in found], "ms/min", CPU if ours else None
    )
    for kind, memory in (("PSS", lambda f: f.memory.shared), ("private", lambda f: f.memory.own)):
        held = [memory(each) for each in found]
        yield median_figure(PART, f"{name}: {kind}", held, "MB")
        if ours:
            ratio = median(held) / median([memory(each) for each in bare])
            yield Figure(PART, f"{name}: {kind} / bare", ratio, "×", MEMORY, note)
    children = max(each.children for each in found)
    if children:
        yield Figure(PART, f"{name}: child processes", children, "")


def _run(stage: TrayStage, candidate: Candidate, seconds: float) -> Found:
    wait_for(lambda: stage.icons == 0, "the tray was not empty")
    with candidate.make() as program:
        try:
            wait_for(lambda: stage.icons == 1, f"{candidate.name}: no icon in the tray", 60)
            candidate.bring(program)
            time.sleep(SETTLED)
            if windows := stage.windows_of(program.pid):
                raise RuntimeError(f"{candidate.name}: {len(windows)} windows are open")
            memory, children = program.memory(), program.children
            cost = program.cost_per_minute(seconds, _Person(stage).be_there)
        finally:
            if program.has_ended:
                raise RuntimeError(f"{candidate.name} ended: {program.said()}")
        return Found(cost, memory, children)


def _bare(stage: TrayStage, python: str) -> Candidate:
    return Candidate(BARE, lambda: bare_tray(stage.environment, python), _shown)


def _ours(stage: TrayStage, folder: Path, python: str) -> Iterator[Candidate]:
    profile = make_profile(folder / "profile", told_staying=True)
    (profile / "config").mkdir()
    (profile / "config" / "reminders.json").write_text(json.dumps(ALL_WEEK))

    def close(program: Program) -> None:
        program.wait_for("window_shown")
        _close_window(stage, program)

    def answer(program: Program) -> None:
        remind(stage.environment, profile, "now")
        wait_for(lambda: bool(stage.windows_of(program.pid)), "there is no card", ANSWERED)
        (card,) = stage.windows_of(program.pid)
        stage.click(card, *NOT_NOW)
        wait_for(lambda: not stage.windows_of(program.pid), "the card was not answered")

    def background() -> Program:
        return app(stage.environment, profile, "--background", python=python)

    def window() -> Program:
        return app(stage.environment, profile, python=python)

    yield Candidate("BackEase from login", background, _shown, is_ours=True)
    if FROZEN.is_file():
        command = [str(FROZEN), "--profile", str(profile), "--background"]
        yield Candidate(
            "BackEase, packaged", lambda: Program(command, stage.environment), _shown, is_ours=True
        )
    yield Candidate("BackEase, window closed", window, close, is_ours=True)
    yield Candidate("BackEase, card answered", background, answer, is_ours=True)


def _others(stage: TrayStage) -> Iterator[Candidate]:
    for name, files in FIRST_STARTS.items():
        if shutil.which(name):
            home = stage.home(name)
            for path, text in files.items():
                file = Path(home["HOME"], path)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text)
            bring = partial(_close_window, stage) if name in WELCOMES else _shown
            yield Candidate(name, lambda n=name, h=home: Program([n], h), bring)


def _close_window(stage: TrayStage, program: Program) -> None:
    wait_for(lambda: bool(stage.windows_of(program.pid)), "no window was opened")
    stage.close_window(stage.windows_of(program.pid)[0])
    wait_for(lambda: not stage.windows_of(program.pid), "the window was not closed")


def _shown(_: Program) -> None:
    """The icon is in the tray: that is all."""


def remind(environment: Mapping[str, str], profile: Path, *words: str) -> None:
    """Say something to the running app on the command line."""
    command = [sys.executable, *APP, "--profile", str(profile), "remind", *words]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
