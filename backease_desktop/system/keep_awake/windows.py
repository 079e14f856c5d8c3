"""Keeping the screen on under Windows: the calling thread says that it needs the display.

`CDLL` serves for system libraries too: on 64-bit Windows there is one calling convention only.
"""

import ctypes
from typing import Protocol, cast

from PySide6.QtCore import QObject

from backease_desktop.system.keep_awake.inhibitor import Inhibitor, InhibitorError

ES_CONTINUOUS = 0x8000_0000
ES_SYSTEM_REQUIRED = 0x0000_0001
ES_DISPLAY_REQUIRED = 0x0000_0002


class Kernel32(Protocol):
    """The one call that we need of kernel32.dll."""

    def SetThreadExecutionState(self, flags: int, /) -> int:
        """The flags that stood before, or 0 when it failed."""


def load_kernel32() -> Kernel32:
    """The real kernel32.dll.

    Raises:
        OSError: this is not Windows.
    """
    library = ctypes.CDLL("kernel32")
    library.SetThreadExecutionState.argtypes = (ctypes.c_uint32,)
    library.SetThreadExecutionState.restype = ctypes.c_uint32
    return cast("Kernel32", library)


class WindowsInhibitor(Inhibitor):
    """Holds for the thread that calls it: always the thread of the windows."""

    name = "Windows power request"

    def __init__(self, kernel32: Kernel32, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kernel32 = kernel32

    def hold(self, reason: str) -> None:
        """Ask for display and system; Windows has no place for the reason here."""
        flags = ES_CONTINUOUS | ES_DISPLAY_REQUIRED | ES_SYSTEM_REQUIRED
        if not self._kernel32.SetThreadExecutionState(flags):
            raise InhibitorError("Windows refuses to keep the display on")

    def release(self) -> None:
        """Take the request back."""
        self._kernel32.SetThreadExecutionState(ES_CONTINUOUS)
