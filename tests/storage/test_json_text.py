"""JSON texts: what they hold, or the line at which they hold nothing."""

from collections.abc import Callable

import pytest

from backease_desktop.storage.json_text import MARK, JsonError, json_of, json_parts_of


@pytest.mark.parametrize("mark", [b"", MARK])
def test_a_table_is_read_with_a_mark_and_without(mark: bytes) -> None:
    assert json_of(mark + b'{"a": 1}') == {"a": 1}


@pytest.mark.parametrize("mark", [b"", MARK])
def test_the_parts_of_a_table_are_as_they_stand_there(mark: bytes) -> None:
    parts = json_parts_of(mark + b'{"a": [1,\n 2], "b": {"c": "d"}}')

    assert {key: bytes(part) for key, part in parts.items()} == {
        "a": b"[1,\n 2]",
        "b": b'{"c": "d"}',
    }


@pytest.mark.parametrize("read", [json_of, json_parts_of])
@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (b"", 1, "not JSON"),
        (b'{"a":\n 1,\n}', 3, "trailing comma"),
        (MARK + b"{\n]", 2, "not JSON"),
        (b"[1]", 1, "should be a table in braces"),
        (b'{"a":' * 100_000, 1, "nested too deeply"),
        ("{}".encode("utf-16"), 1, "not JSON"),
    ],
)
def test_what_is_no_table_is_told_with_its_line(
    read: Callable[[bytes], object], text: bytes, line: int, words: str
) -> None:
    with pytest.raises(JsonError, match=words) as told:
        read(text)

    assert told.value.line == line
