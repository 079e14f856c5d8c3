"""The camera under Linux: who holds `/dev/video*` open.

Rules: inotify tells when somebody opens or closes one, and only then the open files of this user's
processes are looked through; nothing is read at intervals, and the camera itself is never touched.
A camera that is plugged in later is noticed by its new file.
"""

import ctypes
import os
from pathlib import Path
from typing import Protocol, cast

from PySide6.QtCore import QObject, QSocketNotifier

from backease_desktop.system.senses.source import SourceError, StateSource

IN_CREATE, IN_OPEN = 0x100, 0x20
IN_CLOSE = 0x08 | 0x10
DEVICES = Path("/dev")
PROCESSES = Path("/proc")
PATTERN = "video*"


class LibC(Protocol):
    """The two calls that we need of the C library."""

    def inotify_init1(self, flags: int, /) -> int:
        """A new queue of notices, or -1."""

    def inotify_add_watch(self, queue: int, path: bytes, mask: int, /) -> int:
        """Watch a file or folder; -1 when that is not possible."""


def load_libc() -> LibC:
    """The C library of this process.

    Raises:
        OSError: there is none that can be loaded.
    """
    return cast("LibC", ctypes.CDLL(None, use_errno=True))


class LinuxCamera(StateSource):
    """Knows whether a process of this user holds a camera open."""

    name = "open camera devices"

    def __init__(
        self,
        libc: LibC,
        devices: Path = DEVICES,
        processes: Path = PROCESSES,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._libc = libc
        self._devices = devices
        self._processes = processes
        self._queue: int | None = None
        self._reader: QSocketNotifier | None = None
        self._active = False

    def start(self) -> None:
        """Watch the devices and see who holds one now."""
        self.stop()
        self._queue = self._libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        if self._queue < 0:
            self._queue = None
            raise SourceError("inotify is not available")
        if self._libc.inotify_add_watch(self._queue, os.fsencode(self._devices), IN_CREATE) < 0:
            self.stop()
            raise SourceError(f"{self._devices} cannot be watched")
        self._reader = QSocketNotifier(self._queue, QSocketNotifier.Type.Read, self)
        self._reader.activated.connect(self._on_readable)
        self._look()

    def stop(self) -> None:
        """Stop watching."""
        if self._reader is not None:
            self._reader.setEnabled(False)
            self._reader.deleteLater()
            self._reader = None
        if self._queue is not None:
            os.close(self._queue)
            self._queue = None
        self._active = False

    def active(self) -> bool:
        """Whether a camera is in use."""
        return self._active

    def _on_readable(self) -> None:
        if self._queue is None:
            return
        try:
            os.read(self._queue, 65_536)
        except OSError as error:
            self.stop()
            self.failed.emit(f"inotify: {error}")
            return
        before = self._active
        self._look()
        if before != self._active:
            self.changed.emit()

    def _look(self) -> None:
        cameras = {str(path) for path in self._devices.glob(PATTERN)}
        for camera in cameras if self._queue is not None else ():
            mask = IN_OPEN | IN_CLOSE
            self._libc.inotify_add_watch(self._queue or 0, os.fsencode(camera), mask)
        self._active = bool(cameras) and any(
            cameras & _open_files(process) for process in self._processes.glob("[0-9]*")
        )


def _open_files(process: Path) -> set[str]:
    """The files that a process holds open; none of another user's."""
    try:
        with os.scandir(process / "fd") as entries:
            return {target for entry in entries if (target := _target(entry.path))}
    except OSError:
        return set()


def _target(link: str) -> str:
    try:
        return str(Path(link).readlink())
    except OSError:  # closed in the meantime
        return ""
