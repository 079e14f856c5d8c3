"""The line on which a value stands."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.storage.json_places import line_of

TEXT = b"""
{
  "id": "id", "a\\"b": [
    {"id": 1},
    {"id": 1,
     "deep": {"id":
       2}}
  ],
  "last": [[], [
    true]]
}
"""


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ((), 2),
        (("id",), 3),
        (('a"b',), 3),
        (('a"b', 0), 4),
        (('a"b', 0, "id"), 4),
        (('a"b', 1, "id"), 5),
        (('a"b', 1, "deep"), 6),
        (('a"b', 1, "deep", "id"), 7),
        (('a"b', 1, "missing"), 5),
        (('a"b', 7), 3),
        (("last", 1, 0), 10),
        (("last", 1, 0, "further"), 10),
        (("nowhere", 0), 2),
    ],
)
def test_a_value_is_found_on_its_line(place: tuple[str | int, ...], line: int) -> None:
    assert line_of(place, TEXT) == line


def test_a_field_that_stands_there_twice_is_no_trouble() -> None:
    assert line_of(("b",), b'{"a": 1,\n"a": 2,\n"b": 3}') in (1, 2, 3)


VALUES = st.recursive(
    st.none() | st.integers() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=12,
)


@given(VALUES)
def test_every_value_is_found_behind_the_one_before_it(data: object) -> None:
    text = json.dumps(data, indent=1).encode()
    places: list[tuple[str | int, ...]] = []

    def walk(value: object, place: tuple[str | int, ...]) -> None:
        places.append(place)
        parts = value.items() if isinstance(value, dict) else ()
        for key, part in enumerate(value) if isinstance(value, list) else parts:
            walk(part, (*place, key))

    walk(data, ())
    lines = [line_of(place, text) for place in places]
    assert lines == sorted(set(lines))
