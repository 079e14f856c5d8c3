"""A recording is written behind the window, and may take longer than the program lives."""

import threading
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThreadPool, Signal
from pytestqt.qtbot import QtBot

from backease_desktop.audio.file.sound_file import SoundFileError
from backease_desktop.bootstrap.take_along import Recorded
from tests.patience import PATIENCE_MS, PATIENCE_S


class FakeRecording(QObject):
    finished = Signal(object)


class Slow(Recorded):
    """Writes when it may, and as it is told."""

    def __init__(self, problem: str) -> None:
        nobody: Any = None
        recording: Any = FakeRecording()
        super().__init__(recording, nobody, nobody)
        self.may_go_on = threading.Event()
        self._problem = problem

    def write(self, _timeline: object, _path: Path) -> None:
        assert self.may_go_on.wait(PATIENCE_S)
        if self._problem:
            raise SoundFileError(self._problem)


def write(recorded: Slow) -> None:
    timeline: Any = None
    recorded.write_behind(timeline, Path("chair.mp3"))


@pytest.mark.parametrize(("problem", "told"), [("", "chair.mp3"), ("no room", "no room")])
def test_it_is_told_when_the_file_is_there_or_cannot_be(
    qtbot: QtBot, problem: str, told: str
) -> None:
    recorded = Slow(problem)
    heard = recorded.failed if problem else recorded.written
    write(recorded)

    with qtbot.waitSignal(heard) as caught:
        recorded.may_go_on.set()

    assert caught.args == [told]


@pytest.mark.parametrize("problem", ["", "no room"])
def test_the_end_of_a_file_that_outlives_the_program_is_told_to_nobody(
    qtbot: QtBot, problem: str
) -> None:
    recorded = Slow(problem)
    write(recorded)
    shiboken6.delete(recorded)

    recorded.may_go_on.set()

    # An error in the thread would fail this test by itself.
    assert QThreadPool.globalInstance().waitForDone(PATIENCE_MS)
