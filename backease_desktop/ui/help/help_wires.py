"""Help, held together with the window that shows the keys."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from backease_desktop.core.catalogue.catalogue import Source
from backease_desktop.ui.look.style import Look

if TYPE_CHECKING:
    from backease_desktop.core.safety import Safety
    from backease_desktop.ui.help.help_page import HelpPage


def help_page(
    look: Look,
    safety: "Safety",
    sources: Iterable[Source],
    report: Callable[[], str],
    show_keys: Callable[[], None],
) -> "HelpPage":
    """The page that helps; `report` gives the versions, `show_keys` opens the overlay of keys."""
    # Loaded on first use, as is every page but home: the first paint does not wait for it.
    from backease_desktop.ui.help.help_page import HelpPage

    page = HelpPage(look, safety, sources, report)
    page.keys_requested.connect(show_keys)
    return page
