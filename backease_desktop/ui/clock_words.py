"""Times of the day as this person's system shows them: 15:20, or 3:20 PM where that is the custom.

The system's locale is asked each time, because it may be changed while the program runs.
"""

from datetime import datetime, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

if TYPE_CHECKING:
    from backease_desktop.core.reminder.roster import DayRange

NOON = 12


def has_twelve_hours() -> bool:
    """Whether the locale's own times carry am and pm."""
    return "ap" in QLocale().timeFormat(QLocale.FormatType.ShortFormat).lower()


def clock_words(clock: time | datetime, *, ends_day: bool = False) -> str:
    """A time of the day: "9:00", "9:00 am".

    Args:
        clock: local.
        ends_day: midnight is said as the end of a day, 24:00.
    """
    hour, minute = clock.hour, clock.minute
    if not has_twelve_hours():
        return "24:00" if ends_day and (hour, minute) == (0, 0) else f"{hour}:{minute:02}"
    half = "pm" if hour >= NOON else "am"
    return f"{hour % NOON or NOON}:{minute:02} {half}"


def hour_words(hour: int) -> str:
    """A full hour at a scale: "9:00", "9 am"; 24 is midnight."""
    if not has_twelve_hours():
        return f"{hour}:00"
    return f"{hour % NOON or NOON} {'pm' if NOON <= hour < 2 * NOON else 'am'}"


def range_words(hours: "DayRange") -> str:
    """Hours of a day: "9:00–17:00"."""
    return f"{clock_words(hours.start)}–{clock_words(hours.end, ends_day=True)}"


def ranges_words(ranges: "tuple[DayRange, ...]") -> str:
    """All hours of a day, nothing for none; `typed_times.ranges_of` reads them back."""
    return ", ".join(range_words(hours) for hours in ranges)


def times_words(times: tuple[time, ...]) -> str:
    """Times of a day: "10:00, 14:30"."""
    return ", ".join(clock_words(clock) for clock in times)
