"""What is kept about the person: every file, and an end to all of them."""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from backease_desktop.core.journal.clock import is_device
from backease_desktop.storage.paths import Folders

LOCKS = ("running.lock", ".lock")
"""Files that hold nothing but say that the program runs; they stay while it does, and go last."""


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
        places: the folders of this run, in which every file is ours.
        journal: where the history is. Elsewhere it may be a folder with anything in it, such as
            that of all documents: only what devices of ours have written there is meant.
    """
    every = (file for folder in _folders(places, journal) for file in _files_in(folder))
    ours = {path for path in every if path.name not in LOCKS}
    return tuple(KeptFile(path, path.lstat().st_size) for path in sorted(ours))


def erase_locks(places: Folders) -> None:
    """Take away what is left when a program ends that has erased everything: the very last step."""
    for lock in LOCKS:
        with suppress(OSError):
            (places.data / lock).unlink(missing_ok=True)
    erase_everything(places, places.data)


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
    for folder in _folders(places, journal):
        for place, _, _ in os.walk(folder, topdown=False):
            with suppress(OSError):  # not empty; what is left was told
                Path(place).rmdir()
    return Erased(count, size, tuple(left))


def _folders(places: Folders, journal: Path) -> list[Path]:
    """The folders of this run, and those of the devices in the journal."""
    own = [places.config, places.data, places.cache, places.logs]
    try:
        devices = [path for path in journal.iterdir() if is_device(path.name)]
    except OSError:  # not there, or not to be read: then nothing of it is known either
        devices = []
    return own + [path for path in devices if path.is_dir() and not path.is_symlink()]


def _files_in(folder: Path) -> Iterator[Path]:
    """All files below a folder; a link is one, wherever it leads."""
    for place, folders, names in os.walk(folder):
        links = [name for name in folders if Path(place, name).is_symlink()]
        yield from (Path(place, name) for name in (*names, *links))
