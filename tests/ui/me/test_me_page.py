"""The page about you: what is said there is kept, and what it comes to stands on top."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from backease_desktop.controllers.door import Door
from backease_desktop.core.person.person import NOBODY, PREGNANCY, RatherNot, SideThatHurts
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.me.body_outline import BodyOutline
from backease_desktop.ui.me.me_page import MePage
from backease_desktop.ui.me.me_wires import me_page
from backease_desktop.ui.me.me_words import CHANGES
from tests.fakes.journal import MemoryJournal
from tests.fakes.shipped_catalogue import shipped_catalogue

TODAY = date(2026, 11, 26)
SHIPPED = shipped_catalogue()


@pytest.fixture
def door(qapp: object) -> Door:
    journal = MemoryJournal()
    door = Door(SHIPPED, journal, lambda: TODAY)
    journal.setParent(door)
    return door


@pytest.fixture
def page(look: Look, door: Door, qtbot: QtBot) -> MePage:
    page = me_page(look, door, lambda: None, lambda: None)
    page.make_whole()
    qtbot.addWidget(page)
    page.resize(1134, 800)
    page.show()
    return page


def words(page: MePage) -> str:
    return " ".join(label.text() for label in page.findChildren(Label) if label.isVisibleTo(page))


def test_every_condition_that_has_a_rule_has_a_row_that_says_what_it_changes(page: MePage) -> None:
    ruled = {rule.condition for rule in SHIPPED.rules if not rule.rather_not}

    assert set(page.form.conditions) == ruled - {"pregnancy-16"}
    assert set(CHANGES) | {PREGNANCY} == set(page.form.conditions)


def test_what_is_switched_on_is_kept_and_counted_and_off_again_it_is_gone(
    page: MePage, door: Door
) -> None:
    assert "Nothing is changed." in words(page)
    row = page.form.conditions["disc"]
    QTest.mouseClick(row.switch, Qt.MouseButton.LeftButton)

    assert door.person.conditions == ("disc",)
    assert row.count.text() == f"{door.effects().counts['disc']} changed"
    assert "exercises are changed for you." in words(page)
    QTest.mouseClick(row.switch, Qt.MouseButton.LeftButton)
    assert door.person == NOBODY
    assert not row.count.isVisibleTo(page)


def test_the_list_names_each_change_with_its_source_and_is_closed_at_first(page: MePage) -> None:
    page.form.conditions["disc"].switch.click()
    assert "Snook" not in words(page)
    page.form.band.see_how.click()

    assert "Both knees to chest is changed" in words(page)
    assert "Snook et al. 1998" in words(page)
    assert "Needs review by a clinician." in words(page)


def test_the_week_is_kept_as_a_due_date_and_what_comes_is_announced(
    page: MePage, door: Door
) -> None:
    page.form.conditions[PREGNANCY].switch.click()
    page.form.week.chosen.emit(14)

    assert door.person.week(TODAY) == 14
    assert "From week 17, on 11 December, " in words(page)
    page.form.conditions[PREGNANCY].switch.click()
    assert door.person == NOBODY


@pytest.mark.parametrize("side", SideThatHurts)
def test_a_side_is_chosen_by_its_word_and_taken_back_by_it(
    page: MePage, door: Door, side: SideThatHurts
) -> None:
    page.form.sides[side].click()
    assert door.person.side is side
    assert [one for one, chip in page.form.sides.items() if chip.isChecked()] == [side]
    page.form.sides[side].click()
    assert door.person.side is None


def test_the_body_is_seen_from_behind_so_left_is_left(look: Look, qtbot: QtBot) -> None:
    body = BodyOutline(look)
    qtbot.addWidget(body)
    body.resize(90, 205)
    chosen: list[SideThatHurts] = []
    body.chosen.connect(chosen.append)
    for x in (20, 70):
        QTest.mouseClick(
            body, Qt.MouseButton.LeftButton, pos=body.rect().topLeft().__class__(x, 90)
        )

    assert chosen == [SideThatHurts.LEFT, SideThatHurts.RIGHT]


def test_what_is_rather_not_done_names_what_comes_instead(page: MePage, door: Door) -> None:
    page.form.rather_not[RatherNot.PRONE].click()

    assert door.person.rather_not == (RatherNot.PRONE,)
    assert "never come. Plank on your forearms gives way to: Bird dog." in words(page)


def test_what_another_machine_says_is_shown_here(page: MePage, door: Door) -> None:
    door.say(NOBODY.with_condition("knee"))

    assert page.form.conditions["knee"].switch.isChecked()


def test_escape_leads_back_and_the_link_to_the_help(page: MePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page, Qt.Key.Key_Escape)
