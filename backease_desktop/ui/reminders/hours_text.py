"""Times and hours of a day as a person types them: "9:00–12:30, 13:00–17:00"."""

import re
from datetime import time

from backease_desktop.core.reminder.plan import DayRange

_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?")


def ranges_text(ranges: tuple[DayRange, ...]) -> str:
    """Hours as text; nothing for none. Midnight ends a day as 24:00."""
    return ", ".join(f"{clock_text(r.start)}–{_end_text(r.end)}" for r in ranges)


def ranges_of(text: str) -> tuple[DayRange, ...]:
    """Hours from text. Signs between the times are as people type them: – - to.

    Raises:
        ValueError: this is no list of hours.
    """
    found = []
    for part in _parts(text):
        ends = re.split(r"\s*(?:–|—|-|to)\s*", part)
        if len(ends) != 2:
            raise ValueError(f"{part!r} is not from–to")
        found.append(DayRange(start=clock_of(ends[0]), end=clock_of(ends[1])))
    return tuple(found)


def times_text(times: tuple[time, ...]) -> str:
    """Times as text."""
    return ", ".join(clock_text(clock) for clock in times)


def times_of(text: str) -> tuple[time, ...]:
    """Times from text.

    Raises:
        ValueError: this is no list of times.
    """
    return tuple(clock_of(part) for part in _parts(text))


def numbers_of(text: str) -> tuple[int, ...]:
    """Whole numbers from text.

    Raises:
        ValueError: this is no list of whole numbers.
    """
    return tuple(int(part) for part in _parts(text))


def clock_text(clock: time) -> str:
    """A time of the day: "9:00"."""
    return f"{clock.hour}:{clock.minute:02}"


def _end_text(clock: time) -> str:
    return "24:00" if clock == time() else clock_text(clock)


def clock_of(text: str) -> time:
    """A time of the day from "9", "9:00", "9.00" or "24:00", which is midnight.

    Raises:
        ValueError: this is no time of the day.
    """
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text!r} is no time")
    hour, minute = int(match[1]), int(match[2] or 0)
    return time() if (hour, minute) == (24, 0) else time(hour, minute)


def _parts(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,;]", text) if part.strip()]
