"""JSON texts: what they hold, or the line at which they hold nothing."""

import pytest

from backease_desktop.storage.json_text import MARK, JsonError, json_of


@pytest.mark.parametrize("mark", [b"", MARK])
def test_a_table_is_read_with_a_mark_and_without(mark: bytes) -> None:
    assert json_of(mark + b'{"a": 1}') == {"a": 1}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (b"", 1, "not JSON"),
        (b'{"a":\n 1,\n}', 3, "trailing comma"),
        (MARK + b"{\n]", 2, "not JSON"),
        (b"[1]", 1, "should be a table in braces"),
        (b"[" * 100_000, 1, "nested too deeply"),
        ("{}".encode("utf-16"), 1, "not JSON"),
    ],
)
def test_what_is_no_table_is_told_with_its_line(text: bytes, line: int, words: str) -> None:
    with pytest.raises(JsonError, match=words) as told:
        json_of(text)

    assert told.value.line == line
