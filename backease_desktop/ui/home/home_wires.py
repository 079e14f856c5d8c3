"""Home, held together with the routines, the settings and the reminders."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from backease_desktop.controllers.door import Door
from backease_desktop.controllers.ports import Journal
from backease_desktop.controllers.routines import RoutinesController
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.catalogue.words import DoseLevel
from backease_desktop.core.compose.wanted import Wanted
from backease_desktop.core.journal.entries import Entry, ProfileChanged
from backease_desktop.core.person.person import SideThatHurts
from backease_desktop.core.progress.weeks import goal_of
from backease_desktop.core.settings import DoseChoice
from backease_desktop.core.units import MINUTE, Ms
from backease_desktop.ui.figure.figures import Figures
from backease_desktop.ui.home.home_page import HomePage
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.wiring import Wiring

if TYPE_CHECKING:
    from backease_desktop.controllers.composer import Composer
    from backease_desktop.controllers.reminders import ReminderController

PAUSE = Ms(60 * MINUTE)


def home_page(
    look: Look,
    figures: Figures,
    routines: RoutinesController,
    settings: SettingsController,
    door: Door,
    wiring: Wiring,
    reminders: "Callable[[], ReminderController]",
    journal: Journal,
    composer: "Callable[[], Composer]",
    now: Callable[[], datetime],
) -> HomePage:
    """The first page.

    Args:
        look: the theme and the fonts.
        figures: draw the pictures.
        routines: the cards.
        settings: effort.
        door: the side that hurts.
        wiring: starts sessions, and says when there is news of the reminders.
        reminders: asked for when there is news of them: the first paint waits for none.
        journal: says whether the person has set a goal.
        composer: puts sessions together; asked for when somebody wants one.
        now: the local time.
    """
    page = HomePage(look, figures, now)
    page.set_effort(settings.preferences.dose)
    page.set_affected_side(door.person.side or SideThatHurts.BOTH)
    page.set_cards(routines.cards)
    ids = {card.id for card in routines.cards}
    page.select(next((one for one in reversed(settings.chosen) if one in ids), None))
    page.start_requested.connect(wiring.choose)
    page.affected_side_chosen.connect(lambda side: door.say(door.person.with_(side=side)))

    def on_effort_chosen(dose: DoseLevel) -> None:
        settings.set_field("session", "dose", DoseChoice(dose))

    def on_settings_changed() -> None:
        page.set_effort(settings.preferences.dose)

    def on_person_changed() -> None:
        page.set_affected_side(door.person.side or SideThatHurts.BOTH)

    def on_outlook_changed() -> None:
        # Loaded when there is news of reminders, which is after the first paint.
        from backease_desktop.ui.home.home_news import tell

        tell(page, reminders(), now(), has_goal=goal_of(journal.history) is not None)

    def on_journal_changed(entries: tuple[Entry, ...]) -> None:
        if wiring.outlook and any(isinstance(one, ProfileChanged) for one in entries):
            on_outlook_changed()  # a goal may be set, or left out

    def on_fit_requested(wanted: Wanted) -> None:
        # Loaded when a session is to be put together: the first paint waits for none.
        from backease_desktop.ui.home.fitting_wires import fit_in

        fit_in(page.hero, composer(), wanted)

    page.hero.fit_requested.connect(on_fit_requested)
    page.effort_chosen.connect(on_effort_chosen)
    page.status.pause_requested.connect(lambda: reminders().pause_for(PAUSE))
    page.status.resume_requested.connect(lambda: reminders().resume())
    journal.changed.connect(on_journal_changed)
    settings.changed.connect(on_settings_changed)
    door.changed.connect(on_person_changed)
    wiring.enter_taken.connect(page.set_enter_taken)
    wiring.outlook_changed.connect(on_outlook_changed)
    if wiring.outlook:
        on_outlook_changed()
    routines.changed.connect(lambda: page.set_cards(routines.cards))
    return page
