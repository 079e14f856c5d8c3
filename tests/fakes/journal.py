"""A journal that remembers, and entries by the handful for those who need some."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from backease_desktop.core.journal.clock import FIRST, next_id
from backease_desktop.core.journal.entries import Entry
from backease_desktop.core.journal.history import History, history_of
from backease_desktop.core.journal.lines import checked_line

E = TypeVar("E", bound=Entry)

DEVICE = "d0" * 6
OTHER_DEVICE = "e1" * 6
MORNING = datetime(2026, 11, 17, 9, 30, tzinfo=UTC)


class FakeNow:
    """A wall clock that is moved by hand; it stands still otherwise."""

    def __init__(self, at: datetime = MORNING) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def advance(self, **by: float) -> None:
        """Let time pass, in the words of `timedelta`; backwards, too."""
        self.at += timedelta(**by)


class MemoryJournal(QObject):
    """Keeps entries for as long as it lives.

    Args:
        now: the wall clock; one that stands still by default.
        device: under whose name it adds.
    """

    changed = Signal(object)

    def __init__(self, now: FakeNow | None = None, device: str = DEVICE) -> None:
        super().__init__()
        self.now = now or FakeNow()
        self._device = device
        self._last = FIRST
        self._entries: dict[str, Entry] = {}

    @property
    def history(self) -> History:
        return history_of(self._entries.values())

    def append(self, entry: E, /) -> E:
        since = self.now() - datetime(1970, 1, 1, tzinfo=UTC)
        newest = max(self._entries, default=self._last)
        self._last = next_id(since // timedelta(milliseconds=1), newest, self._device)
        kept = entry.with_(id=self._last, at=self.now())
        checked_line(kept)
        self._entries[kept.id] = kept
        self.changed.emit((kept,))
        return kept

    def entries(self) -> Iterable[Entry]:
        return [self._entries[id_] for id_ in sorted(self._entries)]

    def lose_last(self) -> None:
        """The last entry was not on the disk when the power went."""
        del self._entries[max(self._entries)]

    def arrive(self, entries: Iterable[Entry]) -> None:
        """Entries of another device are here now."""
        new = tuple(entry for entry in entries if entry.id not in self._entries)
        self._entries.update({entry.id: entry for entry in new})
        self.changed.emit(new)
