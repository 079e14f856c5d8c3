"""The player's state machine.

        play             resume              (count-in over)
READY ─────────▶ PLAYING ◀────────────── COUNTING_IN
                  │    │                    ▲  │
          pause,  │    │ end         resume │  │ pause,
          a gap   ▼    ▼                    │  ▼ a gap
               PAUSED  FINISHED           PAUSED            stop: any state ─▶ STOPPED

Rules:
1. Everything that moves a session stands in this file; what it consists of, the timeline's.
2. `now` is a reading of one monotonic clock. It goes in with every method; events come out.
3. However the time is sliced, the same events come once each, in order.
4. A gap of more than `MAX_GAP` between two readings means that the machine slept: the session is
   paused where it was; it never skips ahead.
5. A jump while paused stays paused, at the new place.
6. At the end of a segment that waits the session pauses by itself; going on enters the next one.
7. After a pause a hold goes on with the time that was left, behind a count-in; any other segment
   starts again, because its words were cut, unless there is a count-in, which then has told them.
"""

from enum import StrEnum

from backease_desktop.core.player import moves
from backease_desktop.core.player.events import (
    Finished,
    Interrupted,
    PlayerEvent,
    Upcoming,
)
from backease_desktop.core.player.extend import EXTENSIBLE, extended
from backease_desktop.core.player.script import CountIn, Numbers, Script
from backease_desktop.core.timeline.segments import Segment, SegmentKind, Timeline
from backease_desktop.core.units import Ms

MAX_GAP = Ms(5_000)


class Status(StrEnum):
    """Where the machine stands."""

    READY = "ready"
    PLAYING = "playing"
    COUNTING_IN = "counting_in"
    PAUSED = "paused"
    FINISHED = "finished"
    STOPPED = "stopped"


