"""A program that is updated while it is in the background: it never runs as two versions."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backease_desktop.bootstrap.anew import command_anew
from backease_desktop.bootstrap.life import SETTLED_AFTER
from backease_desktop.own_program import Installed
from tests.app.running import Run, prepare

OLD, NEW, NEWER = (1, 1), (2, 2), (3, 3)


class Disk:
    """What is installed."""

    def __init__(self) -> None:
        self.now: Installed | None = OLD

    def __call__(self) -> Installed | None:
        return self.now


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def run(qapp: QApplication, tmp_path: Path, qtbot: QtBot, disk: Disk) -> Iterator[Run]:
    prepare(tmp_path)
    run = Run(qapp, tmp_path, qtbot, what_is_installed=disk)
    run.program.stay()
    yield run
    run.close()


def tell(run: Run) -> None:
    """Have the outlook change, as it does while time passes."""
    run.program.answer({"remind": "pause", "minutes": 60})
    run.program.answer({"remind": "resume"})


@pytest.mark.parametrize("asked", [[], ["--start", "desk-chair-2"], ["--open", "a.backease"]])
def test_a_window_that_is_wanted_of_an_updated_program_is_that_of_the_new_one(
    run: Run, disk: Disk, asked: list[str]
) -> None:
    wanted = QSignalSpy(run.program.life.window_anew_requested)
    disk.now = NEW
    run.program.on_message(asked)
    assert wanted.count() == 1
    assert run.program._front is None


def test_a_program_that_is_removed_goes_on_with_what_it_has(run: Run, disk: Disk) -> None:
    wanted = QSignalSpy(run.program.life.window_anew_requested)
    disk.now = None
    tell(run)
    assert not run.program.life.is_to_begin_anew
    run.open()
    assert run.window.isVisible()
    assert wanted.count() == 0


def test_a_window_that_is_there_stays_through_an_update(run: Run, disk: Disk) -> None:
    wanted = QSignalSpy(run.program.life.window_anew_requested)
    run.open()
    disk.now = NEW
    run.program.open()
    assert run.window.isVisible()
    assert wanted.count() == 0


def test_in_the_background_it_begins_anew_when_the_update_has_settled(run: Run, disk: Disk) -> None:
    anew = QSignalSpy(run.program.life.anew_requested)
    tell(run)
    assert not run.program.life.is_to_begin_anew
    disk.now = NEW
    tell(run)
    assert run.program.life.is_to_begin_anew
    assert run.program.life._unseen.interval() == SETTLED_AFTER
    disk.now = NEWER
    run.program.life._unseen.timeout.emit()
    assert anew.count() == 0
    assert run.program.life.is_to_begin_anew
    run.program.life._unseen.timeout.emit()
    assert anew.count() == 1


def test_the_command_that_brings_a_window_is_that_of_the_background_without_its_word(
    tmp_path: Path,
) -> None:
    wanted = command_anew(tmp_path, None, is_wanted=True)
    assert [*wanted, "--background"] == command_anew(tmp_path, None)
