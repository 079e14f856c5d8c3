"""The script of a session: what happens when, and a finger on what comes next.

Rules:
1. It knows session time and no clock; the player says how far the session has come.
2. A cue has one number, whether it is announced or due. Another timeline, such as a longer one, in
   the same script lets every cue that it has kept keep its number.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from backease_desktop.core.player.events import CueDue, SegmentStarted
from backease_desktop.core.timeline.segments import Cue, Segment, Timeline
from backease_desktop.core.units import Ms

ScriptEvent = SegmentStarted | CueDue


class Numbers:
    """Gives each cue a number, the same whenever it is asked."""

    def __init__(self) -> None:
        self._given: dict[tuple[int, Cue], int] = {}

    def of(self, place: int, cue: Cue) -> int:
        """The number of a cue in a place: a segment's index, or below zero a count-in's."""
        return self._given.setdefault((place, cue), len(self._given))


class Script:
    """Everything that a timeline lets happen, in order.

    Args:
        timeline: what is played.
        numbers: give the cues their numbers.
    """

    def __init__(self, timeline: Timeline, numbers: Numbers) -> None:
        events: list[ScriptEvent] = []
        placed = zip(timeline.segments, timeline.starts, strict=True)
        for index, (segment, start) in enumerate(placed):
            events.append(SegmentStarted(index, segment, start))
            events += (
                CueDue(cue, Ms(start + cue.at), numbers.of(index, cue)) for cue in segment.cues
            )
        self._events = events
        self._dues = [event.due for event in events]
        self._finger = 0

    def go_to(self, at: Ms) -> None:
        """What is due at `at` is still to come."""
        self._finger = bisect_left(self._dues, at)

    def go_past(self, at: Ms) -> None:
        """What is due at `at` has happened."""
        self._finger = bisect_right(self._dues, at)

    def reached(self, at: Ms) -> list[ScriptEvent]:
        """What has become due by `at`, once."""
        begin = self._finger
        self._finger = max(begin, bisect_right(self._dues, at))
        return self._events[begin : self._finger]

    def ahead(self, until: Ms) -> Iterator[CueDue]:
        """The cues that will be due by `until`; the finger stays where it is."""
        end = bisect_right(self._dues, until)
        for event in self._events[self._finger : end]:
            if isinstance(event, CueDue):
                yield event


class CountIn:
    """What is played before a hold goes on after a pause, and how far it has come.

    Args:
        segment: with the words and tones of the count-in.
        at: session time at which the session stands still meanwhile.
        place: below zero, another for each count-in of a session.
        numbers: give the cues their numbers.
    """

    def __init__(self, segment: Segment, at: Ms, place: int, numbers: Numbers) -> None:
        self.segment = segment
        self.elapsed = Ms(0)
        self._dues = [CueDue(cue, at, numbers.of(place, cue)) for cue in segment.cues]

    @property
    def left(self) -> Ms:
        """What is left of it."""
        return Ms(self.segment.duration - self.elapsed)

    def begin(self) -> list[CueDue]:
        """What is due at once."""
        return self._between(Ms(-1), Ms(0))

    def run(self, time: Ms) -> tuple[list[CueDue], Ms]:
        """Spend time on it: what has become due, and the time that was not needed."""
        before = self.elapsed
        self.elapsed = Ms(min(before + time, self.segment.duration))
        return self._between(before, self.elapsed), Ms(before + time - self.elapsed)

    def ahead(self, horizon: Ms) -> Iterator[tuple[CueDue, Ms]]:
        """The cues of the next `horizon`, each with the time until it is due."""
        for due in self._between(self.elapsed, Ms(self.elapsed + horizon)):
            yield due, Ms(due.cue.at - self.elapsed)

    def _between(self, after: Ms, until: Ms) -> list[CueDue]:
        return [due for due in self._dues if after < due.cue.at <= until]
