"""The index of a voice pack: which phrases it holds, where, and how long each takes to say.

A pack is a folder:

    index.json        this
    calm.clips        the head of all its streams once, then the body of each clip (see `ogg`)
    brisk.clips

Rules:
    * A phrase stands on a line of its own, in the order of its text; a place in a file is the sum
      of the sizes before it. So a changed phrase changes its own line and nothing else.
    * A clip's length is exact: it is the number of frames that its stream decodes to.
    * Whatever cannot be used is one `VoicePackError`: file, and what is wrong.
    * A window that lies open keeps where the clips are as numbers: as objects they took 0.8 MB.
"""

import json
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import msgspec

from backease_desktop.core.errors import ReportedError
from backease_desktop.core.voice import Pace

VERSION = 1
INDEX = "index.json"

_LARGEST_INDEX = 4 * 1024 * 1024


Count = Annotated[int, msgspec.Meta(le=1 << 40)]
"""Of bytes or frames: more than any file has."""


class VoicePackError(ReportedError):
    """A voice pack that cannot be used: which file, and why."""


class Clipping(msgspec.Struct, array_like=True, frozen=True):
    """Where a clip ends and how long it is.

    Attributes:
        size: bytes of its body.
        frames: at the clip format's rate.
        crc: CRC-32 of the body.
    """

    size: Count
    frames: Count
    crc: Annotated[int, msgspec.Meta(ge=0, lt=1 << 32)]


class Phrase(msgspec.Struct, array_like=True, frozen=True):
    """A phrase at every pace.

    Attributes:
        recipe: what its sound was made from, as a hash; the same recipe is the same sound.
    """

    recipe: str
    calm: Clipping
    brisk: Clipping

    def at(self, pace: Pace) -> Clipping:
        """Its clip at a pace."""
        return self.calm if pace is Pace.CALM else self.brisk


class Index(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in the file.

    Attributes:
        language: of the wording, such as "en".
        voice: id of the voice; name: what a person calls it.
        made_with: packages and versions that rendered it.
        head: bytes of the head in each file of clips.
        phrases: by text.
    """

    version: int
    language: str
    voice: str
    name: str
    made_with: list[str]
    head: int
    phrases: dict[str, Phrase]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the body of a clip lies in its file, in bytes, and what it must be."""

    start: int
    clipping: Clipping


class Places(Mapping[str, Place]):
    """Where the clips of a pace lie, by text.

    Args:
        rows: the row of each text.
        numbers: of each row: start, size, frames and CRC-32.
    """

    def __init__(self, rows: Mapping[str, int], numbers: "array[int]") -> None:
        self._rows = rows
        self._numbers = numbers

    def __getitem__(self, text: str) -> Place:
        """The place of a text."""
        at = 4 * self._rows[text]
        start, size, frames, crc = self._numbers[at : at + 4]
        return Place(start, Clipping(size, frames, crc))

    def __iter__(self) -> Iterator[str]:
        """The texts, in their order."""
        return iter(self._rows)

    def __len__(self) -> int:
        """How many clips there are."""
        return len(self._rows)


@dataclass(frozen=True, slots=True)
class Contents:
    """An index with the places worked out, by pace."""

    index: Index
    places: Mapping[Pace, Places]


def clips_file(pace: Pace) -> str:
    """The name of the file that holds the clips of a pace."""
    return f"{pace}.clips"


def read_index(folder: Path) -> Contents:
    """The index of the pack in a folder.

    Raises:
        VoicePackError: there is none, it cannot be read or used, or a file of clips does not have
            the size that it says.
    """
    path = folder / INDEX
    try:
        if path.stat().st_size > _LARGEST_INDEX:
            raise VoicePackError(f"{path}: is larger than any index of a voice pack")
        index = msgspec.json.decode(path.read_bytes(), type=Index)
    except OSError as error:
        raise VoicePackError(f"{path}: cannot be read ({error.strerror})") from error
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise VoicePackError(f"{path}: is not an index of a voice pack ({error})") from error
    if index.version != VERSION:
        raise VoicePackError(f"{path}: has version {index.version}; this program reads {VERSION}")
    rows = {text: row for row, text in enumerate(index.phrases)}
    places = {pace: _places(folder / clips_file(pace), index, pace, rows) for pace in Pace}
    return Contents(index, places)


def _places(path: Path, index: Index, pace: Pace, rows: Mapping[str, int]) -> Places:
    numbers, at = array("q"), index.head
    for text, phrase in index.phrases.items():
        clipping = phrase.at(pace)
        if min(clipping.size, clipping.frames) <= 0:
            raise VoicePackError(f"{path}: “{text}” has no sound, by the index")
        numbers.extend((at, clipping.size, clipping.frames, clipping.crc))
        at += clipping.size
    try:
        size = path.stat().st_size
    except OSError as error:
        raise VoicePackError(f"{path}: cannot be read ({error.strerror})") from error
    if size != at:
        raise VoicePackError(f"{path}: has {size} bytes; its index says {at}")
    return Places(rows, numbers)


def index_text(index: Index) -> str:
    """The index as it stands in the file: a line for each phrase."""
    facts = msgspec.to_builtins(index)
    phrases = facts.pop("phrases")
    head = json.dumps(facts, ensure_ascii=False, indent=1)[:-2]
    lines = ",\n".join(
        f"{json.dumps(text, ensure_ascii=False)}: {json.dumps(phrases[text])}" for text in phrases
    )
    return f'{head},\n "phrases": {{\n{lines}\n}}}}\n'
