"""What the voice process answers, parsed once. `child.py` has the protocol."""

from typing import get_args

import msgspec

from backease_desktop.core.values import Value


class Ready(Value, frozen=True, kw_only=True):
    """The first line: the voice is there."""

    engine: str
    version: str


class NoVoice(Value, frozen=True, kw_only=True):
    """The first line: this system has no voice. The process ends."""

    error: str


class Rendered(Value, frozen=True, kw_only=True):
    """The phrase is in the file that was asked for."""

    id: int
    frames: int


class Voices(Value, frozen=True, kw_only=True):
    """Every voice: id, name, languages."""

    id: int
    voices: tuple[tuple[str, str, tuple[str, ...]], ...]


class Refused(Value, frozen=True, kw_only=True):
    """This request failed; the next one may not."""

    id: int
    error: str
    unknown_voice: bool


Answer = Rendered | Voices | Refused
Reply = Ready | NoVoice | Answer

_TOLD_BY = {kind.__struct_fields__: kind for kind in get_args(Reply)}
"""A reply is told by its fields: no two kinds have the same."""


def parse_reply(line: bytes) -> Reply:
    """One line of the voice process.

    Raises:
        ValueError: it is not a reply.
    """
    try:
        said = msgspec.json.decode(line)
        kind = next(kind for fields, kind in _TOLD_BY.items() if set(fields) == said.keys())
        reply: Reply = msgspec.convert(said, kind)
    except (msgspec.MsgspecError, AttributeError, StopIteration) as error:
        raise ValueError(f"not a reply of the voice: {line[:80]!r}") from error
    return reply
