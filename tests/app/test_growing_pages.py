"""Pages that grow: in whatever piece one leaves, and however one asks, it is one and the same page.

What a page is at once says how it must be: the lines of a screen reader, what is seen, and the
order of Tab.
"""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from backease_desktop.ui.components.growing_page import GrowingPage
from backease_desktop.ui.places import HELP, HOME, MINE, PROGRESS, REMINDERS, SETTINGS
from tests.accessibility.tree import headings, lines_of
from tests.app.running import Run, prepare

MOST_AT_ONCE = 110
"""Widgets that a page may make before it is shown: some 30 ms."""
MOST_IN_A_PIECE = 95
"""Widgets of the largest part, which is the editor of a reminder or of a routine."""
PAGES = {
    MINE: "My routines",
    PROGRESS: "Progress",
    REMINDERS: "Reminders",
    SETTINGS: "Settings",
    HELP: "Help",
}
"""The pages that grow, with their first headings."""


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
        self._before = homeless()
        self.page = self.begun()

    def begun(self) -> GrowingPage:
        """A page that has been made and not been shown."""
        page = self._run.window.stack._factories[self._key]()
        assert isinstance(page, GrowingPage)
        self._run.window.stack.addWidget(page)
        self.page = page
        return page

    def make(self, count: int) -> None:
        """Make so many of the pieces that are still to come."""
        for _ in range(count):
            self.page._make_piece()
            assert homeless() <= self._before

    def show(self) -> None:
        self._run.window.stack.setCurrentWidget(self.page)

    def leave(self) -> None:
        self._run.window.stack.setCurrentWidget(self._run.window.page(HOME))

    def settled(self) -> list[str]:
        """What is read, seen and gone through, when all is there and has found its place."""
        self._qtbot.waitUntil(lambda: self.page.is_whole)
        before: list[str] = []
        while (now := self._told()) != before:
            before = now
        return now

    def _told(self) -> list[str]:
        QApplication.processEvents()
        self.page.grab()
        seen = [
            f"{type(one).__name__} {one.text() if is_said(one) else ''} {one.geometry()}"
            for one in self.page.findChildren(QWidget)
            if one.isVisible()
        ]
        return [*lines_of(self.page), "", *stops(self.page), "", *seen]


def homeless() -> set[QWidget]:
    """Widgets that nobody takes along: windows, and what a page has lost."""
    return {one for one in QApplication.topLevelWidgets() if one.parent() is None}


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


@pytest.fixture(params=PAGES)
def key(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def grown(run: Run, key: str, qtbot: QtBot) -> Grown:
    return Grown(run, key, qtbot)


def count_pieces(grown: Grown) -> int:
    """How many pieces there are, with those that end one part of them."""
    count = 0
    while not grown.page.is_whole:
        grown.make(1)
        count += 1
    grown.leave()
    return count


def test_a_page_is_shown_with_its_heading_and_makes_a_little_at_a_time(
    grown: Grown, key: str
) -> None:
    grown.show()
    assert headings(grown.page)[0] == PAGES[key]
    made = [len(grown.page.findChildren(QWidget))]
    while not grown.page.is_whole:
        grown.make(1)
        made.append(len(grown.page.findChildren(QWidget)))
    assert made[0] <= MOST_AT_ONCE, made
    assert max(after - before for before, after in pairwise(made)) <= MOST_IN_A_PIECE, made
    assert made[-1] > 1.5 * made[0], made


def made_at_once(grown: Grown) -> list[str]:
    """What the page is when all of it is made before it is shown."""
    grown.begun().make_whole()
    grown.show()
    settled = grown.settled()
    grown.leave()
    return settled


def test_in_whatever_piece_one_leaves_it_becomes_the_page_that_is_made_at_once(
    grown: Grown,
) -> None:
    pieces = count_pieces(grown)
    at_once = made_at_once(grown)

    for cut in range(pieces):
        grown.begun()
        grown.show()
        grown.make(cut)
        grown.leave()
        assert not grown.page.is_whole
        grown.show()
        assert grown.settled() == at_once, cut
        grown.leave()


def test_whoever_needs_all_of_it_in_between_has_the_page_that_is_made_at_once(
    grown: Grown,
) -> None:
    pieces = count_pieces(grown)
    at_once = made_at_once(grown)

    for cut in range(pieces):
        grown.begun()
        grown.show()
        grown.make(cut)
        grown.page.make_whole()
        assert grown.settled() == at_once, cut
        grown.leave()


def test_a_program_that_ends_in_the_midst_of_a_page_leaves_nothing_running(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot, key: str
) -> None:
    prepare(tmp_path)
    run = Run(qapp, tmp_path, qtbot)
    run.open()
    run.window.show_page(key)
    page = run.window.stack.currentWidget()
    assert isinstance(page, GrowingPage)
    page._make_piece()
    assert not page.is_whole
    run.close()
    assert not page.is_whole
