"""The tray: what it says, what it offers, and that nothing needs it."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from backease_desktop.core.reminder.outlook import Mood, Outlook
from backease_desktop.core.units import MINUTE, Ms
from backease_desktop.ui.look.app_icon import app_icon
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.reminders.tray import HOUR, Tray

COUNTING = Outlook(Mood.COUNTING, "stretch", Ms(18 * MINUTE))
PAUSED = Outlook(Mood.PAUSED, until=datetime(2026, 11, 20, 15, 0, tzinfo=UTC))


@pytest.fixture
def tray(look: Look) -> Iterator[Tray]:
    tray = Tray(look)
    tray.show()
    yield tray
    tray.close()
    tray.deleteLater()


def icon_of(tray: Tray) -> QSystemTrayIcon:
    assert tray.icon is not None
    return tray.icon


def offered(tray: Tray) -> list[str]:
    return [a.text() for a in tray.menu.actions() if a.isVisible() and a.text()]


def entry(tray: Tray, words: str) -> QAction:
    return next(action for action in tray.menu.actions() if action.text() == words)


def test_it_says_the_minutes_left(tray: Tray) -> None:
    tray.show_outlook(COUNTING)
    assert icon_of(tray).toolTip() == "BackEase – Next stretch in 18 min"
    assert offered(tray)[0] == "Next stretch in 18 min"


def test_a_pause_can_be_begun_or_ended_never_both(tray: Tray) -> None:
    tray.show_outlook(COUNTING)
    assert "Pause for 1 hour" in offered(tray)
    assert "Go on" not in offered(tray)
    tray.show_outlook(PAUSED)
    assert icon_of(tray).toolTip().endswith("Paused until 15:00")
    assert "Go on" in offered(tray)
    assert "Pause for 1 hour" not in offered(tray)


@pytest.mark.parametrize(
    ("words", "signal", "args"),
    [
        ("Start now", "start_requested", []),
        ("I did it", "did_it_requested", []),
        ("Pause for 1 hour", "pause_requested", [HOUR]),
        ("Pause until tomorrow", "pause_until_tomorrow_requested", []),
        ("Go on", "resume_requested", []),
        ("Open BackEase", "open_requested", []),
        ("Quit", "quit_requested", []),
    ],
)
def test_each_entry_says_its_wish(
    tray: Tray, qtbot: QtBot, words: str, signal: str, args: list[int]
) -> None:
    with qtbot.waitSignal(getattr(tray, signal)) as said:
        entry(tray, words).trigger()
    assert said.args == args


def test_a_click_opens_the_window_and_the_menu_does_not(tray: Tray, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tray.open_requested):
        icon_of(tray).activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    with qtbot.assertNotEmitted(tray.open_requested):
        icon_of(tray).activated.emit(QSystemTrayIcon.ActivationReason.Context)


def test_without_a_tray_it_is_not_there_and_does_no_harm(tray: Tray) -> None:
    tray.show()
    assert not tray.is_there
    tray.show_outlook(COUNTING)


def ground(icon: QIcon) -> str:
    return icon.pixmap(32, 32).toImage().pixelColor(16, 1).name()


def test_the_icon_tells_counting_paused_and_due_apart(tray: Tray) -> None:
    seen = set()
    for outlook in (COUNTING, PAUSED, Outlook(Mood.DUE, "stretch", Ms(0))):
        tray.show_outlook(outlook)
        seen.add(ground(icon_of(tray).icon()))
    assert len(seen) == 3


def test_the_same_words_are_not_said_again(tray: Tray) -> None:
    tray.show_outlook(COUNTING)
    key = icon_of(tray).icon().cacheKey()
    tray.show_outlook(Outlook(Mood.COUNTING, "stretch", Ms(18 * MINUTE - 1)))
    assert icon_of(tray).icon().cacheKey() == key


def test_a_person_is_drawn_on_the_ground(look: Look) -> None:
    image = app_icon(look).pixmap(32, 32).toImage()
    colours = {image.pixelColor(x, y).name() for x in range(32) for y in range(32)}
    assert look.colours.on_accent.lower() in colours


def test_no_icon_is_made_before_there_is_a_tray_and_it_says_then_what_is_next(look: Look) -> None:
    tray = Tray(look)
    tray.show_outlook(COUNTING)
    assert tray.icon is None
    assert not tray.show_message("Time to stretch", "Two minutes?")

    tray.show()

    assert icon_of(tray).toolTip() == "BackEase – Next stretch in 18 min"
    assert not icon_of(tray).icon().isNull()
    tray.close()
    tray.deleteLater()
