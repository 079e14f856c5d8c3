"""Tells when files of the journal may have changed: by another device, or another program of ours.

Engines of synchronisation write beside a file and move it over, or write into it; so folders and
files are watched both. What arrives within a moment is one change. Where a system cannot watch (a
network folder, some sticks), the window asks when it is opened.
"""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from backease_desktop.storage.journal_files import journal_paths

SETTLED_MS = 500
"""How long nothing must change for a change to be over."""

MOST_WATCHED = 200
"""Files; a system has some thousand watches for all programs."""


class JournalWatch(QObject):
    """Watches the folder of all devices.

    Args:
        folder: of all devices; it need not exist yet.
        own: the subfolder of this device, whose files are not watched.
        parent: the owner.

    Signals:
        changed: something may be new.
    """

    changed = Signal()

    def __init__(self, folder: Path, own: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._own = own
        self._watcher = QFileSystemWatcher(self)
        self._settle = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settle.timeout.connect(self._on_settled)
        self._watcher.directoryChanged.connect(self._settle.start)
        self._watcher.fileChanged.connect(self._settle.start)
        self._look()

    def stop(self) -> None:
        """Tell nothing more."""
        self._settle.stop()
        self._watcher.blockSignals(True)

    def _on_settled(self) -> None:
        self._look()
        self.changed.emit()

    def _look(self) -> None:
        """Watch whatever is there and is not watched yet."""
        folders = [self._folder, *(one for one in self._folder.glob("*") if one.is_dir())]
        files = [one for one in journal_paths(self._folder) if one.parent != self._own]
        wanted = {str(one) for one in (*folders, *files[-MOST_WATCHED:]) if one.exists()}
        new = wanted - {*self._watcher.files(), *self._watcher.directories()}
        if new:
            self._watcher.addPaths(sorted(new))
