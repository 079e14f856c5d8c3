"""The journal at one moment, for a thread that works on its files."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from backease_desktop.core.journal.entries import Entry
from backease_desktop.core.journal.history import History
from backease_desktop.core.journal.union import union
from backease_desktop.core.wanted import Ask, always, while_wanted
from backease_desktop.storage.journal_files import every_entry


@dataclass(frozen=True, slots=True)
class StillJournal:
    """A journal at one moment, for a thread that works on its files.

    Attributes:
        history: what it amounts to.
        device: the name of this one.
        folder: of all devices.
        index: the file that lets the history open at once.
        waiting: what the disk has not taken yet.
    """

    history: History
    device: str
    folder: Path
    index: Path | None
    waiting: tuple[Entry, ...]

    def entries(self, ask: Ask = always) -> Iterable[Entry]:
        """All entries, in the order of their ids, each once; asks whether they are still wanted."""
        known = union(while_wanted(chain(every_entry(self.folder, ask), self.waiting), ask))
        return [known[id_] for id_ in sorted(known)]
