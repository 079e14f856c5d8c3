"""The picture of an exercise as a file, for who shows a session outside of our window."""

import logging
from pathlib import Path

from PySide6.QtCore import QBuffer, QSize, QUrl

from backease_desktop.disk import write_file
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
        self._written: dict[str, str] = {}

    def address(self, exercise: str) -> str:
        """The `file:` address of a picture; empty as long as it is not drawn."""
        if exercise in self._written:
            return self._written[exercise]
        pixmap = self._figures.thumbnails.find(exercise, SIZE)
        if pixmap is None:
            return ""
        buffer = QBuffer()
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        pixmap.save(buffer, "PNG")
        file = self._folder / f"{self._figures.print_of(exercise)}.png"
        self._written[exercise] = ""
        try:
            if not file.is_file():
                write_file(file, bytes(buffer.data().data()))
                self._make_room()
            self._written[exercise] = QUrl.fromLocalFile(str(file)).toString()
        except OSError as error:
            log.info("no picture of %s for the media controls: %s", exercise, error)
        return self._written[exercise]

    def _make_room(self) -> None:
        by_age = sorted(self._folder.glob("*.png"), key=lambda file: file.stat().st_mtime)
        for old in by_age[:-MOST_FILES]:
            old.unlink()
