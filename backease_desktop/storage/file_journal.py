"""The journal in files: what this device adds, and what all devices have added.

Nothing is read until the history is first asked for: a program in the tray only adds. What the disk
does not take is kept in memory, in order, and tried again every half minute, with the next entry
and at the end. An outage is told once, and so is its end.
"""

import logging
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from backease_desktop.core.journal.entries import Entry
from backease_desktop.core.wanted import Ask, always
from backease_desktop.storage.own_journal import OwnJournal

if TYPE_CHECKING:
    from backease_desktop.core.journal.history import History
    from backease_desktop.storage.journal_reader import JournalReader
    from backease_desktop.storage.journal_watch import JournalWatch
    from backease_desktop.storage.still_journal import StillJournal

logger = logging.getLogger(__name__)

E = TypeVar("E", bound=Entry)

TRIED_AGAIN_MS = 30_000
"""A disk that is full is made room on by a person, which takes its time."""


class FileJournal(QObject):
    """The journal of all devices, in a folder.

    Args:
        folder: of all devices; it need not exist yet.
        device: the name of this one, in the journal.
        now: the local time of the day, aware.
        tell: is given a sentence for the person.
        index: the file that lets the history open at once.
        parent: the owner.
        stays: whether there is time to try again; who ends at once looks at `unsaved` instead.

    Signals:
        changed: the history is another one; carries the entries that are new.
    """

    changed = Signal(object)

    def __init__(
        self,
        folder: Path,
        device: str,
        now: Callable[[], datetime],
        tell: Callable[[str], None],
        index: Path | None = None,
        parent: QObject | None = None,
        *,
        stays: bool = True,
    ) -> None:
        super().__init__(parent)
        self._stays = stays
        self._why = ""
        self._folder = folder
        self._device = device
        self._now = now
        self._watch: JournalWatch | None = None
        self._own = OwnJournal(folder, device, now)
        self._tell = tell
        self._waiting: list[Entry] = []
        self._index = index
        self._read: JournalReader | None = None
        self._since: list[Entry] | None = None
        """What was added since the files are held still; None while they are not."""
        self._again = QTimer(self, interval=TRIED_AGAIN_MS)
        self._again.timeout.connect(self.try_again)

    @property
    def folder(self) -> Path:
        """Of all devices."""
        return self._folder

    @property
    def is_new(self) -> bool:
        """Whether this device has never written here."""
        return self._own.is_new

    @property
    def history(self) -> "History":
        """What all entries of all devices amount to."""
        return self._reader.history

    @property
    def device(self) -> str:
        """The name of this device."""
        return self._device

    @property
    def unsaved(self) -> str:
        """Why some of what was added is not on the disk; nothing if all of it is."""
        return self._why if self._waiting else ""

    @property
    def is_of_its_files(self) -> bool:
        """Whether the history is that of the files: nothing waits for the disk, or is held."""
        return not self._waiting and self._since is None

    def append(self, entry: E, /) -> E:
        """Keep an entry that happens now; on the disk when this returns, or told."""
        self.try_again()
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
        if self._since is not None:
            self._since.append(kept)
        if self._read is not None:
            self._read.take(kept)
        self.changed.emit((kept,))
        return kept

    def still(self) -> "StillJournal":
        """The journal as it is now, for a thread that reads its files."""
        # Loaded on first use: the first paint does without the history.
        from backease_desktop.storage.still_journal import StillJournal

        self.try_again()
        waiting = tuple(self._waiting)
        return StillJournal(self.history, self._device, self._folder, self._index, waiting)

    def hold(self) -> "StillJournal":
        """As `still`, for a thread that writes: no file is looked at until `go_on`."""
        still = self.still()
        self._since = []
        return still

    def go_on(self, folder: Path, new: tuple[Entry, ...] = (), index: Path | None = None) -> None:
        """Read the files anew, of this folder from now on.

        Args:
            folder: of all devices.
            new: entries that are new in it.
            index: one that has them, to take the place of ours.
        """
        since, self._since = self._since or [], None
        if folder != self._folder:
            self._use(folder)
            self._waiting += (entry for entry in since if entry not in self._waiting)
            self._write_what_waits()
        elif self._read is not None:
            self._read.close()
            self._read = None
        if index is not None and self._index is not None:
            with suppress(OSError):  # then ours takes in what is new by itself
                index.replace(self._index)
        self.changed.emit(new)

    def try_again(self) -> None:
        """Write what waits, if that is possible by now."""
        if self._waiting:
            self._write_what_waits()
            if not self._waiting and self._stays:
                self._again.stop()
                self._tell("Your history is saved again; nothing of it was lost.")

    def entries(self, ask: Ask = always) -> Iterable[Entry]:
        """All entries of all devices, in the order of their ids, each once.

        Args:
            ask: whether they are still wanted.
        """
        return self._reader.entries(ask)

    def refresh(self) -> None:
        """Take in what other devices, or other programs of ours, have written."""
        is_still = self._read is None or self._since is not None
        new = () if is_still or self._read is None else self._read.refresh()
        if new:
            self._own.see(max(entry.id for entry in new))
            self.changed.emit(new)

    def take_in(self, entries: Iterable[Entry]) -> int:
        """Take in entries of another time or place, as they are; returns how many were not known.

        Raises:
            OSError: they cannot be written, and none of them counts.
        """
        known = {entry.id for entry in self.entries()}
        new = [entry for entry in entries if entry.id not in known]
        if new:
            self._own.bring_in(new)
            self.refresh()
        return len(new)

    def watch(self) -> None:
        """Take in what other devices write from now on, as it arrives."""
        if self._watch is None:
            # Loaded on first use: a program in the tray does without.
            from backease_desktop.storage.journal_watch import JournalWatch

            self._watch = JournalWatch(self._folder, self._own.folder, self)
            self._watch.changed.connect(self.refresh)
        self.refresh()

    def _use(self, folder: Path) -> None:
        is_watched = self._watch is not None
        self.close()
        newest = self._own.last
        self._folder = folder
        self._own = OwnJournal(folder, self._device, self._now)
        self._own.see(newest)
        if is_watched:
            self.watch()

    def forget(self) -> None:
        """Let go of everything that is not in files, and of the index."""
        self._waiting.clear()
        self._again.stop()
        self.close()

    def close(self) -> None:
        """Try once more to write what waits, and let go of the index."""
        self.try_again()
        self._again.stop()
        if self._waiting:
            logger.error("%d entries of the history could not be saved", len(self._waiting))
        if self._read is not None:
            self._read.close()
            self._read = None
        if self._watch is not None:
            self._watch.stop()
            self._watch.deleteLater()
            self._watch = None

    @property
    def _reader(self) -> "JournalReader":
        if self._read is None:
            # Loaded on first use: a program in the tray only adds, and does without the database.
            from backease_desktop.storage.journal_reader import JournalReader

            self._read = JournalReader(self._folder, self._tell, self._index)
            self._own.see(self._read.history.newest)
            for entry in self._waiting:
                self._read.take(entry)
        return self._read

    def _write_what_waits(self) -> None:
        while self._waiting:
            try:
                self._own.append_again(self._waiting[0])
            except OSError:
                return  # told and logged when it began
            del self._waiting[0]

    def _tell_of(self, error: OSError) -> None:
        logger.warning("the history cannot be saved: %s", error)
        self._why = error.strerror or str(error)
        if self._stays:
            why = self._why
            self._tell(
                f"Your history cannot be saved ({why}). It is kept, and tried again by itself."
            )
            self._again.start()
