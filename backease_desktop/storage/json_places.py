"""Where in a JSON text a value stands, so that a person can be told the line."""

import re

import msgspec

_BEFORE_ENTRY = re.compile(rb"[\s,]*")
_BEFORE_FIELD = re.compile(rb'[\s,]*"(?:[^"\\]|\\.)*"\s*:\s*')


def line_of(place: tuple[str | int, ...], text: bytes) -> int:
    """The line of a value, from 1; that of what it should stand in if it is not there.

    Args:
        place: names of fields and numbers of entries, from the outside in.
        text: JSON that can be read.
    """
    start = len(text) - len(text.lstrip())
    here = text.strip()
    for part in place:
        parts = _parts(here)
        if part not in parts:
            break
        offset, here = parts[part]
        start += offset
    return text.count(b"\n", 0, start) + 1


def _parts(value: bytes) -> dict[str | int, tuple[int, bytes]]:
    """What an object or a list holds: where each part begins, and its text."""
    entries: dict[str | int, msgspec.Raw] = {}
    before = _BEFORE_ENTRY
    if value.startswith(b"{"):
        entries |= msgspec.json.decode(value, type=dict[str, msgspec.Raw])
        before = _BEFORE_FIELD
    elif value.startswith(b"["):
        entries |= dict(enumerate(msgspec.json.decode(value, type=list[msgspec.Raw])))
    found, at = dict[str | int, tuple[int, bytes]](), 1
    for key, raw in entries.items():
        gap = before.match(value, at)
        if gap is None:  # a field stands there twice: what follows cannot be told apart
            break
        found[key] = (gap.end(), bytes(raw))
        at = gap.end() + len(bytes(raw))
    return found
