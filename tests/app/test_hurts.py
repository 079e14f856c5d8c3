"""What hurt, by keys through the whole program: this time, the next time, and taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backease_desktop.core.journal.entries import LeftHurting, SessionStarted
from backease_desktop.ui.places import HOME, PLAYER, SETTINGS
from backease_desktop.ui.session.player_page import PlayerPage
from backease_desktop.ui.settings.left_card import LeftCard
from tests.app.running import Run, prepare
from tests.fakes.studio import FakeStudio

ROUTINE, EXERCISE, EASIER = "core-strength", "plank", "knees-plank"
Keys = Qt.Key
A_MOMENT = 1_000
"""Milliseconds; a gap of five seconds would be a computer that slept."""


@pytest.fixture
def studio() -> FakeStudio:
    return FakeStudio()


@pytest.fixture
def run(qapp: QApplication, tmp_path: Path, qtbot: QtBot, studio: FakeStudio) -> Iterator[Run]:
    prepare(tmp_path)
    run = Run(qapp, tmp_path, qtbot, studio)
    yield run
    run.close()


def play_to(run: Run, exercise: str, number: int) -> PlayerPage:
    """Start the routine and go to an exercise by keys; which session of this run it is."""
    if number == 1:
        run.open(ROUTINE)
    else:
        run.program.front.open(ROUTINE)
    page = run.wait_for_session(number)
    for _ in range(20):
        segment = run.program.playing.controller.segment
        assert segment is not None
        if segment.exercise == exercise:
            return page
        run.press(Keys.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    raise AssertionError(f"no {exercise}")


def planned(run: Run) -> list[str]:
    routine = run.program.playing.controller.routine
    assert routine is not None
    return [step.exercise for step in routine.steps]


def left(run: Run) -> list[tuple[str, int | None, bool]]:
    entries = run.program.journal.entries()
    return [(e.exercise, e.pain, e.numb) for e in entries if isinstance(e, LeftHurting)]


def test_next_time_its_easier_form_comes_and_after_twice_it_stays_out_until_taken_back(
    run: Run,
) -> None:
    page = play_to(run, EXERCISE, 1)
    run.press(Keys.Key_H)
    run.press(Keys.Key_4)
    assert left(run) == []
    run.press(Keys.Key_E)
    assert left(run) == [(EXERCISE, 4, False)]
    assert page.closing.headline.text() == "Stopped, and that was right"
    run.press(Keys.Key_Return)
    assert run.window.current == HOME

    page = play_to(run, EASIER, 2)
    assert page.session.toast.text == "Plank comes as its easier form (it hurt last time)."
    assert EXERCISE not in planned(run)
    run.program.playing.controller.stop()

    settings = run.window.page(SETTINGS)
    card = settings.findChild(LeftCard)
    assert isinstance(card, LeftCard)
    run.window.show_page(SETTINGS)
    QTest.keyClick(card.buttons[0], Keys.Key_Return)
    assert card.isHidden()

    play_to(run, EXERCISE, 3)
    assert EASIER not in planned(run)


def test_the_first_session_of_a_start_says_why_it_is_not_as_it_was(run: Run) -> None:
    journal = run.program.journal
    start = journal.append(SessionStarted(routine=ROUTINE))
    journal.append(LeftHurting(session=start.id, exercise=EXERCISE))
    run.open(ROUTINE)
    page = run.wait_for_session()
    assert page.session.toast.isVisible()
    assert page.session.toast.text == "Plank comes as its easier form (it hurt last time)."


def test_seven_ends_and_is_kept_with_its_number(run: Run) -> None:
    page = play_to(run, EXERCISE, 1)
    run.press(Keys.Key_H)
    run.press(Keys.Key_7)
    for key in (Keys.Key_Space, Keys.Key_N):
        run.press(key)
        assert page.sheet.is_open
        assert not run.program.playing.controller.is_playing
    run.press(Keys.Key_Return)
    assert not run.program.front.session_is_on
    assert page.closing.isVisible()
    assert left(run) == [(EXERCISE, 7, False)]
    assert run.program.journal.history.sessions[0].how == "hurt"


def test_the_easier_one_goes_on_and_what_hurt_is_kept(run: Run, qtbot: QtBot) -> None:
    page = play_to(run, EXERCISE, 1)
    run.press(Keys.Key_H)
    assert [option.name for option in page.sheet.options][:2] == ["easier", "go_on"]
    run.press(Keys.Key_Return)
    controller = run.program.playing.controller
    qtbot.waitUntil(lambda: controller.segment is not None and EASIER in planned(run))
    qtbot.waitUntil(lambda: controller.is_playing)
    assert run.window.current == PLAYER
    assert left(run) == [(EXERCISE, None, False)]


def test_escape_ends_nothing_and_keeps_nothing(run: Run) -> None:
    page = play_to(run, EXERCISE, 1)
    run.press(Keys.Key_H)
    run.press(Keys.Key_3)
    run.press(Keys.Key_Escape)
    assert not page.sheet.is_open
    assert run.program.front.session_is_on
    assert not run.program.playing.controller.is_playing
    run.press(Keys.Key_Space)
    assert run.program.playing.controller.is_playing
    assert left(run) == []


def test_the_end_asks_by_arrow_and_digit_and_the_second_session_asks_before(
    run: Run, studio: FakeStudio, qtbot: QtBot
) -> None:
    run.open("desk-chair-2")
    page = run.wait_for_session()
    assert page.before.isHidden()  # the first session of all asks nothing before it
    while not page.closing.isVisible():
        studio.clock.slept += A_MOMENT
        run.program.playing.controller.tick()
    for key in (Keys.Key_Down, Keys.Key_1, Keys.Key_0):
        run.press(key)
    history = run.program.journal.history.sessions
    assert history[-1].felt == "right"
    assert history[-1].after is not None
    assert history[-1].after.level == 10
    run.press(Keys.Key_A)
    run.wait_for_session(2)
    qtbot.waitUntil(page.before.isVisible)
    assert run.program.playing.controller.is_playing  # it keeps nobody waiting
    run.press(Keys.Key_4)
    assert page.before.isHidden()
    told = run.program.journal.history.sessions[-1].before
    assert told is not None
    assert told.level == 4
    run.press(Keys.Key_Space)
    assert not run.program.playing.controller.is_playing  # Space pauses again


def test_space_passes_and_pauses_as_ever_and_off_is_for_good(run: Run, qtbot: QtBot) -> None:
    run.open("desk-chair-2")
    run.wait_for_session()
    run.program.playing.controller.stop()
    run.program.front.open("desk-chair-2")
    page = run.wait_for_session(2)
    qtbot.waitUntil(page.before.isVisible)
    run.press(Keys.Key_Space)
    assert page.before.isHidden()
    assert not run.program.playing.controller.is_playing
    run.press(Keys.Key_Space)
    assert run.program.playing.controller.is_playing
    for _ in range(60):
        if page.closing.isVisible():
            break
        run.press(Keys.Key_N)
    QTest.mouseClick(page.closing.questions.silence, Qt.MouseButton.LeftButton)
    assert run.program.settings.settings.session.ask_how is False
    assert page.closing.questions.isHidden()
