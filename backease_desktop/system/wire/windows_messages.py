"""The messages that Windows sends to every top-level window, seen before Qt takes them."""

import ctypes
from collections.abc import Callable

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray


class Message(ctypes.Structure):
    """The beginning of `MSG`."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint32),
        ("wparam", ctypes.c_size_t),
        ("lparam", ctypes.c_ssize_t),
    )


class MessageFilter(QAbstractNativeEventFilter):
    """Shows every message to `hear` and keeps none; install it in the application.

    Args:
        hear: is shown each message.
        kind: Qt's name of the messages that are meant; those to windows unless told otherwise.
    """

    def __init__(
        self, hear: Callable[[Message], None], kind: bytes = b"windows_generic_MSG"
    ) -> None:
        super().__init__()
        self._hear = hear
        self._kind = kind

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        """See every message of Windows before Qt does, and keep none."""
        if kind == self._kind:
            self._hear(Message.from_address(int(message)))
        return False, 0
