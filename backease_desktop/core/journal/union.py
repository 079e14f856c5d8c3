"""Entries from several places, each once."""

from collections.abc import Iterable

from backease_desktop.core.journal.entries import Entry
from backease_desktop.core.journal.lines import as_line


def union(entries: Iterable[Entry]) -> dict[str, Entry]:
    """Entries by id, each once.

    Where two bear one id, as after a profile was copied by hand, the same one counts everywhere.
    """
    known: dict[str, Entry] = {}
    for entry in entries:
        other = known.setdefault(entry.id, entry)
        if other is not entry and other != entry:
            known[entry.id] = max(entry, other, key=as_line)
    return known