class Player:
    """Plays a timeline, being told the time."""

    def __init__(self, timeline: Timeline) -> None:
        self._status = Status.READY
        self._told = Ms(0)
        self._elapsed = Ms(0)
        self._played = Ms(0)
        self._count_in: CountIn | None = None
        self._count_ins = 0
        self._numbers = Numbers()
        self._timeline = timeline
        self._script = Script(timeline, self._numbers)

    # What it is

    @property
    def status(self) -> Status:
        """Where the machine stands."""
        return self._status

    @property
    def timeline(self) -> Timeline:
        """The timeline as it is now, with every extension."""
        return self._timeline

    @property
    def elapsed(self) -> Ms:
        """Session time: how far the session has come."""
        return self._elapsed

    @property
    def played(self) -> Ms:
        """Session time that was lived through, without what was skipped, with what was repeated."""
        return self._played

    @property
    def index(self) -> int:
        """Index of the segment that is on."""
        return self._timeline.index_at(self._elapsed)

    @property
    def segment(self) -> Segment:
        """The segment that is on."""
        return self._timeline.segments[self.index]

    @property
    def offset(self) -> Ms:
        """How far the segment that is on has come."""
        return Ms(self._elapsed - self._timeline.starts[self.index])

    @property
    def remaining(self) -> Ms:
        """What is left of the segment that is on."""
        return Ms(self.segment.duration - self.offset)

    @property
    def count_in(self) -> tuple[Segment, Ms] | None:
        """The count-in after a pause and how far it has come, while it is on."""
        count_in = self._count_in
        return None if count_in is None else (count_in.segment, count_in.elapsed)

    @property
    def is_waiting(self) -> bool:
        """Whether it stands at the end of a segment that waits for the person."""
        at_end = self._elapsed == self._end - 1
        return self._status is Status.PAUSED and self.segment.waits and at_end

    @property
    def is_running(self) -> bool:
        """Whether time moves it."""
        return self._status in (Status.PLAYING, Status.COUNTING_IN)

    @property
    def can_extend(self) -> bool:
        """Whether the segment that is on can be made longer; a plain repetition cannot."""
        return self._count_in is None and self.segment.kind in EXTENSIBLE

    # Time

    def advance(self, now: Ms) -> list[PlayerEvent]:
        """Account for the time since the last reading; return what happened in it."""
        gap, self._told = Ms(now - self._told), now
        if not self.is_running:
            return []
        if gap > MAX_GAP:
            self._status, self._count_in = Status.PAUSED, None
            return [Interrupted(gap)]
        time = Ms(max(gap, 0))
        events: list[PlayerEvent] = []
        if self._count_in is not None:
            due, time = self._count_in.run(time)
            events += due
            if self._count_in.left > 0:
                return events
            self._status, self._count_in = Status.PLAYING, None
        return events + self._run(time)

    def upcoming(self, horizon: Ms) -> list[Upcoming]:
        """The cues that fall due within `horizon` from the last reading if nobody interferes."""
        if not self.is_running:
            return []
        found, lead = [], Ms(0)
        if self._count_in is not None:
            for due, wait in self._count_in.ahead(horizon):
                found.append(Upcoming(due.cue, due.number, due.due, Ms(self._told + wait)))
            lead = self._count_in.left
        for due in self._script.ahead(Ms(self._elapsed + horizon - lead)):
            at = Ms(self._told + lead + due.due - self._elapsed)
            found.append(Upcoming(due.cue, due.number, due.due, at))
        return found

    # Transport

    def play(self, now: Ms) -> list[PlayerEvent]:
        """Start from the beginning; does nothing if it was started before."""
        self._told = now
        if self._status is not Status.READY:
            return []
        self._status = Status.PLAYING
        return self._reached()

    def stand_at(self, now: Ms, at: Ms) -> None:
        """Stand paused at a session time instead of starting; *resume* goes on from there."""
        self._told, self._elapsed, self._status = now, at, Status.PAUSED
        self._script.go_past(at)

    def pause(self, now: Ms) -> list[PlayerEvent]:
        """Stop the time."""
        events = self.advance(now)
        if self.is_running:
            self._status, self._count_in = Status.PAUSED, None
        return events

    def resume(self, now: Ms, count_in: Segment | None = None) -> list[PlayerEvent]:
        """Go on after a pause.

        Args:
            now: a reading of the clock.
            count_in: played first, then it goes on where it was: `timeline.count_in`, `lead_in`.
        """
        self._told = now
        if self._status is not Status.PAUSED:
            return []
        if self.is_waiting:
            return self._go(self._end)
        if count_in is None:
            if self.segment.kind is not SegmentKind.HOLD:
                return self._go(self._timeline.starts[self.index])
            self._status = Status.PLAYING
            return self._reached()
        self._count_ins += 1
        self._count_in = CountIn(count_in, self._elapsed, -self._count_ins, self._numbers)
        self._status = Status.COUNTING_IN
        return [*self._count_in.begin()]

    def next(self, now: Ms) -> list[PlayerEvent]:
        """Go to the next block: out of a hold into the change of side, and so on."""
        return self._jump(now, moves.next_block(self._timeline, self.index))

    def previous(self, now: Ms) -> list[PlayerEvent]:
        """Restart the block if it is more than 3 s old, else go to the block before."""
        events = self.advance(now)
        place = moves.block_again_or_before(self._timeline, self.index, self._elapsed)
        return events + self._jump(now, place)

    def again(self, now: Ms) -> list[PlayerEvent]:
        """Do the whole exercise again, from its preview; in the intro, the intro."""
        return self._jump(now, moves.exercise_again(self._timeline, self.index))

    def next_exercise(self, now: Ms) -> list[PlayerEvent]:
        """Leave the exercise that is on and go to the next one, or to the end."""
        return self._jump(now, moves.next_exercise(self._timeline, self.index))

    def jump(self, now: Ms, index: int) -> list[PlayerEvent]:
        """Go to the start of a segment.

        Raises:
            IndexError: there is no such segment.
        """
        if not 0 <= index < len(self._timeline.segments):
            raise IndexError(f"segment {index} of {len(self._timeline.segments)}")
        return self._jump(now, index)

    def extend(self, now: Ms, by: Ms) -> list[PlayerEvent]:
        """Make the segment that is on longer; does nothing where `can_extend` is false."""
        events = self.advance(now)
        if self.can_extend and self._status is not Status.FINISHED:
            self._timeline = extended(self._timeline, self.index, self.offset, by)
            self._script = Script(self._timeline, self._numbers)
            self._script.go_past(self._elapsed)
        return events

    def stop(self, now: Ms) -> list[PlayerEvent]:
        """End the session here."""
        events = self.advance(now)
        if self._status is not Status.FINISHED:
            self._status, self._count_in = Status.STOPPED, None
        return events

    # How it moves

    @property
    def _end(self) -> Ms:
        """Session time at which the segment that is on ends."""
        return Ms(self._timeline.starts[self.index] + self.segment.duration)

    def _run(self, time: Ms) -> list[PlayerEvent]:
        """Spend time on the session, but never past the last moment of a segment that waits."""
        goal = Ms(min(self._elapsed + time, self._timeline.duration))
        for segment, start in zip(
            self._timeline.segments[self.index :], self._timeline.starts[self.index :], strict=True
        ):
            if start > goal:
                break
            last = Ms(start + segment.duration - 1)
            if segment.waits and goal >= last:
                self._live_until(last)
                events = self._reached()
                self._status = Status.PAUSED
                return events
        self._live_until(goal)
        return self._reached()

    def _live_until(self, at: Ms) -> None:
        self._played = Ms(self._played + at - self._elapsed)
        self._elapsed = at

    def _reached(self) -> list[PlayerEvent]:
        events: list[PlayerEvent] = [*self._script.reached(self._elapsed)]
        if self._elapsed >= self._timeline.duration:
            self._status = Status.FINISHED
            events.append(Finished())
        return events

    def _jump(self, now: Ms, index: int) -> list[PlayerEvent]:
        events = self.advance(now)
        if self._status in (Status.READY, Status.FINISHED, Status.STOPPED):
            return events
        is_paused = self._status is Status.PAUSED
        if index >= len(self._timeline.segments):
            return events + self._go(self._timeline.duration)
        if is_paused:
            self._elapsed = self._timeline.starts[index]
            self._script.go_to(self._elapsed)
            return events
        return events + self._go(self._timeline.starts[index])

    def _go(self, at: Ms) -> list[PlayerEvent]:
        """Move to the start of a segment."""
        self._elapsed = at
        self._script.go_to(at)
        self._status, self._count_in = Status.PLAYING, None
        return self._reached()
