"""The pages of the window: for each its key, its sign and name in the rail, and what makes it.

A page is made when it is first shown. They stand here in the order of the rail; a page without a
sign is not in it.
"""

from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from backease_desktop.bootstrap.clocks import local_now
from backease_desktop.core.person.person import SideThatHurts
from backease_desktop.ui.home.home_wires import PAUSE, home_page, join_home, show_home
from backease_desktop.ui.keys import Where
from backease_desktop.ui.places import (
    EXERCISES,
    GIVEN,
    HELP,
    HOME,
    ME,
    MINE,
    MY_EXERCISE,
    PLAN,
    PLAYER,
    PROGRESS,
    REMINDERS,
    SETTINGS,
    WELCOME,
)

if TYPE_CHECKING:
    from backease_desktop.bootstrap.front import Front
    from backease_desktop.ui.session.closing_side import Day


def add_pages(front: "Front") -> None:
    """Make every page known to the window."""
    page = front.window.add_page
    page(HOME, "play", _tr("Play"), lambda: _home(front), Where.HOME)
    page(GIVEN, "", "", lambda: _given(front), within=HOME)
    page(MINE, "routines", _tr("My routines"), lambda: _mine(front))
    page(EXERCISES, "exercises", _tr("Exercises"), lambda: _exercises(front))
    page(MY_EXERCISE, "", "", lambda: _my_exercise(front), within=EXERCISES)
    page(PROGRESS, "progress", _tr("Progress"), lambda: _progress(front))
    page(REMINDERS, "reminders", _tr("Reminders"), lambda: _reminders(front))
    page(SETTINGS, "settings", _tr("Settings"), lambda: _settings(front))
    page(PLAN, "", "", lambda: _plan(front), within=HOME)
    page(ME, "", "", lambda: _me(front), within=SETTINGS)
    page(HELP, "help", _tr("Help"), lambda: _help(front))
    page(PLAYER, "", "", lambda: _player(front), Where.SESSION)
    page(WELCOME, "", "", lambda: _welcome(front))


def _home(front: "Front") -> QWidget:
    """Home as it was kept, until all of it is there; or what there is of it by now, which grows."""
    settings, wiring, around = front.settings, front.wiring, front.background
    page = home_page(
        front.look,
        front.figures,
        settings,
        lambda: front.backstage.door_at_hand,
        wiring,
        lambda: front.backstage.composer,
        local_now,
    )
    page.given_requested.connect(lambda: front.window.show_page(GIVEN))
    page.give_requested.connect(lambda routine_id: _give_away(front, page, routine_id))
    page.edit_requested.connect(lambda routine_id: _editors().edit_routine(front, routine_id))
    page.new_requested.connect(lambda: _editors().edit_routine(front, None))

    def join() -> None:
        # Loaded when there are cards to choose from, which is after the paint where they are kept.
        from backease_desktop.bootstrap.home_keeping import chosen_of

        routines, door = front.backstage.routines_at_hand, front.backstage.door_at_hand
        dose, side = settings.preferences.dose, door.person.side or SideThatHurts.BOTH
        chosen = chosen_of(settings, door.catalogue.routines)
        page.set_effort(dose)
        page.set_affected_side(side)
        page.set_cards(routines.so_far({chosen, *page.looked_at}), is_part=not routines.is_made)
        page.select(chosen)
        reminders, journal = lambda: around.reminders, around.journal
        join_home(page, routines, settings, door, wiring, reminders, journal, local_now)

    def grow() -> None:
        if (all_of_it := front.home) is not None:
            front.figures.know(all_of_it.figures)
            page.set_cards(all_of_it.cards)

    if (home := front.home) is None or front.is_ready:
        join()
    else:
        show_home(page, home)
        front.first.grown.connect(grow)
        front.ready.connect(join)

    def join_plan() -> None:
        # Loaded when all else is there: nobody waits for it.
        from backease_desktop.bootstrap.plan_pages import join_take_along, line_of_plan

        line_of_plan(front, page)
        join_take_along(front, page)

    if front.is_settled:
        join_plan()
    else:
        front.painted.connect(join_plan)
    return page


def _give_away(front: "Front", page: QWidget, routine_id: str) -> None:
    # Loaded on first use: few routines are given away.
    from backease_desktop.bootstrap.giving import give_away
    from backease_desktop.ui.components.file_choice import file_to_write

    def asks(title: str, name: str) -> Path | None:
        return file_to_write(page, title, name)

    give_away(front.shelf, routine_id, asks, front.window.show_message)


def _given(front: "Front") -> QWidget:
    # Loaded on first use, as every page but home.
    from backease_desktop.ui.share.share_wires import given_page

    show, say = front.window.show_page, front.window.show_message
    return given_page(
        front.look,
        front.shelf.catalogue,
        lambda: front.arrivals.bringing_in,
        lambda: show(HOME),
        say,
        front.background.reminders.put,
    )


