"""Programs that are killed or stopped while they keep something, and two that keep it at once."""

import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from tests.kept_changes import (
    CHANGES,
    World,
    pack_changed,
    session,
    shipped_exercise,
    world_with_a_past,
)
from tests.kept_world import Start, from_nothing, lies, small_catalogue_in, use_catalogue
from tests.patience import PATIENCE_S

ROOT = Path(__file__).parents[2]

KEEPS = """
import os, signal, sys
from pathlib import Path
import pytest
from PySide6.QtWidgets import QApplication
from backease_desktop.core.pieces import drained
from tests.kept_world import Start, use_catalogue

shipped, profile, how, moment, times = sys.argv[1:]
left = int(moment)

def ended_at(call):
    def counted(*args, **named):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.Signals[how])
        return call(*args, **named)
    return counted

app = QApplication([])
use_catalogue(Path(shipped), pytest.MonkeyPatch())
os.fsync, Path.replace = ended_at(os.fsync), ended_at(Path.replace)
for _ in range(int(times)):
    start = Start(Path(profile))
    drained(start.pieces())
    start.close()
print("whole")
"""


@pytest.fixture
def world(qapp: QObject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    """A profile with a pack and a past, of which nothing is kept."""
    shipped = small_catalogue_in(tmp_path)
    use_catalogue(shipped, monkeypatch)
    return world_with_a_past(shipped, tmp_path / "profile")


def begun(
    world: World, how: str = "SIGKILL", moment: int = 0, times: int = 1
) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", KEEPS, str(world.shipped), str(world.profile)]
    return subprocess.Popen(
        [*command, how, str(moment), str(times)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def kept(world: World) -> Iterator[Path]:
    return (file for file in world.cache.rglob("*") if file.is_file())


def lies_now(world: World) -> list[str]:
    start = Start(world.profile)
    found = list(lies(start, from_nothing(world.profile)))
    start.close()
    return found


@pytest.mark.parametrize("how", ["SIGKILL", "SIGINT"])
def test_a_program_that_ends_while_it_keeps_something_leaves_nothing_that_is_not_so(
    world: World, how: str
) -> None:
    for moment in count(1):
        change = shipped_exercise if moment % 2 else pack_changed  # so all is kept anew
        change(world)
        program = begun(world, how, moment)
        told, _ = program.communicate(timeout=PATIENCE_S)
        if "whole" in told:
            break
        assert lies_now(world) == [], moment
        if how == "SIGINT":
            assert [file.name for file in kept(world) if file.name.startswith(".")] == []
    assert moment > 4
    assert lies_now(world) == []


def test_two_programs_that_keep_the_same_at_once_keep_what_is_so(world: World) -> None:
    programs = [begun(world, times=6) for _ in range(2)]
    quiet = [change for change in CHANGES if change.__name__ in ("effort", "pace", "photo")]
    while any(program.poll() is None for program in programs):
        for change in (*quiet, pack_changed, session):
            change(world)
    for program in programs:
        told, complaints = program.communicate(timeout=PATIENCE_S)
        assert told == "whole\n", complaints
    assert lies_now(world) == []
    assert lies_now(world) == []
