"""The head of the reminders page: pauses of every length, by keys alone, and how the day went."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from backease_desktop.core.reminder.outlook import Mood, Outlook
from backease_desktop.core.units import MINUTE, Ms
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.reminders.status_card import StatusCard

NOW = datetime(2026, 11, 20, 15, 2, tzinfo=UTC)
COUNTING = Outlook(Mood.COUNTING, "stretch", Ms(18 * MINUTE))
PAUSED = Outlook(Mood.PAUSED, until=datetime(2026, 11, 30, tzinfo=UTC))


@pytest.fixture
def head(look: Look, qtbot: QtBot) -> StatusCard:
    head = StatusCard(look)
    qtbot.addWidget(head)
    head.resize(868, 700)
    head.show_outlook(COUNTING, NOW)
    head.show()
    head.activateWindow()
    qtbot.waitActive(head)
    head.pause.click()
    return head


def days(head: StatusCard) -> QAbstractItemView:
    found = head.picker.findChild(QAbstractItemView)
    assert isinstance(found, QAbstractItemView)
    return found


def press(widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(widget, key)


def test_a_holiday_is_begun_by_keys_alone(head: StatusCard, qtbot: QtBot) -> None:
    press(head.pause_date, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is days(head)
    press(days(head), Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right)
    with qtbot.waitSignal(head.pause_until_requested) as wanted:
        press(days(head), Qt.Key.Key_Return)
    assert wanted.args == [date(2026, 11, 30)]
    assert not head.picker.isVisible()


def test_tomorrow_is_the_earliest_and_offered_first(head: StatusCard, qtbot: QtBot) -> None:
    press(head.pause_date, Qt.Key.Key_Space)
    assert head.picker.day == date(2026, 11, 21)
    press(days(head), Qt.Key.Key_Left)
    head.picker.month.setSelectedDate(QDate(2026, 11, 20))
    assert head.picker.day == date(2026, 11, 21)
    with qtbot.waitSignal(head.pause_until_requested) as wanted:
        QTest.mouseClick(head.picker.choose, Qt.MouseButton.LeftButton)
    assert wanted.args == [date(2026, 11, 21)]


def test_the_day_that_is_chosen_so_far_is_said_in_words(head: StatusCard) -> None:
    press(head.pause_date, Qt.Key.Key_Space)
    press(days(head), Qt.Key.Key_PageDown)
    assert head.picker.choose.accessibleDescription() == "Until Monday 21 December"


def test_escape_leaves_the_month_and_pauses_nothing(head: StatusCard, qtbot: QtBot) -> None:
    press(head.pause_date, Qt.Key.Key_Space)
    with qtbot.assertNotEmitted(head.pause_until_requested):
        press(days(head), Qt.Key.Key_Escape)
    assert not head.picker.isVisible()
    assert head.pause_date.hasFocus()


def test_news_of_the_minute_leave_the_month_and_the_keyboard_alone(head: StatusCard) -> None:
    press(head.pause_date, Qt.Key.Key_Space)
    press(days(head), Qt.Key.Key_Down)
    head.show_outlook(Outlook(Mood.COUNTING, "stretch", Ms(17 * MINUTE)), NOW)
    assert QApplication.focusWidget() is days(head)
    assert head.picker.day == date(2026, 11, 28)


def test_the_keyboard_stays_with_pausing_and_resuming(head: StatusCard) -> None:
    head.pause_hour.setFocus()
    head.show_outlook(PAUSED, NOW)
    assert head.resume.hasFocus()
    assert not head.pause_hour.isVisible()
    head.show_outlook(COUNTING, NOW)
    assert head.pause.hasFocus()
    assert not head.resume.isVisible()


def test_a_pause_from_elsewhere_leaves_the_keyboard_where_it_is(head: StatusCard) -> None:
    head.remind.setFocus()
    head.show_outlook(PAUSED, NOW)
    assert head.remind.hasFocus()


def test_reminders_that_are_off_cannot_be_paused(head: StatusCard) -> None:
    head.show_outlook(Outlook(Mood.OFF), NOW)
    for button in (head.pause_hour, head.pause_day, head.pause_date, head.resume):
        assert not button.isVisible()
