"""Home as it was worked out, in one file of the cache (`core.timeline.kept_home`).

Beside the value stands what worked it out (versions, wording, voice), and what it was worked out
from (catalogue, settings, profile), as they were then; a reader looks at what they are now. A file
that is missing, damaged, foreign or of other workers is the same as none, and one that cannot be
written is no loss.

Nothing is hashed before the first paint: what it was worked out from is compared as it is.
"""

from contextlib import suppress
from pathlib import Path
from zlib import crc32

import msgspec

from backease_desktop.core.timeline.kept_home import KeptHome, harmless
from backease_desktop.disk import read_file, read_part, write_file

MOST_BYTES = 16 << 20
"""Of the file; ours has a hundredth of that, a catalogue of thousands a tenth."""

MOST_NEW = 1 << 20
"""Bytes that a file of the journal may have grown by; more is not looked through at a start."""

_NAME = "home.msgpack"

Marks = dict[str, tuple[int, int]]
"""Bytes and time of files, by their names."""


class HomeFile(msgspec.Struct, frozen=True, array_like=True):
    """What stands in the file.

    Attributes:
        made_by: what worked it out.
        made_from: what it was worked out from.
        checksum: of `home`.
        home: a `KeptHome`.
    """

    made_by: bytes
    made_from: bytes
    checksum: int
    home: bytes


def read_home(cache: Path, made_by: bytes) -> tuple[KeptHome, bytes] | None:
    """Home, and what it was worked out from; if it was by this, and is whole."""
    try:
        read = msgspec.msgpack.decode(read_file(cache / _NAME, MOST_BYTES), type=HomeFile)
        if read.made_by != made_by or read.checksum != crc32(read.home):
            return None
        return msgspec.msgpack.decode(read.home, type=KeptHome), read.made_from
    except (OSError, msgspec.DecodeError):
        return None


def write_home(cache: Path, made_by: bytes, made_from: bytes, home: KeptHome) -> None:
    """Keep home; a reader meets the old one or the new one, no half."""
    value = msgspec.msgpack.encode(home)
    whole = msgspec.msgpack.encode(HomeFile(made_by, made_from, crc32(value), value))
    with suppress(OSError):
        if not (cache / _NAME).exists() or read_file(cache / _NAME, MOST_BYTES) != whole:
            write_file(cache / _NAME, whole)


def journal_marks(folder: Path) -> Marks:
    """How long each file of a journal is, and when it was written, by its name below the folder."""
    return {
        f"{path.parent.name}/{path.name}": (status.st_size, status.st_mtime_ns)
        for path in folder.glob("*/*.jsonl")
        if not path.name.startswith(".")
        for status in [path.stat()]
    }


def has_grown_harmlessly(folder: Path, known: Marks) -> bool:
    """Whether a journal holds what was known, and behind it nothing that changes home."""
    try:
        now = journal_marks(folder)
        if known.keys() - now.keys():
            return False
        for name, (size, written) in now.items():
            before, then = known.get(name, (0, 0))
            new = size - before
            if not 0 <= new <= MOST_NEW or (new == 0 and written != then):
                return False
            if new and not harmless(read_part(folder / name, before, new).splitlines()):
                return False
    except OSError:
        return False
    return True
