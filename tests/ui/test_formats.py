"""Times and places in words."""

import pytest

from backease_desktop.core.catalogue.words import Position
from backease_desktop.core.timeline.compile import compile_timeline
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.core.timeline.segments import SegmentKind
from backease_desktop.core.units import Ms
from backease_desktop.ui.durations import exact_words, minutes_words
from backease_desktop.ui.formats import (
    bar_words,
    clock,
    digits,
    phase_words,
    place_in_exercise,
    position_words,
)
from tests.fakes.small_catalogue import by_letters, english, small_catalogue
from tests.fakes.snapshots import core_timeline, snapshot_at, start_of


@pytest.mark.parametrize(
    ("ms", "shown"),
    [(0, "0:00"), (1, "0:01"), (7_000, "0:07"), (312_000, "5:12"), (3_660_000, "61:00")],
)
def test_a_clock_counts_started_seconds(ms: int, shown: str) -> None:
    assert clock(Ms(ms)) == shown


@pytest.mark.parametrize(("seconds", "shown"), [(7, "7"), (99, "99"), (100, "1:40"), (300, "5:00")])
def test_a_countdown_changes_to_minutes_at_a_hundred_seconds(seconds: int, shown: str) -> None:
    assert digits(seconds) == shown


@pytest.mark.parametrize(
    ("ms", "rough", "exact"),
    [
        (40_000, "40 s", "40 s"),
        (60_000, "1 min", "1 min"),
        (250_000, "4 min", "4 min 10 s"),
        (0, "0 s", "0 s"),
    ],
)
def test_a_length_is_rough_to_choose_by_and_exact_to_start(ms: int, rough: str, exact: str) -> None:
    assert (minutes_words(Ms(ms)), exact_words(Ms(ms))) == (rough, exact)


@pytest.mark.parametrize("kind", SegmentKind)
def test_every_phase_is_a_word(kind: SegmentKind) -> None:
    assert phase_words(kind)


@pytest.mark.parametrize("position", Position)
def test_every_position_is_told_in_words(position: Position) -> None:
    assert position_words(position) != position.value


def test_the_second_side_is_told_from_the_first() -> None:
    first = place_in_exercise(snapshot_at(start_of(SegmentKind.HOLD, 0) + 1))
    second = place_in_exercise(snapshot_at(start_of(SegmentKind.HOLD, 1) + 1))
    assert (first, second) == ("First side", "Second side")


def test_an_exercise_without_sides_and_sets_says_nothing_of_them() -> None:
    assert place_in_exercise(snapshot_at(start_of(SegmentKind.HOLD, 2) + 1)) == ""


def test_where_sides_alternate_none_is_the_second() -> None:
    small = small_catalogue()
    of = small.routines["only-arms"]
    arms = compile_timeline(of, small, Preferences(), english(), by_letters)
    for nth in range(4):
        at = start_of(SegmentKind.MOVE, nth, arms) + 1
        assert place_in_exercise(snapshot_at(at, arms)) == ""


def test_a_set_is_told_with_its_number() -> None:
    assert place_in_exercise(snapshot_at(start_of(SegmentKind.MOVE) + 1)) == "Set 1 of 2"


def test_a_bar_is_told_with_name_phase_landmark_and_times() -> None:
    timeline = core_timeline()
    index = next(i for i, s in enumerate(timeline.segments) if s.kind is SegmentKind.HOLD)
    assert (
        bar_words(timeline, index, Ms(30_000))
        == "Bird dog · Hold · Right arm, left leg · 0:30, at 0:26"
    )
