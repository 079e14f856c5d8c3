"""What the index of the journal tells: all that stands in it, and what was new."""

from dataclasses import dataclass
from datetime import date

from backease_desktop.core.journal.entries import Entry
from backease_desktop.core.journal.history import CallDay
from backease_desktop.core.journal.past import PastSession


@dataclass(frozen=True, slots=True)
class Indexed:
    """What stands in an index.

    Attributes:
        sessions: as they amount to.
        days: the calls of each.
        rest: what tells of no session and of no call, and all that was deleted.
        newest: the latest id of all; empty where there is none.
    """

    sessions: tuple[PastSession, ...]
    days: dict[date, CallDay]
    rest: tuple[Entry, ...]
    newest: str


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What was new in the files.

    Attributes:
        entries: those that were not known.
        sessions: all of which something was read.
        is_all: the index was made anew, so this is everything.
    """

    entries: tuple[Entry, ...] = ()
    sessions: frozenset[str] = frozenset()
    is_all: bool = False
