"""The benchmark's own arithmetic, on numbers whose answers are known."""

import os
import sys
from pathlib import Path

import pytest

from backease_desktop.storage.catalogue_files import load_catalogue
from backease_desktop.storage.paths import bundled
from backease_desktop.storage.wording_files import load_wording
from tests.benchmark.__main__ import LIGHT, PARTS
from tests.benchmark.cold_disk import ColdStart, compared, forget
from tests.benchmark.figures import Figure, Target, as_json, beside, percentile, shown, table
from tests.benchmark.lateness import matched
from tests.benchmark.program import Cost, Memory, Program
from tests.benchmark.scale import make_packs
from tests.benchmark.stage import Stage
from tests.benchmark.tray import Candidate, Found, figures_of
from tests.benchmark.tray_stage import icons_in

TREE = """
xwininfo: Window id: 0x400003 "panel"
  Root window id: 0x50d (the root window) (has no name)
  Parent window id: 0x200261 (has no name)
     2 children:
     0x400047 (has no name): ()  22x22+1+1  +1+1
        1 child:
        0x600007 "bare.py": ("bare.py" "bare.py")  22x22+0+0  +1+1
     0x400004 (has no name): ()  1x1+-1+-1  +-1+-1
"""
PARENT = """
import subprocess, sys
child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
print('{"event": "begun"}', flush=True)
child.wait()
"""


def test_made_packs_are_taken_whole(tmp_path: Path) -> None:
    count = make_packs(tmp_path / "packs", 150)
    packs = sorted((tmp_path / "packs").iterdir())
    wording = load_wording(bundled("catalogue") / "wording")
    loaded = load_catalogue(bundled("catalogue"), packs, wording=wording)

    assert loaded.problems == ()
    assert len(loaded.catalogue.exercises) == 3 * count // len(packs)


def test_what_was_found_before_stands_in_the_note() -> None:
    now = [
        Figure("Start", "app", 150.0, "ms", Target(200), "median of 9"),
        Figure("Start", "app", 1.5, "×"),
        Figure("Start", "new", 1.0, "ms"),
        Figure("Start", "nothing", None, "ms"),
    ]
    before = as_json(
        [
            Figure("Start", "app", 200.0, "ms"),
            Figure("Start", "gone", 2.0, "ms"),
            Figure("Start", "nothing", 2.0, "ms"),
        ]
    )
    notes = [figure.note for figure in beside(now, before)]
    assert notes == ["200 before, -25%; median of 9", "", "", ""]


def test_a_cold_disk_is_compared_by_medians() -> None:
    ours = [ColdStart(wall, 57.0, 800) for wall in (300.0, 900.0, 400.0)]
    theirs = [ColdStart(wall, 55.0, 500) for wall in (200.0, 100.0, 900.0)]
    found = {figure.name: figure.value for figure in compared("cold", ours, theirs, "")}
    assert found["app / bare window: wall"] == 2.0
    assert found["app: read from the disk"] == 57.0
    assert found["bare window: calls that read"] == 500


@pytest.mark.skipif(not hasattr(os, "posix_fadvise"), reason="the kernel cannot be asked")
def test_what_is_forgotten_stays_on_the_disk(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("kept")
    (tmp_path / "nowhere").symlink_to(tmp_path / "nothing")
    os.mkfifo(tmp_path / "pipe")
    forget([tmp_path, tmp_path / "nothing"])
    assert (tmp_path / "file").read_text() == "kept"


def test_the_percentile_is_a_value_that_was_measured() -> None:
    assert percentile([4, 1, 3, 2], 0.5) == 2
    assert percentile(list(range(1, 101)), 0.95) == 95
    assert percentile([7], 0.95) == 7


def test_a_sound_belongs_to_the_moment_it_is_near_and_to_none_that_is_far() -> None:
    assert matched([1_000, 2_000, 9_000], [995, 2_030, 2_300]) == [-5, 30]
    assert matched([1_000], []) == []


def test_a_strict_target_is_not_met_by_its_limit() -> None:
    assert Target(20).is_met_by(20)
    assert not Target(20, is_strict=True).is_met_by(20)


def test_a_figure_that_could_not_be_measured_misses_its_target() -> None:
    assert Figure("part", "name", None, "ms", Target(1)).passes is False
    assert Figure("part", "name", None, "ms").passes is None


def test_the_table_says_which_targets_are_missed() -> None:
    lines = table(
        [Figure("Idle", "memory", 1.6, "×", Target(1.5)), Figure("Idle", "CPU", 2.0, "ms")]
    ).splitlines()
    assert lines[1] == "Idle"
    assert "≤ 1.5" in lines[2]
    assert "NO" in lines[2]
    assert "NO" not in lines[3]


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (0.012345, "0.0123"), (1.796, "1.80"), (45.67, "45.7"), (12_345.6, "12,346")],
)
def test_a_number_is_shown_with_the_digits_that_count(value: float, text: str) -> None:
    assert shown(value) == text


def test_only_what_stands_in_the_tray_itself_is_an_icon() -> None:
    assert icons_in(TREE) == 1
    assert icons_in("\n".join(TREE.splitlines()[:5])) == 0


def test_only_our_program_in_the_tray_has_targets() -> None:
    found = [
        Found(Cost(4, 12.0), Memory(60.0, 50.0), 0),
        Found(Cost(6, 14.0), Memory(62.0, 52.0), 0),
    ]
    bare = [Found(Cost(1, 1.0), Memory(40.0, 30.0), 0)]
    ours = list(figures_of(Candidate("ours", Program, print, is_ours=True), found, bare, ""))
    assert [(f.value, f.passes) for f in ours if f.target] == [
        (5, True),
        (13.0, True),
        (1.525, False),
        (1.7, False),
    ]
    other = list(figures_of(Candidate("other", Program, print), found, bare, ""))
    assert [f.passes for f in other] == [None] * 4


def test_child_processes_are_told() -> None:
    found = [Found(Cost(0, 0.0), Memory(1.0, 1.0), 2)]
    lines = list(figures_of(Candidate("other", Program, print), found, found, ""))
    assert (lines[-1].name, lines[-1].value) == ("other: child processes", 2)


def test_what_python_is_told_here_is_not_told_to_what_is_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PYTHONDONTWRITEBYTECODE", "SBK_EMBED", "QT_SCALE_FACTOR"):
        monkeypatch.setenv(name, "1")
    around = Stage(tmp_path).environment
    assert not [name for name in around if name.startswith(("PYTHON", "SBK_", "QT_S"))]
    assert around["HOME"] == str(tmp_path)


def test_light_stands_for_rows_that_there_are() -> None:
    assert set(LIGHT) <= set(PARTS)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_memory_of_children_counts_and_what_is_shared_is_more_than_what_is_own(
    tmp_path: Path,
) -> None:
    with Program([sys.executable, "-c", PARENT], {"HOME": str(tmp_path)}) as program:
        program.wait_for("begun")
        assert program.children == 1
        memory = program.memory()
    assert 0 < memory.own < memory.shared