def _mine(front: "Front") -> QWidget:
    # Loaded on first use, as every page but home.
    from backease_desktop.bootstrap.editor_pages import page_of_routines

    return page_of_routines(front)


def _my_exercise(front: "Front") -> QWidget:
    # Loaded on first use, as every page but home.
    from backease_desktop.bootstrap.editor_pages import page_of_exercise

    return page_of_exercise(front)


def _editors() -> ModuleType:
    # Loaded on first use, as the pages.
    from backease_desktop.bootstrap import editor_pages

    return editor_pages


def _plan(front: "Front") -> QWidget:
    # Loaded on first use, as every page but home.
    from backease_desktop.bootstrap.plan_pages import page_of_plan

    return page_of_plan(front)


def _exercises(front: "Front") -> QWidget:
    # Loaded on first use, as every page but home.
    from backease_desktop.ui.exercises.exercises_wires import exercises_page

    page = exercises_page(front.look, front.door, front.figures, front.wiring.try_exercise)
    page.detail.edit_requested.connect(
        lambda exercise_id: _editors().edit_exercise(front, exercise_id)
    )
    page.new_requested.connect(lambda: _editors().begin_exercise(front))
    return page


def _progress(front: "Front") -> QWidget:
    # Loaded on first use, as every page but home.
    from backease_desktop.ui.progress.progress_wires import progress_page

    return progress_page(
        front.look,
        front.figures,
        lambda: front.shelf.catalogue.exercises,
        front.backstage.routines_at_hand,
        front.background.journal,
        lambda: front.background.keeping,
        front.wiring,
        front.window,
        local_now,
    )


def _reminders(front: "Front") -> QWidget:
    # Loaded on first use, as every page but home.
    from backease_desktop.ui.reminders.reminders_wires import reminders_page

    around = front.background
    return reminders_page(
        front.look,
        around.reminders,
        front.backstage.routines_at_hand,
        lambda: front.backstage.at_hand.catalogue,
        around.desktop.presence.sources,
        local_now,
        front.window,
    )


def _settings(front: "Front") -> QWidget:
    # Loaded on first use, as every page but home.
    from backease_desktop.audio.devices import SoundDevices
    from backease_desktop.ui.settings.settings_wires import settings_page

    pack = front.shelf.pack
    return settings_page(
        front.look,
        front.settings,
        front.voice_test,
        front.playing.studio.renderer,
        SoundDevices(parent=front),
        front.background.autostart,
        front.background.menu,
        front.door,
        pack.voice.name if pack is not None else None,
        front.window.show_message,
        lambda: front.window.show_page(ME),
        front.window.stack,
    )


def _me(front: "Front") -> QWidget:
    # Loaded on first use, as every page but home.
    from backease_desktop.ui.me.me_wires import me_page

    show = front.window.show_page
    return me_page(front.look, front.door, lambda: show(SETTINGS), lambda: show(HELP))


def _help(front: "Front") -> QWidget:
    # Loaded on first use, as every page but home.
    from backease_desktop.bootstrap.help import help_of

    return help_of(front)


def _welcome(front: "Front") -> QWidget:
    # Loaded on first use, as every page but home.
    from backease_desktop.bootstrap.help import safety
    from backease_desktop.ui.welcome_wires import welcome_page

    around = front.background
    return welcome_page(
        front.look,
        safety(front),
        front.settings,
        lambda: front.voice_test,
        lambda: around.reminders,
        lambda: around.autostart,
        around.menu,
        lambda: front.window.show_page(HOME),
        lambda: front.backstage.door_at_hand,
        front.figures.thumbnails,
    )


def _player(front: "Front") -> QWidget:
    """The page of a session, and what is asked around it."""
    # Loaded on first use, as every page but home.
    from backease_desktop.bootstrap.help import safety
    from backease_desktop.ui.session.closing_wires import Ahead, join_closing
    from backease_desktop.ui.session.player_wires import player_page

    playing, settings = front.playing, front.settings
    page = player_page(
        front.look,
        front.figures,
        playing.controller,
        playing.hurting,
        settings,
        lambda: safety(front),
        front.window,
    )
    join_closing(
        page,
        front.look,
        front.figures,
        lambda: front.backstage.at_hand.catalogue,
        playing.controller,
        playing.said,
        settings,
        Ahead(
            day=lambda: _day(front),
            pause=lambda: front.background.reminders.pause_for(PAUSE),
            resume=lambda: front.background.reminders.resume(),
            cards=lambda: front.backstage.routines_at_hand.so_far(),
        ),
    )
    return page


def _day(front: "Front") -> "Day":
    """What comes today."""
    # Loaded on first use, at the end of a session.
    from backease_desktop.core.progress.goal import goal_of
    from backease_desktop.ui.session.closing_wires import day_of

    around, cards = front.background, front.backstage.routines_at_hand.so_far()
    has_goal = goal_of(around.journal.history) is not None
    return day_of(around.reminders, cards, local_now(), has_goal=has_goal)


def _tr(text: str) -> str:
    return QCoreApplication.translate("pages", text)
