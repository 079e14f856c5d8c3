"""The overlay of keys over a session of the whole program: nobody reads and holds at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.app.running import Run, prepare
from tests.fakes.studio import FakeStudio

Keys = Qt.Key


@pytest.fixture
def run(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Run]:
    prepare(tmp_path)
    run = Run(qapp, tmp_path, qtbot, FakeStudio())
    run.open("core-strength")
    run.wait_for_session()
    yield run
    run.close()


def is_playing(run: Run) -> bool:
    return run.program.playing.controller.is_playing


@pytest.mark.parametrize("closes", [Keys.Key_Escape, Keys.Key_F1, Keys.Key_Space])
def test_a_session_waits_behind_the_keys_and_goes_on_when_they_are_closed(
    run: Run, closes: Qt.Key
) -> None:
    assert is_playing(run)
    run.press(Keys.Key_F1)
    assert not is_playing(run)
    run.press(closes)
    assert is_playing(run)


def test_a_session_that_was_paused_before_the_keys_stays_paused(run: Run) -> None:
    run.press(Keys.Key_Space)
    run.press(Keys.Key_F1)
    run.press(Keys.Key_Escape)
    assert not is_playing(run)


def test_a_session_waits_on_when_the_keys_made_way_for_something_else(run: Run) -> None:
    run.press(Keys.Key_F1)
    run.window.clear_the_way()
    assert not is_playing(run)
    run.press(Keys.Key_Space)
    assert is_playing(run)
