"""Files that are broken and disks that are full: told, and survived."""

import errno
import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backease_desktop.core.reminder.roster import FIRST, Every
from tests.app.running import Run, prepare


def test_broken_reminders_are_told_when_there_is_a_window_to_say_it_in(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    prepare(tmp_path)
    (tmp_path / "config" / "reminders.json").write_text("{ not JSON")
    (tmp_path / "data" / "reminder-state.json").write_text('{"state": 1}')
    run = Run(qapp, tmp_path, qtbot)
    run.program.stay()
    assert run.program.reminders.controller.roster.reminders == (FIRST,)
    run.program.open()
    qtbot.waitUntil(lambda: "reminder-state.json" in run.window.toast.text)
    assert "reminders.json:1: not JSON" in run.window.toast.text
    run.close()
    assert (tmp_path / "config" / "reminders.json.broken").exists()


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """No file can be written to its end."""

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)


def test_on_a_full_disk_it_goes_on_and_says_so(
    run: Run, full_disk: None, caplog: pytest.LogCaptureFixture, qtbot: QtBot
) -> None:
    run.program.stay()
    run.program.answer({"remind": "every", "minutes": 20})
    controller = run.program.reminders.controller
    assert controller.roster.first.when == Every(minutes=20)
    assert controller._timer.isActive()
    run.program.open()
    qtbot.waitUntil(lambda: "No space left" in run.window.toast.text)
    assert "cannot be saved" in caplog.text
