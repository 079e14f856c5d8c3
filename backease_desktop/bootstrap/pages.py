"""The pages of the window: for each its key, its sign and name in the rail, and what makes it.

A page is made when it is first shown. They stand here in the order of the rail; a page without a
sign is not in it.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from backease_desktop.bootstrap.clocks import local_now
from backease_desktop.core.progress.weeks import goal_of
from backease_desktop.diagnostics.report import versions
from backease_desktop.storage.paths import bundled
from backease_desktop.ui.exercises.exercises_wires import exercises_page
from backease_desktop.ui.help.help_wires import help_page
from backease_desktop.ui.home.home_wires import PAUSE, home_page
from backease_desktop.ui.keys import Where
from backease_desktop.ui.me.me_wires import me_form, me_page
from backease_desktop.ui.places import (
    EXERCISES,
    HELP,
    HOME,
    ME,
    PLAYER,
    PROGRESS,
    REMINDERS,
    SETTINGS,
    WELCOME,
)
from backease_desktop.ui.progress.progress_wires import progress_page
from backease_desktop.ui.reminders.reminders_wires import reminders_page, routine_names
from backease_desktop.ui.session.closing_wires import Ahead, day_of, join_closing
from backease_desktop.ui.session.player_wires import player_page
from backease_desktop.ui.settings.settings_wires import settings_page
from backease_desktop.ui.welcome_wires import welcome_page

if TYPE_CHECKING:
    from backease_desktop.bootstrap.front import Front
    from backease_desktop.core.safety import Safety
    from backease_desktop.ui.session.closing_side import Day
    from backease_desktop.ui.session.player_page import PlayerPage


def add_pages(front: "Front") -> None:
    """Make every page known to the window."""
    f, look, settings, window, around = (
        front, front.look, front.settings, front.window, front.background
    )  # fmt: skip
    catalogue, figures, wiring = f.shelf.catalogue, f.figures, f.wiring
    window.add_page(
        HOME,
        "play",
        _tr("Play"),
        lambda: home_page(
            look,
            figures,
            f.routines,
            settings,
            f.door,
            wiring,
            lambda: around.reminders,
            around.journal,
            lambda: f.composer,
            local_now,
        ),
        Where.HOME,
    )
    window.add_page(
        EXERCISES,
        "exercises",
        _tr("Exercises"),
        lambda: exercises_page(look, f.door, figures, wiring.try_exercise),
    )
    window.add_page(
        PROGRESS,
        "progress",
        _tr("Progress"),
        lambda: progress_page(
            look,
            figures,
            catalogue,
            f.routines,
            around.journal,
            lambda: around.keeping,
            wiring,
            window,
            local_now,
        ),
    )
    window.add_page(
        REMINDERS,
        "reminders",
        _tr("Reminders"),
        lambda: reminders_page(
            look,
            around.reminders,
            routine_names(f.routines.cards, catalogue, around.reminders.plan),
            around.desktop.presence.sources,
            local_now,
        ),
    )
    window.add_page(
        SETTINGS,
        "settings",
        _tr("Settings"),
        lambda: settings_page(
            look,
            settings,
            f.voice_test,
            f.session.studio.renderer,
            around.autostart,
            f.door,
            f.shelf.pack.voice.name if f.shelf.pack is not None else None,
            window.show_message,
            lambda: window.show_page(ME),
        ),
    )
    window.add_page(
        ME,
        "",
        "",
        lambda: me_page(
            look,
            f.door,
            lambda: window.show_page(SETTINGS),
            lambda: window.show_page(HELP),
        ),
        within=SETTINGS,
    )
    window.add_page(
        HELP,
        "help",
        _tr("Help"),
        lambda: help_page(look, _safety(), catalogue.sources.values(), versions, window.show_keys),
    )
    window.add_page(
        PLAYER,
        "",
        "",
        lambda: _player(f),
        Where.SESSION,
    )
    window.add_page(
        WELCOME,
        "",
        "",
        lambda: welcome_page(
            look,
            _safety(),
            settings,
            f.voice_test,
            lambda: around.reminders,
            lambda: around.autostart,
            lambda: window.show_page(HOME),
            lambda: me_form(look, f.door),
            figures.thumbnails,
        ),
    )


def _player(front: "Front") -> "PlayerPage":
    """The page of a session, and what is asked around it."""
    session, settings = front.session, front.settings
    page = player_page(
        front.look,
        front.figures,
        session.controller,
        session.hurting,
        settings,
        _safety,
        front.window,
    )
    join_closing(
        page,
        front.look,
        front.figures,
        front.shelf.catalogue,
        session.controller,
        session.said,
        settings,
        Ahead(
            day=lambda: _day(front),
            pause=lambda: front.background.reminders.pause_for(PAUSE),
            resume=lambda: front.background.reminders.resume(),
            cards=lambda: front.routines.cards,
        ),
    )
    return page


def _day(front: "Front") -> "Day":
    """What comes today."""
    around, cards = front.background, front.routines.cards
    has_goal = goal_of(around.journal.history) is not None
    return day_of(around.reminders, cards, local_now(), has_goal=has_goal)


def _safety() -> "Safety":
    # Loaded on first use, by the welcome or the help.
    from backease_desktop.storage.safety_file import load_safety

    return load_safety(bundled("catalogue") / "safety.yaml")


def _tr(text: str) -> str:
    return QCoreApplication.translate("pages", text)
