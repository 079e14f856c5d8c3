"""Undo: every value that there was comes back, in order."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.editing.undo import MOST, Undo


@given(st.lists(st.integers(0, 3), max_size=30))
def test_all_that_was_changed_is_undone_to_the_first_and_redone_to_the_last(
    values: list[int],
) -> None:
    undo = Undo(-1)
    for value in values:
        undo = undo.changed(value)
    last, seen = undo.now, [undo.now]
    while undo.before:
        undo = undo.undone()
        seen.append(undo.now)

    assert undo.now == -1
    assert all(one != other for one, other in pairwise(seen))
    while undo.after:
        undo = undo.redone()
    assert undo.now == last


def test_the_same_value_is_no_change_and_keeps_what_can_be_redone() -> None:
    undo = Undo(1).changed(2).undone()

    assert undo.changed(1) == undo
    assert undo.changed(1).redone().now == 2


def test_a_change_after_an_undo_ends_what_could_be_redone() -> None:
    undo = Undo(1).changed(2).undone().changed(3)

    assert undo.redone().now == 3
    assert undo.undone().now == 1


def test_where_nothing_is_left_to_undo_or_redo_nothing_happens() -> None:
    undo = Undo("a")

    assert undo.undone() == undo
    assert undo.redone() == undo


def test_only_the_oldest_changes_are_forgotten() -> None:
    undo = Undo(0)
    for value in range(1, MOST + 11):
        undo = undo.changed(value)
    while undo.before:
        undo = undo.undone()

    assert undo.now == 10
