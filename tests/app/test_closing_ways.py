"""The end of a session, by keys through the program: a few minutes more, and the next call."""

from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backease_desktop.core.reminder.outlook import Mood
from backease_desktop.core.reminder.roster import DAYS, FIRST, DayRange, WorkingHours
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.session.player_page import PlayerPage
from tests.app.running import Run, prepare
from tests.fakes.studio import FakeStudio


@pytest.fixture
def run(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Run]:
    prepare(tmp_path)
    run = Run(qapp, tmp_path, qtbot, FakeStudio())
    yield run
    run.close()


def to_the_end(run: Run, routine: str) -> PlayerPage:
    run.open(routine)
    page = run.wait_for_session()
    for _ in range(60):
        if page.closing.isVisible():
            return page
        run.press(Qt.Key.Key_N)
    raise AssertionError("no end")


def test_m_starts_what_is_offered_and_what_is_heard_is_still_switched_by_m_in_it(run: Run) -> None:
    page = to_the_end(run, "desk-chair-2")
    offered = page.closing.more.text()
    run.press(Qt.Key.Key_M)
    run.wait_for_session(2)

    routine = run.program.playing.controller.routine
    assert routine is not None
    assert routine.id == "desk-standing-5"
    assert offered == "Five minutes more, standing"
    assert run.program.settings.settings.voice.say == "silent"
    run.press(Qt.Key.Key_M)
    assert run.program.settings.settings.voice.say == "everything"


def test_whoever_stopped_because_it_hurt_is_offered_no_more(run: Run) -> None:
    run.open("core-strength")
    page = run.wait_for_session()
    run.press(Qt.Key.Key_N)
    for key in (Qt.Key.Key_H, Qt.Key.Key_7, Qt.Key.Key_E):
        run.press(key)

    assert page.closing.isVisible()
    assert page.closing.more.isHidden()
    run.press(Qt.Key.Key_M)
    assert not run.program.front.session_is_on


def test_the_next_call_is_paused_from_there_and_goes_on_again(run: Run) -> None:
    reminders = run.program.reminders.controller
    whole_day = (DayRange(start=time(0), end=time(23, 59)),)
    hours = WorkingHours(**dict.fromkeys(DAYS, whole_day))
    reminders.put(FIRST.with_(hours=hours, routine="mat-12"))
    page = to_the_end(run, "desk-chair-2")
    words = [label.text() for label in page.closing.today.findChildren(Label)]
    assert any(text.startswith("Stretch · On the mat, ") for text in words)

    page.closing.today.pause.setFocus(Qt.FocusReason.TabFocusReason)
    run.press(Qt.Key.Key_Space)
    assert reminders.outlook.mood is Mood.PAUSED
    assert any(
        label.text().startswith("Paused") for label in page.closing.today.findChildren(Label)
    )
    run.press(Qt.Key.Key_Space)
    assert reminders.outlook.mood is Mood.COUNTING
    assert page.closing.isVisible()
