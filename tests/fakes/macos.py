"""Frameworks of macOS that keep state as the real ones do.

`FakeCoreFoundation` hands out numbered references to Python values and counts what is still owned,
so that a test can see what was never released.
"""

import ctypes
from dataclasses import dataclass, field
from typing import Any

FAILED = 0xE000_02C1


class FakeCoreFoundation:
    """CoreFoundation."""

    def __init__(self) -> None:
        self.objects: dict[int, Any] = {}
        self.owned: list[int] = []

    def own(self, value: Any) -> int:
        """A reference that the caller has to release."""
        reference = self.show(value)
        self.owned.append(reference)
        return reference

    def show(self, value: Any) -> int:
        """A reference that stays the owner's."""
        reference = len(self.objects) + 1
        self.objects[reference] = value
        return reference

    def CFStringCreateWithCString(self, allocator: None, text: bytes, encoding: int) -> int:
        assert encoding == 0x0800_0100
        return self.own(text.decode())

    def CFRelease(self, reference: int) -> None:
        self.owned.remove(reference)

    def CFArrayGetCount(self, array: int) -> int:
        return len(self.objects[array])

    def CFArrayGetValueAtIndex(self, array: int, index: int) -> int:
        return self.show(self.objects[array][index])

    def CFDictionaryGetValue(self, dictionary: int, key: int) -> int | None:
        values = self.objects[dictionary]
        name = self.objects[key]
        return self.show(values[name]) if name in values else None

    def CFNumberGetValue(self, number: int, kind: int, value: Any) -> bool:
        value._obj.value = self.objects[number]
        return True

    def CFBooleanGetValue(self, boolean: int) -> bool:
        return bool(self.objects[boolean])


@dataclass
class FakeIOKit:
    """Power assertions by number, and the idle time of the input devices."""

    foundation: FakeCoreFoundation
    refuses: bool = False
    held: dict[int, tuple[str, str]] = field(default_factory=dict)
    idle_ns: int | None = None
    services: int = 0

    def IOPMAssertionCreateWithName(self, kind: int, level: int, name: int, assertion: Any) -> int:
        if self.refuses:
            return FAILED
        number = 100 + len(self.held)
        objects = self.foundation.objects
        self.held[number] = (objects[kind], objects[name])
        assertion._obj.value = number
        return 0

    def IOPMAssertionRelease(self, assertion: int) -> int:
        del self.held[assertion]
        return 0

    def IOServiceMatching(self, name: bytes) -> int:
        assert name == b"IOHIDSystem"
        return 1

    def IOServiceGetMatchingService(self, port: int, matching: int | None) -> int:
        if self.refuses:
            return 0
        self.services += 1
        return 7

    def IORegistryEntryCreateCFProperty(
        self, entry: int, key: int, allocator: None, options: int
    ) -> int | None:
        assert (entry, self.foundation.objects[key]) == (7, "HIDIdleTime")
        return None if self.idle_ns is None else self.foundation.own(self.idle_ns)

    def IOObjectRelease(self, entry: int) -> int:
        self.services -= 1
        return 0


@dataclass
class Bounds:
    """A rectangle, as `CGDisplayBounds` gives it."""

    x: float
    y: float
    width: float
    height: float


@dataclass
class FakeQuartz:
    """The window server: idle time, session, windows and displays."""

    foundation: FakeCoreFoundation
    idle_s: float = 0.0
    session: dict[str, Any] | None = field(default_factory=dict)
    windows: list[dict[str, Any]] | None = field(default_factory=list)
    displays: list[Bounds] = field(default_factory=lambda: [Bounds(0, 0, 1440, 900)])

    def CGEventSourceSecondsSinceLastEventType(self, state: int, event: int) -> float:
        assert (state, event) == (0, 0xFFFF_FFFF)
        return self.idle_s

    def CGSessionCopyCurrentDictionary(self) -> int | None:
        return None if self.session is None else self.foundation.own(self.session)

    def CGWindowListCopyWindowInfo(self, option: int, window: int) -> int | None:
        return None if self.windows is None else self.foundation.own(self.windows)

    def CGGetActiveDisplayList(self, most: int, displays: Any, count: Any) -> int:
        for index in range(len(self.displays)):
            displays._obj[index] = index
        count._obj.value = len(self.displays)
        return 0

    def CGDisplayBounds(self, display: int) -> Bounds:
        return self.displays[display]


@dataclass
class FakeDevices:
    """CoreAudio and CoreMediaIO: devices with or without an input, in use or not."""

    refuses: bool = False
    running: dict[int, bool] = field(default_factory=dict)
    outputs: dict[int, bool] = field(default_factory=dict)

    def _data(self, thing: int, address: Any) -> bytes | None:
        what = (address._obj.selector.to_bytes(4, "big"), address._obj.scope.to_bytes(4, "big"))
        everything = self.running | self.outputs
        match thing, *what:
            case _ if self.refuses:
                return None
            case 1, b"dev#", b"glob":
                return bytes((ctypes.c_uint32 * len(everything))(*everything))
            case device, b"stm#", b"inpt":
                return bytes(4 if device in self.running else 0)
            case device, b"gone", b"glob":
                return bytes(ctypes.c_uint32(everything[device]))
        raise AssertionError((thing, what))

    def AudioObjectGetPropertyDataSize(
        self, thing: int, address: Any, q: int, qualifier: None, size: Any
    ) -> int:
        data = self._data(thing, address)
        size._obj.value = len(data or b"")
        return 0 if data is not None else 560_947_818

    def AudioObjectGetPropertyData(
        self, thing: int, address: Any, q: int, qualifier: None, size: Any, data: Any
    ) -> int:
        found = self._data(thing, address)
        assert found is not None
        assert size._obj.value == len(found)
        ctypes.memmove(data, found, len(found))
        return 0

    CMIOObjectGetPropertyDataSize = AudioObjectGetPropertyDataSize

    def CMIOObjectGetPropertyData(
        self, thing: int, address: Any, q: int, qualifier: None, size: int, used: Any, data: Any
    ) -> int:
        used._obj.value = size
        return self.AudioObjectGetPropertyData(thing, address, q, qualifier, used, data)
