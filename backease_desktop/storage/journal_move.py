"""The history in another folder: copied, verified, and only then used.

Rules:
1. Nothing is taken away: the files stay where they were.
2. In the new folder only this device's own subfolder is written, as everywhere. What came from
   other devices is copied into it under names that say so; whatever stands there twice counts once.
3. Unless every entry of the old folder is found in the new one, nothing is switched.
"""

from collections.abc import Callable
from pathlib import Path

from backease_desktop.core.errors import ReportedError
from backease_desktop.disk import make_folder, read_file, write_file
from backease_desktop.storage.journal_files import MOST_BYTES, every_entry, journal_paths


class MoveError(ReportedError):
    """The history cannot be kept in a folder; says why."""


def copy_journal(
    old: Path, new: Path, device: str, tell: Callable[[int, int], None] = lambda _done, _of: None
) -> int:
    """Copy the journal of a folder into another one; returns the number of its entries.

    Args:
        old: where it is, with the files of all devices.
        new: where it is to be; made if it is missing, and may hold a journal already.
        device: the name of this device.
        tell: is given how much is done, of how much; whatever it raises ends the copying.

    Raises:
        MoveError: it cannot be copied whole; the old folder is as it was.
    """
    if not new.is_absolute():
        raise MoveError(f"{new}: should be a whole path")
    if _is_within(new, old) or _is_within(old, new):
        raise MoveError(f"{new}: should be another folder than {old}, not in it and not around it")
    try:
        make_folder(new / device)
        paths = journal_paths(old)
        for number, path in enumerate(paths):
            tell(number, 2 * len(paths))
            _copy(path, new / device, is_own=path.parent.name == device)
    except OSError as error:
        raise MoveError(f"{error.filename or new}: {error.strerror or error}") from error
    there = {entry.id for entry in every_entry(new, lambda: tell(1, 2))}
    count = 0
    for entry in every_entry(old, lambda: tell(1, 2)):
        count += 1
        if entry.id not in there:
            raise MoveError(f"{new}: not all of the history has arrived; nothing was changed")
    return count


def _copy(path: Path, folder: Path, *, is_own: bool) -> None:
    data = read_file(path, MOST_BYTES)
    name = path.name if is_own else f"from-{path.parent.name}-{path.name}"
    target = folder / name
    try:
        there = read_file(target, MOST_BYTES)
    except FileNotFoundError:
        there = b""
    if there.startswith(data):
        return
    if not data.startswith(there):  # two histories of their own under one name: both stay
        target = folder / f"from-before-{name}"
    write_file(target, data)


def _is_within(one: Path, other: Path) -> bool:
    return one.resolve().is_relative_to(other.resolve())
