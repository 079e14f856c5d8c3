"""What was read from YAML files, kept ready beside other caches.

Reading seventy YAML files costs more than the first page can spare. The cache is one file for a
folder, or for a file that stands alone: a fingerprint of the YAML files (names, times, sizes) and
of what reads them, and a checksum in the first line, the values as MessagePack behind it. It holds
values that were in order and never problems. A cache that is missing, old or damaged is the same as
none, and one that cannot be written is no loss.
"""

import functools
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, TypeVar
from zlib import crc32

import msgspec

import backease_desktop
from backease_desktop import __version__
from backease_desktop.core.values import Value
from backease_desktop.disk import oldest, read_file, sweep, write_file
from backease_desktop.storage.catalogue_marks import is_code, marks_of
from backease_desktop.storage.digest import digest

FORMAT = 3
"""To be raised when the same files would be read into other values."""

READERS = ("core", "core/catalogue", "core/figure", "core/timeline", "storage")
"""Rooms of the package that have a part in it, and in laying out what was read."""

MOST_BYTES = 32 << 20
"""Of a kept file; ours has a hundredth of that."""

MOST_FILES = 300
"""Files that are kept: two hundred packs, and what came with the program.

A pack that has gone, or a program that has moved, leaves one behind.
"""

_NAMES = re.compile(r"catalogue-[0-9a-f]{16}\.(msgpack|json)")
"""Of the files; older versions had another ending."""

V = TypeVar("V", bound=Value)


class Mark(NamedTuple):
    """What tells that a file is not what it was.

    Attributes:
        written: when its content was changed, in ns; whoever copies or synchronises sets it back.
        changed: when anything of it was, also its mode or that time, which nobody can set back; on
            Windows when it was made.
        size: in bytes.
    """

    written: int
    changed: int
    size: int


def mark_of(status: os.stat_result) -> Mark:
    """The mark of a file."""
    return Mark(status.st_mtime_ns, status.st_ctime_ns, status.st_size)


def fingerprint(files: Mapping[str, Mark]) -> str:
    """What changes whenever one of the files does; names are relative to the folder."""
    marks = [
        f"{name} {mark.written} {mark.changed} {mark.size}" for name, mark in sorted(files.items())
    ]
    whole = "\n".join([f"{__version__} {FORMAT} {_readers()}", *marks])
    return digest(whole.encode(errors="replace")).decode()


@functools.cache
def _readers() -> str:
    """The code that reads files into values, where it can be seen."""
    package = Path(backease_desktop.__file__).parent
    return digest(marks_of((package / room for room in READERS), is_code)).decode()


def kept(cache: Path, source: Path, print_of_files: str, kind: type[V]) -> V | None:
    """The value of a folder or file, kept for files with this fingerprint, if whole."""
    try:
        head, _, values = read_file(_file_of(cache, source), MOST_BYTES).partition(b"\n")
        if head != _head(print_of_files, values):
            return None
        return msgspec.msgpack.decode(values, type=kind)
    except (OSError, msgspec.DecodeError):
        return None


def keep(cache: Path, source: Path, print_of_files: str, value: Value) -> None:
    """Keep the value of a folder or file; a reader meets the old one or the new one, no half."""
    values = msgspec.msgpack.encode(value)
    with suppress(OSError):
        whole = _head(print_of_files, values) + b"\n" + values
        written = write_file(_file_of(cache, source), whole, follows=False)
        sweep(cache, ".catalogue-*", written)
        for old in oldest(cache, _NAMES, MOST_FILES):
            old.unlink()


def _head(print_of_files: str, values: bytes) -> bytes:
    """The first line: what the values were read from, and a checksum of them."""
    return f"{print_of_files} {crc32(values)}".encode()


def _file_of(cache: Path, source: Path) -> Path:
    name = digest(os.fsencode(source.absolute())).decode()[:16]
    return cache / f"catalogue-{name}.msgpack"
