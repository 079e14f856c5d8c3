"""Home as it was worked out, in one file of the cache (`core.timeline.kept_home`).

Beside the value stands what worked it out (versions, wording, voice), and what it was worked out
from (catalogue, settings, profile), as they were then; a reader looks at what they are now. A file
that is missing, damaged, foreign or of other workers is the same as none, and one that cannot be
written is no loss.

Where packs bring thousands, the part that is painted first has a file of its own. Nothing is hashed
before the first paint: what it was worked out from is compared as it is. Files of
the journal alone grow all day, since reminders call, and home is the same: what is new behind what
was known is looked through. One that is shorter, or another one in what was known, by an editor or
by another device, makes home untrue.
"""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from zlib import crc32

import msgspec

from backease_desktop.core.pieces import Pieces
from backease_desktop.core.timeline.kept_home import JournalMark, KeptHome, harmless
from backease_desktop.disk import read_file, read_part, sweep, write_file

MOST_BYTES = 16 << 20
"""Of a file; ours has a hundredth of that, a catalogue of thousands a tenth."""

MOST_NEW = 1 << 20
"""Bytes that a file may have grown by; more is not looked through at a start."""

MOST_KNOWN = 16 << 20
"""Bytes of a file that has grown that are looked at again at a start; a busy year has a sixth."""

Journal = Mapping[str, JournalMark]
"""How far files are known, by their names below the folder."""

PAINTED, ALL = "home.msgpack", "home-all.msgpack"
"""The files: what is painted first, and all of it where that is only a part."""


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


def read_home(cache: Path, made_by: bytes, name: str = PAINTED) -> tuple[KeptHome, bytes] | None:
    """Home, and what it was worked out from; if it was by this, and is whole."""
    try:
        read = msgspec.msgpack.decode(_as_it_is(cache / name), type=HomeFile)
        if read.made_by != made_by or read.checksum != crc32(read.home):
            return None
        return msgspec.msgpack.decode(read.home, type=KeptHome), read.made_from
    except msgspec.DecodeError:
        return None


def write_home(
    cache: Path, made_by: bytes, made_from: bytes, home: KeptHome, name: str = PAINTED
) -> None:
    """Keep home; a reader meets the old one or the new one, no half."""
    value = msgspec.msgpack.encode(home)
    whole = msgspec.msgpack.encode(HomeFile(made_by, made_from, crc32(value), value))
    if _as_it_is(cache / name) != whole:
        with suppress(OSError):
            written = write_file(cache / name, whole, follows=False)
            sweep(cache, f".{name}.*", written)


def forget_all(cache: Path) -> None:
    """What is painted first is all there is."""
    with suppress(OSError):
        (cache / ALL).unlink(missing_ok=True)


def _as_it_is(file: Path) -> bytes:
    """The whole file; nothing where there is none, or one that cannot be ours."""
    try:
        return read_file(file, MOST_BYTES)
    except OSError:
        return b""


def journal_as_it_is(folder: Path, known: Journal) -> Pieces[dict[str, JournalMark]]:
    """How far each file goes, one in a piece; whoever reads the journal after it has all of that.

    Args:
        folder: of all devices.
        known: an earlier answer; files that are as they were then are not read again.

    Raises:
        OSError: one of them cannot be read.
    """
    found = {}
    for name, mark in _marks(folder).items():
        if (before := known.get(name)) is not None and before == mark._replace(sum=before.sum):
            found[name] = before
            continue
        yield None
        found[name] = mark._replace(sum=_sum(folder / name, mark.size))
    return found


def has_grown_harmlessly(folder: Path, known: Journal) -> bool:
    """Whether a journal holds what was known, and behind it nothing that changes home."""
    try:
        now = _marks(folder)
        if known.keys() - now.keys():
            return False
        return all(_is_harmless(folder / name, known.get(name), now[name]) for name in now)
    except OSError:
        return False


def _is_harmless(file: Path, before: JournalMark | None, now: JournalMark) -> bool:
    if before is None:
        before = JournalMark(0, 0, 0, 0)
    if before == now._replace(sum=before.sum):
        return True
    if not 0 <= now.size - before.size <= MOST_NEW or before.size > MOST_KNOWN:
        return False
    if _sum(file, before.size) != before.sum:
        return False
    return harmless(read_part(file, before.size, now.size - before.size).splitlines())


def _marks(folder: Path) -> dict[str, JournalMark]:
    """The files of a journal as they are, without their sums."""
    return {
        f"{path.parent.name}/{path.name}": JournalMark(
            status.st_size, status.st_mtime_ns, status.st_ctime_ns, 0
        )
        for path in folder.glob("*/*.jsonl")
        if not path.name.startswith(".")
        for status in [path.stat()]
    }


def _sum(file: Path, size: int) -> int:
    return crc32(read_part(file, 0, size))
