"""Typing into the exercise browser's search: `python keystroke.py PACKS RESOURCES`.

Prints, as JSON, how many milliseconds each letter of a word takes from the key until the list and
what stands beside it are painted. Pictures are not counted: they are drawn when nothing else is to
be done. A process of its own, because no other part of the benchmark may load Qt.
"""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from backease_desktop.bootstrap.clocks import clock, today
from backease_desktop.core.person.person import NOBODY
from backease_desktop.core.person.verdict import Asking
from backease_desktop.storage.catalogue_files import load_catalogue
from backease_desktop.storage.paths import bundled
from backease_desktop.ui.exercises.exercises_page import ExercisesPage
from backease_desktop.ui.figure.figures import Figures
from backease_desktop.ui.look.icons import Icons
from backease_desktop.ui.look.style import Look

WORD = "bridge"
SIZE = (1240, 800)


def typed(page: ExercisesPage) -> list[float]:
    """What each letter takes; the field is empty again afterwards."""
    spent = []
    for letter in WORD:
        begin = time.perf_counter()
        QTest.keyClicks(page.search, letter)
        QCoreApplication.sendPostedEvents()  # layout, then paint
        # Outside of an event loop, what was given up is deleted only when that is asked for.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        spent.append((time.perf_counter() - begin) * 1000)
    page.search.clear()
    QApplication.processEvents()
    return spent


def main() -> None:
    app = QApplication(sys.argv[:1])
    packs = sorted(Path(sys.argv[1]).iterdir())
    catalogue = load_catalogue(bundled("catalogue"), packs).catalogue
    look = Look(app, Icons(Path(sys.argv[2]) / "icons"))
    figures = Figures(lambda: catalogue, look, clock)
    asking = Asking(NOBODY, today())
    page = ExercisesPage(look, catalogue, figures.thumbnails, figures.moving(), lambda: asking)
    page.resize(*SIZE)
    page.show()
    QApplication.processEvents()
    typed(page)  # what the first search ever does, such as solving figures, is no keystroke's
    print(json.dumps([milliseconds for _ in range(3) for milliseconds in typed(page)]))


if __name__ == "__main__":
    main()
