"""What the voice process answers, parsed once. `child.py` has the protocol."""

from pydantic import TypeAdapter

from backease_desktop.core.values import Value


class Ready(Value):
    """The first line: the voice is there."""

    engine: str
    version: str


class NoVoice(Value):
    """The first line: this system has no voice. The process ends."""

    error: str


class Rendered(Value):
    """The phrase is in the file that was asked for."""

    id: int
    frames: int


class Voices(Value):
    """Every voice: id, name, languages."""

    id: int
    voices: tuple[tuple[str, str, tuple[str, ...]], ...]


class Refused(Value):
    """This request failed; the next one may not."""

    id: int
    error: str
    unknown_voice: bool


Answer = Rendered | Voices | Refused
_REPLY: TypeAdapter[Ready | NoVoice | Answer] = TypeAdapter(Ready | NoVoice | Answer)


def parse_reply(line: bytes) -> Ready | NoVoice | Answer:
    """One line of the voice process.

    Raises:
        ValueError: it is not a reply.
    """
    return _REPLY.validate_json(line)
