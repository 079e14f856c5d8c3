"""Times and hours of a day as a person types them: "9am-5pm", "9:00–12:30, 13:00–17:00", "noon".

Rules:
1. A time is read in 24 hours unless am or pm stands with it, or with the end of its range.
2. A range that would run backwards ends in the afternoon: "9-5" is 9:00–17:00.
3. What is no time is told with what would be one; nothing is guessed beyond these rules.
"""

import re
from dataclasses import dataclass
from datetime import time

from backease_desktop.core.reminder.roster import DayRange

NOON = 12
NAMED = {"noon": NOON, "midday": NOON, "midnight": 24}
"""Hours; midnight ends a day as often as it begins one, and both are 24:00."""

_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:\s*[:.h]\s*(?P<minute>\d{2})?|(?P<joined>\d{2}))?"
    r"\s*(?:o['’]?clock)?\s*(?P<half>[ap])?\.?(?:m\.?)?",
    re.IGNORECASE,
)
_PARTS = re.compile(r"[,;&+\n]|\band\b", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:–|—|−|-|\.\.+|…|\bto\b|\buntil\b|\btill?\b)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Typed:
    """A time as it was typed: the hour as it stands; `half` is a for am, p for pm, or nothing."""

    text: str
    hour: int
    minute: int
    half: str

    def clock(self, half: str = "") -> time:
        """The time of the day; `half` stands in where none was typed."""
        half = self.half or half
        hour = self.hour % NOON + (NOON if half == "p" else 0) if half else self.hour
        if (hour, self.minute) == (24, 0):
            return time()
        if hour > 23 or self.minute > 59 or (half and not 1 <= self.hour <= NOON):
            raise _no_time(self.text)
        return time(hour, self.minute)


def ranges_of(text: str) -> tuple[DayRange, ...]:
    """Hours from text, in the order in which they stand.

    Raises:
        ValueError: this is no list of hours; says what would be.
    """
    return tuple(range_of(part) for part in _parts(text))


def range_of(text: str) -> DayRange:
    """One range of hours from text: "9am-5pm".

    Raises:
        ValueError: it is none; says what would be.
    """
    ends = _ENDS.split(text)
    if len(ends) != 2:
        raise ValueError(f"{text!r} is not from one time to another, such as 9:00–17:00")
    return range_between(*ends)


def range_between(start: str, end: str) -> DayRange:
    """The hours between two times that were typed.

    Raises:
        ValueError: one is no time, or they do not run forwards; says what would be right.
    """
    first, last = _read(start), _read(end)
    # "1-5pm" is the afternoon at both ends, "9-5pm" is not.
    shared = last.half if last.half == "p" and first.hour < (last.hour % NOON or 0) else ""
    starts, ends = first.clock(shared), last.clock()
    is_plain = not first.half and not last.half
    if is_plain and time() < ends <= starts and starts.hour <= NOON and ends.hour < NOON:
        ends = ends.replace(hour=ends.hour + NOON)
    return DayRange(start=starts, end=ends)


def times_of(text: str) -> tuple[time, ...]:
    """Times from text, in the order in which they stand.

    Raises:
        ValueError: this is no list of times; says what would be.
    """
    return tuple(clock_of(part) for part in _parts(text))


def clock_of(text: str) -> time:
    """A time of the day from "9", "9:00", "0900", "9 am", "17h30", "noon"; 24:00 is midnight.

    Raises:
        ValueError: it is none; says what would be.
    """
    return _read(text).clock()


def numbers_of(text: str) -> tuple[int, ...]:
    """Whole numbers from text.

    Raises:
        ValueError: this is no list of whole numbers.
    """
    return tuple(int(part) for part in _parts(text))


def _read(text: str) -> _Typed:
    typed = text.strip()
    if typed.lower() in NAMED:
        return _Typed(typed, NAMED[typed.lower()], 0, "")
    found = _CLOCK.fullmatch(typed)
    if found is None:
        raise _no_time(typed)
    minute = int(found["minute"] or found["joined"] or 0)
    return _Typed(typed, int(found["hour"]), minute, (found["half"] or "").lower())


def _parts(text: str) -> list[str]:
    return [part.strip() for part in _PARTS.split(text) if part.strip()]


def _no_time(text: str) -> ValueError:
    return ValueError(f"{text!r} is no time of the day; write 9:00 or 9 am")
