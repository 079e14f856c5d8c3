"""Keeps home as it was worked out, for the next start; see `first_sight`, which shows it then."""

from collections.abc import Callable, Container

from backease_desktop.bootstrap.clocks import today
from backease_desktop.bootstrap.first_sight import FirstSight
from backease_desktop.controllers.ports import Journal
from backease_desktop.controllers.routines import RoutinesController
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.person.person import Person, SideThatHurts
from backease_desktop.core.pieces import Pieces
from backease_desktop.core.timeline.home_days import true_until
from backease_desktop.core.timeline.kept_home import KeptHome

PRINTED = 50
"""Figures that are looked at in one go, to know them again."""


def keeping_home(
    first: FirstSight,
    routines: RoutinesController,
    settings: SettingsController,
    person: Person,
    journal: Journal,
    figure_print: Callable[[str], str],
) -> Pieces[None]:
    """Keep it in pieces.

    Args:
        first: the file.
        routines: the cards, all of which are made.
        settings: the settings and the profile.
        person: whose home it is.
        journal: their history.
        figure_print: what a figure is drawn from, in a few letters, by the exercise's id.
    """
    # What they are now comes first: whatever arrives meanwhile makes it untrue, and not false.
    chosen, profile, day = settings.settings, settings.profile, today()
    made_from = first.made_from(chosen, profile)
    home = KeptHome(
        cards=routines.cards,
        made_of=routines.made_of,
        figures={},
        dose=settings.preferences.dose,
        side=person.side or SideThatHurts.BOTH,
        chosen=chosen_of(settings, {card.id for card in routines.cards}),
        journal=first.journal_now(),
        since=day,
        until=true_until(chosen, profile, journal.history, day),
    )
    yield None
    figures: dict[str, str] = {}
    shown = sorted({step.exercise for card in home.cards for step in card.steps})
    for place in range(0, len(shown), PRINTED):
        figures |= {exercise: figure_print(exercise) for exercise in shown[place:][:PRINTED]}
        yield None
    first.keep(made_from, home.with_(figures=figures))


def chosen_of(settings: SettingsController, ids: Container[str]) -> str | None:
    """Of these routines, the one that was chosen last."""
    return next((one for one in reversed(settings.chosen) if one in ids), None)
