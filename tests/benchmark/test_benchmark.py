"""The benchmark's own arithmetic, on numbers whose answers are known."""

from pathlib import Path

import pytest

from backease_desktop.storage.catalogue_files import load_catalogue
from tests.benchmark.catalogues import make_catalogue
from tests.benchmark.figures import Figure, Target, percentile, shown, table
from tests.benchmark.lateness import matched


@pytest.mark.parametrize("size", [20, 60, 130])
def test_a_made_catalogue_is_whole_and_as_large_as_asked(tmp_path: Path, size: int) -> None:
    loaded = load_catalogue(make_catalogue(tmp_path / "made", size))
    assert loaded.problems == ()
    assert len(loaded.catalogue.exercises) == size


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
