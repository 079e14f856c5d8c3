"""Home, held together with the routines and the settings."""

from functools import partial

from backease_desktop.controllers.routines import RoutinesController
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.ui.figure.figures import Figures
from backease_desktop.ui.home.home_page import HomePage
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.wiring import Wiring


def home_page(
    look: Look,
    figures: Figures,
    routines: RoutinesController,
    settings: SettingsController,
    wiring: Wiring,
) -> HomePage:
    """The first page."""
    page = HomePage(look, figures.thumbnails)
    page.set_cards(routines.cards)
    page.select(settings.profile.last_routine)
    page.set_affected_side(settings.settings.session.affected_side)
    page.start_requested.connect(wiring.start)
    page.affected_side_chosen.connect(partial(settings.set_field, "session", "affected_side"))
    wiring.outlook_changed.connect(page.set_subtitle)
    if wiring.outlook:
        page.set_subtitle(wiring.outlook)
    routines.changed.connect(lambda: page.set_cards(routines.cards))
    return page
