"""The walks of a plan: how long, how often, and when they grow.

Rules:
1. A walk counts when it was as long as it was to be; one a day, on its local date.
2. A week, from Monday, in which so many days were walked is whole. So many whole weeks lead to the
   next length. A week that was not whole is not spoken of, and takes nothing away.
3. Walks are counted from the start of the plan.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from backease_desktop.core.journal.entries import Walked
from backease_desktop.core.plan.rules import Walking
from backease_desktop.core.units import MINUTE

_ENOUGH = 0.95
"""Of a walk: nobody turns round for the last half minute."""


@dataclass(frozen=True, slots=True)
class Walks:
    """Where somebody stands with walking.

    Attributes:
        rung: of the lengths, from 0.
        whole: weeks in a row of their own that were whole on this rung.
    """

    rung: int = 0
    whole: int = 0

    def minutes(self, walking: Walking) -> int:
        """How long a walk is now."""
        return walking.minutes[self.rung]


def after_week(walks: Walks, days: int, walking: Walking) -> Walks:
    """Where a week leads in which on so many days the whole length was walked."""
    if days < walking.days:
        return walks
    whole = walks.whole + 1
    if whole < walking.weeks or walks.rung == len(walking.minutes) - 1:
        return Walks(walks.rung, min(whole, walking.weeks))
    return Walks(walks.rung + 1)


def walks_of(
    told: Iterable[Walked], started: datetime, today: date, walking: Walking
) -> tuple[Walks, int]:
    """Where somebody stands, and on how many days of this week they have walked the length.

    Args:
        told: all walks.
        started: when the plan began.
        today: the local date.
        walking: how the walks grow.
    """
    by_week: dict[date, dict[date, int]] = {}
    for one in told:
        if one.at >= started:
            day = one.at.date()
            week = by_week.setdefault(_monday(day), {})
            week[day] = max(week.get(day, 0), one.duration_ms)
    walks, this_week = Walks(), _monday(today)
    for monday in sorted(week for week in by_week if week < this_week):
        walks = after_week(walks, _days(by_week[monday], walks, walking), walking)
    return walks, _days(by_week.get(this_week, {}), walks, walking)


def _days(week: dict[date, int], walks: Walks, walking: Walking) -> int:
    needed = walks.minutes(walking) * MINUTE * _ENOUGH
    return sum(longest >= needed for longest in week.values())


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
