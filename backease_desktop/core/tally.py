"""The tally of a session: what was done while it ran, for its record."""

from dataclasses import dataclass, field

from backease_desktop.core.player.events import Finished, PlayerEvent, SegmentStarted
from backease_desktop.core.player.player import Player, Status
from backease_desktop.core.session_record import SessionRecord
from backease_desktop.core.timeline.segments import SegmentKind


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
