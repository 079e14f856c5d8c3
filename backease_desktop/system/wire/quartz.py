"""The calls that we need of CoreGraphics, by ctypes: input, login, windows and displays."""

import ctypes
from typing import Protocol, cast


class Rectangle(ctypes.Structure):
    """`CGRect`."""

    _fields_ = tuple((name, ctypes.c_double) for name in ("x", "y", "width", "height"))


class Quartz(Protocol):
    """The calls. A reference is an address, or `None`."""

    def CGEventSourceSecondsSinceLastEventType(self, state: int, event: int, /) -> float:
        """Seconds since an event of this kind."""

    def CGSessionCopyCurrentDictionary(self) -> int | None:
        """What is known of this login, owned by the caller; nothing without a window server."""

    def CGWindowListCopyWindowInfo(self, option: int, window: int, /) -> int | None:
        """A list of what is known of the windows, front first, owned by the caller."""

    def CGGetActiveDisplayList(self, most: int, displays: object, count: object, /) -> int:
        """Fill in the displays; 0 when it worked."""

    def CGDisplayBounds(self, display: int, /) -> Rectangle:
        """Where a display lies."""


def load_quartz() -> Quartz:
    """The real CoreGraphics.

    Raises:
        OSError: this is not macOS.
    """
    number = ctypes.c_uint32
    library = ctypes.CDLL("/System/Library/Frameworks/CoreGraphics.framework/CoreGraphics")
    library.CGEventSourceSecondsSinceLastEventType.argtypes = (ctypes.c_int32, number)
    library.CGEventSourceSecondsSinceLastEventType.restype = ctypes.c_double
    library.CGSessionCopyCurrentDictionary.argtypes = ()
    library.CGSessionCopyCurrentDictionary.restype = ctypes.c_void_p
    library.CGWindowListCopyWindowInfo.argtypes = (number, number)
    library.CGWindowListCopyWindowInfo.restype = ctypes.c_void_p
    library.CGGetActiveDisplayList.argtypes = (number, ctypes.c_void_p, ctypes.c_void_p)
    library.CGDisplayBounds.argtypes = (number,)
    library.CGDisplayBounds.restype = Rectangle
    return cast("Quartz", library)
