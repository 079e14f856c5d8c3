"""What all devices have added to the journal, read from their files."""

import logging
from collections.abc import Callable, Iterable
from pathlib import Path

from backease_desktop.core.journal.entries import Entry
from backease_desktop.core.journal.history import History, history_of, union
from backease_desktop.storage.journal_files import journal_paths, read_lines

logger = logging.getLogger(__name__)


class JournalReader:
    """The history of a folder; nothing is read until it is first asked for.

    Args:
        folder: of all devices; it need not exist.
        tell: is given a sentence for each thing that cannot be used.
    """

    def __init__(self, folder: Path, tell: Callable[[str], None]) -> None:
        self._folder = folder
        self._tell = tell
        self._known: dict[str, Entry] | None = None
        self._history: History | None = None

    @property
    def history(self) -> History:
        """What all entries amount to."""
        if self._history is None:
            self._history = history_of(self._read().values())
        return self._history

    def entries(self) -> Iterable[Entry]:
        """All entries, in the order of their ids, each once."""
        known = self._read()
        return [known[id_] for id_ in sorted(known)]

    def take(self, entry: Entry) -> None:
        """Count an entry of this program, whether it stands in a file by now or not."""
        if self._known is not None:
            self._known[entry.id] = entry
            self._history = None

    def refresh(self) -> tuple[Entry, ...]:
        """Read again; returns the entries that are new."""
        if self._known is None:
            return ()
        before, self._known = self._known, None
        known = self._read()
        for id_, entry in before.items():
            known.setdefault(id_, entry)
        new = tuple(entry for id_, entry in known.items() if id_ not in before)
        if new:
            self._history = None
        return new

    def _read(self) -> dict[str, Entry]:
        if self._known is None:
            found: list[Entry] = []
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
