"""Pages of which one is shown, to the eye and to a screen reader; some are made when asked for."""

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QStackedWidget, QWidget


@runtime_checkable
class Grows(Protocol):
    """A page that is shown before all its parts are there; see `growing_page`."""

    def make_whole(self) -> None:
        """Make all that is still to come, now."""


class Stack(QStackedWidget):
    """The pages. Qt's own stack tells a screen reader of all of them."""

    tells_only_front = True


class KeyedStack(Stack):
    """Pages that are known by keys; each is made when it is first asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._factories: dict[str, Callable[[], QWidget]] = {}
        self._made: dict[str, QWidget] = {}

    def add(self, key: str, factory: Callable[[], QWidget]) -> None:
        """Make a page known by what makes it."""
        self._factories[key] = factory

    def begun(self, key: str) -> QWidget:
        """A page to be shown: one that grows may have little more than its head.

        Raises:
            KeyError: there is no such page.
        """
        if key not in self._made:
            self._made[key] = page = self._factories[key]()
            self.addWidget(page)
        return self._made[key]

    def whole(self, key: str) -> QWidget:
        """A page with all its parts.

        Raises:
            KeyError: there is no such page.
        """
        page = self.begun(key)
        make_whole(page)
        return page


def make_whole(page: object) -> None:
    """Have a page make what is still to come, if it grows."""
    if isinstance(page, Grows):
        page.make_whole()
