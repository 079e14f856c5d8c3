"""A reminder for what somebody was given: as often as its lines ask for.

The lines say how often and never when, so the times are ours: from the morning to the end of a
day at work, evenly; and days of the week that lie apart. Whoever wants others changes them.
"""

from datetime import time

from backease_desktop.core.paste.often import Asked
from backease_desktop.core.reminder.roster import (
    DAYS,
    At,
    DayRange,
    Ranges,
    Reminder,
    WorkingHours,
)

FIRST, LAST = 9 * 60, 17 * 60
"""Minutes of the day of the first and the last call."""
MOST_CALLS = 8
STEP = 5
"""Calls come at minutes that divide by this."""
_ALL_DAY: Ranges = (DayRange(start=time(6), end=time(23)),)
_DAYS_APART: dict[int, tuple[int, ...]] = {
    1: (0,),
    2: (1, 3),
    3: (0, 2, 4),
    4: (0, 1, 3, 4),
    5: (0, 1, 2, 3, 4),
    6: (0, 1, 2, 3, 4, 5),
}


def reminder_for(routine: str, name: str, asked: Asked) -> Reminder:
    """A reminder that opens a routine.

    Args:
        routine: id.
        name: of the routine, which the reminder has, too.
        asked: how often it is to be done.
    """
    days = _DAYS_APART.get(asked.per_week or len(DAYS), tuple(range(len(DAYS))))
    hours = {day: _ALL_DAY if number in days else () for number, day in enumerate(DAYS)}
    return Reminder(
        id=f"given-{routine}"[:60],
        name=name[:60],
        when=At(times=times_of(asked.per_day or 1)),
        hours=WorkingHours(**hours),
        routine=routine,
    )


def times_of(count: int) -> tuple[time, ...]:
    """So many times of the day, evenly; `MOST_CALLS` at most."""
    count = max(1, min(count, MOST_CALLS))
    gap = (LAST - FIRST) / (count - 1) if count > 1 else 0
    minutes = (STEP * round((FIRST + number * gap) / STEP) for number in range(count))
    return tuple(time(minute // 60, minute % 60) for minute in minutes)
