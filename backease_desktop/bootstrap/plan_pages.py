"""What comes to home when all else is there: the plan, and routines to take along."""

from typing import TYPE_CHECKING

from backease_desktop.controllers.walk import Walk
from backease_desktop.system.clocks import clocks_here
from backease_desktop.ui.home.home_page import HomePage
from backease_desktop.ui.places import HELP, HOME, PLAN
from backease_desktop.ui.plan.plan_page import PlanPage
from backease_desktop.ui.plan.plan_wires import join_line, plan_page

if TYPE_CHECKING:
    from backease_desktop.bootstrap.front import Front


def page_of_plan(front: "Front") -> PlanPage:
    """The page of the plan."""
    show, around = front.window.show_page, front.background
    presence, clocks = around.desktop.presence, clocks_here()
    walk = Walk(presence=presence, journal=around.journal, boot=clocks.boot, parent=front)
    front.walk = walk
    return plan_page(
        front.look,
        front.door.catalogue,
        front.plans,
        walk,
        front.wiring,
        lambda: show(HOME),
        lambda: show(HELP),
        front.window.show_message,
    )


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
    """Today's part of the plan, on home."""
    window = front.window
    join_line(
        home.plan, front.plans, front.wiring, lambda: window.show_page(PLAN), window.show_message
    )
