"""What tells that the catalogue's files, or others, are not what they were: names, times, sizes.

It is not a digest but the list itself: to compare it is quicker than to hash it, and it is made
before the first paint. A file has two times: that of its content is set back by whoever copies, the
other by nobody. A name that begins with a dot is that of no file of a catalogue: it is being
written, or belongs to another program.
"""

import os
from collections.abc import Callable, Container, Iterable, Iterator
from itertools import islice
from pathlib import Path

from backease_desktop.storage.paths import DRAFTS, PACKS, PHOTOS

PARTS = ("", "exercises", "routines")
"""The folders of a catalogue or a pack that hold files."""

MOST_FOLDERS = 100
"""Of one pack that are looked at; ours have four."""


def catalogue_folders(shipped: Path, data: Path) -> Iterator[Path]:
    """The folders of the shipped catalogue, with its wording, of all packs, and of drafts."""
    yield from _beside_packs(shipped, data)
    packs = data / PACKS
    for pack in sorted(_names(packs)):
        yield from (packs / pack / part for part in (*PARTS, PHOTOS))


def _beside_packs(shipped: Path, data: Path) -> Iterator[Path]:
    yield from (shipped / part for part in (*PARTS, "wording"))
    yield data / DRAFTS  # a routine that lies there is not shown
    yield data / PACKS


def marks_around(shipped: Path, data: Path, packs: Container[str]) -> bytes:
    """What tells that some packs, and what came with the program, are not what they were.

    Of every other pack it has the names of all files, and the marks of those that stand at its top:
    so no other one brings what these packs bring, nor is there one that is new or gone. A file of
    theirs that was written over in its place is not noticed: it changes what they bring themselves.

    Args:
        shipped: the folder of the shipped catalogue.
        data: the folder of the person's data.
        packs: names of those packs.
    """
    lines = [marks_of(_beside_packs(shipped, data))]
    for name in sorted(_names(data / PACKS)):
        pack = str(data / PACKS / name)  # joined as words: there may be hundreds of folders
        parts = [os.path.join(pack, part) for part in (*PARTS[1:], PHOTOS)]  # noqa: PTH118
        if name in packs:
            lines.append(marks_of([pack, *parts]))
        else:
            lines += [marks_of([pack]), *map(_names_in, parts)]
    return b"\0".join(lines)


def around(marks: bytes, shipped: Path, data: Path, packs: Container[str]) -> bytes:
    """Of the marks of everything what `marks_around` would have come to when they were made."""
    folders = {str(folder): folder for folder in catalogue_folders(shipped, data)}
    lines: list[str] = []
    names: list[str] | None = None
    for line in marks.decode(errors="surrogateescape").split("\0"):
        if (folder := folders.get(line)) is not None:
            lines += sorted(names or ())
            names = [] if _is_listed(folder, data, packs) else None
        if names is None or folder is not None:
            lines.append(line)
        else:
            names.append(line.partition("/")[0])
    return "\0".join([*lines, *sorted(names or ())]).encode(errors="surrogateescape")


def _is_listed(folder: Path, data: Path, packs: Container[str]) -> bool:
    """Whether only the names of a folder's files count."""
    pack = folder.parent
    return pack.parent == data / PACKS and pack.name not in packs


def _names_in(folder: str) -> bytes:
    lines = [folder]
    try:
        lines += sorted(filter(is_shown, os.listdir(folder)))  # noqa: PTH208  (half the time)
    except OSError as error:
        lines.append(f"- {error.errno}")
    return "\0".join(lines).encode(errors="surrogateescape")


def shared_folders(shared: Path) -> Iterator[Path]:
    """That of an organisation's packs, and all below them: in each of them any file may matter."""
    yield shared
    for pack in sorted(_names(shared)):
        for folder, names, _ in islice(os.walk(shared / pack), MOST_FOLDERS):
            names.sort()
            yield Path(folder)


def is_shown(name: str) -> bool:
    """Whether a name may be that of a file of a catalogue."""
    return not name.startswith(".")


def is_code(name: str) -> bool:
    """Whether a name is that of code; what is compiled from it comes and goes."""
    return name.endswith(".py")


def is_any(_name: str) -> bool:
    """Every name counts: one more file, and a signature does not fit."""
    return True


def marks_of(folders: Iterable[Path | str], counts: Callable[[str], bool] = is_shown) -> bytes:
    """The files of folders with their times and sizes; what is not there has none.

    Args:
        folders: in an order that is always the same.
        counts: whether a name counts.
    """
    lines: list[str] = []
    for folder in folders:
        lines.append(str(folder))
        try:
            with os.scandir(folder) as entries:
                lines += sorted(_mark(entry) for entry in entries if counts(entry.name))
        except OSError as error:
            lines.append(f"- {error.errno}")
    return "\0".join(lines).encode(errors="surrogateescape")


def _mark(entry: "os.DirEntry[str]") -> str:
    try:
        status = entry.stat()
    except OSError:  # such as a link that leads nowhere
        return entry.name
    if entry.is_dir():
        return entry.name
    return f"{entry.name}/{status.st_mtime_ns}/{status.st_ctime_ns}/{status.st_size}"


def _names(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return [entry.name for entry in entries if is_shown(entry.name) and entry.is_dir()]
    except OSError:
        return []
