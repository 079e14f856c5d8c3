"""Sleep under Windows: `WM_POWERBROADCAST`, which every top-level window is sent."""

from PySide6.QtCore import QCoreApplication, QObject

from backease_desktop.system.senses.sleep.watch import SleepWatch
from backease_desktop.system.wire.windows_messages import Message, MessageFilter

WM_POWERBROADCAST = 0x0218
SUSPEND = 0x0004
RESUME_AUTOMATIC = 0x0012


class WindowsSleep(SleepWatch):
    """Listens to the messages of the program's windows."""

    name = "Windows power broadcast"

    def __init__(self, application: QCoreApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application = application
        self._filter = MessageFilter(self.hear)

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
