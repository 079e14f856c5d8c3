"""The page of the plan, and its line on home."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from backease_desktop.core.catalogue.words import Place
from backease_desktop.core.person.person import NOBODY
from backease_desktop.core.person.verdict import Asking
from backease_desktop.core.plan.part import next_rungs
from backease_desktop.core.plan.plan import Answers, Plan
from backease_desktop.ui.components.button import Button
from backease_desktop.ui.components.disclosure import DisclosureLine
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.home.plan_line import PlanLine
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.plan.plan_page import PlanPage
from backease_desktop.ui.plan.plan_words import today_words, walk_button_words, walk_words
from tests.core.plan.conftest import RULES
from tests.fakes.shipped_catalogue import shipped_catalogue

SHIPPED = shipped_catalogue()
TODAY = date(2026, 11, 26)
PLAN = Plan(
    Answers(3, 10, (Place.CHAIR, Place.MAT)), datetime(2026, 11, 2, tzinfo=UTC), done=4, weeks=6
)
RUNGS = next_rungs(PLAN, RULES, Asking(NOBODY, TODAY), SHIPPED)


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> PlanPage:
    page = PlanPage(look, SHIPPED)
    qtbot.addWidget(page)
    page.resize(1000, 800)
    page.show()
    return page


def words(widget: QWidget) -> str:
    labels = widget.findChildren(Label)
    return " | ".join(label.text() for label in labels if label.isVisibleTo(widget))


def button(page: PlanPage, text: str, nth: int = 0) -> Button:
    found = [b for b in page.findChildren(Button) if b.text() == text and b.isVisibleTo(page)]
    return found[nth]


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_without_a_plan_there_are_three_questions_and_one_way_to_begin(
    page: PlanPage, qtbot: QtBot
) -> None:
    page.show_plan(None, (), "", is_due=False)
    assert "Where you stand" not in words(page)
    click(page.questions.places[Place.MAT])
    click(page.questions.days.segments[3])

    with qtbot.waitSignal(page.answered) as begun:
        click(page.begin)

    assert begun.args == [Answers(5, 10, (Place.CHAIR, Place.MAT))]


def test_the_last_place_cannot_be_taken_away(page: PlanPage) -> None:
    page.show_plan(None, (), "", is_due=False)

    click(page.questions.places[Place.CHAIR])

    assert page.questions.answers.places == (Place.CHAIR,)


def test_a_plan_says_how_far_it_is_what_comes_today_and_where_one_stands(
    page: PlanPage, qtbot: QtBot
) -> None:
    page.show_plan(PLAN, RUNGS, "Neck turn, then sit to stand.", is_due=True)

    told = words(page)
    assert "Week 2 of 6, 4 of 18 sessions done" in told
    assert "Your plan today: at the chair, 10 minutes" in told
    assert "Neck turn, then sit to stand." in told
    assert "Plank on your knees, hold 10 s · rung 1 of 6" in told
    assert not page.begin.isVisibleTo(page)
    with qtbot.waitSignal(page.start_requested):
        click(page.start)


def test_another_answer_is_kept_at_once(page: PlanPage, qtbot: QtBot) -> None:
    page.show_plan(PLAN, RUNGS, "", is_due=True)
    with qtbot.waitSignal(page.answered) as changed:
        click(page.questions.minutes.segments[3])

    assert changed.args == [Answers(3, 20, (Place.CHAIR, Place.MAT))]


def test_a_rung_can_be_asked_for_and_the_lowest_one_has_none_below(
    page: PlanPage, qtbot: QtBot
) -> None:
    page.show_plan(PLAN, RUNGS, "", is_due=True)
    lowest = next(n for n, one in enumerate(RUNGS) if one.ladder.id == "plank")
    assert not button(page, "Easier", lowest).isEnabled()

    with qtbot.waitSignal(page.move_requested) as moved:
        click(button(page, "Harder", lowest))

    assert moved.args == [RUNGS[lowest].ladder.id, 1]


def test_where_it_stopped_there_is_no_start_but_help_and_a_way_on(
    page: PlanPage, qtbot: QtBot
) -> None:
    page.show_plan(replace(PLAN, is_stopped=True), RUNGS, "", is_due=False)

    assert "Your plan has stopped, because it hurt much." in words(page)
    assert not page.start.isVisibleTo(page)
    for part, signal in (
        (page.get_help, page.help_requested),
        (page.resume, page.resume_requested),
    ):
        with qtbot.waitSignal(signal):
            click(part)


def test_it_can_be_thrown_away_and_escape_leads_back(page: PlanPage, qtbot: QtBot) -> None:
    page.show_plan(PLAN, RUNGS, "", is_due=True)
    with qtbot.waitSignal(page.throw_away_requested):
        click(page.throw_away)
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page, Qt.Key.Key_Escape)


def test_home_says_what_is_due_and_leads_to_the_plan_or_to_making_one(
    look: Look, qtbot: QtBot
) -> None:
    line = PlanLine(look)
    qtbot.addWidget(line)
    line.show_plan("", is_due=False)
    assert line.open.text() == "Make a plan for six weeks"
    assert not line.start.isVisibleTo(line)

    line.show_plan(today_words(PLAN, is_due=True), is_due=True)

    assert words(line) == "Your plan today: at the chair, 10 minutes"
    with qtbot.waitSignal(line.start_requested):
        click(line.start)
    with qtbot.waitSignal(line.open_requested):
        click(line.open)


@pytest.mark.parametrize(
    ("plan", "is_due", "said"),
    [
        (PLAN, False, "Your plan: nothing more today."),
        (replace(PLAN, done=18), False, "Your plan is done, all of it."),
    ],
)
def test_a_day_without_a_part_is_told_without_reproach(plan: Plan, is_due: bool, said: str) -> None:
    assert today_words(plan, is_due=is_due) == said


def test_a_walk_says_how_long_how_often_and_what_ends_it(page: PlanPage, qtbot: QtBot) -> None:
    page.show_plan(PLAN, RUNGS, "", is_due=True)
    page.show_walk((10, 2, 5), is_on=False)
    assert "10 minutes, 2 of 5 days this week" in words(page)
    assert page.walk.text() == "Walk, back in 10"
    with qtbot.waitSignal(page.walk_requested):
        click(page.walk)

    page.show_walk((10, 2, 5), is_on=True)
    assert "ends when you are back at the keys" in words(page)
    page.show_walk(None, is_on=False)
    assert "A walk" not in words(page)


def test_every_rung_of_a_ladder_can_be_looked_through(page: PlanPage) -> None:
    page.show_plan(PLAN, RUNGS, "", is_due=True)
    assert "6. Plank, hold 60 s" not in words(page)
    lines = page.findChildren(DisclosureLine)
    assert len(lines) == len(RUNGS)
    plank = next(line for line in lines if line.accessibleName() == "All rungs: Plank")

    plank.click()

    assert "1. Plank on your knees, hold 10 s" in words(page)
    assert "6. Plank, hold 60 s" in words(page)
    assert "The order is ours." in words(page)


def test_the_line_on_home_offers_the_walk_of_the_plan_and_the_way_back(
    look: Look, qtbot: QtBot
) -> None:
    line = PlanLine(look)
    qtbot.addWidget(line)
    line.show_plan(today_words(PLAN, is_due=True), is_due=True)
    line.show()
    assert not line.walk.isVisible()
    walking = (10, 2, 5)

    line.show_walk(walk_button_words(walking, is_on=False), walk_words(walking))
    assert line.walk.text() == "Walk, back in 10"
    assert line.walk.accessibleDescription() == "10 minutes, 2 of 5 days this week"
    with qtbot.waitSignal(line.walk_requested):
        click(line.walk)
    line.show_walk(walk_button_words(walking, is_on=True), walk_words(walking))
    assert line.walk.text() == "I am not walking after all"
    line.show_walk("", "")
    assert not line.walk.isVisible()


def test_a_reminder_to_sit_another_way_is_asked_for_beside_the_walk(
    page: PlanPage, qtbot: QtBot
) -> None:
    page.show_plan(None, (), "", is_due=False)
    assert not page.shift.isVisible()
    page.show_plan(PLAN, RUNGS, "", is_due=False)
    with qtbot.waitSignal(page.shift_requested):
        page.shift.click()
