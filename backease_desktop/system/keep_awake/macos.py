"""Keeping the screen on under macOS: a power assertion, as `caffeinate -d` makes it."""

import ctypes
from typing import Protocol, cast

from PySide6.QtCore import QObject

from backease_desktop.system.keep_awake.inhibitor import Inhibitor, InhibitorError
from backease_desktop.system.wire.macos import CoreFoundation

ASSERTION_TYPE = "PreventUserIdleDisplaySleep"
ASSERTION_ON = 255


class IOKit(Protocol):
    """The two calls that we need of IOKit."""

    def IOPMAssertionCreateWithName(
        self, kind: int | None, level: int, name: int | None, assertion: object, /
    ) -> int:
        """Fill in the id of a new assertion; 0 when it worked."""

    def IOPMAssertionRelease(self, assertion: int, /) -> int:
        """End an assertion; 0 when it worked."""


def load_iokit() -> IOKit:
    """The real IOKit.

    Raises:
        OSError: this is not macOS.
    """
    library = ctypes.CDLL("/System/Library/Frameworks/IOKit.framework/IOKit")
    library.IOPMAssertionCreateWithName.argtypes = (
        ctypes.c_void_p,
        ctypes.c_uint32,
        ctypes.c_void_p,
        ctypes.POINTER(ctypes.c_uint32),
    )
    library.IOPMAssertionRelease.argtypes = (ctypes.c_uint32,)
    return cast("IOKit", library)


class MacInhibitor(Inhibitor):
    """Holds one power assertion."""

    name = "macOS power assertion"

    def __init__(
        self, iokit: IOKit, foundation: CoreFoundation, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._iokit = iokit
        self._foundation = foundation
        self._assertion: int | None = None

    def hold(self, reason: str) -> None:
        """Make the assertion; the reason shows in the list of `pmset -g assertions`."""
        self.release()
        assertion = ctypes.c_uint32()
        with (
            self._foundation.string(ASSERTION_TYPE) as kind,
            self._foundation.string(reason) as name,
        ):
            error = self._iokit.IOPMAssertionCreateWithName(
                kind, ASSERTION_ON, name, ctypes.byref(assertion)
            )
        if error:
            raise InhibitorError(f"macOS refuses to keep the display on (error {error:#x})")
        self._assertion = assertion.value

    def release(self) -> None:
        """End the assertion."""
        if self._assertion is not None:
            self._iokit.IOPMAssertionRelease(self._assertion)
            self._assertion = None
