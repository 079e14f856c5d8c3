"""Weeks against the goal that the person has set: days a week, never more than seven.

Rules:
1. A goal is hoped for, no duty: weeks that reached it are counted, the others are not spoken of.
2. Marked days count as nothing: a week asks for no more days than it has unmarked ones, and a week
   that is marked as a whole is not asked at all.
3. Weeks before the first day of moving are none of ours; the week that is on counts once it has
   reached the goal.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from backease_desktop.core.progress.days import Days, week_start
from backease_desktop.core.progress.goal import WEEK


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days.

    Attributes:
        first: its first day.
        moved: days of moving; rest: days that are marked and on which nobody moved.
        left: days that are still to come, today not among them.
        goal: days that were aimed at; None without a goal.
        is_asked: whether it counts at all.
    """

    first: date
    moved: int
    rest: int
    left: int
    goal: int | None
    is_asked: bool

    @property
    def needed(self) -> int | None:
        """Days that reach the goal, marked ones not asked for; None without a goal."""
        return None if self.goal is None else min(self.goal, WEEK - self.rest)

    @property
    def is_reached(self) -> bool:
        """Whether the goal is reached."""
        return bool(self.needed) and self.needed is not None and self.moved >= self.needed


def weeks_of(
    days: Days, goal: int | None, today: date, count: int, first_weekday: int = 0
) -> tuple[Week, ...]:
    """The last weeks, the one that is on at the end.

    Args:
        days: all that is known.
        goal: days a week; None without one.
        today: the local date.
        count: how many.
        first_weekday: 0 for weeks that begin on Monday, 6 for Sunday.
    """
    this = week_start(today, first_weekday)
    first_moved = days.first_moved
    begins = week_start(first_moved, first_weekday) if first_moved else None
    return tuple(
        _week(days, this - timedelta(days=WEEK * back), goal, today, begins)
        for back in reversed(range(count))
    )


def reached(weeks: Sequence[Week]) -> tuple[int, int]:
    """How many weeks reached the goal, and of how many: (7, 8)."""
    counting = [one for one in weeks if one.is_asked and (one.left == 0 or one.is_reached)]
    return sum(one.is_reached for one in counting), len(counting)


def _week(days: Days, first: date, goal: int | None, today: date, begins: date | None) -> Week:
    whole = [days[first + timedelta(days=n)] for n in range(WEEK)]
    moved = sum(day.is_moved for day in whole)
    rest = sum(day.mark is not None and not day.is_moved for day in whole)
    left = max(0, (first + timedelta(days=WEEK - 1) - today).days)
    is_asked = begins is not None and first >= begins and rest < WEEK
    return Week(first, moved, rest, left, goal, is_asked)
