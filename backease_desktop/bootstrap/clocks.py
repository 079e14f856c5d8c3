"""The clocks: the only module of the program that reads them.

The C library looks up its time zone once. So that a person who travels, or whose summer time was
decided late, need not restart, local time is asked for by `_look_up_zone` first, which costs two
microseconds.
"""

import sys
import time
from datetime import date, datetime

from backease_desktop.core.reminder.instant import within_years
from backease_desktop.core.reminder.local_zone import LocalZone
from backease_desktop.core.units import Ms


def clock() -> Ms:
    """The monotonic clock."""
    return Ms(time.monotonic_ns() // 1_000_000)


def spent_ms() -> float:
    """Processor time of this process until now, in milliseconds: for the event log alone."""
    return time.process_time_ns() / 1_000_000


def today() -> date:
    """The local date."""
    _look_up_zone()
    return datetime.now().astimezone().date()


def utc_offset(moment: int) -> int:
    """Seconds that local time is ahead of UTC, at a moment in seconds since 1970 UTC.

    By the zone of the last reading of the wall clock, so that one reckoning has one zone.
    """
    return time.localtime(moment).tm_gmtoff


def wall_seconds() -> float:
    """The wall clock, in seconds since 1970 UTC."""
    _look_up_zone()
    return time.time()


def local_now() -> datetime:
    """The local time of the day, aware, in a zone that knows its rules on days that change.

    A clock that stands in a year that cannot be reckoned with is taken for the nearest that can.
    """
    return datetime.fromtimestamp(within_years(wall_seconds()), _ZONE)


_ZONE = LocalZone(utc_offset)


def _look_up_zone() -> None:
    # On Windows Python cannot ask again; there a change counts from the next start on.
    if sys.platform != "win32":
        time.tzset()
