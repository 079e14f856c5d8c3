"""The picture of an exercise as a file, for who shows a session outside of our window.

A file is named by what stands in it, so that whoever has shown one picture under a name is never
shown another.
"""

import logging
from pathlib import Path

from PySide6.QtCore import QBuffer, QSize, QUrl

from backease_desktop.disk import read_file, write_file
from backease_desktop.storage.digest import digest
from backease_desktop.storage.picture_files import MOST_BYTES, make_room
from backease_desktop.ui.figure.figures import Figures

log = logging.getLogger(__name__)

SIZE = QSize(320, 320)
MOST_FILES = 60
"""One for each exercise that was shown; the oldest go."""


class Artwork:
    """Writes pictures into the cache as they are asked for.

    Args:
        figures: draw them, a little later than they are asked for.
        folder: of its own.
    """

    def __init__(self, figures: Figures, folder: Path) -> None:
        self._figures = figures
        self._folder = folder
        self._written: dict[str, tuple[int, str]] = {}

    def address(self, exercise: str) -> str:
        """The `file:` address of a picture; empty as long as it is not drawn."""
        pixmap = self._figures.thumbnails.find(exercise, SIZE)
        if pixmap is None:
            return ""
        of, address = self._written.get(exercise, (0, ""))
        if of != pixmap.cacheKey():  # not yet, or it was drawn anew, as in other colours
            buffer = QBuffer()
            buffer.open(QBuffer.OpenModeFlag.WriteOnly)
            pixmap.save(buffer, "PNG")
            address = self._write(exercise, bytes(buffer.data().data()))
            self._written[exercise] = (pixmap.cacheKey(), address)
        return address

    def _write(self, exercise: str, png: bytes) -> str:
        file = self._folder / f"{digest(png).decode()[:32]}.png"
        try:
            if not _holds(file, png):
                written = write_file(file, png, follows=False)
                make_room(self._folder, ".png", MOST_FILES, written)
        except OSError as error:
            log.info("no picture of %s for the media controls: %s", exercise, error)
            return ""
        return QUrl.fromLocalFile(str(file)).toString()


def _holds(file: Path, png: bytes) -> bool:
    try:
        return read_file(file, MOST_BYTES) == png
    except OSError:
        return False
