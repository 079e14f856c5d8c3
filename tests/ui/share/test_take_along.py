"""A routine taken along as sound, from the window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from backease_desktop.core.person.tailored import NothingLeftError
from backease_desktop.ui.home.home_page import HomePage
from backease_desktop.ui.places import HOME
from backease_desktop.ui.share import take_along as module
from backease_desktop.ui.share.take_along import Recorded, take_along
from tests.app.conftest import run
from tests.app.running import Run

__all__ = ["run"]


def test_a_routine_is_recorded_from_its_page_into_the_file_that_was_chosen(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    out = tmp_path / "chair"
    monkeypatch.setattr(module, "file_to_write", lambda *_: out)
    run.open()
    qtbot.waitUntil(lambda: run.program.front.is_settled)
    home = run.window.page(HOME)
    assert isinstance(home, HomePage)
    home.open("desk-chair-2")

    home.view.take_along.click()

    written = out.with_suffix(".mp3")
    qtbot.waitUntil(written.exists)
    assert written.read_bytes()[:3] == b"ID3"


def test_whoever_thinks_better_of_it_has_nothing_recorded(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "file_to_write", lambda *_: None)
    said: list[str] = []
    asker = QWidget()
    qtbot.addWidget(asker)

    take_along(asker, "At the chair", lambda: pytest.fail("it was recorded"), said.append)

    assert said == []


def test_where_nothing_of_it_is_left_that_is_said(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "file_to_write", lambda *_: tmp_path / "a.mp3")
    said: list[str] = []
    asker = QWidget()
    qtbot.addWidget(asker)

    def record() -> Recorded:
        raise NothingLeftError("Nothing of it is left.")

    take_along(asker, "At the chair", record, said.append)

    assert said == ["Nothing of it is left."]
