"""A session as it was: what its entries amount to, whatever the order in which they arrived."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal

from backease_desktop.core.fields import AwareTime, Fields
from backease_desktop.core.journal.entries import (
    Corrected,
    Deleted,
    Effort,
    Entry,
    ExerciseDone,
    Felt,
    LeftHurting,
    PainTold,
    SegmentReached,
    SessionEnded,
    SessionStarted,
)
from backease_desktop.core.journal.union import union
from backease_desktop.core.session_record import DONE_FROM


class PastSession(Fields, frozen=True, kw_only=True):
    """One session.

    Attributes:
        id: of its start.
        at: when it began, with the local offset.
        routine, name, duration_ms, dose: as it was started.
        planned: ids of its exercises, in order.
        how: how it ended; None where no end is known: it is on, or was cut off.
        ended_at: when.
        played_ms: what was lived through.
        fraction: how much of its timeline that is, 0 to 1.
        exercises: ids of those done from start to end, in order.
        skipped: ids of those neither done nor left because they hurt.
        hurt: what was left because it hurt, in order.
        before, after: pain as it was told; None where it was not.
        felt: how it was; None where it was not said.
        reached: the last place that is known of it.
        newest: the latest id among its entries.
    """

    id: str
    at: AwareTime
    routine: str
    name: str
    duration_ms: int
    dose: str
    planned: tuple[str, ...]
    how: Literal["finished", "stopped", "hurt"] | None = None
    ended_at: AwareTime | None = None
    played_ms: int = 0
    fraction: float = 0.0
    exercises: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    hurt: tuple[LeftHurting, ...] = ()
    before: PainTold | None = None
    after: PainTold | None = None
    felt: Effort | None = None
    reached: SegmentReached | None = None
    newest: str = ""

    @property
    def day(self) -> date:
        """The local date on which it began."""
        return self.at.date()

    @property
    def is_done(self) -> bool:
        """Whether enough was played to count as a break."""
        return self.fraction >= DONE_FROM

    @property
    def last_at(self) -> datetime:
        """The last moment that is known of it."""
        return self.ended_at or (self.reached.at if self.reached else self.at)


def past_session(entries: Iterable[Entry]) -> PastSession | None:
    """A session from its entries; None where it was deleted, or its start is not known.

    Args:
        entries: those that tell of it, each once or more, in any order.
    """
    known = union(entries)
    gone = {entry.target for entry in known.values() if isinstance(entry, Deleted)}
    told = [known[id_] for id_ in sorted(known) if id_ not in gone]
    start = next((one for one in told if isinstance(one, SessionStarted)), None)
    if start is None:
        return None
    session = PastSession(
        id=start.id,
        at=start.at,
        routine=start.routine,
        name=start.name,
        duration_ms=start.duration_ms,
        dose=start.dose,
        planned=start.exercises,
        hurt=tuple(one for one in told if isinstance(one, LeftHurting)),
        newest=max(known),
    )
    for entry in told:
        session = _told(session, entry)
    for entry in told:
        if isinstance(entry, Corrected):
            session = _corrected(session, entry)
    return session


def _told(session: PastSession, entry: Entry) -> PastSession:
    """The session with what one more entry tells; later ones come later."""
    match entry:
        case SegmentReached() if session.how is None:
            played = max(session.played_ms, entry.played_ms)
            return session.with_(
                reached=entry,
                played_ms=played,
                fraction=_fraction(played, session.duration_ms),
            )
        case ExerciseDone() if session.how is None and entry.exercise not in session.exercises:
            return session.with_(exercises=(*session.exercises, entry.exercise))
        case SessionEnded():
            return session.with_(
                how=entry.how,
                ended_at=entry.at,
                played_ms=entry.played_ms,
                fraction=entry.fraction,
                exercises=entry.exercises,
                skipped=entry.skipped,
            )
        case PainTold(when="before"):
            return session.with_(before=entry)
        case PainTold():
            return session.with_(after=entry)
        case Felt():
            return session.with_(felt=entry.how)
        case _:
            return session


def _corrected(session: PastSession, entry: Corrected) -> PastSession:
    if entry.played_ms is not None:
        session = session.with_(
            played_ms=entry.played_ms, fraction=_fraction(entry.played_ms, session.duration_ms)
        )
    if entry.exercises is not None:
        left = {one.exercise for one in session.hurt}
        rest = (one for one in session.planned if one not in entry.exercises and one not in left)
        session = session.with_(exercises=entry.exercises, skipped=tuple(rest))
    return session


def _fraction(played: int, duration: int) -> float:
    return min(1.0, played / duration) if duration else 0.0
