"""A page that grows: its head at once, the rest in turns while it is seen, and whole when asked."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from backease_desktop.core.pieces import Pieces
from backease_desktop.ui.components.growing_page import GrowingPage
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.main_window import MainWindow

PARTS = 5


class Page(GrowingPage):
    """A page whose parts are fields, the first of which is its head."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.fields: list[QLineEdit] = []
        self.asks: Callable[[], None] = lambda: None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.add()
        self.grow(self.parts())

    def parts(self) -> Pieces[None]:
        for _ in range(PARTS - 1):
            self.add()
            self.asks()
            yield None

    def add(self) -> None:
        self.fields.append(QLineEdit(f"part {len(self.fields)}"))
        self.column.addWidget(self.fields[-1])

    @property
    def said(self) -> list[str]:
        """What stands in the layout, from the top."""
        items = (self.column.itemAt(place) for place in range(self.column.count()))
        fields = [item.widget() for item in items if item is not None]
        return [field.text() for field in fields if isinstance(field, QLineEdit)]


ALL = [f"part {number}" for number in range(PARTS)]


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    page = Page()
    qtbot.addWidget(page)
    return page


def grown_to(page: Page, qtbot: QtBot, count: int) -> None:
    """Show a page until so many parts are there, and no more."""
    reached: list[int] = []

    def note() -> None:
        if len(page.fields) == count:
            reached.append(count)
            page.hide()

    page.asks = note
    page.show()
    qtbot.waitUntil(lambda: bool(reached))
    page.asks = lambda: None


def test_it_says_when_all_is_there(page: Page, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.became_whole):
        page.show()
    assert page.said == ALL
    later = Page()
    qtbot.addWidget(later)
    with qtbot.waitSignal(later.became_whole):
        later.make_whole()


def test_what_is_to_be_done_with_all_of_it_is_done_once_and_only_by_who_stays(
    page: Page, qtbot: QtBot
) -> None:
    done: list[str] = []
    page.when_whole(lambda: done.append("left"))
    page.show()
    page.hide()
    page.when_whole(lambda: done.append("asked before"))
    page.when_whole(lambda: done.append("stayed"))
    page.show()
    qtbot.waitUntil(lambda: page.is_whole)
    page.when_whole(lambda: done.append("at once"))
    assert done == ["stayed", "at once"]


def test_nothing_follows_before_the_page_is_seen(page: Page, qtbot: QtBot) -> None:
    other = Page()
    qtbot.addWidget(other)
    other.show()
    qtbot.waitUntil(lambda: other.is_whole)
    assert page.said == ALL[:1]


def test_the_parts_follow_one_in_a_turn_in_their_order(page: Page, qtbot: QtBot) -> None:
    turns: list[int] = []
    page.asks = lambda: turns.append(len(page.fields))
    page.show()
    assert page.said == ALL[:1]
    qtbot.waitUntil(lambda: page.is_whole)
    assert page.said == ALL
    assert turns == [2, 3, 4, 5]


def test_what_grew_is_what_is_made_at_once(page: Page, qtbot: QtBot) -> None:
    page.show()
    qtbot.waitUntil(lambda: page.is_whole)
    at_once = Page()
    qtbot.addWidget(at_once)
    at_once.make_whole()
    at_once.show()
    assert at_once.said == page.said == ALL
    assert chain(at_once) == chain(page) == ALL


def chain(page: Page) -> list[str]:
    """The fields in the order of Tab."""
    found: list[str] = []
    widget = page.nextInFocusChain()
    while widget is not None and widget is not page:
        if isinstance(widget, QLineEdit):
            found.append(widget.text())
        widget = widget.nextInFocusChain()
    return found


@pytest.mark.parametrize("count", range(2, PARTS))
def test_whoever_leaves_ends_it_and_comes_back_to_the_rest(
    page: Page, qtbot: QtBot, count: int
) -> None:
    grown_to(page, qtbot, count)
    other = Page()
    qtbot.addWidget(other)
    other.show()
    qtbot.waitUntil(lambda: other.is_whole)
    assert page.said == ALL[:count]
    page.show()
    qtbot.waitUntil(lambda: page.is_whole)
    assert page.said == ALL


