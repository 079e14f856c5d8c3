"""Camera and microphone under macOS: whether a device "is running somewhere", in any program.

CoreAudio and CoreMediaIO ask alike, so one class serves both. Nothing is opened, so macOS asks the
person for no permission.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, cast

from PySide6.QtCore import QObject

from backease_desktop.system.senses.source import SourceError, StateSource

SYSTEM_OBJECT = 1


def code(four: bytes) -> int:
    """A four-character code as the number that the system calls take."""
    return int.from_bytes(four, "big")


DEVICES, RUNNING_SOMEWHERE, STREAMS = code(b"dev#"), code(b"gone"), code(b"stm#")
GLOBAL, INPUT = code(b"glob"), code(b"inpt")


class Address(ctypes.Structure):
    """`AudioObjectPropertyAddress`, and the same of CoreMediaIO."""

    _fields_ = tuple((name, ctypes.c_uint32) for name in ("selector", "scope", "element"))


class Hardware(Protocol):
    """The two calls that both libraries have, each under its own name."""

    def size(self, thing: int, address: Address, /) -> int:
        """How many bytes a property has.

        Raises:
            SourceError: it has none.
        """

    def read(self, thing: int, address: Address, size: int, /) -> bytes:
        """A property.

        Raises:
            SourceError: it cannot be read.
        """


class AudioLibrary(Protocol):
    """The calls that we need of CoreAudio."""

    def AudioObjectGetPropertyDataSize(
        self, thing: int, address: object, q: int, qualifier: None, size: object, /
    ) -> int:
        """Fill in how many bytes a property has; 0 when it worked."""

    def AudioObjectGetPropertyData(
        self, thing: int, address: object, q: int, qualifier: None, size: object, data: object, /
    ) -> int:
        """Fill in a property; 0 when it worked."""


class MediaLibrary(Protocol):
    """The calls that we need of CoreMediaIO."""

    def CMIOObjectGetPropertyDataSize(
        self, thing: int, address: object, q: int, qualifier: None, size: object, /
    ) -> int:
        """Fill in how many bytes a property has; 0 when it worked."""

    def CMIOObjectGetPropertyData(
        self,
        thing: int,
        address: object,
        q: int,
        qualifier: None,
        size: int,
        used: object,
        data: object,
        /,
    ) -> int:
        """Fill in a property; 0 when it worked."""


def load_core_audio() -> AudioLibrary:
    """The real CoreAudio.

    Raises:
        OSError: this is not macOS.
    """
    number, address = ctypes.c_uint32, ctypes.c_void_p
    library = ctypes.CDLL("/System/Library/Frameworks/CoreAudio.framework/CoreAudio")
    five = (number, address, number, address, address)
    library.AudioObjectGetPropertyDataSize.argtypes = five
    library.AudioObjectGetPropertyData.argtypes = (*five, address)
    return cast("AudioLibrary", library)


def load_core_media_io() -> MediaLibrary:
    """The real CoreMediaIO.

    Raises:
        OSError: this is not macOS.
    """
    number, address = ctypes.c_uint32, ctypes.c_void_p
    library = ctypes.CDLL("/System/Library/Frameworks/CoreMediaIO.framework/CoreMediaIO")
    four = (number, address, number, address)
    library.CMIOObjectGetPropertyDataSize.argtypes = (*four, address)
    library.CMIOObjectGetPropertyData.argtypes = (*four, number, address, address)
    return cast("MediaLibrary", library)


@dataclass(frozen=True, slots=True)
class AudioHardware:
    """CoreAudio."""

    library: AudioLibrary

    def size(self, thing: int, address: Address) -> int:
        """How many bytes a property has."""
        size = ctypes.c_uint32()
        _check(
            self.library.AudioObjectGetPropertyDataSize(
                thing, ctypes.byref(address), 0, None, ctypes.byref(size)
            )
        )
        return size.value

    def read(self, thing: int, address: Address, size: int) -> bytes:
        """A property."""
        used, data = ctypes.c_uint32(size), ctypes.create_string_buffer(size)
        _check(
            self.library.AudioObjectGetPropertyData(
                thing, ctypes.byref(address), 0, None, ctypes.byref(used), data
            )
        )
        return data.raw[: used.value]


@dataclass(frozen=True, slots=True)
class MediaHardware:
    """CoreMediaIO."""

    library: MediaLibrary

    def size(self, thing: int, address: Address) -> int:
        """How many bytes a property has."""
        size = ctypes.c_uint32()
        _check(
            self.library.CMIOObjectGetPropertyDataSize(
                thing, ctypes.byref(address), 0, None, ctypes.byref(size)
            )
        )
        return size.value

    def read(self, thing: int, address: Address, size: int) -> bytes:
        """A property."""
        used, data = ctypes.c_uint32(), ctypes.create_string_buffer(size)
        _check(
            self.library.CMIOObjectGetPropertyData(
                thing, ctypes.byref(address), 0, None, size, ctypes.byref(used), data
            )
        )
        return data.raw[: used.value]


class RunningDevice(StateSource):
    """Looks at every device that has an input, at each reading."""

    def __init__(self, name: str, hardware: Hardware, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._hardware = hardware

    def start(self) -> None:
        """See whether the library lists its devices."""
        self.active()

    def active(self) -> bool:
        """Whether one of them is in use, by any program."""
        return any(self._records(device) for device in self._devices())

    def _devices(self) -> Iterator[int]:
        address = Address(DEVICES, GLOBAL, 0)
        size = self._hardware.size(SYSTEM_OBJECT, address)
        data = self._hardware.read(SYSTEM_OBJECT, address, size) if size else b""
        yield from memoryview(data[: len(data) // 4 * 4]).cast("I")

    def _records(self, device: int) -> bool:
        try:
            if not self._hardware.size(device, Address(STREAMS, INPUT, 0)):
                return False
            running = self._hardware.read(device, Address(RUNNING_SOMEWHERE, GLOBAL, 0), 4)
        except SourceError:  # unplugged in the meantime
            return False
        return any(running)


def _check(status: int) -> None:
    if status:
        raise SourceError(f"macOS does not tell about its devices (status {status})")
