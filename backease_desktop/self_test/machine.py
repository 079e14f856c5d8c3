"""What the program needs of the machine: folders, a font, a window, a screen, a message bus."""

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics
from PySide6.QtWidgets import QApplication

from backease_desktop.bootstrap.program import Program
from backease_desktop.bootstrap.shelf import Shelf
from backease_desktop.diagnostics.event_log import NoEventLog
from backease_desktop.self_test.verdict import Broken, Lacking
from backease_desktop.storage.paths import Folders
from backease_desktop.system.needs.libraries import FONT, advice
from backease_desktop.system.wire.buses import DESKTOP, open_bus


def writable(places: Folders) -> str:
    """Whether the person's own folders can be written; none is made."""
    for folder in (places.config, places.data, places.cache, places.logs):
        try:
            with tempfile.TemporaryFile(dir=_nearest(folder)) as probe:
                probe.write(b"BackEase")
        except OSError as error:
            raise Broken(
                f"{folder} cannot be written ({error.strerror})",
                "make it yours, or keep all data elsewhere with --profile DIR",
            ) from error
    return f"{places.config}, {places.data} and two more can be written"


def _nearest(folder: Path) -> Path:
    """The folder, or the one above it in which it would be made."""
    return next(path for path in (folder, *folder.parents) if path.exists())


def fonts() -> str:
    """Whether Qt has a font to write with."""
    # Families are listed where there is none, too: "Sans Serif" is a kind, not a font.
    font = QFont()
    if not QFontMetrics(font).inFont("a"):
        linux = sys.platform.startswith("linux")
        raise Broken("Qt finds no font", advice([FONT]) if linux else "install one")
    return QFontInfo(font).family()


def window(app: QApplication, shelf: Shelf) -> str:
    """Whether the window can be made and painted, on a screen that nobody sees."""
    program = Program(app, shelf.kept, NoEventLog())
    try:
        program.open()
        app.processEvents()
        size = program.window.size()
        return f"{program.window.current} page painted, {size.width()} × {size.height()}"
    finally:
        program.close()
        app.processEvents()


def bus() -> str:
    """Whether the desktop's message bus answers, over which much is asked on Linux."""
    owner = QObject()
    found = open_bus(DESKTOP, owner)
    if found is None:
        raise Lacking(
            "no message bus of the desktop answers, so there are no notifications and fewer "
            "reasons to hold a reminder",
            "on a desktop, install dbus-user-session and log in again",
        )
    found.close()
    return "the desktop's bus answers"
