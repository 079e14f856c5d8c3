"""What is kept of a session: how far it came, and what was left because it hurt."""

from dataclasses import dataclass, field

from backease_desktop.core.player.events import Finished, PlayerEvent, SegmentStarted
from backease_desktop.core.player.player import Player, Status
from backease_desktop.core.timeline.segments import SegmentKind
from backease_desktop.core.units import Ms

DONE_FROM = 0.5
"""A session of half its length or more is done (reminders.md, rule 7)."""


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One run of a timeline.

    Attributes:
        routine: id; name: as it is shown.
        duration, elapsed: of the timeline, and how far it came, in milliseconds.
        exercises: ids of the exercises that were done to their end.
        hurt: ids of the exercises that were left because they hurt.
        is_finished: the session came to its end by itself.
    """

    routine: str
    name: str
    duration: Ms
    elapsed: Ms
    exercises: tuple[str, ...]
    hurt: tuple[str, ...]
    is_finished: bool

    @property
    def fraction(self) -> float:
        """How much of the session was played, 0 to 1."""
        return self.elapsed / self.duration

    @property
    def is_done(self) -> bool:
        """Whether enough was played to count as a break."""
        return self.fraction >= DONE_FROM


@dataclass(slots=True)
class Tally:
    """Counts what was done while a session runs."""

    _on: int = 0
    _completed: set[int] = field(default_factory=set)
    _hurt: list[str] = field(default_factory=list)

    def note(self, event: PlayerEvent) -> None:
        """Take an event of the player into account."""
        match event:
            case SegmentStarted(index=index):
                if index == self._on + 1:
                    self._completed.add(self._on)
                self._on = index
            case Finished():
                self._completed.add(self._on)
            case _:
                pass

    def note_jump(self) -> None:
        """The segment that is on is left before its end."""
        self._on = -2

    def note_hurt(self, exercise: str) -> None:
        """An exercise was left because it hurt."""
        self._hurt.append(exercise)

    def record(self, player: Player) -> SessionRecord:
        """The record of the session that this player has played."""
        timeline = player.timeline
        worked = (SegmentKind.HOLD, SegmentKind.MOVE)
        missing = {
            segment.step
            for index, segment in enumerate(timeline.segments)
            if segment.kind in worked and index not in self._completed
        }
        done = (s.exercise for s in timeline.segments if s.exercise and s.step not in missing)
        return SessionRecord(
            routine=timeline.routine,
            name=timeline.name,
            duration=timeline.duration,
            elapsed=player.elapsed,
            exercises=tuple(e for e in dict.fromkeys(done) if e not in self._hurt),
            hurt=tuple(self._hurt),
            is_finished=player.status is Status.FINISHED,
        )
