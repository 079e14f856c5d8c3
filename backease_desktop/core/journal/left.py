"""What was left because it hurt, and what becomes of it the next time.

Rules:
1. What was left comes with its easier form the next time, until that was done once from start to
   end; then it comes itself again.
2. Left twice in a row, it stays out until the person takes it back. Doing it from start to end
   ends a row; sessions in which it did not come neither end nor lengthen one.
3. Taken back, everything before counts no more.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from backease_desktop.core.journal.entries import ProfileChanged
from backease_desktop.core.journal.history import History

OUT_FROM = 2
"""So often in a row it is left before it stays out."""

_TAKEN_BACK = "taken-back."


@dataclass(frozen=True, slots=True)
class Left:
    """An exercise that is not as it was, because it hurt.

    Attributes:
        exercise: its id.
        times: how often in a row it was left.
        day: when that was last, by the local date.
    """

    exercise: str
    times: int
    day: date

    @property
    def is_out(self) -> bool:
        """Whether it stays out until it is taken back; else its easier form comes first."""
        return self.times >= OUT_FROM


def left_hurting(history: History, easier: Mapping[str, str | None]) -> tuple[Left, ...]:
    """What was left because it hurt and is not as it was, in the order of its last day.

    Args:
        history: of the person.
        easier: the id of each exercise's easier form, by its own id; None where it has none.
    """
    rows, waiting = _rows(history, easier)
    return tuple(one for one in rows.values() if one.is_out or one.exercise in waiting)


def times_left(history: History, exercise: str) -> int:
    """How often in a row an exercise was left because it hurt, until now."""
    rows, _ = _rows(history, {})
    return rows[exercise].times if exercise in rows else 0


def _rows(history: History, easier: Mapping[str, str | None]) -> tuple[dict[str, Left], set[str]]:
    """Every row that goes on, and the exercises whose easier form was not done since."""
    rows: dict[str, Left] = {}
    waiting: set[str] = set()
    for session in history.sessions:
        if not session.hurt and not rows:
            continue
        hurt = {
            one.exercise for one in session.hurt if one.id > _taken_back_at(history, one.exercise)
        }
        for exercise in hurt:
            times = rows[exercise].times + 1 if exercise in rows else 1
            rows.pop(exercise, None)  # the last one stands at the end
            rows[exercise] = Left(exercise, times, session.day)
            waiting.add(exercise)
        done = set(session.exercises) - hurt
        for exercise in done & rows.keys():
            del rows[exercise]
        waiting -= {one for one in waiting - hurt if easier.get(one) in done}
    return rows, waiting


def taken_back(exercise: str) -> ProfileChanged:
    """The entry by which a person takes an exercise back."""
    return ProfileChanged(field=_TAKEN_BACK + exercise, value=True)


def _taken_back_at(history: History, exercise: str) -> str:
    """The id of the entry by which it was taken back last; earlier than every id if never."""
    entry = history.changed.get(_TAKEN_BACK + exercise)
    return "" if entry is None else entry.id
