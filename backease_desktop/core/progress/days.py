"""What each day was: the minutes that were played, and whether it counts as one of moving.

Rules:
1. Minutes are all that was played, also in a session that was left early.
2. A day counts when one session of it was done (half of it or more), or when the person said, on a
   call, that they did something.
3. A day that is marked (ill, travelling) is asked of nobody. What was done on it counts all the
   same: it is never taken away.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from backease_desktop.core.journal.entries import Mark
from backease_desktop.core.journal.history import History
from backease_desktop.core.progress.period import Period
from backease_desktop.core.units import MINUTE

FULL_MINUTES = 20
"""Minutes from which on a day has the strongest colour."""
LEVELS = 5


@dataclass(frozen=True, slots=True)
class Day:
    """One local date.

    Attributes:
        played_ms: of all its sessions; sessions: how many.
        is_moved: whether it counts as a day of moving.
        mark: what the person said of it; None for nothing.
    """

    date: date
    played_ms: int = 0
    sessions: int = 0
    is_moved: bool = False
    mark: Mark | None = None

    @property
    def minutes(self) -> int:
        """Minutes, rounded; what was played at all is one at least."""
        return max(1, round(self.played_ms / MINUTE)) if self.played_ms else 0

    @property
    def level(self) -> int:
        """How strong its colour is: 0 for nothing, `LEVELS` - 1 from `FULL_MINUTES` on."""
        steps = LEVELS - 1
        return min(steps, -(-self.minutes * steps // FULL_MINUTES))


@dataclass(frozen=True, slots=True)
class Days:
    """All days, known or not; those of which nothing is known are empty."""

    known: Mapping[date, Day]

    def __getitem__(self, day: date) -> Day:
        """A day."""
        return self.known.get(day) or Day(day)

    def within(self, period: Period) -> tuple[Day, ...]:
        """Every day of a period, in order."""
        return tuple(self[day] for day in period.days)

    @property
    def first_moved(self) -> date | None:
        """The first day that counts."""
        return min((one.date for one in self.known.values() if one.is_moved), default=None)


def days_of(history: History) -> Days:
    """The days of a history."""
    sums: dict[date, tuple[int, int]] = {}
    moved = {day for day, calls in history.calls.items() if calls.done}
    for session in history.sessions:
        day = session.day
        played, count = sums.get(day, (0, 0))
        sums[day] = (played + session.played_ms, count + 1)
        if session.is_done:
            moved.add(day)
    marks = history.marks
    return Days(
        {
            day: Day(day, *sums.get(day, (0, 0)), day in moved, marks.get(day))
            for day in {*sums, *moved, *marks}
        }
    )


def moved_on(days: Days, period: Period) -> int:
    """On how many days of a period the person moved."""
    return sum(day.is_moved for day in days.within(period))


def week_start(day: date, first_weekday: int) -> date:
    """The first day of a day's week.

    Args:
        day: any day.
        first_weekday: 0 for weeks that begin on Monday, 6 for Sunday.
    """
    return day - timedelta(days=(day.weekday() - first_weekday) % 7)
