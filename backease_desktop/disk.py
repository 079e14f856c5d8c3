"""The one door to files: what is read is a file of bearable size, what is written is whole.

Rules, for every file whose place is known to others (settings, state, packs, caches, logs):
1. Kind and size are looked at before a byte is read: a pipe would keep us waiting for ever, a
   device has no end, and a file of a gigabyte is none of ours.
2. A file is written beside its place and moved there, so that a reader meets the old one or the
   new one. A link is followed, not replaced: somebody has put it there. What can be made again is
   no reason to write over anything, so there it is the other way.
3. What is a person's can be read by nobody else: folders 0700, files 0600.
"""

import errno
import os
import re
import stat
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700

_LOCK_TRIES, _LOCK_PAUSE_S = 100, 0.01

_SCRATCH = "backease-"

_NO_WAIT = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Whatever stands at a path: opening it does not wait for anybody."""

LEFT_OVER_S = 3600
"""Seconds after which an unfinished file is one that a killed program has left."""


def read_file(path: Path, most: int, start: int = 0) -> bytes:
    """All bytes of a file, or those from a place on.

    Args:
        path: the file, or a link to it.
        most: bytes that it may have.
        start: bytes that are left out at its beginning.

    Raises:
        FileNotFoundError: there is none.
        OSError: it cannot be read, is no file, or is larger; `strerror` says it in plain words.
    """
    _refuse_what_is_no_file(path.stat(), path)
    descriptor = os.open(path, os.O_RDONLY | _NO_WAIT)  # does not wait: it may be a pipe by now
    with os.fdopen(descriptor, "rb") as file:
        _refuse_what_is_no_file(os.fstat(descriptor), path)
        file.seek(start)
        data = file.read(most + 1 - start)
    if start + len(data) > most:
        raise OSError(errno.EFBIG, f"larger than {_size(most)}; it cannot be right", str(path))
    return data


def read_part(path: Path, start: int, length: int) -> bytes:
    """Some bytes of a file; fewer where it ends before.

    Raises:
        OSError: it cannot be read, or is no file; `strerror` says it in plain words.
    """
    return read_parts(path, [(start, length)])[0]


def read_parts(path: Path, places: Iterable[tuple[int, int]]) -> list[bytes]:
    """Some bytes from each of these places (start, length) of a file; see `read_part`."""
    _refuse_what_is_no_file(path.stat(), path)
    descriptor = os.open(path, os.O_RDONLY | _NO_WAIT)
    with os.fdopen(descriptor, "rb") as file:
        _refuse_what_is_no_file(os.fstat(descriptor), path)
        parts = []
        for start, length in places:
            file.seek(start)
            parts.append(file.read(length))
        return parts


def write_file(path: Path, data: bytes, *, follows: bool = True) -> float:
    """Write a file, whole or not at all; its folder is made if it is missing.

    Args:
        path: the file.
        data: all of it.
        follows: whether a link is followed, or replaced.

    Returns:
        When it was written, by the clock of its file system, in seconds since 1970.

    Raises:
        OSError: the folder or the file cannot be written.
    """
    place = Path(os.path.realpath(path)) if follows else path
    make_folder(place.parent)
    # Not by `tempfile`, which brings 0.4 MB to a program that waits all day.
    name = place.with_name(f".{place.name}.{os.urandom(6).hex()}")
    handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_WAIT, PRIVATE_FILE)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            written = os.fstat(file.fileno()).st_mtime
        name.replace(place)
    except BaseException:
        with suppress(OSError):
            name.unlink()
        raise
    return written


def open_to_append(path: Path, *, anything: bool = False) -> IO[bytes]:
    """A file to write lines to, each of which is there at once; made if it is missing.

    Args:
        path: the file.
        anything: a person has named it, so it may be a device, or a pipe that somebody reads.

    Raises:
        OSError: it cannot be written, or is no file.
    """
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | _NO_WAIT
    descriptor = os.open(path, flags, PRIVATE_FILE)
    file = os.fdopen(descriptor, "ab", buffering=0)
    try:
        if not anything:
            _refuse_what_is_no_file(os.fstat(descriptor), path)
    except OSError:
        file.close()
        raise
    return file


def sweep(folder: Path, pattern: str, now: float) -> None:
    """Take away files that programs have left which were killed while they wrote.

    Args:
        folder: where they lie.
        pattern: of their names.
        now: by the clock of the file system, in seconds since 1970, as `write_file` returns it.
    """
    for left in folder.glob(pattern):
        with suppress(OSError):  # it is in the way of nobody
            if now - left.stat().st_mtime > LEFT_OVER_S:
                left.unlink()


def oldest(folder: Path, names: re.Pattern[str], most: int) -> list[Path]:
    """The files of a folder that are too many, by the time when they were written.

    Args:
        folder: of files that can be made again.
        names: what their whole names look like; what is called otherwise is not ours.
        most: that are to stay.
    """
    found: list[tuple[int, Path]] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            with suppress(OSError):  # another program of ours has taken it away
                if names.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                    found.append((entry.stat().st_mtime_ns, Path(entry.path)))
    return [path for _, path in sorted(found)[: max(0, len(found) - most)]]


def make_folder(folder: Path) -> None:
    """Make a folder of the person's with all above it; those that are there stay as they are.

    Raises:
        OSError: it cannot be made.
    """
    missing = [folder]
    while not missing[-1].exists() and missing[-1] != missing[-1].parent:
        missing.append(missing[-1].parent)
    for each in reversed(missing):
        each.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)


@contextmanager
def folder_to_ourselves(folder: Path) -> Iterator[None]:
    """Keep other programs of ours from writing into a folder meanwhile.

    One that is stopped in the middle of it is waited for a moment only; files are whole anyway.

    Raises:
        OSError: the folder cannot be made.
    """
    make_folder(folder)
    # A folder can be locked on Unix, so that no file need lie about for it.
    on_windows = sys.platform == "win32"
    place, flags = (
        (folder / ".lock", os.O_RDWR | os.O_CREAT) if on_windows else (folder, os.O_RDONLY)
    )
    try:
        descriptor = os.open(place, flags)
    except OSError:  # as on a disk that can only be read, where nobody writes
        yield
        return
    try:
        pause = threading.Event()
        for _ in range(_LOCK_TRIES):
            if lock_file(descriptor):
                break
            pause.wait(_LOCK_PAUSE_S)
        yield
    finally:
        os.close(descriptor)


def lock_file(descriptor: int) -> bool:
    """Whether this process now has an open file to itself; the system ends that with it."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def scratch_folder() -> "TemporaryDirectory[str]":
    """A folder for what this process forgets; what killed programs of ours have left is removed.

    Raises:
        OSError: it cannot be made.
    """
    # Loaded on first use, by the first voice.
    import shutil
    from tempfile import TemporaryDirectory, gettempdir

    for left in Path(gettempdir()).glob(f"{_SCRATCH}*-*"):
        if _is_left_over(left):
            shutil.rmtree(left, ignore_errors=True)
    return TemporaryDirectory(prefix=f"{_SCRATCH}{os.getpid()}-", ignore_cleanup_errors=True)


def _is_left_over(folder: Path) -> bool:
    """Whether a scratch folder is the person's, and its process has ended."""
    number = folder.name.removeprefix(_SCRATCH).partition("-")[0]
    if os.name != "posix" or not number.isdecimal():
        return False
    try:
        status = folder.lstat()
        if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.getuid():
            return False
        os.kill(int(number), 0)  # asks whether there is such a process
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False


def why_no_file(status: os.stat_result) -> str | None:
    """Why something cannot be read as a file, in plain words; None if it can."""
    if stat.S_ISREG(status.st_mode):
        return None
    return "a folder, not a file" if stat.S_ISDIR(status.st_mode) else "not an ordinary file"


def _refuse_what_is_no_file(status: os.stat_result, path: Path) -> None:
    if why := why_no_file(status):
        raise OSError(errno.EINVAL, why, str(path))


def _size(count: int) -> str:
    return f"{count >> 20} MB" if count >= 1 << 20 else f"{count >> 10} KB"
