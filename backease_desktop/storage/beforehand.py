"""What our own YAML files say, read when the program was packed, so that no first start reads them.

Checking 120 files takes half a second, and whoever has just installed or updated the program waits
for that. So a package brings the values along. One counts as long as its files are byte for byte
those that it was read from, and the program is the version that read it; where a file was edited,
or nothing was brought along (a checkout, a wheel), files are read as ever.
"""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import msgspec

from backease_desktop import __version__
from backease_desktop.core.values import Value
from backease_desktop.disk import read_file
from backease_desktop.storage.catalogue_cache import FORMAT, MOST_BYTES
from backease_desktop.storage.digest import digest
from backease_desktop.storage.paths import bundled

FOLDER = "beforehand"
"""Beside `catalogue` and `resources` of a packed program."""

V = TypeVar("V", bound=Value)


def read_beforehand(
    source: Path, names: Iterable[str], kind: type[V], folder: Path | None = None
) -> V | None:
    """The value of a folder, or of a file that stands alone, if it was brought along.

    Args:
        source: the folder, or the folder of the file.
        names: of its files, relative to it.
        kind: what they hold.
        folder: where such values lie; that of this program if none is given.
    """
    place = (bundled(FOLDER) if folder is None else folder) / _name(kind)
    with suppress(OSError, msgspec.DecodeError):
        if place.is_file():  # so hardly anything is read where nothing was brought along
            head, _, value = read_file(place, MOST_BYTES).partition(b"\n")
            if head == _head(source, names, value):
                return msgspec.msgpack.decode(value, type=kind)
    return None


def write_beforehand(source: Path, names: Iterable[str], value: Value, folder: Path) -> None:
    """Put a value where `read_beforehand` finds it; in order, since it was just read.

    Raises:
        OSError: it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    encoded = msgspec.msgpack.encode(value)
    head = _head(source, names, encoded)
    folder.joinpath(_name(type(value))).write_bytes(head + b"\n" + encoded)


def _name(kind: type[Value]) -> str:
    return f"{kind.__name__.lower()}.msgpack"


def _head(source: Path, names: Iterable[str], value: bytes) -> bytes:
    """What the value was read from, byte for byte, and a digest of both."""
    parts = [f"{__version__} {FORMAT}".encode()]
    for name in sorted(names):
        parts += [name.encode(errors="replace"), digest(read_file(source / name, MOST_BYTES))]
    return digest(b"\0".join([*parts, digest(value)]))
