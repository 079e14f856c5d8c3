"""Joining what two programs have made of one file: neither loses what it has changed."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.joining import joined, with_unknown

VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(0, 9) | st.sampled_from("abc"),
    lambda inner: (
        st.lists(st.sampled_from("abcd"), max_size=4, unique=True)
        | st.dictionaries(st.sampled_from("abcd"), inner, max_size=4)
    ),
    max_leaves=10,
)


@given(VALUES, VALUES)
def test_what_only_one_has_changed_is_taken_from_that_one(before: object, after: object) -> None:
    assert joined(before, after, before) == after
    assert joined(before, before, after) == after
    assert joined(before, after, after) == after


@given(st.dictionaries(st.sampled_from("abcd"), st.integers()), st.integers(), st.integers())
def test_two_who_change_different_fields_lose_nothing(
    before: dict[str, int], one: int, other: int
) -> None:
    both = joined(before, before | {"mine": one}, before | {"theirs": other})

    assert both == before | {"mine": one, "theirs": other}


@pytest.mark.parametrize(
    ("before", "ours", "theirs", "both"),
    [
        ({"a": 1}, {"a": 2}, {"a": 3}, {"a": 2}),
        ({"a": 1, "b": 1}, {"b": 1}, {"a": 1, "b": 2}, {"b": 2}),
        ({"a": 1}, {}, {"a": 2}, {"a": 2}),
        (["x"], ["x", "mine"], ["x", "theirs"], ["x", "mine", "theirs"]),
        (["x", "y"], ["y", "mine"], ["x", "y", "theirs"], ["y", "mine", "theirs"]),
        (
            [{"id": "a", "n": 1, "m": 1}],
            [{"id": "a", "n": 2, "m": 1}],
            [{"id": "a", "n": 1, "m": 2}],
            [{"id": "a", "n": 2, "m": 2}],
        ),
        ([{"from": 9}], [{"from": 8}], [{"from": 10}], [{"from": 8}]),
    ],
)
def test_where_both_have_changed_something(
    before: object, ours: object, theirs: object, both: object
) -> None:
    assert joined(before, ours, theirs) == both


def test_what_is_not_known_is_put_back_and_what_is_wrong_is_not() -> None:
    known = {"a": 1, "list": [{"id": "x", "n": 1}], "table": {"gone": 1}}
    value = {"a": 2, "list": [{"id": "x", "n": 2}, {"id": "y"}], "table": {}}
    listed = [7, {"id": "x", "n": 1, "new": 6}]
    said = {"a": "?", "new": 5, "list": listed, "table": {"bad": "?", "gone": 1}}
    wrong = frozenset({("a",), ("list", 0), ("table", "bad")})

    assert with_unknown(value, known, said, wrong) == {
        "a": 2,
        "list": [{"id": "x", "n": 2, "new": 6}, {"id": "y"}],
        "table": {},
        "new": 5,
    }
