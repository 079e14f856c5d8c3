"""The page of the plan, held together with the plan."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from backease_desktop.core.compose.composed import NothingFitsError
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.wiring import Wiring

if TYPE_CHECKING:
    from backease_desktop.controllers.plan import PlanController
    from backease_desktop.controllers.walk import Walk
    from backease_desktop.core.catalogue.catalogue import Catalogue
    from backease_desktop.ui.home.plan_line import PlanLine
    from backease_desktop.ui.plan.plan_page import PlanPage


def plan_page(
    look: Look,
    catalogue: "Catalogue",
    plans: "PlanController",
    walk: "Walk",
    wiring: Wiring,
    leave: Callable[[], None],
    get_help: Callable[[], None],
    say: Callable[[str], None],
) -> "PlanPage":
    """The page.

    Args:
        look: the theme and the fonts.
        catalogue: names and doses.
        plans: the plan of the person.
        walk: times a walk.
        wiring: starts sessions.
        leave: leads back home.
        get_help: leads to the page that says when to get help.
        say: tells something once.
    """
    # Loaded on first use, as is every page but home: the first paint does not wait for it.
    from backease_desktop.ui.home.card_words import names_words
    from backease_desktop.ui.plan.plan_page import PlanPage

    page = PlanPage(look, catalogue)

    def show() -> None:
        today, is_due = "", plans.is_due
        if is_due:
            try:
                today = f"{names_words(plans.today().card)}."
            except NothingFitsError as error:
                today, is_due = str(error), False
        page.show_plan(plans.plan, plans.next, today, is_due=is_due)
        show_walk()

    def show_walk() -> None:
        page.show_walk(plans.walking, is_on=walk.is_on)

    def on_throw_away_requested() -> None:
        plans.throw_away()
        say(QCoreApplication.translate("plan", "The plan is gone. What you did stays in Progress."))

    page.answered.connect(plans.answer)
    page.start_requested.connect(lambda: start_plan(plans, wiring, say))
    page.move_requested.connect(plans.move)
    page.resume_requested.connect(plans.resume)
    page.help_requested.connect(get_help)
    page.throw_away_requested.connect(on_throw_away_requested)
    page.left.connect(leave)
    page.walk_requested.connect(lambda: turn(walk))
    walk.changed.connect(show_walk)
    plans.changed.connect(show)
    show()
    return page


def turn(walk: "Walk") -> None:
    """Begin a walk, or do not walk after all."""
    walk.cancel() if walk.is_on else walk.start()


def join_line(
    line: "PlanLine",
    plans: "PlanController",
    walk: "Walk",
    wiring: Wiring,
    say: Callable[[str], None],
) -> None:
    """Today's part on home.

    Args:
        line: shows it.
        plans: the plan of the person.
        walk: times a walk.
        wiring: starts sessions.
        say: tells something once.
    """
    # Loaded when home is there: the first paint waits for none.
    from backease_desktop.ui.plan.plan_words import today_words, walk_button_words, walk_words

    def show() -> None:
        plan, is_due = plans.plan, plans.is_due
        line.show_plan(today_words(plan, is_due=is_due) if plan else "", is_due=is_due)
        show_walk()

    def show_walk() -> None:
        if (walking := plans.walking) is None:
            line.show_walk("", "")
        else:
            words = walk_button_words(walking, is_on=walk.is_on)
            line.show_walk(words, walk_words(walking))

    line.start_requested.connect(lambda: start_plan(plans, wiring, say))
    line.walk_requested.connect(lambda: turn(walk))
    walk.changed.connect(show_walk)
    plans.changed.connect(show)
    show()


def start_plan(plans: "PlanController", wiring: Wiring, say: Callable[[str], None]) -> None:
    """Start today's session, or say why there is none; a session that is open comes first."""
    if wiring.is_open:
        wiring.go_back()
        return
    try:
        wiring.choose(plans.start())
    except NothingFitsError as error:
        say(str(error))
