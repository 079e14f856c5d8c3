"""What tells that the catalogue's files, or others, are not what they were: names, times, sizes.

It is not a digest but the list itself: to compare it is quicker than to hash it, and it is made
before the first paint.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from backease_desktop.storage.paths import DRAFTS, PACKS, PHOTOS

PARTS = ("", "exercises", "routines")
"""The folders of a catalogue or a pack that hold files."""


def catalogue_folders(shipped: Path, data: Path) -> Iterator[Path]:
    """The folders of the shipped catalogue, with its wording, of all packs, and of drafts."""
    yield from (shipped / part for part in (*PARTS, "wording"))
    yield data / DRAFTS  # a routine that lies there is not shown
    packs = data / PACKS
    yield packs
    for pack in sorted(_names(packs)):
        yield from (packs / pack / part for part in (*PARTS, PHOTOS))


def marks_of(folders: Iterable[Path]) -> bytes:
    """The files of folders with their times and sizes; what is not there has none."""
    lines: list[str] = []
    for folder in folders:
        lines.append(str(folder))
        try:
            with os.scandir(folder) as entries:
                lines += sorted(_mark(entry) for entry in entries)
        except OSError:
            continue
    return "\n".join(lines).encode(errors="surrogateescape")


def _mark(entry: "os.DirEntry[str]") -> str:
    try:
        status = entry.stat()
    except OSError:  # such as a link that leads nowhere
        return entry.name
    if entry.is_dir():
        return entry.name
    return f"{entry.name} {status.st_mtime_ns} {status.st_size}"


def _names(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return [entry.name for entry in entries if entry.is_dir()]
    except OSError:
        return []
