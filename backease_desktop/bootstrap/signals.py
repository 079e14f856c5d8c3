"""The system's signals that ask for the end: Ctrl+C, QUIT, a shutdown, a terminal that closes.

Python runs a signal's handler between two bytecodes, wherever it is just then, which may be deep
inside a paint event. So our handlers do nothing; what wakes the event loop is a byte in a socket,
and the end comes in its turn, as if somebody had chosen Quit. What the starter has told us to
ignore (`nohup`) stays ignored.
"""

import signal
import socket
import sys
from contextlib import suppress
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal
from shiboken6 import isValid

if sys.platform == "win32":
    ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGBREAK)
else:
    ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)


class EndSignals(QObject):
    """Hears the signals while it lives; needs an event loop. One at a time.

    Args:
        parent: the application.

    Signals:
        end_requested: the process is to end, in order.
    """

    end_requested = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._arrived = False
        self._is_held = True
        self._inside, self._outside = socket.socketpair()
        self._inside.setblocking(False)
        self._outside.setblocking(False)
        self._notifier = QSocketNotifier(self._inside.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_wake)
        signal.set_wakeup_fd(self._outside.fileno(), warn_on_full_buffer=False)
        self._before = {
            number: signal.signal(number, _nothing)
            for number in ENDING
            if signal.getsignal(number) != signal.SIG_IGN
        }

    @property
    def has_arrived(self) -> bool:
        """Whether one of the signals has come, heard by the event loop or not."""
        with suppress(OSError):  # nothing is there; or it was let go of, and nothing comes any more
            # One byte for each signal; others wake us, too.
            self._arrived |= any(number in ENDING for number in self._inside.recv(64))
        return self._arrived

    def release(self) -> None:
        """Let the signals do what they did before; also when the application is gone by now."""
        if self._is_held:
            self._is_held = False
            if isValid(self._notifier):
                self._notifier.setEnabled(False)
            for number, handler in self._before.items():
                signal.signal(number, signal.SIG_DFL if handler is None else handler)
            signal.set_wakeup_fd(-1)
            self._arrived = self.has_arrived
            self._inside.close()
            self._outside.close()

    def _on_wake(self) -> None:
        if self.has_arrived:
            self.end_requested.emit()


def _nothing(_number: int, _frame: FrameType | None) -> None:
    """The byte in the socket is what matters."""
