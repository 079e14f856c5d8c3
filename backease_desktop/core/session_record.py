"""What is kept of a session: how far it came, and what was left because it hurt."""

from dataclasses import dataclass

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


def record_of(player: Player, completed: set[int], hurt: tuple[str, ...]) -> SessionRecord:
    """The record of a session.

    Args:
        player: at the end of the session.
        completed: indexes of the segments that were played to their end.
        hurt: ids of the exercises that were left because they hurt.
    """
    timeline = player.timeline
    worked = (SegmentKind.HOLD, SegmentKind.MOVE)
    missing = {
        s.step for i, s in enumerate(timeline.segments) if s.kind in worked and i not in completed
    }
    done = (s.exercise for s in timeline.segments if s.exercise and s.step not in missing)
    return SessionRecord(
        routine=timeline.routine,
        name=timeline.name,
        duration=timeline.duration,
        elapsed=player.elapsed,
        exercises=tuple(exercise for exercise in dict.fromkeys(done) if exercise not in hurt),
        hurt=hurt,
        is_finished=player.status is Status.FINISHED,
    )
