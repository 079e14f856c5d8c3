"""Rows are made when they come near, and nobody can tell from the screen, the keys or the tree."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from backease_desktop.ui.components.near_rows import GAP, NearRows
from backease_desktop.ui.components.page_column import READING, PageColumn
from backease_desktop.ui.look.style import Look

MANY = 2_500
HIGH = 60
Key = Qt.Key


class Shown:
    """A scrolled page with rows of two buttons each; those of `tall` are higher."""

    def __init__(self, look: Look, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.tall: set[int] = set()
        self.page = PageColumn(look, READING)
        self.rows = NearRows[int](self.page, self.make)
        self.page.column.addWidget(QLabel("Above"))
        self.page.column.addWidget(self.rows)
        self.page.column.addStretch(1)
        qtbot.addWidget(self.page)
        self.page.resize(700, 500)
        self.page.show()
        qtbot.waitExposed(self.page)

    def make(self, value: int) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        for what in ("first", "second"):
            column.addWidget(QPushButton(f"{value} {what}"))
        row.setMinimumHeight(HIGH * (3 if value in self.tall else 1))
        return row

    def settle(self) -> None:
        """Wait for what follows in turns."""
        self.qtbot.waitUntil(lambda: self.rows._turns is None)
        QApplication.processEvents()

    def scroll(self, value: int) -> None:
        self.page.verticalScrollBar().setValue(value)

    @property
    def at(self) -> int:
        return self.page.verticalScrollBar().value()

    @property
    def seen(self) -> list[int]:
        """The rows in the viewport, from top to bottom."""
        view = self.page.viewport()
        tops = {place: row.mapTo(view, row.rect().topLeft()).y() for place, row in self.made}
        high = {place: row.height() for place, row in self.made}
        return [p for p in tops if tops[p] + high[p] > 0 and tops[p] < view.height()]

    @property
    def made(self) -> list[tuple[int, QWidget]]:
        return sorted(self.rows.made.items())

    @property
    def focused(self) -> str:
        found = QApplication.focusWidget()
        return found.text() if isinstance(found, QPushButton) else str(found)

    def told(self) -> list[str]:
        """The names that a screen reader meets, in its order."""
        interface = QAccessible.queryAccessibleInterface(self.rows)
        assert interface is not None
        rows = [interface.child(place) for place in range(interface.childCount())]
        names = [row.child(0).text(QAccessible.Text.Name) for row in rows if row is not None]
        return [name.split()[0] for name in names]


@pytest.fixture
def shown(look: Look, qtbot: QtBot) -> Iterator[Shown]:
    shown = Shown(look, qtbot)
    yield shown
    shown.page.hide()


def test_of_thousands_few_are_made_and_the_scroll_bar_is_as_long_as_all(shown: Shown) -> None:
    shown.rows.set_values(range(MANY))
    shown.settle()
    row = shown.rows.made[0].height() + GAP

    assert len(shown.made) < 30
    assert shown.seen == list(range(len(shown.seen)))
    assert shown.rows.height() == MANY * row - GAP
    assert shown.page.verticalScrollBar().maximum() > (MANY - 10) * row


@pytest.mark.parametrize("part", [0.1, 0.5, 1.0])
def test_whoever_jumps_sees_rows_without_a_hole_at_once(shown: Shown, part: float) -> None:
    shown.rows.set_values(range(MANY))
    shown.settle()
    shown.scroll(round(shown.page.verticalScrollBar().maximum() * part))

    seen = shown.seen
    assert len(seen) > 3
    assert seen == list(range(seen[0], seen[-1] + 1))
    assert (seen[-1] == MANY - 1) is (part == 1.0)
    assert len(shown.made) < 60


def test_rows_stand_in_the_tree_as_on_the_screen_wherever_somebody_has_been(shown: Shown) -> None:
    shown.rows.set_values(range(MANY))
    for value in (90_000, 40_000, 0, 60_000):
        shown.scroll(value)
        shown.settle()
    places = [str(place) for place, _ in shown.made]
    assert len(places) > 40
    assert shown.told() == places


def test_tab_goes_through_rows_that_were_not_made_and_back(shown: Shown) -> None:
    shown.rows.set_values(range(100))
    shown.settle()
    shown.rows.made[0].findChildren(QPushButton)[0].setFocus()
    met = []
    for _ in range(2 * 40):
        met.append(shown.focused)
        QTest.keyClick(QApplication.focusWidget() or shown.page, Key.Key_Tab)
        QApplication.processEvents()
    assert met == [f"{n} {what}" for n in range(40) for what in ("first", "second")]

    shown.scroll(0)
    QTest.keyClick(QApplication.focusWidget() or shown.page, Key.Key_Backtab)
    assert shown.focused == "39 second"


def test_what_is_seen_stays_where_it_is_when_a_row_above_it_turns_out_higher(shown: Shown) -> None:
    shown.tall = set(range(20, 30))
    shown.rows.set_values(range(100))
    shown.settle()
    shown.scroll(32 * (shown.rows.made[0].height() + GAP))
    before = shown.seen[1:]

    shown.settle()

    assert 29 in shown.rows.made
    assert shown.rows.made[29].height() > shown.rows.made[0].height()
    assert set(before) <= set(shown.seen)


def test_a_row_whose_words_change_has_the_room_that_they_need(shown: Shown) -> None:
    shown.rows.set_values(range(10))
    shown.settle()
    below = shown.rows.made[1].y()
    layout = shown.rows.made[0].layout()
    assert layout is not None
    layout.addWidget(QLabel("More\nto\nbe\nread\nhere"))
    shown.qtbot.waitUntil(lambda: shown.rows.made[1].y() > below)


def test_with_a_screen_reader_all_rows_are_made_in_turns(shown: Shown) -> None:
    QAccessible.setActive(True)
    try:
        shown.rows.set_values(range(100))
        assert len(shown.made) < 20
        shown.settle()
        assert [place for place, _ in shown.made] == list(range(100))
        assert shown.told() == [str(place) for place in range(100)]
    finally:
        QAccessible.setActive(False)


def test_other_values_have_other_rows_and_none_is_left(shown: Shown) -> None:
    shown.rows.set_values(range(100))
    shown.settle()
    shown.rows.set_values([7])
    QApplication.processEvents()
    assert [row.findChildren(QPushButton)[0].text() for _, row in shown.made] == ["7 first"]
    shown.rows.set_values([])
    assert shown.made == []
    assert shown.rows.height() == 0


def test_nothing_is_made_of_what_nobody_sees(look: Look, qtbot: QtBot) -> None:
    shown = Shown(look, qtbot)
    shown.page.hide()
    shown.rows.set_values(range(MANY))
    QApplication.processEvents()
    assert len(shown.made) < 15
    assert shown.rows._turns is None
