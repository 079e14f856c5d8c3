"""Idle time on macOS, from Quartz and checked against the input devices.

Quartz alone has been seen to jump back to nothing while nobody was there, and its value may be
reset by made-up events. `HIDIdleTime` of IOKit counts the devices themselves. Where both answer,
the larger counts; where IOKit does not, Quartz does.
"""

import ctypes
from typing import Protocol, cast

from PySide6.QtCore import QObject

from backease_desktop.core.units import Ms, from_seconds
from backease_desktop.system.senses.source import IdleSource, SourceError
from backease_desktop.system.wire.macos import CoreFoundation
from backease_desktop.system.wire.quartz import Quartz

COMBINED_SESSION_STATE = 0
ANY_INPUT_EVENT = 0xFFFF_FFFF
NANOSECONDS_IN_MS = 1_000_000


class IOKit(Protocol):
    """The calls that we need of IOKit."""

    def IOServiceMatching(self, name: bytes, /) -> int | None:
        """A description to look services up by; the look-up gives it back."""

    def IOServiceGetMatchingService(self, port: int, matching: int | None, /) -> int:
        """The first service that fits, or 0."""

    def IORegistryEntryCreateCFProperty(
        self, entry: int, key: int | None, allocator: None, options: int, /
    ) -> int | None:
        """The value of a property, owned by the caller."""

    def IOObjectRelease(self, entry: int, /) -> int:
        """Give a service back."""


def load_iokit() -> IOKit:
    """The real IOKit.

    Raises:
        OSError: this is not macOS.
    """
    address, number = ctypes.c_void_p, ctypes.c_uint32
    library = ctypes.CDLL("/System/Library/Frameworks/IOKit.framework/IOKit")
    library.IOServiceMatching.argtypes = (ctypes.c_char_p,)
    library.IOServiceMatching.restype = address
    library.IOServiceGetMatchingService.argtypes = (number, address)
    library.IOServiceGetMatchingService.restype = number
    library.IORegistryEntryCreateCFProperty.argtypes = (number, address, address, number)
    library.IORegistryEntryCreateCFProperty.restype = address
    library.IOObjectRelease.argtypes = (number,)
    return cast("IOKit", library)


class MacIdle(IdleSource):
    """Asks both at each reading."""

    name = "macOS last event"

    def __init__(
        self,
        quartz: Quartz,
        iokit: IOKit,
        foundation: CoreFoundation,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._quartz = quartz
        self._iokit = iokit
        self._foundation = foundation

    def idle(self) -> Ms:
        """The larger of the two idle times."""
        seconds = self._quartz.CGEventSourceSecondsSinceLastEventType(
            COMBINED_SESSION_STATE, ANY_INPUT_EVENT
        )
        devices = self._devices_idle()
        if seconds < 0 and devices is None:
            raise SourceError("macOS does not tell the last event")
        return max(from_seconds(max(seconds, 0)), devices or Ms(0))

    def _devices_idle(self) -> Ms | None:
        matching = self._iokit.IOServiceMatching(b"IOHIDSystem")
        service = self._iokit.IOServiceGetMatchingService(0, matching)
        if not service:
            return None
        with self._foundation.string("HIDIdleTime") as key:
            value = self._iokit.IORegistryEntryCreateCFProperty(service, key, None, 0)
        self._iokit.IOObjectRelease(service)
        if not value:
            return None
        nanoseconds = self._foundation.as_number(value)
        self._foundation.release(value)
        return None if nanoseconds is None else Ms(int(nanoseconds) // NANOSECONDS_IN_MS)
