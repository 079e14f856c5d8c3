"""The tally of a session: what was done while it ran, for its record.

What counts is what was played. An exercise is done when all that is held or moved in it was played
from start to end; what was skipped, or left because it hurt, is not.
"""

from dataclasses import dataclass, field

from backease_desktop.core.player.events import Finished, PlayerEvent, SegmentStarted
from backease_desktop.core.player.player import Player, Status
from backease_desktop.core.session_record import SessionRecord
from backease_desktop.core.timeline.segments import SegmentKind
from backease_desktop.core.units import Ms

WORKED = (SegmentKind.HOLD, SegmentKind.MOVE)


@dataclass(slots=True)
class Tally:
    """Counts what was done while a session runs."""

    _on: int = 0
    _completed: set[int] = field(default_factory=set)
    _hurt: list[str] = field(default_factory=list)
    _hurts_now: bool = False
    _before: Ms = Ms(0)

    @property
    def completed(self) -> frozenset[int]:
        """Indices of the segments that were played from start to end."""
        return frozenset(self._completed)

    @property
    def hurt(self) -> tuple[str, ...]:
        """Ids of the exercises that were left because they hurt."""
        return tuple(self._hurt)

    def note(self, event: PlayerEvent) -> None:
        """Take an event of the player into account."""
        match event:
            case SegmentStarted(index=index):
                if index == self._on + 1:
                    self._completed.add(self._on)
                self._on = index
                self._hurts_now = False
            case Finished():
                self._completed.add(self._on)
            case _:
                pass

    def note_jump(self) -> None:
        """The segment that is on is left before its end."""
        self._on = -2
        self._hurts_now = False

    def note_exchange(self, player: Player) -> None:
        """Another player goes on in place of this one, at some segment."""
        self._before = Ms(self._before + player.played)
        self.note_jump()

    def note_hurt(self, exercise: str) -> None:
        """An exercise was left because it hurt."""
        self._hurt.append(exercise)
        self._hurts_now = True

    def take_back_hurt(self, exercise: str) -> None:
        """It was fine after all."""
        self._hurts_now = False
        if exercise in self._hurt:
            self._hurt.remove(exercise)

    def record(self, player: Player) -> SessionRecord:
        """The record of the session that this player has played last."""
        timeline = player.timeline
        missing = {
            segment.step
            for index, segment in enumerate(timeline.segments)
            if segment.kind in WORKED and index not in self._completed
        }
        planned = tuple(dict.fromkeys(s.exercise for s in timeline.segments if s.exercise))
        done = {s.exercise for s in timeline.segments if s.exercise and s.step not in missing}
        return SessionRecord(
            routine=timeline.routine,
            name=timeline.name,
            duration=timeline.duration,
            elapsed=player.elapsed,
            played=Ms(self._before + player.played),
            planned=planned,
            exercises=tuple(e for e in planned if e in done and e not in self._hurt),
            hurt=tuple(self._hurt),
            is_finished=player.status is Status.FINISHED,
            stopped_hurting=self._hurts_now and player.status is Status.STOPPED,
        )
