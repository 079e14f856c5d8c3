"""A program that nobody uses keeps the computer from nothing: which timers run, and how often."""

import gc

import pytest
import shiboken6
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from backease_desktop.ui.places import EXERCISES, HOME, MINE, PROGRESS, REMINDERS, SETTINGS
from tests.app.running import Run


def running() -> dict[str, int]:
    """What every running timer belongs to, with its interval in milliseconds."""
    timers = [one for one in gc.get_objects() if issubclass(type(one), QTimer)]
    alive = [one for one in timers if shiboken6.isValid(one) and one.isActive()]
    return {type(one.parent()).__name__: one.interval() for one in alive}


@pytest.mark.parametrize("page", [HOME, MINE, EXERCISES, PROGRESS, REMINDERS, SETTINGS])
def test_in_a_window_that_lies_open_the_reminders_alone_look_at_the_clock(
    run: Run, qtbot: QtBot, page: str
) -> None:
    run.open()
    run.window.show_page(page)
    qtbot.waitUntil(lambda: list(running()) == ["ReminderController"])

    assert running()["ReminderController"] >= 1_000


def test_with_the_window_closed_nothing_else_begins(run: Run, qtbot: QtBot) -> None:
    run.open()
    run.window.hide()
    qtbot.waitUntil(lambda: set(running()) <= {"ReminderController", "Life"})

    assert min(running().values()) >= 1_000
