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
