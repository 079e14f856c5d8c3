"""Where the window was: `window.ini`, in Qt's own format.

Qt would wait for a pipe in its place for ever, and write over what it could not read. So kind, size
and mode are looked at first, and a file that is not ours to read is left alone.
"""

import logging
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from backease_desktop.disk import PRIVATE_FILE, make_folder, read_file

MOST_BYTES = 1 << 16

_KEY = "geometry"

logger = logging.getLogger(__name__)


class WindowPlace:
    """The place of the window in a file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._is_readable = True
        self.geometry = self._read()
        """As Qt has written it; empty if nothing is known."""

    def remember(self, geometry: bytes) -> None:
        """Keep the place of the window; whether that works makes no difference to anyone."""
        if not self._is_readable:
            return
        try:
            make_folder(self._path.parent)
            read_file(self._path, MOST_BYTES)
        except FileNotFoundError:
            with suppress(OSError):  # Qt would make it for everybody to read
                self._path.touch(PRIVATE_FILE)
        except OSError as error:
            logger.warning("%s: the place of the window is not kept: %s", self._path, error)
            return
        settings = QSettings(str(self._path), QSettings.Format.IniFormat)
        settings.setValue(_KEY, QByteArray(geometry))
        settings.sync()

    def _read(self) -> bytes:
        try:
            read_file(self._path, MOST_BYTES)
        except FileNotFoundError:
            return b""
        except OSError as error:
            logger.warning("%s: left as it is: %s", self._path, error)
            self._is_readable = False
            return b""
        value = QSettings(str(self._path), QSettings.Format.IniFormat).value(_KEY)
        return bytes(value.data()) if isinstance(value, QByteArray) else b""
