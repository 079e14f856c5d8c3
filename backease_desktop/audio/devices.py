"""Which sound devices there are, asked in a thread: a frozen sound server answers nobody."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from backease_desktop.audio.device import device_names


class SoundDevices(QObject):
    """Asks for the names of the devices.

    Args:
        names: gives them; may block as long as it likes.
        parent: the owner.

    Signals:
        listed: the names, a tuple, as the system orders them.
    """

    listed = Signal(object)
    _answered = Signal(object)

    def __init__(
        self, names: Callable[[], tuple[str, ...]] = device_names, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._names = names
        self._thread: threading.Thread | None = None
        self._answered.connect(self.listed, Qt.ConnectionType.QueuedConnection)

    def ask(self) -> None:
        """Ask, unless an answer is still awaited; `listed` follows, never during the call."""
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._run, name="sound devices", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        found = self._names()
        try:
            self._answered.emit(found)
        except RuntimeError:  # the program has ended meanwhile
            return
