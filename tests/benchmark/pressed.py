"""Keys pressed in the window of a profile: `python pressed.py PROFILE`.

Prints, as JSON, by what was done the milliseconds that each key takes from the press until all that
it changes is painted, by the clock and by what the window's thread has spent: typing into both
searches, Down held in the list of exercises, and the wheel over it. Pictures are not counted: they
are drawn when nothing else is to be done. A process of its own, because no other part of the
benchmark may load Qt.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from backease_desktop.cli.lean_start import load_msgspec, load_qt

load_msgspec()
load_qt()

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QPoint, QPointF, Qt  # noqa: E402
from PySide6.QtGui import QWheelEvent  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget  # noqa: E402

from backease_desktop.bootstrap.kept import open_kept  # noqa: E402
from backease_desktop.bootstrap.program import Program  # noqa: E402
from backease_desktop.diagnostics.event_log import NoEventLog  # noqa: E402
from backease_desktop.ui.components.search_field import SearchField  # noqa: E402
from backease_desktop.ui.places import EXERCISES, HOME  # noqa: E402

WORD = "bridge"
TIMES = 3
PRESSES = 60
STEP = 120
SIZE = (1240, 800)


class Painted(QObject):
    """Counts what is painted in a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


def spent(do: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds until what was done is laid out and painted, by the clock and of the thread."""
    clock, thread = time.perf_counter(), time.thread_time()
    do()
    QCoreApplication.sendPostedEvents()  # layout, then paint
    # Outside of an event loop, what was given up is deleted only when that is asked for.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return (time.perf_counter() - clock) * 1000, (time.thread_time() - thread) * 1000


def typed(field: SearchField) -> list[tuple[float, float]]:
    """What each letter of a word takes, and each that is taken away again."""
    found = [spent(lambda letter=letter: QTest.keyClicks(field, letter)) for letter in WORD]  # type: ignore[misc]
    found += [spent(lambda: QTest.keyClick(field, Qt.Key.Key_Backspace)) for _ in WORD]
    QApplication.processEvents()
    return found


def rolled(area: QAbstractItemView) -> None:
    """One step of the wheel over a list."""
    view = area.viewport()
    at = QPointF(view.rect().center())
    event = QWheelEvent(
        at,
        QPointF(view.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, -STEP),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def main(profile: Path) -> int:
    app = QApplication([])
    program = Program(app, open_kept(profile), NoEventLog())
    settled = QEventLoop()
    program.front.painted.connect(settled.quit)
    program.window.resize(*SIZE)
    program.open()
    settled.exec()
    found: dict[str, list[tuple[float, float]]] = {}
    for key, name in ((HOME, "home"), (EXERCISES, "exercises")):
        program.window.show_page(key)
        page: Any = program.window.page(key)
        QApplication.processEvents()
        seen = Painted(page.search)
        typed(page.search)  # what the first search ever does is no keystroke's
        name = f"a letter in the search of {name}"
        found[name] = [each for _ in range(TIMES) for each in typed(page.search)]
        assert seen.count >= len(found[name]), "it was not painted"
    listed = page.exercises
    listed.setFocus()
    QApplication.processEvents()
    seen = Painted(listed.viewport())
    found["Down in the list"] = [
        spent(lambda: QTest.keyClick(listed, Qt.Key.Key_Down)) for _ in range(PRESSES)
    ]
    found["the wheel over the list"] = [spent(lambda: rolled(listed)) for _ in range(PRESSES)]
    assert seen.count >= 2 * PRESSES, "it was not painted"
    print(json.dumps(found))
    program.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
