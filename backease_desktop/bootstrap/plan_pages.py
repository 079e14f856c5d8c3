"""The page of the plan, and its line on home."""

from typing import TYPE_CHECKING

from backease_desktop.ui.home.home_page import HomePage
from backease_desktop.ui.places import HELP, HOME, PLAN
from backease_desktop.ui.plan.plan_page import PlanPage
from backease_desktop.ui.plan.plan_wires import join_line, plan_page

if TYPE_CHECKING:
    from backease_desktop.bootstrap.front import Front


def page_of_plan(front: "Front") -> PlanPage:
    """The page of the plan."""
    show = front.window.show_page
    return plan_page(
        front.look,
        front.door.catalogue,
        front.plans,
        front.wiring,
        lambda: show(HOME),
        lambda: show(HELP),
        front.window.show_message,
    )


def line_of_plan(front: "Front", home: HomePage) -> None:
    """Today's part of the plan, on home."""
    window = front.window
    join_line(
        home.plan, front.plans, front.wiring, lambda: window.show_page(PLAN), window.show_message
    )
