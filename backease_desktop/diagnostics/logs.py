"""The log file: warnings and decisions of the last days, nothing about a person's body."""

import io
import logging
import sys
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from backease_desktop.core.plain_text import printable
from backease_desktop.disk import make_folder, open_to_append

_SIZE, _KEPT = 256 * 1024, 2
_LEVEL = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class LogFile(logging.FileHandler):
    """A log file that begins anew when it is full; the last full ones stay beside it.

    One that cannot be written (its owner, its mode, a full disk, a pipe in its place) says so once
    on stderr and is silent then: what is logged is never worth a crash. Python has a handler that
    begins anew, too, which brings sockets, queues and pickle along: 2 MB for a rename.
    """

    def __init__(self, path: Path, size: int = _SIZE) -> None:
        super().__init__(path, encoding="utf-8", errors="backslashreplace", delay=True)
        self._size = size
        self._is_silent = False

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record."""
        if self._is_silent:
            return
        try:
            if self.stream is not None and self.stream.tell() >= self._size:
                self.stream.close()
                self.stream = None  # opened by the next record
                self._move_on()
            super().emit(record)
        except OSError:
            self.handleError(record)

    def handleError(self, record: logging.LogRecord) -> None:
        """Say why nothing can be written any more."""
        self._is_silent = True
        if sys.stderr is not None:  # as it is on Windows without a console
            error = sys.exc_info()[1]
            why = error.strerror if isinstance(error, OSError) and error.strerror else error
            told = printable(f"{self.baseFilename} cannot be written ({why})")
            print(f"backease: nothing is logged: {told}", file=sys.stderr)

    def _open(self) -> io.TextIOWrapper:
        file = open_to_append(Path(self.baseFilename))
        return io.TextIOWrapper(
            file,
            encoding=self.encoding,
            errors=self.errors,
            write_through=True,
        )

    def _move_on(self) -> None:
        names = [self.baseFilename, *(f"{self.baseFilename}.{n + 1}" for n in range(_KEPT))]
        for newer, older in reversed(list(pairwise(names))):
            if Path(newer).exists():
                Path(newer).replace(older)


def write_logs_to(folder: Path) -> None:
    """Send this program's log and Qt's to `backease.log` in a folder; to stderr if it cannot be."""
    handler: logging.Handler
    try:
        make_folder(folder)
        handler = LogFile(folder / "backease.log")
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    qInstallMessageHandler(_on_qt_message)


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    category = getattr(context, "category", None) or "qt"
    logging.getLogger(f"qt.{category}").log(_LEVEL.get(kind, logging.INFO), "%s", message)
