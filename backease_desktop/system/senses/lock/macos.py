"""The lock of a macOS session: an entry in the dictionary that the window server keeps of it."""

from PySide6.QtCore import QObject

from backease_desktop.system.senses.source import SourceError, StateSource
from backease_desktop.system.wire.macos import CoreFoundation
from backease_desktop.system.wire.quartz import Quartz


class MacLock(StateSource):
    """Looks the entry up at each reading."""

    name = "macOS session"

    def __init__(
        self, quartz: Quartz, foundation: CoreFoundation, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._quartz = quartz
        self._foundation = foundation

    def active(self) -> bool:
        """Whether the screen is locked now; the entry is there only while it is."""
        session = self._quartz.CGSessionCopyCurrentDictionary()
        if not session:
            raise SourceError("there is no session of the window server")
        try:
            return self._foundation.truth(session, "CGSSessionScreenIsLocked")
        finally:
            self._foundation.release(session)
