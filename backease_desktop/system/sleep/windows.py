"""Sleep under Windows: `WM_POWERBROADCAST`, which every top-level window is sent."""

import ctypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject

from backease_desktop.system.sleep.watch import SleepWatch

WM_POWERBROADCAST = 0x0218
SUSPEND = 0x0004
RESUME_AUTOMATIC = 0x0012


class Message(ctypes.Structure):
    """The beginning of `MSG`."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint32),
        ("wparam", ctypes.c_size_t),
        ("lparam", ctypes.c_ssize_t),
    )


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, watch: "WindowsSleep") -> None:
        super().__init__()
        self._watch = watch

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        """See every message of Windows before Qt does, and keep none."""
        if kind == b"windows_generic_MSG":
            self._watch.hear(Message.from_address(int(message)))
        return False, 0


class WindowsSleep(SleepWatch):
    """Listens to the messages of the program's windows."""

    name = "Windows power broadcast"

    def __init__(self, application: QCoreApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application = application
        self._filter = _Filter(self)

    def start(self) -> None:
        """Listen."""
        self._application.installNativeEventFilter(self._filter)

    def stop(self) -> None:
        """Stop listening."""
        self._application.removeNativeEventFilter(self._filter)

    def hear(self, message: Message) -> None:
        """Take one message; some windows each get the same, and two hints are as good as one."""
        if message.message != WM_POWERBROADCAST:
            return
        if message.wparam == SUSPEND:
            self.fell_asleep.emit()
        elif message.wparam == RESUME_AUTOMATIC:
            self.woke.emit()
