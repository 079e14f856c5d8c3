"""Help, held together with the window that shows the keys."""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.ui.look.style import Look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from backease_desktop.core.safety import Safety
    from backease_desktop.ui.help.help_page import HelpPage


def help_page(
    look: Look,
    safety: "Callable[[], Safety]",
    catalogue: Catalogue,
    report: Callable[[], str],
    licences: Callable[[Collection[str]], str],
    show_keys: Callable[[], None],
    parent: "QWidget",
) -> "HelpPage":
    """The page that helps.

    Args:
        look: the theme and the fonts.
        safety: reads what is told of risk.
        catalogue: names where the exercises come from.
        report: gives the versions.
        licences: gives the whole texts of the licences of what is named.
        show_keys: opens the overlay of keys.
        parent: where the page will be.
    """
    # Loaded on first use, as is every page but home: the first paint does not wait for it.
    from backease_desktop.ui.help.help_page import HelpPage, names_of_all

    sources = catalogue.sources.values()
    page = HelpPage(look, safety, sources, report, lambda: licences(names_of_all()), parent)
    page.keys_requested.connect(show_keys)
    return page
