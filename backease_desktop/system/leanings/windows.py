"""The leanings as settings of Windows, read again when Windows says that a setting has changed."""

import ctypes
from collections.abc import Callable
from typing import Protocol, cast

from PySide6.QtCore import QCoreApplication, QObject

from backease_desktop.system.senses.source import SourceError, StateSource
from backease_desktop.system.wire.windows_messages import Message, MessageFilter

WM_SETTINGCHANGE = 0x001A
GET_CLIENT_AREA_ANIMATION = 0x1042
GET_HIGH_CONTRAST = 0x0042
HIGH_CONTRAST_ON = 1


class HighContrast(ctypes.Structure):
    """`HIGHCONTRASTW`."""

    _fields_ = (
        ("size", ctypes.c_uint32),
        ("flags", ctypes.c_uint32),
        ("scheme", ctypes.c_void_p),
    )


class User32(Protocol):
    """The call that we need of user32.dll."""

    def SystemParametersInfoW(self, what: int, size: int, value: object, save: int, /) -> int:
        """Fill in a setting; 0 when it failed."""


def load_user32() -> User32:
    """The real user32.dll.

    Raises:
        OSError: this is not Windows.
    """
    library = ctypes.CDLL("user32")
    number = ctypes.c_uint32
    library.SystemParametersInfoW.argtypes = (number, number, ctypes.c_void_p, number)
    return cast("User32", library)


class WindowsLeaning(StateSource):
    """Reads one setting.

    Args:
        name: the setting, as a person reads it.
        read: whether it means yes; None where Windows does not tell.
        application: whose windows are told of changes.
        parent: the owner.
    """

    def __init__(
        self,
        name: str,
        read: Callable[[], bool | None],
        application: QCoreApplication,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.name = name
        self._read = read
        self._application = application
        self._filter = MessageFilter(self.hear)

    def start(self) -> None:
        """See whether it can be read, and listen."""
        self.active()
        self._application.installNativeEventFilter(self._filter)

    def stop(self) -> None:
        """Stop listening."""
        self._application.removeNativeEventFilter(self._filter)

    def active(self) -> bool:
        """Whether it is wanted now."""
        wanted = self._read()
        if wanted is None:
            raise SourceError(f"Windows does not tell its {self.name}")
        return wanted

    def hear(self, message: Message) -> None:
        """Take one message; it need not say which setting it was."""
        if message.message == WM_SETTINGCHANGE:
            self.changed.emit()


def less_motion(user32: User32, application: QCoreApplication) -> WindowsLeaning:
    """Animation effects that are switched off."""

    def read() -> bool | None:
        animates = ctypes.c_int()
        told = user32.SystemParametersInfoW(GET_CLIENT_AREA_ANIMATION, 0, ctypes.byref(animates), 0)
        return not animates.value if told else None

    return WindowsLeaning("animation effects", read, application)


def more_contrast(user32: User32, application: QCoreApplication) -> WindowsLeaning:
    """A contrast theme that is on."""

    def read() -> bool | None:
        contrast = HighContrast(size=ctypes.sizeof(HighContrast))
        told = user32.SystemParametersInfoW(
            GET_HIGH_CONTRAST, contrast.size, ctypes.byref(contrast), 0
        )
        return bool(contrast.flags & HIGH_CONTRAST_ON) if told else None

    return WindowsLeaning("contrast themes", read, application)
