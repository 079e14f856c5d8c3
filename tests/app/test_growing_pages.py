"""Pages that grow: in whatever piece one leaves, and however one asks, it is one and the same page.

What a page is at once says how it must be: the lines of a screen reader, what is seen, and the
order of Tab.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from backease_desktop.core.units import Ms
from backease_desktop.ui.components.growing_page import GrowingPage
from backease_desktop.ui.places import HOME, MINE, PROGRESS, REMINDERS
from tests.accessibility.tree import headings, lines_of
from tests.app.running import Run, prepare

MOST_AT_ONCE = 110
"""Widgets that a page may make before it is shown: some 30 ms."""
MOST_IN_A_PIECE = 95
"""Widgets of the largest part, which is the editor of a reminder or of a routine."""
PAGES = {MINE: "My routines", PROGRESS: "Progress", REMINDERS: "Reminders"}
"""The pages that grow, with their first headings."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("profile")


@pytest.fixture
def run(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Run]:
    prepare(tmp_path)
    run = Run(qapp, tmp_path, qtbot)
    run.open()
    yield run
    run.close()


class Grown:
    """A page of the program, made anew as often as it is asked for."""

    def __init__(self, run: Run, key: str, qtbot: QtBot) -> None:
        self._run = run
        self._key = key
        self._qtbot = qtbot
        self.page = self.begun()

    def begun(self) -> GrowingPage:
        """A page that has been made and not been shown."""
        page = self._run.window.stack._factories[self._key]()
        assert isinstance(page, GrowingPage)
        self._run.window.stack.addWidget(page)
        self.page = page
        return page

    def show(self) -> None:
        self._run.window.stack.setCurrentWidget(self.page)

    def leave(self) -> None:
        self._run.window.stack.setCurrentWidget(self._run.window.page(HOME))

    def put_away(self) -> None:
        self.leave()
        self._run.window.stack.removeWidget(self.page)
        self.page.deleteLater()

    def settled(self) -> list[str]:
        """What is read, seen and gone through, when all of it is there."""
        self._qtbot.waitUntil(lambda: self.page.is_whole)
        QApplication.processEvents()
        self.page.grab()
        seen = [
            f"{type(one).__name__} {one.text() if is_said(one) else ''} {one.geometry()}"
            for one in self.page.findChildren(QWidget)
            if one.isVisible()
        ]
        return [*lines_of(self.page), "", *stops(self.page), "", *seen]


def is_said(widget: QWidget) -> bool:
    return isinstance(widget, QLabel | QAbstractButton)


def stops(page: QWidget) -> list[str]:
    """Where Tab stops on a page, in its order."""
    found: list[str] = []
    widget = page.nextInFocusChain()
    while widget is not None and widget is not page:
        may_stop = widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if may_stop and page.isAncestorOf(widget):
            found.append(f"{type(widget).__name__} {widget.accessibleName()}")
        widget = widget.nextInFocusChain()
    return found
