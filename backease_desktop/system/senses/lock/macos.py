"""The lock of macOS: an entry in the dictionary that the window server keeps of it."""

from PySide6.QtCore import QObject

from backease_desktop.system.senses.source import SourceError, StateSource
from backease_desktop.system.wire.macos import CoreFoundation
from backease_desktop.system.wire.quartz import Quartz


class MacLock(StateSource):
    """Looks the entry up at each reading."""

    name = "macOS login"

    def __init__(
        self, quartz: Quartz, foundation: CoreFoundation, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._quartz = quartz
        self._foundation = foundation

    def active(self) -> bool:
        """Whether the screen is locked now; the entry is there only while it is."""
        login = self._quartz.CGSessionCopyCurrentDictionary()
        if not login:
            raise SourceError("there is no login at the window server")
        try:
            return self._foundation.truth(login, "CGSSessionScreenIsLocked")
        finally:
            self._foundation.release(login)
