"""Row "second start": what a start costs that finds the program running and hands over to it."""

import json
import os
import subprocess
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from backease_desktop.system.instance_address import address_of
from tests.benchmark.figures import Figure, Target, median_figure
from tests.benchmark.installed import embedding, installed
from tests.benchmark.program import APP, ROOT, app, make_profile, monotonic_ms
from tests.benchmark.stage import Stage, require, wait_for

HANDED_OVER = Target(60)


def second_start(folder: Path, *, quick: bool) -> Iterator[Figure]:
    """A start beside a window that is open."""
    part = "Second start"
    require("Xvfb")
    python = installed(folder)
    spent, walls = [], []
    with Stage(folder) as stage:
        profile = make_profile(folder / "profile")
        with app(stage.environment, profile, python=python) as program:
            program.wait_for("window_shown")
            wait_until_it_listens(profile)
            time.sleep(2)
            for turn in range(4 if quick else 10):
                began = monotonic_ms()
                cpu = hand_over(stage.environment, profile, python)
                if turn:  # the first one makes the running one load what talks
                    spent.append(cpu)
                    walls.append(monotonic_ms() - began)
    note = embedding(python)
    figure = median_figure(part, "hands over: CPU", spent, "ms", HANDED_OVER)
    yield figure
    yield Figure(part, "hands over: wall", sorted(walls)[len(walls) // 2], "ms", None, note)


def wait_until_it_listens(profile: Path) -> None:
    """Wait for the program of a profile to be reached by others."""
    wait_for(lambda: address_of(profile / "data") is not None, "nobody listens")


def hand_over(environment: Mapping[str, str], profile: Path, python: str) -> float:
    """Start the app a second time; the processor time that it has cost, in milliseconds.

    Raises:
        RuntimeError: it did not hand over.
    """
    command = [python, *APP, "--profile", str(profile)]
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    assert process.stdout is not None
    said = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stdout.close()
    if process.returncode:
        raise RuntimeError(f"the second start ended with {json.dumps(said.decode())}")
    return (used.ru_utime + used.ru_stime) * 1000
