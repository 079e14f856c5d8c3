"""The window: pages when they are needed, keys to whoever wants them, no policy."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from backease_desktop.core.timeline.segments import SegmentKind
from backease_desktop.ui.components.page_column import PageColumn
from backease_desktop.ui.help.help_overlay import HelpOverlay
from backease_desktop.ui.keys import Command, Where, Wish
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.main_window import MainWindow
from backease_desktop.ui.session.player_page import PlayerPage
from backease_desktop.ui.window_room import SMALLEST, usual
from tests.fakes.snapshots import snapshot_at, start_of


class Page(QWidget):
    """A page that takes one command, and has a field."""

    def __init__(self, takes: Command | None = None) -> None:
        super().__init__()
        self._takes = takes
        self.taken: list[Wish] = []
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def perform(self, wish: Wish) -> bool:
        if wish.command is not self._takes:
            return False
        self.taken.append(wish)
        return True


@pytest.fixture
def window(look: Look, qtbot: QtBot) -> MainWindow:
    window = MainWindow(look)
    qtbot.addWidget(window)
    window.add_page("home", "play", "Play", lambda: Page(Command.START_SET), Where.HOME)
    window.add_page("settings", "settings", "Settings", Page)
    window.add_page("player", "", "", lambda: PlayerPage(look), Where.SESSION)
    window.show()
    window.activateWindow()
    window.show_page("home")
    return window


def press(
    window: MainWindow,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    QTest.keyClick(window.focusWidget() or window, key, modifiers)


def page(window: MainWindow, key: str) -> Page:
    found = window.page(key)
    assert isinstance(found, Page)
    return found


def test_a_page_is_made_when_it_is_first_shown_and_once(look: Look, qtbot: QtBot) -> None:
    made: list[str] = []

    def make() -> QWidget:
        made.append("settings")
        return QWidget()

    window = MainWindow(look)
    qtbot.addWidget(window)
    window.add_page("settings", "settings", "Settings", make)
    assert made == []
    window.show_page("settings")
    window.show_page("settings")
    assert made == ["settings"]


def test_a_page_that_nobody_knows_is_an_error(window: MainWindow) -> None:
    with pytest.raises(KeyError):
        window.show_page("nowhere")


def test_the_player_hides_the_rail_and_the_pages_bring_it_back(window: MainWindow) -> None:
    window.show_page("player")
    assert window.rail.isHidden()
    window.show_page("home")
    assert window.rail.isVisible()


def test_arrow_keys_in_the_rail_show_the_pages_and_enter_goes_into_one(
    window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    window.rail.tabs.setFocus(Qt.FocusReason.TabFocusReason)
    press(window, Qt.Key.Key_Down)
    assert window.current == "settings"
    assert window.rail.tabs.hasFocus()
    press(window, Qt.Key.Key_Return)
    assert page(window, "settings").hasFocus()


def test_the_rail_is_as_wide_as_in_the_design(window: MainWindow) -> None:
    assert 92 <= window.rail.width() <= 120


def test_control_and_a_digit_shows_the_page_of_that_place(window: MainWindow) -> None:
    shown: list[str] = []
    window.page_shown.connect(shown.append)
    press(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    press(window, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    assert shown == ["settings"]


def test_a_page_gets_a_wish_before_the_window(window: MainWindow) -> None:
    press(window, Qt.Key.Key_3)
    assert page(window, "home").taken == [Wish(Command.START_SET, 3)]


def test_what_nobody_takes_is_given_out(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.wish_made) as made:
        press(window, Qt.Key.Key_Slash)
    assert made.args == [Wish(Command.SEARCH)]


def test_letters_and_digits_go_into_a_field_that_has_the_focus(window: MainWindow) -> None:
    home = page(window, "home")
    home.field.setFocus()
    for key in (Qt.Key.Key_3, Qt.Key.Key_Slash, Qt.Key.Key_Space):
        press(window, key)
    assert home.field.text() == "3/ "
    assert home.taken == []


def test_f1_shows_the_keys_and_any_key_takes_them_away(window: MainWindow) -> None:
    home = page(window, "home")
    home.field.setFocus()
    press(window, Qt.Key.Key_F1)
    (overlay,) = window.findChildren(HelpOverlay)
    assert overlay.is_open
    press(window, Qt.Key.Key_A)
    assert not overlay.is_open
    assert home.field.text() == ""
    assert home.field is window.focusWidget()


def test_full_screen_is_told_to_the_page_and_left_with_it(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("player")
    player = window.page("player")
    assert isinstance(player, PlayerPage)
    player.commanded.connect(lambda _: window.set_full_screen(not window.isFullScreen()))
    player.show_snapshot(snapshot_at(start_of(SegmentKind.HOLD) + 1))
    press(window, Qt.Key.Key_F)
    qtbot.waitUntil(window.isFullScreen)
    assert player.session.top.voice.isHidden()
    press(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.isFullScreen())
    assert not player.session.top.voice.isHidden()
    assert not player.sheet.is_open


def test_leaving_the_player_leaves_full_screen(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("player")
    window.set_full_screen(True)
    qtbot.waitUntil(window.isFullScreen)
    window.show_page("home")
    qtbot.waitUntil(lambda: not window.isFullScreen())


def test_it_opens_where_it_was(look: Look, qtbot: QtBot) -> None:
    first = MainWindow(look)
    qtbot.addWidget(first)
    first.resize(700, 500)
    second = MainWindow(look, first.geometry_bytes())
    qtbot.addWidget(second)
    assert second.size() == first.size()


@pytest.mark.parametrize("geometry", [b"", b"nonsense"])
def test_without_a_place_of_before_it_takes_the_usual_size(
    look: Look, qtbot: QtBot, geometry: bytes
) -> None:
    window = MainWindow(look, geometry)
    qtbot.addWidget(window)
    screen = window.screen().availableSize()
    assert window.size() == usual(screen)


def test_closing_hides_it_and_says_so(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.closed):
        window.close()
    assert window.isHidden()


def test_the_owner_can_keep_it_open(look: Look, qtbot: QtBot) -> None:
    window = MainWindow(look, may_close=lambda: False)
    qtbot.addWidget(window)
    window.show()
    with qtbot.assertNotEmitted(window.closed):
        window.close()
    assert window.isVisible()
    window._may_close = lambda: True


def test_a_message_stands_at_the_foot_of_the_window(window: MainWindow) -> None:
    window.show_message("Settings could not be saved", "warning")
    assert window.toast.isVisible()
    assert window.toast.geometry().bottom() < window.height()
    window.toast.hide()


def test_large_type_needs_a_wider_window_and_no_type_one_wider_than_the_screen(
    window: MainWindow, look: Look
) -> None:
    assert window.minimumSize() == SMALLEST
    look.choose(text_percent=200)
    widest = window.screen().availableSize().width()
    assert SMALLEST.width() < window.minimumWidth() <= widest
    look.choose()
    assert window.minimumWidth() == SMALLEST.width()


def test_a_page_just_opened_scrolls_by_key(look: Look, window: MainWindow) -> None:
    page = QWidget()
    column = PageColumn(look, 400)
    column.column.addSpacing(5_000)
    QVBoxLayout(page).addWidget(column)
    window.add_page("long", "help", "Long", lambda: page)
    window.show_page("long")
    bar = column.verticalScrollBar()
    QTest.keyClick(page, Qt.Key.Key_PageDown)
    assert bar.value() == bar.pageStep()
    QTest.keyClick(page, Qt.Key.Key_Down)
    assert bar.value() == bar.pageStep() + bar.singleStep()
    QTest.keyClick(page, Qt.Key.Key_PageUp)
    assert bar.value() == bar.singleStep()
