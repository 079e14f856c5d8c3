"""JSON as people's editors write it: with a mark at its beginning or without, a table in braces."""

import re
from typing import Any

import msgspec

MARK = b"\xef\xbb\xbf"
"""What some editors put at the beginning of a UTF-8 file."""


class JsonError(ValueError):
    """A text is no table of JSON; says why.

    Attributes:
        line: where, counted from 1.
    """

    def __init__(self, line: int, text: str) -> None:
        super().__init__(text)
        self.line = line


def json_value_of(text: bytes) -> Any:  # noqa: ANN401  (whatever JSON holds)
    """The value that a text holds.

    Raises:
        JsonError: it holds none.
    """
    text = text.removeprefix(MARK)
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        line, what = _fault(error, text)
        raise JsonError(line, f"not JSON ({what})") from error


def json_parts_of(text: bytes) -> dict[str, msgspec.Raw]:
    """The table that a text holds, each value as it stands there: a large one is not yet read.

    Raises:
        JsonError: it holds none.
    """
    text = text.removeprefix(MARK)
    try:
        return msgspec.json.decode(text, type=dict[str, msgspec.Raw])
    except msgspec.ValidationError as error:
        raise JsonError(1, "should be a table in braces") from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        line, what = _fault(error, text)
        raise JsonError(line, f"not JSON ({what})") from error


def json_of(text: bytes) -> dict[str, Any]:
    """The table that a text holds.

    Raises:
        JsonError: it holds none.
    """
    data = json_value_of(text)
    if not isinstance(data, dict):
        raise JsonError(1, "should be a table in braces")
    return data


def _fault(error: Exception, text: bytes) -> tuple[int, str]:
    """The line at which a text is no JSON, and what is the matter there."""
    match error:
        case RecursionError():
            return 1, "nested too deeply"
        case UnicodeDecodeError():
            return 1, "not UTF-8"
    what = str(error).removeprefix("JSON is malformed: ")
    at = re.search(r" \(byte (\d+)\)$", what)
    if at is None:  # it breaks off, or an escaped sign does
        return text.rstrip().count(b"\n") + 1, what
    return text.count(b"\n", 0, int(at[1])) + 1, what[: at.start()]
