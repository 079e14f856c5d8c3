"""Idle time on Windows: `GetLastInputInfo`, one cheap call at each reading."""

import ctypes
from typing import Protocol, cast

from PySide6.QtCore import QObject

from backease_desktop.core.units import Ms
from backease_desktop.system.senses.source import IdleSource, SourceError


class LastInputInfo(ctypes.Structure):
    """`LASTINPUTINFO`: its own size, and the tick count of the last input."""

    _fields_ = (("size", ctypes.c_uint32), ("time", ctypes.c_uint32))


class User32(Protocol):
    """The call that we need of user32.dll."""

    def GetLastInputInfo(self, info: object, /) -> int:
        """Fill in when the last input was; 0 when it failed."""


class Kernel32(Protocol):
    """The call that we need of kernel32.dll."""

    def GetTickCount(self) -> int:
        """Milliseconds since the start, in 32 bits."""


def load_user32() -> User32:
    """The real user32.dll.

    Raises:
        OSError: this is not Windows.
    """
    return cast("User32", ctypes.CDLL("user32"))


def load_kernel32() -> Kernel32:
    """The real kernel32.dll.

    Raises:
        OSError: this is not Windows.
    """
    library = ctypes.CDLL("kernel32")
    library.GetTickCount.restype = ctypes.c_uint32
    return cast("Kernel32", library)


class WindowsIdle(IdleSource):
    """Subtracts two tick counts, which wrap together every 49.7 days."""

    name = "Windows last input"

    def __init__(self, user32: User32, kernel32: Kernel32, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._user32 = user32
        self._kernel32 = kernel32

    def idle(self) -> Ms:
        """What Windows says now."""
        info = LastInputInfo(size=ctypes.sizeof(LastInputInfo))
        if not self._user32.GetLastInputInfo(ctypes.byref(info)):
            raise SourceError("Windows does not tell the last input")
        idle = (self._kernel32.GetTickCount() - info.time) & 0xFFFF_FFFF
        return Ms(idle if idle < 0x8000_0000 else 0)  # the input may be newer than our tick
