"""The places of sessions: one file for each program that plays, so that none writes over another's.

Rules:
1. `bookmark.json` belongs to the first program that plays, `bookmark-2.json` to one beside it, and
   so on. A program has a file as long as it holds the lock beside it, which ends with the program,
   however that ends; so a file that nobody holds is of a session that was cut off.
2. A file with such a place is nobody's to write: it stays until it was offered.
3. No place is no file.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from backease_desktop.core.bookmark import OFFERED_FOR, Bookmark
from backease_desktop.disk import PRIVATE_FILE, lock_file, make_folder
from backease_desktop.storage.model_file import ModelFile

MOST = 20
"""Programs that play at the same time, and places that wait to be offered."""


class BookmarkFiles:
    """The places in a folder.

    Args:
        folder: the person's data.
        now: the wall clock, aware: what was cut off too long ago gives its file free.
    """

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        self._folder = folder
        self._now = now
        self._own: Path | None = None
        self._file: ModelFile[Bookmark] | None = None
        self._lock = -1

    def cut_off(self) -> tuple[Bookmark, ...]:
        """The places of sessions that nobody plays any more, the newest first."""
        found = [self._read(path) for path in self._paths() if not _is_held(path)]
        return tuple(sorted((one for one in found if one.session), key=lambda one: one.at)[::-1])

    def forget(self, session: str) -> None:
        """A place that was cut off has been offered."""
        for path in self._paths():
            if path != self._own and path.exists() and self._read(path).session == session:
                with suppress(OSError):  # it is offered again, which is better than not at all
                    path.unlink()

    def save(self, bookmark: Bookmark) -> None:
        """Keep the place of the session that this program plays, whole or not at all.

        Raises:
            OSError: it cannot be written.
        """
        if not bookmark.session:
            if self._own is not None:
                self._own.unlink(missing_ok=True)
            return
        if self._file is None:
            self._own = self._held()
            self._file = ModelFile(self._own, Bookmark, is_ours=True)
            self._file.read()  # what cannot be read is not written over
        self._file.save(bookmark)

    def close(self) -> None:
        """Let go of the file; a place that stands in it is one that was cut off."""
        if self._lock >= 0:
            os.close(self._lock)
        self._lock, self._own, self._file = -1, None, None

    def _paths(self) -> Iterator[Path]:
        yield self._folder / "bookmark.json"
        yield from (self._folder / f"bookmark-{number}.json" for number in range(2, MOST + 1))

    def _held(self) -> Path:
        """A file that is nobody's, held from now on.

        Raises:
            OSError: it cannot be held.
        """
        make_folder(self._folder)
        for path in self._paths():
            lock = os.open(path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
            if lock_file(lock) and not self._waits(path):
                self._lock = lock
                return path
            os.close(lock)
        raise OSError(f"more than {MOST} sessions are on, or wait to be gone on with")

    def _waits(self, path: Path) -> bool:
        """Whether a place stands there that may still be offered."""
        there = self._read(path)
        return bool(there.session) and self._now() - there.at <= OFFERED_FOR

    @staticmethod
    def _read(path: Path) -> Bookmark:
        return ModelFile(path, Bookmark, is_ours=True).read().value


def _is_held(path: Path) -> bool:
    """Whether a program that runs has this file."""
    try:
        lock = os.open(path.with_suffix(".lock"), os.O_RDWR)
    except OSError:
        return False
    try:
        return not lock_file(lock)
    finally:
        os.close(lock)
