"""A program whose person switches start at login on, and then erases everything.

Started by `test_erasing_process`, in a process with folders of its own.
"""

import sys
from typing import Any

from PySide6.QtCore import QTimer

import backease_desktop.bootstrap.window as window
from backease_desktop.bootstrap.program import Program
from backease_desktop.ui.components.sheet import Sheet
from backease_desktop.ui.places import PROGRESS

open_window = window._open


def open_and_erase(program: Program, start: str | None) -> None:
    """Open the window as ever; all else follows when it has been painted."""
    open_window(program, start)
    program.front.painted.connect(lambda: QTimer.singleShot(0, lambda: erase(program)))


def erase(program: Program) -> None:
    """What the person does, button by button."""
    program.background.autostart.set_enabled(True)
    program.window.show_page(PROGRESS)
    page: Any = program.window.page(PROGRESS)
    page.kept_requested.emit()
    page.kept_view.erase.click()
    errands = program.background.keeping.errands
    errands.ended.connect(lambda: QTimer.singleShot(0, lambda: open_sheet(page).choose("close")))
    open_sheet(page).choose("erase")


def open_sheet(page: Any) -> Sheet:
    """The question that is open."""
    return next(one for one in page.findChildren(Sheet) if one.is_open)


if __name__ == "__main__":
    window._open = open_and_erase
    sys.exit(window.run_window(window.Asked(None, None, None, False)))
