"""Shortcuts under macOS: hot keys of Carbon, which need no leave to watch the keyboard."""

import ctypes
import logging
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject

from backease_desktop.core.shortcut import Shortcut
from backease_desktop.system.shortcuts.shortcuts import Shortcuts

log = logging.getLogger(__name__)

CONTROL, OPTION = 0x1000, 0x0800
CODES = {Shortcut.CARD: 11, Shortcut.PAUSE: 35}
"""Virtual key codes of B and P (`kVK_ANSI_…`)."""
_NUMBERS = {shortcut: number for number, shortcut in enumerate(Shortcut, 1)}
_OURS = int.from_bytes(b"BkEs", "big")
_KEYBOARD, _PRESSED = int.from_bytes(b"keyb", "big"), 5
_DIRECT, _HOT_KEY_ID = int.from_bytes(b"----", "big"), int.from_bytes(b"hkid", "big")


class HotKeys(Protocol):
    """The two calls that we need of Carbon."""

    def take(self, number: int, code: int, modifiers: int, /) -> object:
        """Take a key; what gives it back, or None where somebody else has it."""

    def give_back(self, taken: Any, /) -> None:  # noqa: ANN401 (what `take` gave)
        """Give it back."""


class MacShortcuts(Shortcuts):
    """Hot keys of Carbon.

    Args:
        carbon: makes the hot keys, given who is to hear the number of one that was pressed.
        parent: the owner.
    """

    def __init__(
        self,
        carbon: Callable[[Callable[[int], None]], HotKeys],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._keys = carbon(self._on_pressed)
        self._taken: dict[Shortcut, object] = {}

    def hold(self, shortcut: Shortcut) -> None:
        """Take the keys."""
        if shortcut in self._taken:
            return
        taken = self._keys.take(_NUMBERS[shortcut], CODES[shortcut], CONTROL | OPTION)
        if taken is None:
            log.info("%s is not ours: somebody else has these keys", shortcut.label)
        else:
            self._taken[shortcut] = taken
            self.labels_changed.emit()

    def release(self, shortcut: Shortcut) -> None:
        """Give the keys back."""
        taken = self._taken.pop(shortcut, None)
        if taken is not None:
            self._keys.give_back(taken)
            self.labels_changed.emit()

    def label(self, shortcut: Shortcut) -> str:
        """The keys, while they are held."""
        return f"⌃⌥{shortcut.value.letter.upper()}" if shortcut in self._taken else ""

    def _on_pressed(self, number: int) -> None:
        for shortcut in tuple(self._taken):
            if _NUMBERS[shortcut] == number:
                self.pressed.emit(shortcut)


class _HotKeyId(ctypes.Structure):
    _fields_ = (("signature", ctypes.c_uint32), ("number", ctypes.c_uint32))


class _EventType(ctypes.Structure):
    _fields_ = (("kind_class", ctypes.c_uint32), ("kind", ctypes.c_uint32))


class Carbon:
    """The real Carbon.

    Raises:
        OSError: this is not macOS.
    """

    def __init__(self, hear: Callable[[int], None]) -> None:
        self._library = library = ctypes.CDLL("/System/Library/Frameworks/Carbon.framework/Carbon")
        address, word = ctypes.c_void_p, ctypes.c_uint32
        library.GetApplicationEventTarget.restype = address
        library.RegisterEventHotKey.argtypes = (word, word, _HotKeyId, address, word, address)
        library.UnregisterEventHotKey.argtypes = (address,)
        get = library.GetEventParameter
        get.argtypes = (address, word, word, address, ctypes.c_ulong, address, address)

        def on_event(_caller: int, event: int, _data: int) -> int:
            found = _HotKeyId()
            size = ctypes.sizeof(found)
            if not get(event, _DIRECT, _HOT_KEY_ID, None, size, None, ctypes.byref(found)):
                hear(int(found.number))
            return 0

        handler = ctypes.CFUNCTYPE(ctypes.c_int32, address, address, address)
        self._on_event = handler(on_event)  # kept: Carbon keeps only its address
        library.InstallEventHandler.argtypes = (
            address,
            handler,
            ctypes.c_ulong,
            address,
            address,
            address,
        )
        kinds = _EventType(_KEYBOARD, _PRESSED)
        self._target = library.GetApplicationEventTarget()
        library.InstallEventHandler(
            self._target, self._on_event, 1, ctypes.byref(kinds), None, None
        )

    def take(self, number: int, code: int, modifiers: int) -> object:
        """Take a key; see `HotKeys`."""
        taken = ctypes.c_void_p()
        id_ = _HotKeyId(_OURS, number)
        failed = self._library.RegisterEventHotKey(
            code, modifiers, id_, self._target, 0, ctypes.byref(taken)
        )
        return None if failed else taken

    def give_back(self, taken: Any) -> None:  # noqa: ANN401
        """Give it back."""
        self._library.UnregisterEventHotKey(taken)
