"""What is kept about the person: every file, and an end to all of them."""

import os
from dataclasses import dataclass
from pathlib import Path

from backease_desktop.storage.paths import Folders

LOCKS = ("running.lock", ".lock")
"""Files that hold nothing but say that the program runs; they stay while it does."""


@dataclass(frozen=True, slots=True)
class KeptFile:
    """One file.

    Attributes:
        path: where it is.
        size: in bytes.
    """

    path: Path
    size: int


@dataclass(frozen=True, slots=True)
class Erased:
    """What was done.

    Attributes:
        count: files that are gone; size: the bytes that they had.
        left: those that could not be taken away, each with the reason.
    """

    count: int
    size: int
    left: tuple[str, ...]


def kept_files(places: Folders, journal: Path) -> tuple[KeptFile, ...]:
    """Every file of the person's, by path.

    Args:
        places: the folders of this run.
        journal: where the history is, which may be elsewhere.
    """
    found: dict[Path, KeptFile] = {}
    for folder in (places.config, places.data, places.cache, places.logs, journal):
        for place, folders, names in os.walk(folder):
            links = [name for name in folders if Path(place, name).is_symlink()]
            for name in (*names, *links):
                path = Path(place, name)
                if name not in LOCKS:
                    found[path] = KeptFile(path, path.lstat().st_size)
    return tuple(found[path] for path in sorted(found))


def erase_everything(places: Folders, journal: Path) -> Erased:
    """Take away every file that `kept_files` names, and the folders that are empty then.

    In a folder that several machines share the history of all of them goes, because it is one
    history. What cannot be taken away is told.
    """
    count = size = 0
    left: list[str] = []
    for file in kept_files(places, journal):
        try:
            file.path.unlink()
        except OSError as error:
            left.append(f"{file.path}: {error.strerror or error}")
        else:
            count, size = count + 1, size + file.size
    for folder in (places.config, places.data, places.cache, places.logs, journal):
        for place, _, _ in os.walk(folder, topdown=False):
            if not any(Path(place).iterdir()):
                Path(place).rmdir()
    return Erased(count, size, tuple(left))
