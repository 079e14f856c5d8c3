"""What arrives at the window from outside: files of others, and what another start asks for."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from backease_desktop.controllers.settings import SettingsController
from backease_desktop.ui.home.home_page import HomePage
from backease_desktop.ui.main_window import MainWindow
from backease_desktop.ui.places import GIVEN, HOME
from backease_desktop.ui.share.file_drop import FileDrop

if TYPE_CHECKING:
    from backease_desktop.bootstrap.shelf import Shelf
    from backease_desktop.controllers.bringing_in import BringingIn


class Around(Protocol):
    """What is there where something arrives: the window, and what is behind it."""

    window: MainWindow
    settings: SettingsController

    @property
    def shelf(self) -> "Shelf":
        """Everything that sessions are made of."""

    @property
    def session_is_on(self) -> bool:
        """Whether a session is on."""

    def when_ready(self, do: Callable[[], None]) -> None:
        """Do something once home is as it is, no longer as it was kept."""


class Arrivals(QObject):
    """Takes what arrives, and shows it before anything is kept.

    Args:
        around: the window with all behind it.
        parent: the owner.

    Signals:
        kept: something is kept, which the next start reads; carries the id of a routine, or
            nothing. Not said while a session is on: then nobody asks for the next start.
    """

    kept = Signal(str)

    def __init__(self, around: Around, parent: QObject) -> None:
        super().__init__(parent)
        self._around = around
        self._bringing_in: BringingIn | None = None
        FileDrop(around.window).dropped.connect(self.bring_in)

    @property
    def bringing_in(self) -> "BringingIn":
        """Brings in what others gave; made when that is first wanted."""
        if self._bringing_in is None:
            # Loaded on first use, as all that reads files of others.
            from backease_desktop.bootstrap.sharing import ShelfGivens
            from backease_desktop.controllers.bringing_in import BringingIn

            self._bringing_in = BringingIn(ShelfGivens(self._around.shelf), self)
            self._bringing_in.kept.connect(self._on_kept)
        return self._bringing_in

    def take(self, arguments: list[str]) -> None:
        """Do what another start was asked for; what is not known changes nothing."""
        match arguments:
            case ["--open", file]:
                self.bring_in(Path(file))
            case ["--show", routine_id]:
                self.show_routine(routine_id)

    def bring_in(self, path: Path) -> None:
        """Show what a file holds; somebody new is welcomed first."""
        window = self._around.window
        if self._around.settings.profile.understood:
            window.show_page(GIVEN)
            window.page(GIVEN)  # whole, so that it hears what is found
            self.bringing_in.look_into(path)
        else:
            window.show_message(self.tr("Read this first, then open the file again."))

    def show_routine(self, routine_id: str) -> None:
        """Show a routine on home; an unknown one changes nothing."""
        self._around.when_ready(lambda: self._show(routine_id))

    def _show(self, routine_id: str) -> None:
        window = self._around.window
        home = window.page(HOME)
        if self._around.settings.profile.understood and isinstance(home, HomePage):
            window.show_page(HOME)
            home.open(routine_id)

    def _on_kept(self, routine_id: str) -> None:
        if self._around.session_is_on:
            words = self.tr("It is kept, and there when BackEase is opened the next time.")
            self._around.window.show_message(words)
        else:
            self.kept.emit(routine_id)