@pytest.mark.parametrize("count", range(2, PARTS))
def test_whoever_asks_for_all_of_it_has_it_now(page: Page, qtbot: QtBot, count: int) -> None:
    grown_to(page, qtbot, count)
    page.make_whole()
    assert page.is_whole
    assert page.said == ALL


@pytest.mark.parametrize("count", range(2, PARTS))
def test_a_page_that_goes_while_it_grows_takes_its_turns_along(qtbot: QtBot, count: int) -> None:
    holder, page = QStackedWidget(), Page()
    holder.addWidget(page)
    page.asks = lambda: holder.deleteLater() if len(page.fields) == count else None
    with qtbot.waitSignal(page.destroyed):
        holder.show()
    assert len(page.fields) == count


def test_a_part_that_asks_for_the_whole_page_gets_what_there_is(page: Page, qtbot: QtBot) -> None:
    seen: list[bool] = []

    def ask() -> None:
        page.make_whole()
        seen.append(page.is_whole)

    page.asks = ask
    page.show()
    qtbot.waitUntil(lambda: page.is_whole)
    assert page.said == ALL
    assert seen == [False] * (PARTS - 1)


def test_what_is_made_in_a_page_that_is_seen_is_seen_unless_it_is_hidden(
    page: Page, qtbot: QtBot
) -> None:
    choice = QComboBox()

    def more() -> Pieces[None]:
        page.column.addWidget(choice)
        page.fields[-1].hide()
        yield None

    page.grow(more())
    page.show()
    page.make_whole()
    assert [field.isVisible() for field in page.fields] == [True] * (PARTS - 1) + [False]
    assert choice.isVisible()
    assert not choice.view().isVisible()


def test_what_is_to_follow_later_follows_what_was_still_to_come(page: Page, qtbot: QtBot) -> None:
    order: list[str] = []
    page.grow(noted(order, "joined"))
    page.asks = lambda: order.append(page.fields[-1].text())
    page.show()
    qtbot.waitUntil(lambda: page.is_whole)
    assert order == [*ALL[1:], "joined"]
    page.grow(noted(order, "later"))
    qtbot.waitUntil(lambda: page.is_whole)
    assert order[-1] == "later"


def noted(order: list[str], word: str) -> Pieces[None]:
    yield None
    order.append(word)


def test_a_fault_in_a_part_is_told_once_and_leaves_what_there_is(page: Page, qtbot: QtBot) -> None:
    def fail() -> None:
        raise ValueError("a part")

    page.asks = fail
    with capture_exceptions() as faults:
        page.show()
        qtbot.waitUntil(lambda: bool(faults))
    assert [kind for kind, *_ in faults] == [ValueError]
    page.make_whole()
    assert page.said == ALL[:2]


def test_tab_goes_to_what_comes_next_when_all_is_there(page: Page, qtbot: QtBot) -> None:
    page.show()
    first = page.fields[0]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert page.said == ALL
    assert page.focusWidget() is page.fields[1]


# In the window


@pytest.fixture
def window(look: Look, qtbot: QtBot) -> MainWindow:
    window = MainWindow(look)
    qtbot.addWidget(window)
    window.add_page("home", "play", "Play", QWidget)
    window.add_page("grows", "routines", "Grows", Page)
    window.show_page("home")
    window.show()
    return window


def test_the_window_shows_a_page_that_grows_with_its_head(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("grows")
    (page,) = window.findChildren(Page)
    assert page.isVisible()
    assert page.hasFocus() or window.focusWidget() is page
    assert page.said == ALL[:1]
    qtbot.waitUntil(lambda: page.is_whole)


def test_whoever_asks_the_window_for_a_page_has_all_of_it(window: MainWindow) -> None:
    window.show_page("grows")
    page = window.page("grows")
    assert isinstance(page, Page)
    assert page.said == ALL


def test_a_key_that_scrolls_meets_the_whole_page(window: MainWindow) -> None:
    window.show_page("grows")
    (page,) = window.findChildren(Page)
    QTest.keyClick(page, Qt.Key.Key_End)
    assert page.said == ALL


def test_a_key_that_leads_to_another_page_waits_for_nothing(window: MainWindow) -> None:
    window.show_page("grows")
    (page,) = window.findChildren(Page)
    QTest.keyClick(page, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.current == "home"
    assert page.said == ALL[:1]
