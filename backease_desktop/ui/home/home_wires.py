"""Home, held together with the routines, the settings and the reminders."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from backease_desktop.controllers.ports import Journal
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.catalogue.words import DoseLevel
from backease_desktop.core.compose.wanted import Wanted
from backease_desktop.core.journal.entries import Entry, ProfileChanged
from backease_desktop.core.person.person import SideThatHurts
from backease_desktop.core.settings import DoseChoice
from backease_desktop.core.timeline.kept_home import KeptHome
from backease_desktop.core.units import MINUTE, Ms
from backease_desktop.ui.figure.figures import Figures
from backease_desktop.ui.home.home_page import HomePage
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.wiring import Wiring

if TYPE_CHECKING:
    from backease_desktop.controllers.composer import Composer
    from backease_desktop.controllers.door import Door
    from backease_desktop.controllers.reminders import ReminderController
    from backease_desktop.controllers.routines import RoutinesController

PAUSE = Ms(60 * MINUTE)


def home_page(
    look: Look,
    figures: Figures,
    settings: SettingsController,
    door: "Callable[[], Door]",
    wiring: Wiring,
    composer: "Callable[[], Composer]",
    now: Callable[[], datetime],
) -> HomePage:
    """The first page, and what can be asked of it; what it shows comes by `show_home`.

    Args:
        look: the theme and the fonts.
        figures: draw the pictures.
        settings: effort.
        door: the side that hurts; asked for when somebody names it.
        wiring: starts sessions.
        composer: puts sessions together; asked for when somebody wants one.
        now: the local time.
    """
    page = HomePage(look, figures, now, wiring.stack)
    page.start_requested.connect(wiring.choose)

    def on_side_chosen(side: SideThatHurts) -> None:
        door().say(door().person.with_(side=side))

    def on_effort_chosen(dose: DoseLevel) -> None:
        settings.set_field("session", "dose", DoseChoice(dose))

    def on_fit_requested(wanted: Wanted) -> None:
        # Loaded when a session is to be put together: the first paint waits for none.
        from backease_desktop.ui.home.fitting_wires import fit_in

        fit_in(page.hero, composer(), wanted)

    page.affected_side_chosen.connect(on_side_chosen)
    page.hero.fit_requested.connect(on_fit_requested)
    page.effort_chosen.connect(on_effort_chosen)
    wiring.enter_taken.connect(page.set_enter_taken)
    return page


def show_home(page: HomePage, home: KeptHome) -> None:
    """Show home as it was kept, or the part of it that is there."""
    page.set_effort(home.dose)
    page.set_affected_side(home.side)
    page.set_cards(home.cards, home.telling, is_part=home.is_part)
    page.select(home.chosen)


def join_home(
    page: HomePage,
    routines: "RoutinesController",
    settings: SettingsController,
    door: "Door",
    wiring: Wiring,
    reminders: "Callable[[], ReminderController]",
    journal: Journal,
    now: Callable[[], datetime],
) -> None:
    """Have home follow what changes, from when all of it is there.

    Args:
        page: home.
        routines: the cards.
        settings: effort.
        door: the side that hurts.
        wiring: says when there is news of the reminders.
        reminders: asked for when there is news of them.
        journal: says whether the person has set a goal.
        now: the local time.
    """

    def on_settings_changed() -> None:
        page.set_effort(settings.preferences.dose)

    def on_cards_changed() -> None:
        page.set_effort(settings.preferences.dose)  # an automatic one follows days and sessions
        page.set_cards(routines.so_far(page.looked_at), is_part=not routines.is_made)

    def on_person_changed() -> None:
        page.set_affected_side(door.person.side or SideThatHurts.BOTH)

    def on_outlook_changed() -> None:
        # Loaded when there is news of reminders, which is after the first paint.
        from backease_desktop.core.compose.moment import seed_of
        from backease_desktop.core.progress.goal import goal_of
        from backease_desktop.ui.home.home_news import Around, tell

        routines.look_again()  # it may be another day
        around = Around(
            has_goal=goal_of(journal.history) is not None,
            moment=seed_of(journal.history, door.today),
            cards=routines.so_far(),
            done=settings.done,
        )
        tell(page, reminders(), now(), around)

    def on_journal_changed(entries: tuple[Entry, ...]) -> None:
        if wiring.outlook and any(isinstance(one, ProfileChanged) for one in entries):
            on_outlook_changed()  # a goal may be set, or left out

    page.status.pause.pause_requested.connect(lambda: reminders().pause_for(PAUSE))
    page.status.pause.resume_requested.connect(lambda: reminders().resume())
    journal.changed.connect(on_journal_changed)
    settings.changed.connect(on_settings_changed)
    door.changed.connect(on_person_changed)
    wiring.outlook_changed.connect(on_outlook_changed)
    if wiring.outlook:
        on_outlook_changed()
    routines.changed.connect(on_cards_changed)
    routines.grown.connect(on_cards_changed)
