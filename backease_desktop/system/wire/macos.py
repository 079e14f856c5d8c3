"""Reading what Core Foundation gives: strings, numbers, lists and dictionaries, by ctypes.

Rules: the library is an argument, so that the rest can be tried on any system; a value that this
module makes is released by it, a value that it is shown stays the owner's.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol, cast

UTF8 = 0x0800_0100
DOUBLE = 13


class CFLibrary(Protocol):
    """The calls that we need of CoreFoundation. A reference is an address, or `None`."""

    def CFStringCreateWithCString(
        self, allocator: None, text: bytes, encoding: int, /
    ) -> int | None:
        """A new string, owned by the caller."""

    def CFRelease(self, reference: int, /) -> None:
        """Give an owned reference back."""

    def CFArrayGetCount(self, array: int, /) -> int:
        """How many values a list has."""

    def CFArrayGetValueAtIndex(self, array: int, index: int, /) -> int | None:
        """One value of a list."""

    def CFDictionaryGetValue(self, dictionary: int, key: int | None, /) -> int | None:
        """The value of a key."""

    def CFNumberGetValue(self, number: int, kind: int, value: object, /) -> bool:
        """Fill in a number; false when it does not fit."""

    def CFBooleanGetValue(self, boolean: int, /) -> bool:
        """Whether it is the true one."""


def load_core_foundation() -> CFLibrary:
    """The real CoreFoundation.

    Raises:
        OSError: this is not macOS.
    """
    address, index = ctypes.c_void_p, ctypes.c_long
    library = ctypes.CDLL("/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation")
    library.CFStringCreateWithCString.argtypes = (address, ctypes.c_char_p, ctypes.c_uint32)
    library.CFStringCreateWithCString.restype = address
    library.CFRelease.argtypes = (address,)
    library.CFRelease.restype = None
    library.CFArrayGetCount.argtypes = (address,)
    library.CFArrayGetCount.restype = index
    library.CFArrayGetValueAtIndex.argtypes = (address, index)
    library.CFArrayGetValueAtIndex.restype = address
    library.CFDictionaryGetValue.argtypes = (address, address)
    library.CFDictionaryGetValue.restype = address
    library.CFNumberGetValue.argtypes = (address, index, address)
    library.CFNumberGetValue.restype = ctypes.c_bool
    library.CFBooleanGetValue.argtypes = (address,)
    library.CFBooleanGetValue.restype = ctypes.c_bool
    return cast("CFLibrary", library)


class CoreFoundation:
    """The few things that we do with Core Foundation's values."""

    def __init__(self, library: CFLibrary) -> None:
        self._library = library

    @contextmanager
    def string(self, text: str) -> Iterator[int | None]:
        """A string for the length of a `with` block."""
        reference = self._library.CFStringCreateWithCString(None, text.encode(), UTF8)
        try:
            yield reference
        finally:
            self.release(reference)

    def release(self, reference: int | None) -> None:
        """Give back a value that a Create or Copy call gave."""
        if reference:
            self._library.CFRelease(reference)

    def values(self, array: int) -> Iterator[int]:
        """The values of a list."""
        for index in range(self._library.CFArrayGetCount(array)):
            if value := self._library.CFArrayGetValueAtIndex(array, index):
                yield value

    def entry(self, dictionary: int, key: str) -> int | None:
        """The value of a key, still in Core Foundation's form."""
        with self.string(key) as reference:
            return self._library.CFDictionaryGetValue(dictionary, reference)

    def number(self, dictionary: int, key: str) -> float | None:
        """The value of a key that holds a number."""
        reference = self.entry(dictionary, key)
        return self.as_number(reference) if reference else None

    def as_number(self, reference: int) -> float | None:
        """A number, or `None` when it is something else that does not fit."""
        value = ctypes.c_double()
        if not self._library.CFNumberGetValue(reference, DOUBLE, ctypes.byref(value)):
            return None
        return value.value

    def truth(self, dictionary: int, key: str) -> bool:
        """Whether a key holds the true boolean."""
        reference = self.entry(dictionary, key)
        return bool(reference) and self._library.CFBooleanGetValue(reference or 0)
