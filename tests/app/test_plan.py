"""The plan in the whole program: its walk on home, and the nudge that it leads to."""

from backease_desktop.core.catalogue.words import Place
from backease_desktop.core.plan.plan import Answers
from backease_desktop.core.reminder.roster import CallStyle
from backease_desktop.ui.home.home_page import HomePage
from backease_desktop.ui.places import HOME, PLAN, REMINDERS
from backease_desktop.ui.plan.plan_page import PlanPage
from tests.app.running import Run


def home_with_plan(run: Run) -> HomePage:
    run.open()
    page = run.window.page(HOME)
    assert isinstance(page, HomePage)
    assert page.plan.walk.isHidden()
    run.program.front.backstage.plans.answer(Answers(3, 10, (Place.CHAIR, Place.MAT)))
    return page


def plan_page(run: Run) -> PlanPage:
    page = run.window.page(PLAN)
    assert isinstance(page, PlanPage)
    return page


def test_a_walk_is_begun_on_home_and_the_page_of_the_plan_knows(run: Run) -> None:
    home = home_with_plan(run)
    page = plan_page(run)
    assert home.plan.walk.text() == page.walk.text()

    home.plan.walk.click()
    assert home.plan.walk.text() == "I am not walking after all"
    assert page.walk.text() == home.plan.walk.text()
    page.walk.click()

    assert home.plan.walk.text().startswith("Walk, back in")
    walk = run.program.front.walk
    assert walk is not None
    assert not walk.is_on


def test_the_nudge_to_sit_another_way_becomes_a_reminder_that_is_off(run: Run) -> None:
    home_with_plan(run)
    run.window.show_page(PLAN)
    plan_page(run).shift.click()

    assert run.window.current == REMINDERS
    made = run.program.background.reminders.roster.reminders[-1]
    assert made.style is CallStyle.NUDGE
    assert not made.enabled
