"""The hybrid clock: names for entries that sort by time and never go back.

An id is 28 hexadecimal digits: 12 of milliseconds since 1970 UTC, 4 of a counter, 12 of the device
that wrote it. Whoever has seen an id gives out later ones only, even when the wall clock was set
back or another device's clock is ahead; so what a person changes after having seen a value is newer
than that value, on whatever machine. The wall clock's own reading stands beside it in the entry.
"""

import re
from typing import Final

FIRST: Final = ""
"""Earlier than every id."""

DEVICE_DIGITS: Final = 12
LATEST_MS: Final = 16_725_225_600_000
"""A reading from the year 2500 on is a mistake; an id that has it is broken."""

_MS_DIGITS: Final = 12
_COUNTER_DIGITS: Final = 4
_SHAPE: Final = re.compile(
    f"[0-9a-f]{{{_MS_DIGITS}}}[0-9a-f]{{{_COUNTER_DIGITS}}}[0-9a-f]{{{DEVICE_DIGITS}}}"
)


def next_id(wall_ms: int, last: str, device: str) -> str:
    """The id of an entry that is made now.

    Args:
        wall_ms: the wall clock, in milliseconds since 1970 UTC.
        last: the latest id that this device has given out or seen; `FIRST` if none.
        device: the device's own id.
    """
    now = min(max(wall_ms, 0), LATEST_MS - 1)
    counter = 0
    if last and now <= moment_of(last):
        now, counter = moment_of(last), _counter_of(last) + 1
        if counter >> (4 * _COUNTER_DIGITS):
            now, counter = now + 1, 0
    return f"{now:0{_MS_DIGITS}x}{counter:0{_COUNTER_DIGITS}x}{device}"


def is_id(text: str) -> bool:
    """Whether a text can be the id of an entry."""
    return _SHAPE.fullmatch(text) is not None and moment_of(text) < LATEST_MS


def is_device(text: str) -> bool:
    """Whether a text can be the id of a device."""
    return re.fullmatch(f"[0-9a-f]{{{DEVICE_DIGITS}}}", text) is not None


def moment_of(id_: str) -> int:
    """The reading of an id, in milliseconds since 1970 UTC."""
    return int(id_[:_MS_DIGITS], 16)


def device_of(id_: str) -> str:
    """The device that wrote the entry of an id."""
    return id_[-DEVICE_DIGITS:]


def _counter_of(id_: str) -> int:
    return int(id_[_MS_DIGITS : _MS_DIGITS + _COUNTER_DIGITS], 16)
