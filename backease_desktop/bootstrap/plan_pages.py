"""What comes to home when all else is there: the plan, and routines to take along.

A window of somebody without a plan holds nothing of plans but the way to one.
"""

from typing import TYPE_CHECKING

from backease_desktop.ui.home.home_page import HomePage
from backease_desktop.ui.places import HELP, HOME, PLAN, REMINDERS

if TYPE_CHECKING:
    from backease_desktop.bootstrap.front import Front
    from backease_desktop.controllers.walk import Walk
    from backease_desktop.ui.plan.plan_page import PlanPage


def walk_of(front: "Front") -> "Walk":
    """What times walks: one for home and for the page of the plan."""
    if front.walk is None:
        # Loaded on first use, with the plan.
        from backease_desktop.controllers.walk import Walk
        from backease_desktop.system.clocks import clocks_here
        from backease_desktop.ui.plan.plan_words import walked_words

        around, say = front.background, front.window.show_message
        front.walk = Walk(
            presence=around.desktop.presence,
            journal=around.journal,
            boot=clocks_here().boot,
            parent=front,
        )
        front.walk.walked.connect(lambda duration: say(walked_words(duration)))
    return front.walk


def page_of_plan(front: "Front") -> "PlanPage":
    """The page of the plan."""
    # Loaded on first use, as every page but home.
    from backease_desktop.ui.plan.plan_wires import plan_page

    show = front.window.show_page
    page = plan_page(
        front.look,
        front.door.catalogue,
        front.backstage.plans,
        walk_of(front),
        front.wiring,
        lambda: show(HOME),
        lambda: show(HELP),
        front.window.show_message,
    )
    page.shift_requested.connect(lambda: _ask_for_a_shift(front))
    return page


def _ask_for_a_shift(front: "Front") -> None:
    """Begin a reminder to sit another way, on the page of the reminders."""
    # Loaded on first use, as the page.
    from backease_desktop.ui.reminders.reminders_page import RemindersPage
    from backease_desktop.ui.reminders.suggestions import posture_shift

    page = front.window.page(REMINDERS)
    assert isinstance(page, RemindersPage)
    front.window.show_page(REMINDERS)
    page.begin_with(posture_shift())


def join_take_along(front: "Front", home: HomePage) -> None:
    """Routines that are wanted as sound."""

    def on_requested(routine_id: str) -> None:
        # Loaded on first use: few write sound.
        from backease_desktop.bootstrap.take_along import TakeAlong
        from backease_desktop.ui.share.take_along import take_along

        routine = front.door.routine(routine_id)
        renderer = front.playing.studio.renderer
        recorder = TakeAlong(front.shelf, front.door, front.settings, renderer, front)
        take_along(home, routine.name, lambda: recorder.record(routine), front.window.show_message)

    home.take_along_requested.connect(on_requested)


def line_of_plan(front: "Front", home: HomePage) -> None:
    """Today's part of the plan, on home; where there never was a plan, the way to one."""
    window, journal = front.window, front.background.journal

    def join() -> None:
        # Loaded with the first plan, and all that plans are made with.
        from backease_desktop.ui.plan.plan_wires import join_line

        plans, walk = front.backstage.plans, walk_of(front)
        join_line(home.plan, plans, walk, front.wiring, window.show_message)

    def on_journal_changed() -> None:
        if journal.history.plan:
            journal.changed.disconnect(on_journal_changed)
            join()

    home.plan.open_requested.connect(lambda: window.show_page(PLAN))
    if journal.history.plan:
        join()
    else:
        home.plan.show_plan("", is_due=False)
        journal.changed.connect(on_journal_changed)
