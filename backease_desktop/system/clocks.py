"""The two clocks whose difference is the time that the computer has slept.

Rules: `awake` stands still while the computer sleeps, `boot` does not; both start anywhere and
never go back; a changed wall clock, NTP or daylight saving moves neither. The roof reads them and
hands them down.
"""

import ctypes
import sys
import time
from collections.abc import Callable
from typing import Protocol, cast

import msgspec

from backease_desktop.core.units import Ms

_NANOSECONDS_IN_MS = 1_000_000
_WINDOWS_UNITS_IN_MS = 10_000
"""Windows counts in units of 100 ns."""


class Clocks(msgspec.Struct, frozen=True):
    """The two readings.

    Attributes:
        awake: milliseconds without sleep.
        boot: milliseconds with sleep.
    """

    awake: Callable[[], Ms]
    boot: Callable[[], Ms]


class Kernel32(Protocol):
    """The calls that we need of kernel32.dll."""

    def QueryUnbiasedInterruptTime(self, units: object, /) -> int:
        """Fill in the time without sleep; 0 when it failed."""

    def GetTickCount64(self) -> int:
        """Milliseconds with sleep."""


def load_kernel32() -> Kernel32:
    """The real kernel32.dll.

    Raises:
        OSError: this is not Windows.
    """
    library = ctypes.CDLL("kernel32")
    library.GetTickCount64.restype = ctypes.c_uint64
    return cast("Kernel32", library)


def unix_clocks(awake: int, boot: int) -> Clocks:
    """The clocks of a Unix.

    Args:
        awake: the number of the clock that stands still in sleep.
        boot: the number of the clock that goes on.
    """

    def read(clock: int) -> Ms:
        return Ms(time.clock_gettime_ns(clock) // _NANOSECONDS_IN_MS)

    return Clocks(lambda: read(awake), lambda: read(boot))


def windows_clocks(kernel32: Kernel32) -> Clocks:
    """The clocks of Windows."""

    def awake() -> Ms:
        units = ctypes.c_uint64()
        kernel32.QueryUnbiasedInterruptTime(ctypes.byref(units))
        return Ms(units.value // _WINDOWS_UNITS_IN_MS)

    return Clocks(awake, lambda: Ms(kernel32.GetTickCount64()))


def clocks_here() -> Clocks:
    """The clocks of this system."""
    if sys.platform == "win32":
        clocks = windows_clocks(load_kernel32())
    elif sys.platform == "darwin":  # there CLOCK_MONOTONIC goes on in sleep
        clocks = unix_clocks(time.CLOCK_UPTIME_RAW, time.CLOCK_MONOTONIC)
    else:
        boot = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
        clocks = unix_clocks(time.CLOCK_MONOTONIC, boot)
    return clocks
