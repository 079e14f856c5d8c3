"""The page of the reminders, held together with what reminds and what is known of presence."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from backease_desktop.core.reminder.roster import CHOOSE, Roster
from backease_desktop.core.units import Ms
from backease_desktop.ui.durations import minutes_words
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.places import REMINDERS

if TYPE_CHECKING:
    from backease_desktop.controllers.reminders import ReminderController
    from backease_desktop.controllers.routines import RoutinesController
    from backease_desktop.core.catalogue.catalogue import Catalogue
    from backease_desktop.core.timeline.routine_card import RoutineCard
    from backease_desktop.ui.main_window import MainWindow
    from backease_desktop.ui.reminders.reminders_page import RemindersPage
    from backease_desktop.ui.reminders.status_card import StatusCard
    from backease_desktop.ui.reminders.tray import Tray


def hear(asker: "Tray | StatusCard", reminders: "ReminderController") -> None:
    """Do what the tray and the page both ask for."""
    asker.did_it_requested.connect(reminders.did_it)
    asker.pause_requested.connect(lambda duration: reminders.pause_for(Ms(duration)))
    asker.pause_until_tomorrow_requested.connect(reminders.pause_until_tomorrow)
    asker.resume_requested.connect(reminders.resume)


def routine_names(
    cards: "Iterable[RoutineCard]", catalogue: "Catalogue", roster: Roster, *, is_all: bool
) -> dict[str, str]:
    """What each routine that a reminder may open is called, by its id.

    One that a reminder opens and that cannot be played now keeps a name that a person can read:
    nothing of it is left for whoever left all of it because it hurt, and a pack may be gone.

    Args:
        cards: of the routines that are at hand.
        catalogue: that they are from.
        roster: what is reminded of.
        is_all: there are no more; before that nothing can be said to be gone.
    """
    names = {card.id: f"{card.name}, {minutes_words(card.duration)}" for card in cards}
    for id_ in dict.fromkeys(reminder.routine for reminder in roster.reminders):
        if id_ in names or id_ == CHOOSE:
            continue
        if (known := catalogue.routines.get(id_)) is not None:
            words = QCoreApplication.translate("reminders", "{name}, nothing of it is left for you")
        elif is_all:
            words = QCoreApplication.translate("reminders", "{name}, which is not here any more")
        else:
            words = QCoreApplication.translate("reminders", "{name}, which is still being read")
        names[id_] = words.format(name=known.name if known else id_)
    return names


def reminders_page(
    look: Look,
    reminders: "ReminderController",
    routines: "RoutinesController",
    catalogue: "Callable[[], Catalogue]",
    sources: Callable[[], Iterable[Any]],
    now: Callable[[], datetime],
    window: "MainWindow",
) -> "RemindersPage":
    """The page.

    Args:
        look: the theme and the fonts.
        reminders: the controller.
        routines: the cards of those that may be opened; more may come.
        catalogue: what is at hand.
        sources: what is known of presence, for the page that explains.
        now: the local time.
        window: shows the page; while it does, routines that are new can be chosen.
    """
    # Loaded on first use, as is every page but home.
    from backease_desktop.ui.reminders.reminders_page import RemindersPage

    def names() -> list[tuple[str, str]]:
        roster = reminders.roster
        cards = routines.so_far({one.routine for one in roster.reminders})
        named = routine_names(cards, catalogue(), roster, is_all=routines.is_made)
        return list(named.items())

    page = RemindersPage(look, reminders.roster, names())
    page.change_requested.connect(reminders.take_roster)
    page.status.pause_until_requested.connect(reminders.pause_until)
    hear(page.status, reminders)
    page.status.remind_requested.connect(lambda: reminders.call_now())
    page.try_requested.connect(reminders.call_now)

    def name_routines(shown: str) -> None:
        if shown == REMINDERS:
            page.set_routines(names())

    def on_routines_changed() -> None:
        if window.current == REMINDERS:
            page.set_routines(names())

    def tell() -> None:
        at = now()
        page.set_decisions(reminders.decisions)
        page.show_outlook(reminders.outlook, at, reminders.day(at))
        page.set_sources((s.topic, s.name, s.in_use, s.trouble) for s in sources())

    window.page_shown.connect(name_routines)
    routines.grown.connect(on_routines_changed)
    routines.changed.connect(on_routines_changed)
    reminders.roster_changed.connect(page.show_roster)
    reminders.changed.connect(tell)
    tell()
    return page
