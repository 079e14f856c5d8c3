"""The lock of Windows: asked of the login itself, one cheap call at each reading."""

import ctypes
from typing import Protocol, cast

from PySide6.QtCore import QObject

from backease_desktop.system.senses.source import SourceError, StateSource

CURRENT_SERVER = None
CURRENT_SESSION = 0xFFFF_FFFF
SESSION_INFO_EX = 25
LOCKED = 0


class SessionInfo(ctypes.Structure):
    """The beginning of `WTSINFOEXW`, level 1, as far as the lock; 0 is locked, 1 is not."""

    _fields_ = (
        ("level", ctypes.c_uint32),
        ("_alignment", ctypes.c_uint32),
        ("session_id", ctypes.c_uint32),
        ("state", ctypes.c_int32),
        ("flags", ctypes.c_int32),
    )


class WtsApi(Protocol):
    """The two calls that we need of wtsapi32.dll."""

    def WTSQuerySessionInformationW(
        self, server: None, session: int, what: int, buffer: object, size: object, /
    ) -> int:
        """Point to what is known of a session; 0 when it failed."""

    def WTSFreeMemory(self, memory: object, /) -> None:
        """Give back what was pointed to."""


def load_wtsapi() -> WtsApi:
    """The real wtsapi32.dll.

    Raises:
        OSError: this is not Windows.
    """
    library = ctypes.CDLL("wtsapi32")
    library.WTSQuerySessionInformationW.argtypes = (
        ctypes.c_void_p,
        ctypes.c_uint32,
        ctypes.c_int,
        ctypes.c_void_p,
        ctypes.c_void_p,
    )
    library.WTSFreeMemory.argtypes = (ctypes.c_void_p,)
    library.WTSFreeMemory.restype = None
    return cast("WtsApi", library)


class WindowsLock(StateSource):
    """Asks for the flags of our own login."""

    name = "Windows login"

    def __init__(self, wtsapi: WtsApi, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wtsapi = wtsapi

    def active(self) -> bool:
        """Whether the screen is locked now."""
        found = ctypes.POINTER(SessionInfo)()
        size = ctypes.c_uint32()
        if not self._wtsapi.WTSQuerySessionInformationW(
            CURRENT_SERVER,
            CURRENT_SESSION,
            SESSION_INFO_EX,
            ctypes.byref(found),
            ctypes.byref(size),
        ):
            raise SourceError("Windows does not tell whether the screen is locked")
        try:
            if size.value < ctypes.sizeof(SessionInfo):
                raise SourceError("Windows tells less of the lock than expected")
            return bool(found.contents.flags == LOCKED)
        finally:
            self._wtsapi.WTSFreeMemory(found)
