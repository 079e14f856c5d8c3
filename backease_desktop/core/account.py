"""An account of a session, exercise by exercise: what was done, what hurt, what was passed by."""

from dataclasses import dataclass
from enum import StrEnum

from backease_desktop.core.session_record import SessionRecord
from backease_desktop.core.tally import WORKED
from backease_desktop.core.timeline.segments import Timeline
from backease_desktop.core.units import Ms


class Outcome(StrEnum):
    """What became of an exercise."""

    DONE = "done"
    HURT = "hurt"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Line:
    """One exercise.

    Attributes:
        exercise: its id.
        outcome: what became of it.
        worked: what is held or moved in it, in milliseconds; 0 where it is not in the timeline.
        has_sides: it is done on both sides.
    """

    exercise: str
    outcome: Outcome
    worked: Ms = Ms(0)
    has_sides: bool = False


def account_of(record: SessionRecord, timeline: Timeline) -> tuple[Line, ...]:
    """Every exercise that was planned, in order; one that an easier form replaced comes last."""
    replaced = tuple(one for one in record.hurt if one not in record.planned)
    return tuple(
        _line(one, record, timeline) for one in dict.fromkeys((*record.planned, *replaced))
    )


def _line(exercise: str, record: SessionRecord, timeline: Timeline) -> Line:
    own = [s for s in timeline.segments if s.exercise == exercise and s.kind in WORKED]
    if exercise in record.exercises:
        outcome = Outcome.DONE
    else:
        outcome = Outcome.HURT if exercise in record.hurt else Outcome.SKIPPED
    return Line(
        exercise,
        outcome,
        Ms(sum(segment.duration for segment in own)),
        len({segment.side for segment in own if segment.side is not None}) > 1,
    )
