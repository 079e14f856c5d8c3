"""What is made ready after the first paint."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from backease_desktop.bootstrap.readiness import Readiness
from backease_desktop.ui.places import PLAYER
from tests.app.conftest import run
from tests.app.running import Run

__all__ = ["run"]


def test_one_piece_follows_the_other_and_the_event_loop_runs_between(qtbot: QtBot) -> None:
    done: list[str] = []
    owner = QObject()
    ready = Readiness([lambda: done.append("one"), lambda: done.append("two")], owner)
    ready.begin()
    assert done == []
    qtbot.waitUntil(lambda: not ready.is_busy)
    assert done == ["one", "two"]


def test_what_is_stopped_does_nothing_more(qtbot: QtBot) -> None:
    done: list[str] = []
    owner = QObject()
    ready = Readiness([lambda: ready.stop(), lambda: done.append("two")], owner)
    ready.begin()
    qtbot.waitUntil(lambda: not ready.is_busy)
    assert done == []


def test_the_page_of_a_session_is_there_before_somebody_starts_one(run: Run, qtbot: QtBot) -> None:
    run.open()
    qtbot.waitUntil(lambda: PLAYER in run.window._pages)
    assert run.events("session_started") == []
    assert run.window.current != PLAYER
