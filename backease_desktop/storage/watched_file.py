"""A file that somebody is editing.

Editors save in different ways: some write into the file, some write another one and move it over
the first. So the folder is watched too, and the file is watched anew after each change. What an
editor does within a moment is one change.
"""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

SETTLED_MS = 60
"""How long a file must be left alone for a change to be over."""

Print = tuple[int, int, int] | None


class WatchedFile(QObject):
    """Tells when a file's contents may have changed, be it gone or back again.

    Args:
        path: the file; its folder must exist.
        parent: the owner.

    Signals:
        changed: the file is not what it was.
    """

    changed = Signal()

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path.absolute()
        self._seen = self._fingerprint()
        self._watcher = QFileSystemWatcher(self)
        self._watcher.addPath(str(self._path.parent))
        self._watch_file()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLED_MS)
        self._settle.timeout.connect(self._on_settled)
        self._watcher.fileChanged.connect(self._settle.start)
        self._watcher.directoryChanged.connect(self._settle.start)

    def _watch_file(self) -> None:
        if self._path.exists() and str(self._path) not in self._watcher.files():
            self._watcher.addPath(str(self._path))

    def _fingerprint(self) -> Print:
        """What differs between two versions of the file; None while there is none."""
        try:
            stat = self._path.stat()
        except OSError:
            return None
        return stat.st_ino, stat.st_mtime_ns, stat.st_size

    def _on_settled(self) -> None:
        self._watch_file()
        now = self._fingerprint()
        if now != self._seen:
            self._seen = now
            self.changed.emit()
