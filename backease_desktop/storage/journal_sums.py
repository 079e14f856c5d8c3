"""Sums over what the index of the journal goes by, so that it never tells what is not so.

SQLite sees that its pages hang together, not that what stands in them is what was written; and a
file of the journal may be another one in its middle alone, by an editor or by another device.
"""

from pathlib import Path
from typing import get_args
from zlib import crc32

from backease_desktop.core.journal.entries import AnyEntry
from backease_desktop.core.journal.history import CallDay
from backease_desktop.core.journal.past import PastSession
from backease_desktop.disk import read_part

VERSION = 3
"""Of an index; to be raised where what stands in its tables is another thing."""


class DoubtError(Exception):
    """The index does not go with the files, or is damaged."""


def made_by() -> int:
    """What an index bears that this program has made, and no other one that reads otherwise.

    A line that an older program could not read, or took less from, was passed over for good. So
    another field, limit or kind of entry makes another number, of the 31 bits that SQLite keeps.
    """
    kinds = sorted(get_args(AnyEntry), key=lambda kind: kind.__name__)
    held = [
        f"{kind.__name__} {getattr(kind, 'VERSION', '')} {part.__annotations__}"
        for kind in (*kinds, PastSession, CallDay)
        for part in kind.__mro__
        if "__annotations__" in vars(part)
    ]
    return 1 + crc32(f"{VERSION} {held}".encode()) % (2**31 - 1)


def sealed(key: str, value: bytes) -> bytes:
    """A value as it is kept under a key: behind a sum over both."""
    return crc32(value, crc32(key.encode())).to_bytes(4, "little") + value


def unsealed(key: str, kept: object) -> bytes:
    """The value that was kept under a key.

    Raises:
        DoubtError: it is not what was kept, or was kept under another key.
    """
    if not isinstance(kept, bytes) or kept != sealed(key, kept[4:]):
        raise DoubtError(f"what stands under {key!r} is damaged")
    return kept[4:]


def same_line(line: bytes, sum_: object) -> bytes:
    """A line of the journal, if it is the one that had this sum.

    Raises:
        DoubtError: it is another one.
    """
    if crc32(line) != sum_:
        raise DoubtError("a line is not where it was")
    return line


def sum_of_file(file: Path, start: int, end: int, before: int = 0) -> int:
    """A sum over all that was read of a file, up to a byte.

    Args:
        file: of the journal.
        start: byte at which to begin.
        end: byte at which to end.
        before: the sum up to where it begins.

    Raises:
        OSError: it cannot be read.
    """
    return crc32(read_part(file, start, end - start), before)
