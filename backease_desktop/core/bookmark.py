"""The bookmark: where a session stands, so that it can go on after a crash, a kill or a power cut.

Rules:
1. It is overwritten each second and with each new segment while a session plays, and emptied when a
   session ends by the person's will. One that is found at a start belongs to a session that was cut
   off; it is offered once, for four hours.
2. It holds the routine whole, as it was played, with what an easier form has replaced.
3. The timeline may have changed since, because something is told less often by now: the place is
   then the segment of the same exercise, side, set and repetition that is nearest.
"""

from datetime import datetime, timedelta
from typing import Any

from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.fields import AwareTime, Fields
from backease_desktop.core.journal.entries import UNDATED, Count, Length, Name
from backease_desktop.core.player.extend import extended
from backease_desktop.core.player.snapshot import Snapshot
from backease_desktop.core.tally import Tally
from backease_desktop.core.timeline.segments import Segment, Timeline
from backease_desktop.core.units import Ms
from backease_desktop.core.values import words_of

OFFERED_FOR = timedelta(hours=4)


class Bookmark(Fields, frozen=True, kw_only=True):
    """A place in a session; none by default.

    Attributes:
        session: id of the session's start in the journal; empty where there is no place.
        at: when it was there.
        routine: as JSON holds it.
        index, segments: of the segment that was on, of how many.
        offset_ms: how far the segment had come.
        played_ms: what was lived through of the session.
        kind, exercise, side, set_number, rep, reps: of the segment.
        words: the place as it is told: "Bird dog, left arm".
        completed: indices of the segments that were played from start to end.
        hurt: ids of the exercises that were left because they hurt.
        longer: which segments were made longer, how far each had come, and by how much.
    """

    session: str = ""
    at: AwareTime = UNDATED
    routine: Any = None
    index: Count = 0
    segments: Count = 0
    offset_ms: Length = 0
    played_ms: Length = 0
    kind: Name = ""
    exercise: Name | None = None
    side: Name | None = None
    set_number: Count | None = None
    rep: Count | None = None
    reps: Count | None = None
    words: Name = ""
    completed: tuple[Count, ...] = ()
    hurt: tuple[Name, ...] = ()
    longer: tuple[tuple[Count, Length, Length], ...] = ()

    def is_offered(self, now: datetime) -> bool:
        """Whether a session was cut off there, and not too long ago."""
        return bool(self.session) and timedelta(0) <= now - self.at <= OFFERED_FOR

    @property
    def tally(self) -> Tally:
        """What was done until then."""
        return Tally(
            _on=self.index,
            _completed=set(self.completed),
            _hurt=list(self.hurt),
            _before=Ms(self.played_ms),
        )

    def lengthened(self, timeline: Timeline) -> Timeline:
        """The timeline with what had been made longer, if it has the same segments."""
        if len(timeline.segments) == self.segments:
            for index, offset, by in self.longer:
                timeline = extended(timeline, index, Ms(offset), Ms(by))
        return timeline

    def place_in(self, timeline: Timeline) -> Ms:
        """The session time of the place in a timeline of its routine."""
        wanted = (self.kind, self.exercise, self.side, self.set_number, self.rep)
        numbered = list(enumerate(timeline.segments))
        found = [i for i, segment in numbered if _key(segment) == wanted]
        found = found or [i for i, segment in numbered if segment.exercise == self.exercise]
        index = min(found, key=lambda i: abs(i - self.index), default=0)
        offset = min(self.offset_ms, timeline.segments[index].duration - 1)
        return Ms(timeline.starts[index] + offset)


def bookmark_of(
    session: str, routine: Routine, snapshot: Snapshot, tally: Tally, played: Ms, at: datetime
) -> Bookmark:
    """The place of a session at a moment.

    Args:
        session: id of its start in the journal.
        routine: as it is played.
        snapshot: the session at that moment.
        tally: what was done until then.
        played: what was lived through of the session, in milliseconds.
        at: the wall clock, aware.
    """
    segment = snapshot.segment
    kind, exercise, side, set_number, rep = _key(segment)
    landmark = segment.landmark
    told = [segment.name, landmark and landmark[:1].lower() + landmark[1:]]
    return Bookmark(
        session=session,
        at=at,
        routine=words_of(routine),
        index=snapshot.index,
        segments=len(snapshot.timeline.segments),
        offset_ms=snapshot.offset,
        played_ms=played,
        kind=kind,
        exercise=exercise,
        side=side,
        set_number=set_number,
        rep=rep,
        reps=segment.reps,
        words=", ".join(part for part in told if part),
        completed=tuple(sorted(tally.completed)),
        hurt=tally.hurt,
    )


def _key(segment: Segment) -> tuple[str, str | None, str | None, int | None, int | None]:
    """What tells segments apart, as a file holds it."""
    side = None if segment.side is None else str(segment.side)
    return str(segment.kind), segment.exercise, side, segment.set_number, segment.rep
