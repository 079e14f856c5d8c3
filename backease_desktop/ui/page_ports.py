"""What a page, or what stands beside the pages, may do for the window; each may do some of it."""

from typing import Protocol, runtime_checkable

from backease_desktop.ui.keys import Wish


@runtime_checkable
class TakesWishes(Protocol):
    """A page that does something about keys."""

    def perform(self, wish: Wish) -> bool:
        """Do what is asked; False if it is not for this page."""


@runtime_checkable
class GoesFullScreen(Protocol):
    """A page that looks different in full screen."""

    def set_full_screen(self, is_full_screen: bool) -> None:
        """Take the whole screen, or give it back."""


@runtime_checkable
class ShowsMessages(Protocol):
    """A page that has a place of its own for what is said once."""

    def show_message(self, text: str, icon: str = "") -> None:
        """Say something once."""


@runtime_checkable
class TakesEnter(Protocol):
    """Something beside the pages that *Enter* is for while it is shown."""

    @property
    def takes_enter(self) -> bool:
        """Whether it is shown and wants the key."""

    def press(self) -> None:
        """Do what the key does."""
