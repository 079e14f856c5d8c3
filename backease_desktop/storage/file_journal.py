"""The journal in files: what this device adds, and what all devices have added.

Nothing is read until the history is first asked for: a program in the tray only adds. What the disk
does not take is kept in memory, in order, and tried again with the next entry and at the end.
"""

import logging
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from backease_desktop.core.journal.entries import Entry
from backease_desktop.core.journal.history import History, history_of, union
from backease_desktop.storage.journal_files import journal_paths, read_lines
from backease_desktop.storage.own_journal import OwnJournal

logger = logging.getLogger(__name__)

E = TypeVar("E", bound=Entry)


class FileJournal(QObject):
    """The journal of all devices, in a folder.

    Args:
        folder: of all devices; it need not exist yet.
        device: the name of this one.
        now: the local time of the day, aware.
        tell: is given a sentence for the person.

    Signals:
        changed: the history is another one.
    """

    changed = Signal()

    def __init__(
        self,
        folder: Path,
        device: str,
        now: Callable[[], datetime],
        tell: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._own = OwnJournal(folder, device, now)
        self._tell = tell
        self._waiting: list[Entry] = []
        self._known: dict[str, Entry] | None = None
        self._history: History | None = None

    @property
    def folder(self) -> Path:
        """Of all devices."""
        return self._folder

    @property
    def is_new(self) -> bool:
        """Whether this device has never written here."""
        return self._own.is_new

    @property
    def history(self) -> History:
        """What all entries of all devices amount to."""
        if self._history is None:
            self._history = history_of(self._read().values())
            self._own.see(self._history.newest)
        return self._history

    def append(self, entry: E, /) -> E:
        """Keep an entry that happens now; on the disk when this returns, or told."""
        self._write_what_waits()
        try:
            if self._waiting:
                kept = self._own.stamped(entry)
                self._waiting.append(kept)
            else:
                kept = self._own.append(entry)
        except OSError as error:
            kept = self._own.stamped(entry)
            self._waiting.append(kept)
            self._tell_of(error)
        self._take([kept])
        return kept

    def entries(self) -> Iterable[Entry]:
        """All entries of all devices, in the order of their ids, each once."""
        known = self._read()
        return [known[id_] for id_ in sorted(known)]

    def refresh(self) -> None:
        """Take in what other devices, or other programs of ours, have written."""
        if self._known is not None:
            before, self._known = self._known, None
            if self._read().keys() != before.keys():
                self._history = None
                self.changed.emit()

    def close(self) -> None:
        """Try once more to write what waits."""
        self._write_what_waits()

    def _read(self) -> dict[str, Entry]:
        if self._known is None:
            found: list[Entry] = list(self._waiting)
            for path in journal_paths(self._folder):
                try:
                    lines = read_lines(path)
                except OSError as error:
                    self._tell(f"{path}: cannot be read ({error.strerror or error})")
                    continue
                found += (entry for entry, _ in lines.entries)
                for sentence in lines.broken:
                    self._tell(sentence)
                if lines.has_rest:
                    logger.warning("%s: the last line has no end, and does not count", path)
            self._known = union(found)
        return self._known

    def _take(self, entries: Iterable[Entry]) -> None:
        if self._known is not None:
            self._known.update({entry.id: entry for entry in entries})
            self._history = None
        self.changed.emit()

    def _write_what_waits(self) -> None:
        while self._waiting:
            try:
                self._own.append_again(self._waiting[0])
            except OSError as error:
                logger.warning("the history cannot be saved: %s", error)
                return
            del self._waiting[0]

    def _tell_of(self, error: OSError) -> None:
        logger.warning("the history cannot be saved: %s", error)
        why = error.strerror or error
        self._tell(f"Your history cannot be saved ({why}); it is tried again with every change.")
