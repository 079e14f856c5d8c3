"""An entry as a line of JSON, and back.

What a line holds comes from other devices, through folders that others carry about: it is checked
like any file of a person's. A line that cannot be used says why; one of a newer version does not.
"""

from typing import Any, get_args

import msgspec

from backease_desktop.core.fields import FieldError
from backease_desktop.core.journal.clock import is_id
from backease_desktop.core.journal.entries import UNDATED, AnyEntry, Entry
from backease_desktop.core.plain_text import fault_of

LONGEST_LINE = 1 << 20
"""Bytes of a line; a routine of a person's own has a hundredth of that."""

TORN_END = b"~"
"""The last sign of a line that was cut off, put there by whoever wrote the next one."""

_KINDS = {str(one.__struct_config__.tag): one for one in get_args(AnyEntry)}
_ENTRIES = msgspec.json.Decoder(AnyEntry)
_TOLD_OF_KIND = msgspec.json.Decoder(dict[str, Any])


def as_line(entry: Entry) -> bytes:
    """The entry as one line, with its end."""
    return msgspec.json.encode(entry) + b"\n"


def checked_line(entry: Entry) -> bytes:
    """The entry as one line that can be read again.

    Raises:
        FieldError: no line can hold it: a text that is too long or not plain, a number out of its
            limits.
    """
    line = as_line(entry)
    entry_of(line)
    return line


def entry_of(line: bytes) -> Entry | None:
    """The entry of a line; None where it is of a newer version.

    Raises:
        FieldError: it cannot be used; says why, and names the field.
    """
    if len(line) > LONGEST_LINE:
        raise FieldError(f"the line is longer than {LONGEST_LINE >> 20} MB")
    try:
        entry: Entry = _ENTRIES.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        if _is_newer(line):
            return None
        raise _explained(error) from error
    if entry.v > type(entry).VERSION:
        return None
    if not is_id(entry.id):
        raise FieldError("should be 28 hexadecimal digits, as the program writes them", "id")
    if entry.at == UNDATED:
        raise FieldError("is missing", "at")
    # Only an escaped sign or one beyond ASCII can be harmful: few lines are looked into.
    if b"\\" in line or not line.isascii():
        _check_texts(msgspec.to_builtins(entry), ())
    return entry


def _is_newer(line: bytes) -> bool:
    """Whether a line that cannot be used is an entry of a later version."""
    try:
        said = _TOLD_OF_KIND.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
    kind, version, id_ = said.get("kind"), said.get("v", 1), said.get("id")
    if not isinstance(kind, str) or not isinstance(version, int):
        return False
    if not isinstance(id_, str) or not is_id(id_):
        return False
    return kind not in _KINDS or version > _KINDS[kind].VERSION


def _explained(error: Exception) -> FieldError:
    """What is wrong, in plain words: msgspec says "Expected `int`, got `str` - at `$.level`"."""
    text, _, place = str(error).partition(" - at ")
    name = place.strip("`").removeprefix("$.").removeprefix("$")
    if isinstance(error, msgspec.ValidationError):
        return FieldError(text.replace("`", ""), *([name] if name else []))
    return FieldError("is not JSON")


def _check_texts(data: object, place: tuple[str | int, ...]) -> None:
    if isinstance(data, dict):
        for key, part in data.items():
            _check_texts(key, place)
            _check_texts(part, (*place, key))
    elif isinstance(data, list | tuple):
        for at, part in enumerate(data):
            _check_texts(part, (*place, at))
    elif isinstance(data, str) and data and (fault := fault_of(data)):
        raise FieldError(fault, *place)
