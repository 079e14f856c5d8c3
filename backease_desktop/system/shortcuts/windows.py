"""Shortcuts under Windows: hot keys of our thread, told by a message without a window."""

import ctypes
import logging
from typing import Protocol, cast

from PySide6.QtCore import QCoreApplication, QObject

from backease_desktop.core.shortcut import Shortcut
from backease_desktop.system.shortcuts.shortcuts import Shortcuts
from backease_desktop.system.wire.windows_messages import Message, MessageFilter

log = logging.getLogger(__name__)

MOD_ALT, MOD_CONTROL, MOD_NOREPEAT = 0x1, 0x2, 0x4000
WM_HOTKEY = 0x0312
THREAD_MESSAGE = b"windows_dispatcher_MSG"
_NUMBERS = {shortcut: number for number, shortcut in enumerate(Shortcut, 1)}


class User32(Protocol):
    """The two calls that we need of user32.dll."""

    def RegisterHotKey(self, window: None, number: int, modifiers: int, key: int, /) -> int:
        """Take a key; 0 when somebody else has it."""

    def UnregisterHotKey(self, window: None, number: int, /) -> int:
        """Give it back; 0 when it was not ours."""


def load_user32() -> User32:
    """The real user32.dll.

    Raises:
        OSError: this is not Windows.
    """
    library = ctypes.CDLL("user32")
    number = ctypes.c_uint32
    library.RegisterHotKey.argtypes = (ctypes.c_void_p, ctypes.c_int, number, number)
    library.UnregisterHotKey.argtypes = (ctypes.c_void_p, ctypes.c_int)
    return cast("User32", library)


class WindowsShortcuts(Shortcuts):
    """Hot keys of the thread of the windows.

    Args:
        user32: the library.
        application: hears the messages.
        parent: the owner.
    """

    def __init__(
        self, user32: User32, application: QCoreApplication, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._user32 = user32
        self._held: set[Shortcut] = set()
        self._filter = MessageFilter(self.hear, THREAD_MESSAGE)
        application.installNativeEventFilter(self._filter)

    def hold(self, shortcut: Shortcut) -> None:
        """Take the keys."""
        if shortcut in self._held:
            return
        modifiers = MOD_ALT | MOD_CONTROL | MOD_NOREPEAT
        key = ord(shortcut.value.letter.upper())
        if self._user32.RegisterHotKey(None, _NUMBERS[shortcut], modifiers, key):
            self._held.add(shortcut)
            self.labels_changed.emit()
        else:
            log.info("%s is not ours: somebody else has these keys", shortcut.label)

    def release(self, shortcut: Shortcut) -> None:
        """Give the keys back."""
        if shortcut in self._held:
            self._held.discard(shortcut)
            self._user32.UnregisterHotKey(None, _NUMBERS[shortcut])
            self.labels_changed.emit()

    def label(self, shortcut: Shortcut) -> str:
        """The keys, while they are held."""
        return shortcut.label if shortcut in self._held else ""

    def hear(self, message: Message) -> None:
        """A message of Windows; a hot key's is told."""
        if message.message == WM_HOTKEY:
            for shortcut in tuple(self._held):
                if _NUMBERS[shortcut] == message.wparam:
                    self.pressed.emit(shortcut)
