"""The file of the journal that this device writes, and nobody else.

Rules:
1. An entry is one line, handed to the system in one piece at the file's end, and on the disk before
   `append` returns. A place in a session alone is only handed over: it survives the program, and
   a power cut costs the places since the line before, which no screen has said to be kept.
2. What a power cut has left of a line is closed with a mark, and the next entry begins a new one.
   Nothing that stands in the file is ever changed.
3. What is brought in from elsewhere is a file of its own, there whole or not at all.
4. Several programs on one profile take turns (`disk.folder_to_ourselves`), and each looks at what
   the other has written, so that no id is given out twice.
"""

import errno
import os
import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta, timezone
from itertools import chain, count
from pathlib import Path
from typing import TypeVar

from backease_desktop.core.journal.clock import FIRST, moment_of, next_id
from backease_desktop.core.journal.entries import Entry, SegmentReached
from backease_desktop.core.journal.lines import TORN_END, as_line, checked_line
from backease_desktop.core.wanted import Ask, always, while_wanted
from backease_desktop.disk import folder_to_ourselves, open_to_append, read_file, sweep, write_file

E = TypeVar("E", bound=Entry)

MOST_BYTES = 1 << 28
"""A year of a busy person has a hundredth of that."""

_TAIL = 1 << 12
_ID = re.compile(rb'"id":"([0-9a-f]{28})"')


class OwnJournal:
    """Adds entries to this device's file of the year.

    Args:
        folder: of all devices.
        device: the name of this one.
        now: the local time of the day, aware.
    """

    def __init__(self, folder: Path, device: str, now: Callable[[], datetime]) -> None:
        self._folder = folder / device
        self._device = device
        self._now = now
        self._last = FIRST
        self._end: tuple[Path, int] | None = None
        """The file that was written last, and how long it was left."""

    @property
    def folder(self) -> Path:
        """Where this device writes."""
        return self._folder

    @property
    def is_new(self) -> bool:
        """Whether nothing was ever written here."""
        return not any(self._folder.glob("*.jsonl"))

    @property
    def last(self) -> str:
        """The latest id that was given out or seen; empty where there is none."""
        return self._last

    def see(self, id_: str) -> None:
        """Give out later ids than this from now on."""
        self._last = max(self._last, id_)

    def stamped(self, entry: E) -> E:
        """The entry as it happens now, under an id of its own.

        Raises:
            FieldError: no line can hold it.
        """
        at = _to_the_millisecond(self._now())
        since = at - datetime(1970, 1, 1, tzinfo=UTC)
        self._last = next_id(since // timedelta(milliseconds=1), self._last, self._device)
        stamped = entry.with_(id=self._last, at=at)
        checked_line(stamped)
        return stamped

    def append(self, entry: E) -> E:
        """Write an entry as it happens now; returns it as it stands in the file.

        Raises:
            FieldError: no line can hold it.
            OSError: it cannot be written, and is not there.
        """
        with folder_to_ourselves(self._folder):
            self._look()
            stamped = self.stamped(entry)
            self._write(stamped)
        return stamped

    def append_again(self, entry: Entry) -> None:
        """Write an entry that could not be written when it happened.

        Raises:
            OSError: it cannot be written, and is not there.
        """
        with folder_to_ourselves(self._folder):
            self._look()
            self._write(entry)

    def bring_in(self, entries: Iterable[Entry], ask: Ask = always) -> Path:
        """Write entries of another time or place, as they are, into a file of their own.

        Args:
            entries: to be written.
            ask: whether that is still wanted.

        Returns:
            The file, which was not there before and is there with all of them.

        Raises:
            OSError: they cannot be written, and none of them is there.
        """
        lines = b"".join(map(as_line, while_wanted(entries, ask)))
        with folder_to_ourselves(self._folder):
            path = _free(self._folder, "imported")
            sweep(self._folder, ".imported*", write_file(path, lines))
            _settle(self._folder)
        return path

    def _write(self, entry: Entry) -> None:
        year = datetime.fromtimestamp(moment_of(entry.id) / 1000, UTC).year
        path = self._folder / f"{year}.jsonl"
        must_last = not isinstance(entry, SegmentReached)
        self._end = (path, self._put(path, as_line(entry), must_last=must_last))

    def _put(self, path: Path, lines: bytes, *, must_last: bool = True) -> int:
        """Write lines at the end of a file; returns how long it is then."""
        size, is_torn = _end_of(path)
        data = (TORN_END + b"\n" if is_torn else b"") + lines
        with open_to_append(path) as file:
            try:
                if file.write(data) != len(data):
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
                if must_last:
                    os.fsync(file.fileno())
            except OSError:
                file.truncate(size)  # it is not there, so it must not turn up later
                raise
        if size == 0:
            _settle(self._folder)
        return size + len(data)

    def _look(self) -> None:
        """Learn the last id of this device, which another program may have given out."""
        if self._end is not None and _size_of(self._end[0]) == self._end[1]:
            return
        for path in self._folder.glob("*.jsonl"):
            self.see(_last_id(path))


def _free(folder: Path, name: str) -> Path:
    """A file of the journal that is not there yet."""
    names = chain([name], (f"{name}-{number}" for number in count(2)))
    paths = (folder / f"{one}.jsonl" for one in names)
    return next(path for path in paths if not path.exists())


def _to_the_millisecond(at: datetime) -> datetime:
    """A local time with nothing but its offset, as a line can hold it."""
    offset = at.utcoffset() or timedelta()
    whole = timedelta(minutes=round(offset / timedelta(minutes=1)))
    exact = at.astimezone(timezone(whole))
    return exact.replace(microsecond=exact.microsecond // 1000 * 1000)


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _end_of(path: Path) -> tuple[int, bool]:
    """How long a file is, and whether its last line has no end."""
    size = _size_of(path)
    return size, size > 0 and read_file(path, MOST_BYTES, size - 1) != b"\n"


def _last_id(path: Path) -> str:
    """The id of a file's last line that has one."""
    size, back = _size_of(path), _TAIL
    while True:
        found = _ID.findall(read_file(path, MOST_BYTES, max(0, size - back)))
        if found or back >= size:
            return max(found, default=b"").decode()
        back *= 16


def _settle(folder: Path) -> None:
    """Let a new file's name be on the disk too; Windows does that by itself."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
