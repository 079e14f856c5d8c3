"""The log file: warnings and decisions of the last days, nothing about a person's body."""

import logging
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

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

    Python has one of these, which brings sockets, queues and pickle along: 2 MB for a rename.
    """

    def __init__(self, path: Path, size: int = _SIZE) -> None:
        super().__init__(path, encoding="utf-8", delay=True)
        self._size = size

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record."""
        try:
            if self.stream is not None and self.stream.tell() >= self._size:
                self.stream.close()
                self.stream = None  # opened by the next record
                self._move_on()
        except OSError:
            self.handleError(record)
        super().emit(record)

    def _move_on(self) -> None:
        names = [self.baseFilename, *(f"{self.baseFilename}.{n + 1}" for n in range(_KEPT))]
        for newer, older in reversed(list(pairwise(names))):
            if Path(newer).exists():
                Path(newer).replace(older)


def write_logs_to(folder: Path) -> None:
    """Send this program's log and Qt's to `backease.log` in a folder; to stderr if it cannot be."""
    handler: logging.Handler
    try:
        folder.mkdir(parents=True, exist_ok=True)
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
