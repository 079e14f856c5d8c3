"""The clocks: the only module of the program that reads them."""

import time
from datetime import date, datetime

from backease_desktop.core.units import Ms


def clock() -> Ms:
    """The monotonic clock."""
    return Ms(time.monotonic_ns() // 1_000_000)


def today() -> date:
    """The local date."""
    return datetime.now().astimezone().date()


def utc_offset(moment: int) -> int:
    """Seconds that local time is ahead of UTC, at a moment in seconds since 1970 UTC."""
    return time.localtime(moment).tm_gmtoff


def wall_seconds() -> float:
    """The wall clock, in seconds since 1970 UTC."""
    return time.time()


def local_now() -> datetime:
    """The local time of the day, aware."""
    return datetime.now().astimezone()
