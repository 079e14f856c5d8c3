"""The plan, its page and its line on home, put together."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from backease_desktop.bootstrap.clocks import local_now
from backease_desktop.controllers.composer import Composer
from backease_desktop.controllers.door import Door
from backease_desktop.controllers.plan import PlanController
from backease_desktop.controllers.ports import Journal
from backease_desktop.storage.paths import bundled
from backease_desktop.storage.plan_file import load_plan_rules
from backease_desktop.ui.home.home_page import HomePage
from backease_desktop.ui.places import HELP, HOME, PLAN
from backease_desktop.ui.plan.plan_page import PlanPage
from backease_desktop.ui.plan.plan_wires import join_line, plan_page

if TYPE_CHECKING:
    from backease_desktop.bootstrap.front import Front


def build_plans(
    door: Door, composer: Composer, journal: Journal, cache: Path, owner: QObject
) -> PlanController:
    """The plan of the person, by the rules that come with the program; kept in `cache`."""
    return PlanController(
        rules=load_plan_rules(bundled("catalogue") / "plan.yaml", cache),
        door=door,
        composer=composer,
        journal=journal,
        now=local_now,
        parent=owner,
    )


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
