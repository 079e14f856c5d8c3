"""Start with the computer: the row shows what the system says, before and after it is asked."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backease_desktop.core.settings import Settings
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.settings.login_row import LoginRow, MenuRow, login_row, system_rows
from backease_desktop.ui.settings.settings_page import SettingsPage
from tests.fakes.autostart import FakeAutostart


def shown(look: Look, qtbot: QtBot, system: FakeAutostart) -> LoginRow:
    row = login_row(look, system)
    qtbot.addWidget(row)
    row.show()
    return row


def press(row: LoginRow) -> None:
    QTest.mouseClick(row.switch, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("is_on", [False, True])
def test_it_shows_what_the_system_says_and_asks_for_nothing(
    look: Look, qtbot: QtBot, is_on: bool
) -> None:
    row = login_row(look, FakeAutostart(is_on))
    qtbot.addWidget(row)
    with qtbot.assertNotEmitted(row.enabled_chosen):
        row.show()
    assert row.switch.isChecked() is is_on


def test_what_the_desktop_changed_meanwhile_is_seen_when_the_person_comes_back(
    look: Look, qtbot: QtBot
) -> None:
    system = FakeAutostart(is_on=True)
    row = shown(look, qtbot, system)
    system.is_on = False
    QApplication.sendEvent(row, QEvent(QEvent.Type.WindowActivate))
    assert not row.switch.isChecked()
    row.hide()
    system.is_on = True
    row.show()
    assert row.switch.isChecked()


def test_a_press_is_a_wish_and_the_key_is_space(look: Look, qtbot: QtBot) -> None:
    system = FakeAutostart()
    row = shown(look, qtbot, system)
    QTest.keyClick(row.switch, Qt.Key.Key_Space)
    assert system.is_on is True
    press(row)
    assert system.is_on is False
    assert row.trouble == ""


@pytest.mark.parametrize("is_on", [False, True, None])
def test_a_refusal_is_told_and_the_switch_goes_back(
    look: Look, qtbot: QtBot, is_on: bool | None
) -> None:
    system = FakeAutostart(is_on, refuses="the disk is full")
    row = shown(look, qtbot, system)
    press(row)
    assert row.trouble == "It stays as it was: the disk is full."
    assert row.switch.isChecked() is bool(is_on)


def test_what_was_refused_is_forgotten_with_the_next_press(look: Look, qtbot: QtBot) -> None:
    system = FakeAutostart(refuses="it was not allowed")
    row = shown(look, qtbot, system)
    press(row)
    system.refuses = ""
    press(row)
    assert row.trouble == ""
    assert row.switch.isChecked()


def test_a_state_that_cannot_be_told_is_off_with_a_note(look: Look, qtbot: QtBot) -> None:
    system = FakeAutostart(is_on=None)
    row = shown(look, qtbot, system)
    unknown = row.note
    assert not row.switch.isChecked()
    press(row)
    assert row.switch.isChecked()
    assert row.note != unknown


def test_a_system_without_a_way_says_so_and_cannot_be_asked(look: Look, qtbot: QtBot) -> None:
    row = shown(look, qtbot, FakeAutostart(why_not="this system has no way"))
    assert "this system has no way" in row.note
    with qtbot.assertNotEmitted(row.enabled_chosen):
        press(row)


def test_it_stands_above_what_else_is_about_starting_and_closing(look: Look, qtbot: QtBot) -> None:
    row = login_row(look, FakeAutostart())
    page = SettingsPage(look, Settings(), lambda: row)
    qtbot.addWidget(page)
    page.resize(868, 600)
    page.show()
    below = page.editor("closing", "stay").widget
    assert row.mapTo(page, row.rect().bottomLeft()).y() < below.mapTo(page, QPoint()).y()
    rights = {w.mapTo(page, w.rect().topRight()).x() for w in (row.switch, below)}
    assert len(rights) == 1


def menu_rows(look: Look, qtbot: QtBot, menu: FakeAutostart | None) -> list[MenuRow]:
    rows = system_rows(look, FakeAutostart(), menu)
    qtbot.addWidget(rows)
    rows.show()
    return rows.findChildren(MenuRow)


def test_the_menu_entry_is_a_switch_of_its_own(look: Look, qtbot: QtBot) -> None:
    menu = FakeAutostart()
    (row,) = menu_rows(look, qtbot, menu)
    assert row.switch.accessibleName() == "In the applications menu"
    QTest.mouseClick(row.switch, Qt.MouseButton.LeftButton)
    assert menu.is_on is True
    assert row.note.endswith("no terminal to open it.")


@pytest.mark.parametrize("has_menu", [False, True])
def test_where_a_package_has_made_the_entry_there_is_no_switch_for_it(
    look: Look, qtbot: QtBot, has_menu: bool
) -> None:
    menu = FakeAutostart(why_not="it is there for everybody") if has_menu else None
    assert menu_rows(look, qtbot, menu) == []
