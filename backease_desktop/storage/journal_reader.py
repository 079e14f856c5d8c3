"""What all devices have added to the journal, read from their files."""

from collections.abc import Callable, Iterable
from datetime import date
from itertools import chain
from pathlib import Path

from backease_desktop.core.journal.entries import Deleted, Entry, session_told_of
from backease_desktop.core.journal.history import CALLS, CallDay, History, history_from
from backease_desktop.core.journal.past import PastSession, past_session
from backease_desktop.core.journal.union import union
from backease_desktop.core.wanted import Ask, always, while_wanted
from backease_desktop.storage.journal_files import every_entry
from backease_desktop.storage.journal_index import JournalIndex


class JournalReader:
    """The history of a folder; nothing is read until it is first asked for.

    Args:
        folder: of all devices; it need not exist.
        tell: is given a sentence for each thing that cannot be used.
        index: the file that lets the history open at once; None reads all, as for one question.
    """

    def __init__(
        self, folder: Path, tell: Callable[[str], None], index: Path | None = None
    ) -> None:
        self._folder = folder
        self._index = JournalIndex(index, folder, tell)
        self._is_loaded = False
        self._live: dict[str, Entry] = {}
        """Entries of this program that the index has not taken in."""
        self._live_of: dict[str, list[Entry]] = {}
        self._sessions: dict[str, PastSession] = {}
        self._days: dict[date, CallDay] = {}
        self._rest: list[Entry] = []
        self._newest = ""
        self._history: History | None = None

    @property
    def history(self) -> History:
        """What all entries amount to."""
        if not self._is_loaded:
            self._index.take_in()
            self._load()
        if self._history is None:
            self._history = history_from(
                self._sessions.values(), self._days, self._rest, self._newest
            )
        return self._history

    def entries(self, ask: Ask = always) -> Iterable[Entry]:
        """All entries, in the order of their ids, each once; asks whether they are still wanted."""
        known = union(while_wanted(chain(every_entry(self._folder, ask), self._live.values()), ask))
        return [known[id_] for id_ in sorted(known)]

    def take(self, entry: Entry) -> None:
        """Count an entry of this program, whether it stands in a file by now or not."""
        if self._is_loaded:
            self._live[entry.id] = entry
            self._count(entry)

    def refresh(self) -> tuple[Entry, ...]:
        """Look for what is new in the files; returns what was not known before."""
        if not self._is_loaded:
            return ()
        taken = self._index.take_in()
        new = tuple(entry for entry in taken.entries if entry.id not in self._live)
        for entry in taken.entries:
            self._live.pop(entry.id, None)
        if taken.is_all:
            self._load()
            return new
        self._live_of = {}
        for entry in self._live.values():
            if session := session_told_of(entry):
                self._live_of.setdefault(session, []).append(entry)
        for entry in new:
            self._count_alone(entry)
        for session in taken.sessions:
            self._fold(session)
        return new

    def close(self) -> None:
        """Let go of the index."""
        self._index.close()

    def _load(self) -> None:
        self._is_loaded = True
        indexed = self._index.everything()
        self._sessions = {one.id: one for one in indexed.sessions}
        self._days = indexed.days
        self._rest = list(indexed.rest)
        self._newest = indexed.newest
        self._live_of = {}
        self._history = None
        for entry in self._live.values():
            self._count(entry)

    def _count(self, entry: Entry) -> None:
        session = session_told_of(entry)
        if session is not None:
            self._live_of.setdefault(session, []).append(entry)
            self._fold(session)
        self._count_alone(entry)

    def _count_alone(self, entry: Entry) -> None:
        """What an entry adds that tells of no session."""
        self._history = None
        self._newest = max(self._newest, entry.id)
        if isinstance(entry, CALLS):
            day = entry.at.date()
            self._days[day] = self._days.get(day, CallDay()).with_one(entry)
        elif session_told_of(entry) is None or isinstance(entry, Deleted):
            self._rest.append(entry)

    def _fold(self, session: str) -> None:
        """Make anew what a session amounts to."""
        self._history = None
        if live := self._live_of.get(session):
            past = past_session([*self._index.entries_of(session), *live])
        else:
            past = self._index.session(session)
        if past is None:
            self._sessions.pop(session, None)
        else:
            self._sessions[session] = past
