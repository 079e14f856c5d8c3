"""An instant: what three clocks say at once.

Rules:
1. Durations are measured on `boot`, which goes on while the machine sleeps and is never set.
2. `mono` stands still in sleep, so what `boot` gained over it was slept. A clock that somebody
   set, NTP and daylight saving touch neither.
3. Only the calendar (working hours, clock times, dates) is read from `wall`.
"""

from datetime import UTC, datetime

import msgspec

from backease_desktop.core.units import Ms

YEARS = range(1971, 9000)
"""Years that can be reckoned with: a day before them, and after, is still a date."""

_EARLIEST, _LATEST = (
    datetime(year, 1, 2, tzinfo=UTC).timestamp() for year in (YEARS[0], YEARS[-1])
)

COARSE = Ms(100)
"""Two clocks are not read at the same moment, and tick in steps."""


def within_years(seconds: float) -> float:
    """A reading of the wall clock, in seconds since 1970 UTC, as one that can be reckoned with.

    A machine whose battery is empty starts in 1970. Until somebody sets its clock it stands still
    for us, and everything that is not of the calendar goes on.
    """
    return min(max(seconds, _EARLIEST), _LATEST)


class Instant(msgspec.Struct, frozen=True):
    """One moment on three clocks.

    Attributes:
        wall: the local time, aware. Its `tzinfo` should know the rules of its zone (not just an
            offset), or clock times are an hour off for the rest of a day that changes.
        mono: a monotonic clock that stands still while the machine sleeps.
        boot: a monotonic clock that goes on while the machine sleeps.

    Raises:
        ValueError: `wall` is naive.
    """

    wall: datetime
    mono: Ms
    boot: Ms

    def __post_init__(self) -> None:
        if self.wall.utcoffset() is None:
            raise ValueError("wall must be aware")

    @property
    def utc(self) -> datetime:
        """The wall clock without its zone's habits: differences of it are true durations."""
        return self.wall.astimezone(UTC)


def gap_after_restart(before: Instant, now: Instant) -> Ms:
    """How long the program was not running between these two.

    Within one run of the machine `boot` knows. After a new start of the machine it, or `mono`, or
    what was slept, is less than before, and only the wall clock is left to ask; one that went
    backwards says nothing. A new run that is older than the last one was is not told apart.
    """
    passed, awake = now.boot - before.boot, now.mono - before.mono
    if 0 <= awake <= passed + COARSE:
        return Ms(max(0, passed))
    return Ms(max(0, round((now.utc - before.utc).total_seconds() * 1000)))
