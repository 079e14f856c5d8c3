"""The journal of cues in the event log: a cue's line tells when it was really heard.

A cue that sounds is written when the sound output says that its first sample is heard, and one
that came too late to be heard without a moment. A cue that makes no sound (a caption, or anything
while there is no sound) is written when it is due, because then its words are on the screen.
"""

from collections.abc import Iterable

from backease_desktop.controllers.ports import EventLog
from backease_desktop.core.player.events import CueDue, SegmentStarted, Upcoming
from backease_desktop.core.timeline.segments import Cue
from backease_desktop.core.units import Ms


class CueJournal:
    """Writes a line for each segment, and for each cue, once."""

    def __init__(self, log: EventLog) -> None:
        self._log = log
        self._planned: dict[int, Upcoming] = {}
        self._overdue: set[int] = set()
        """Planned cues whose moment has come, and of which nothing was heard yet."""
        self._written: set[int] = set()

    def clear(self) -> None:
        """Forget what was planned: it was cut, or the session is over."""
        self._planned.clear()
        self._overdue.clear()

    def restart(self) -> None:
        """Begin a session: its numbers begin again."""
        self.clear()
        self._written.clear()

    def began(self, event: SegmentStarted, elapsed: Ms) -> None:
        """A segment has begun."""
        segment = event.segment
        self._log.write(
            "segment_started",
            at_ms=elapsed,
            due_ms=event.due,
            index=event.index,
            kind=segment.kind,
            exercise=segment.exercise,
            side=segment.side,
            rep=segment.rep,
        )

    def plan(self, audible: Iterable[Upcoming]) -> None:
        """These cues were handed to the sound output."""
        self._planned.update({coming.number: coming for coming in audible})

    def heard(self, number: int, at: Ms) -> None:
        """A planned cue is heard, at this reading of the clock."""
        coming = self._take(number)
        if coming is not None:
            self._written.add(number)
            self._write(coming.cue, coming.due, Ms(coming.due + at - coming.at))

    def discarded(self, number: int) -> None:
        """A planned cue was left out: it came too late, or the sound was lost before its moment."""
        is_too_late = number in self._overdue
        coming = self._take(number)
        if coming is not None and is_too_late:
            self._written.add(number)
            self._write(coming.cue, coming.due, None)

    def due(self, event: CueDue, elapsed: Ms, *, is_open: bool) -> None:
        """A cue's moment has come; written now if nobody will hear it."""
        if event.number in self._planned and is_open:
            self._overdue.add(event.number)
        elif event.number not in self._written:
            self._take(event.number)
            self._write(event.cue, event.due, elapsed)
        self._written.discard(event.number)

    def _take(self, number: int) -> Upcoming | None:
        self._overdue.discard(number)
        return self._planned.pop(number, None)

    def _write(self, cue: Cue, due: Ms, started: Ms | None) -> None:
        self._log.write("cue", text=cue.text, kind=cue.kind, due_ms=due, started_ms=started)
