"""The window: the rail, the pages, and the keys on their way to whoever takes them.

Rules:
1. A page is made when it is first shown; what it is made of is its factory's business. One that
   grows is shown with its head, and is whole for whoever asks for it.
2. A key goes to the widget that has the focus. What nobody there wants becomes a `Wish`: the page
   may take it, then the window, then it is given out by `wish_made`.
3. The window decides nothing. Whether it may be closed, and whether the program goes on then, is
   its owner's to say.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from backease_desktop.ui.components.nav_rail import NavRail
from backease_desktop.ui.components.page_column import PageColumn
from backease_desktop.ui.components.pressable import ENTER
from backease_desktop.ui.components.stack import KeyedStack, make_whole
from backease_desktop.ui.components.way_back import WayBack
from backease_desktop.ui.full_screen import FullScreen
from backease_desktop.ui.keys import MODIFIERS, Command, Where, Wish, wish_for
from backease_desktop.ui.look.roles import install_roles
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.page_ports import GoesFullScreen, ShowsMessages, TakesEnter, TakesWishes
from backease_desktop.ui.window_room import smallest, usual

NARROW = 480
"""Width at 100 % text below which the rail has icons alone, and things stand below each other."""
if TYPE_CHECKING:
    from backease_desktop.ui.components.sheet import Sheet
    from backease_desktop.ui.components.toast import Toast
    from backease_desktop.ui.help.help_overlay import HelpOverlay

LEAST_WORDS = 430
"""Width at 100 % text that the words of a page need beside the rail: more only for large type."""


class _Content(QWidget):
    """Rail and pages, and what lies over them."""

    tells_only_front = True


class MainWindow(QMainWindow):
    """The window.

    Args:
        look: the theme and the fonts.
        geometry: what `geometry_bytes` gave the last time, empty at the first start.
        may_close: asked when the window is being closed; False leaves it open.

    Signals:
        page_shown: key of the page that is on now.
        wish_made: a `Wish` that neither the page nor the window took.
        closed: it was closed.
        sheet_answered: name of the answer that was given on `sheet`.
        keys_opened, keys_dismissed: all keys lie over the page; the person has closed them.
    """

    page_shown = Signal(str)
    wish_made = Signal(object)
    closed = Signal()
    sheet_answered = Signal(str)
    keys_opened = Signal()
    keys_dismissed = Signal()

    def __init__(
        self, look: Look, geometry: bytes = b"", may_close: Callable[[], bool] = lambda: True
    ) -> None:
        install_roles()
        super().__init__()
        self._look = look
        self._may_close = may_close
        self._places: dict[str, Where] = {}
        self._in_rail: list[str] = []
        self._within: dict[str, str] = {}
        self._heads: list[QWidget] = []
        self._current = ""
        self._full_screen = FullScreen(self, self._on_screen_missing)
        self._least = QSize()
        self.setWindowTitle("BackEase")
        self._limit()
        look.changed.connect(self._limit)
        self._content = content = _Content()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.rail = NavRail(look, content)
        self.rail.page_requested.connect(self.show_page)
        self.rail.page_entered.connect(self._on_page_entered)
        self._stack = KeyedStack(content)
        self.way_back = WayBack(look)
        self._column = column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.way_back)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        self.setCentralWidget(content)
        self._keys: HelpOverlay | None = None
        self._sheet: Sheet | None = None
        self._toast: Toast | None = None
        if not (geometry and self.restoreGeometry(QByteArray(geometry))):
            self.resize(usual(QGuiApplication.primaryScreen().availableSize()))

    # Pages

    @property
    def stack(self) -> KeyedStack:
        """What holds the pages. A page that is made in it is styled and laid out only once."""
        return self._stack

    @property
    def current(self) -> str:
        """Key of the page that is on, empty before the first."""
        return self._current

    def add_page(
        self,
        key: str,
        icon: str,
        name: str,
        factory: Callable[[], QWidget],
        where: Where = Where.PAGES,
        within: str = "",
    ) -> None:
        """Make a page known.

        Args:
            key: to show it by.
            icon: in the rail; empty for a page that the rail does not list and that hides it.
            name: in the rail.
            factory: makes the page when it is first shown.
            where: which keys count on it.
            within: key of the page of the rail that it belongs to, if it does.
        """
        self._within[key] = within or key
        self._stack.add(key, factory)
        self._places[key] = where
        if icon:
            self._in_rail.append(key)
            number = len(self._in_rail)
            self.rail.add_item(key, icon, name, f"Ctrl+{number}")

    def page(self, key: str) -> QWidget:
        """A page with all its parts, made now if they were not.

        Raises:
            KeyError: there is no such page.
        """
        return self._stack.whole(key)

    def show_page(self, key: str) -> None:
        """Show a page.

        Raises:
            KeyError: there is no such page.
        """
        page = self._stack.begun(key)
        if key == self._current:
            return
        if self._places[key] is not Where.SESSION:
            self.set_full_screen(False)
        self._current = key
        is_in_rail = self.rail.tabs.hasFocus() and key in self._in_rail
        self.rail.setVisible(self._within[key] in self._in_rail)
        self.rail.set_current(self._within[key])
        self._stack.setCurrentWidget(page)
        # A page begins anew: the stack would give the focus back to what had it there before, and
        # the next key would press that unseen. Who goes through the pages by the rail's arrow keys
        # is not thrown out of it.
        if not is_in_rail:
            page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.page_shown.emit(key)
        if self.way_back.takes_enter and not is_in_rail:
            self.way_back.setFocus(Qt.FocusReason.OtherFocusReason)  # before what the page would do

    def put_at_head(self, widget: TakesEnter) -> None:
        """Have something above every page; it takes *Enter* before the way back does."""
        assert isinstance(widget, QWidget)
        self._column.insertWidget(0, widget)
        self._heads.append(widget)

    @property
    def enter_is_taken(self) -> bool:
        """Whether *Enter* is for something else than the page."""
        return self._enter_taker is not None

    @property
    def _enter_taker(self) -> "TakesEnter | None":
        takers = (*self._heads, self.way_back)
        found = (one for one in takers if isinstance(one, TakesEnter) and one.takes_enter)
        return next(found, None)

    def show_message(self, text: str, icon: str = "") -> None:
        """Say something once: where the page that is on has a place for it, else at the foot."""
        page: object = self._stack.currentWidget()
        if isinstance(page, ShowsMessages):
            page.show_message(text, icon)
        else:
            self.toast.say(text, icon)

    def clear_the_way(self) -> None:
        """Take away what lies over the pages, unanswered: something is to be seen."""
        if self._sheet is not None:
            self._sheet.close_quietly()
        if self._keys is not None:
            self._keys.close_quietly()

    @property
    def toast(self) -> "Toast":
        """What is said once, at the foot; made when there is something to say."""
        if self._toast is None:
            # Loaded on first use: the first paint does without.
            from backease_desktop.ui.components.toast import Toast

            self._toast = Toast(self._look, self._content)
        return self._toast

    @property
    def sheet(self) -> "Sheet":
        """For a question over the whole window; made when it is first needed."""
        if self._sheet is None:
            # Loaded on first use: the first paint does without.
            from backease_desktop.ui.components.sheet import Sheet

            self._sheet = Sheet(self._look, self._content)
            self._sheet.chosen.connect(self.sheet_answered)
        return self._sheet

    # The window itself

    def geometry_bytes(self) -> bytes:
        """Place and size, for the next start."""
        return bytes(self.saveGeometry().data())

    def set_full_screen(self, is_full_screen: bool) -> None:
        """Take the whole screen, or go back to what was before."""
        self._full_screen.set_on(is_full_screen)

    def use_screen(self, name: str | None) -> None:
        """Take the screen of this name for full screen; None for the one that we are on."""
        self._full_screen.wanted = name

    def _on_screen_missing(self, name: str) -> None:
        words = self.tr("The screen “{name}” is not there, so this one is used.")
        self.show_message(words.format(name=name))

    def show_keys(self) -> None:
        """Show all keys; the overlay is made when it is first asked for."""
        if self._keys is None:
            # Loaded on first use: the first paint does without.
            from backease_desktop.ui.help.help_overlay import HelpOverlay

            self._keys = HelpOverlay(self._look, self._content)
            self._keys.opened.connect(self.keys_opened)
            self._keys.dismissed.connect(self.keys_dismissed)
        self._keys.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn a key that nobody wanted into a wish."""
        if event.key() in ENTER and (taker := self._enter_taker) is not None:
            taker.press()
            return
        where = self._places.get(self._current, Where.PAGES)
        wish = None if event.isAutoRepeat() else wish_for(event.keyCombination(), where)
        if wish is None:
            self._scroll_by(event)
            return
        page: object = self._stack.currentWidget()
        if isinstance(page, TakesWishes) and page.perform(wish):
            return
        if not self._perform(wish):
            self.wish_made.emit(wish)

    def _scroll_by(self, event: QKeyEvent) -> None:
        """Let a key scroll a page that has just been opened, where nothing has the focus yet."""
        page = self._stack.currentWidget()
        if event.key() not in MODIFIERS:
            make_whole(page)
        column = page.findChild(PageColumn) if page is not None else None
        if column is None:
            super().keyPressEvent(event)
        else:
            column.keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system's fonts and the state of the window."""
        if event.type() == QEvent.Type.WindowStateChange:
            self._full_screen.note_state()
            page: object = self._stack.currentWidget()
            if isinstance(page, GoesFullScreen):
                page.set_full_screen(self.isFullScreen())
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Look at the system's theme again when it says that it changed."""
        if event.type() == QEvent.Type.ThemeChange:
            self._look.refresh()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the look how much room there is."""
        super().resizeEvent(event)
        self._measure()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hide, and say so; or stay, if the owner says so."""
        if self._may_close():
            event.accept()
            self.closed.emit()
        else:
            event.ignore()

    def _perform(self, wish: Wish) -> bool:
        match wish.command:
            case Command.KEYS:
                self.show_keys()
            case Command.PAGE if wish.number <= len(self._in_rail):
                self.show_page(self._in_rail[wish.number - 1])
            case Command.FULL_SCREEN:
                self.set_full_screen(not self.isFullScreen())
            case _:
                return False
        return True

    def _on_page_entered(self) -> None:
        self._stack.begun(self._current).setFocus(Qt.FocusReason.OtherFocusReason)

    def _limit(self) -> None:
        screen = QGuiApplication.primaryScreen().availableSize()
        least = smallest(screen, self._look.theme.px(LEAST_WORDS))
        if least != self._least:
            self._least = least
            self.setMinimumSize(least)
        self._measure()

    def _measure(self) -> None:
        self._look.set_narrow(self.width() < self._look.theme.px(NARROW))
