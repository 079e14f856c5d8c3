"""The one unit of time inside the program: whole milliseconds.

Float seconds lose events at the ends of segments (a property test showed it), so files hold
seconds, the core holds `Ms`, and the conversion happens once, here.
"""

from typing import NewType

Ms = NewType("Ms", int)
"""A duration or an instant in whole milliseconds."""

SECOND = Ms(1000)
MINUTE = Ms(60_000)


def from_seconds(seconds: float) -> Ms:
    """Milliseconds for a duration given in seconds, rounded to the nearest millisecond."""
    return Ms(round(seconds * 1000))


def ceil_seconds(duration: Ms) -> int:
    """Whole seconds that a countdown shows for the time left: 2,001 ms and 3,000 ms are both 3."""
    return -(-duration // 1000)
