"""A session that was cut off goes on at its second, by keys through the whole program."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backease_desktop.core.timeline.segments import SegmentKind
from backease_desktop.ui.places import HOME, PLAYER, SETTINGS
from tests.app.running import Run, prepare
from tests.fakes.studio import FakeStudio

Starts = list[Run]


@pytest.fixture
def runs(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Starts]:
    """A program in mid-hold on the second side, and the folder as it was when the power went."""
    before = tmp_path / "before"
    before.mkdir()
    prepare(before)
    first = Run(qapp, before, qtbot, FakeStudio())
    runs = [first]
    first.open("desk-chair-2")
    first.wait_for_session()
    controller = first.program.playing.controller
    while True:
        segment = controller.segment
        assert segment is not None
        if segment.kind is SegmentKind.HOLD and segment.side == "left":
            break
        first.press(Qt.Key.Key_N)
    qtbot.waitUntil(lambda: saved(before)["offset_ms"] >= 900)
    shutil.copytree(before, tmp_path / "after")
    yield runs
    for run in runs:
        run.close()


def saved(folder: Path) -> dict[str, Any]:
    mark: dict[str, Any] = json.loads((folder / "data" / "bookmark.json").read_text("utf-8"))
    return mark


def start_again(runs: Starts, qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Run:
    run = Run(qapp, tmp_path / "after", qtbot, FakeStudio())
    runs.append(run)
    run.open()
    qtbot.waitUntil(lambda: len(run.events("window_shown")) >= len(runs))
    return run


def test_enter_goes_on_at_the_second_with_the_side_and_in_the_same_session(
    runs: Starts, qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    mark = saved(tmp_path / "after")
    run = start_again(runs, qapp, tmp_path, qtbot)
    assert run.window.current == HOME
    words = run.window.way_back.words
    assert words.startswith("Go on with At the chair, at Seated side bend, left")
    run.press(Qt.Key.Key_Return)
    run.wait_for_session(2)
    controller = run.program.playing.controller
    qtbot.waitUntil(lambda: controller.is_playing)
    segment, record = controller.segment, controller.record
    assert run.window.current == PLAYER
    assert segment is not None
    assert record is not None
    assert (segment.kind, segment.side, segment.exercise) == (
        SegmentKind.HOLD,
        "left",
        mark["exercise"],
    )
    player = controller._player
    assert player is not None
    assert player.timeline.starts[mark["index"]] + mark["offset_ms"] == record.elapsed
    assert record.played == mark["played_ms"]
    history = run.program.journal.history
    assert len(history.sessions) == 1
    run.press(Qt.Key.Key_Escape)
    run.press(Qt.Key.Key_Escape)
    ended = run.program.journal.history.sessions[0]
    assert ended.how == "stopped"
    assert ended.played_ms >= mark["played_ms"]


@pytest.mark.skipif(os.name != "posix", reason="a kill that nothing can catch")
def test_a_program_that_was_killed_in_mid_session_is_gone_on_with(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    prepare(tmp_path)
    words = ["--profile", str(tmp_path), "--start", "desk-chair-2"]
    with subprocess.Popen([sys.executable, "-m", "backease_desktop", *words]) as killed:
        path = tmp_path / "data" / "bookmark.json"
        try:
            qtbot.waitUntil(lambda: path.exists() and saved(tmp_path)["offset_ms"] > 0)
        finally:
            killed.kill()
    mark = saved(tmp_path)
    run = Run(qapp, tmp_path, qtbot, FakeStudio())
    run.open()
    qtbot.waitUntil(lambda: bool(run.events("window_shown")))
    assert run.window.way_back.words.startswith("Go on with At the chair")
    run.press(Qt.Key.Key_Return)
    run.wait_for_session()
    qtbot.waitUntil(lambda: run.program.playing.controller.is_playing)
    segment = run.program.playing.controller.segment
    assert segment is not None
    assert (segment.kind, segment.exercise) == (mark["kind"], mark["exercise"])
    assert [one.id for one in run.program.journal.history.sessions] == [mark["session"]]
    run.close()


def test_it_is_offered_once(runs: Starts, qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> None:
    run = start_again(runs, qapp, tmp_path, qtbot)
    run.window.show_page(SETTINGS)
    run.window.show_page(HOME)
    assert not run.window.way_back.isVisible()
    again = start_again(runs, qapp, tmp_path, qtbot)
    assert not again.window.way_back.isVisible()


def test_after_four_hours_nothing_is_offered(
    runs: Starts, qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "after" / "data" / "bookmark.json"
    mark = json.loads(path.read_text("utf-8"))
    mark["at"] = (datetime.fromisoformat(mark["at"]) - timedelta(hours=5)).isoformat()
    path.write_text(json.dumps(mark), "utf-8")
    assert not start_again(runs, qapp, tmp_path, qtbot).window.way_back.isVisible()


@pytest.mark.parametrize("text", ["", "{", '{"session": 5}', '{"session": "x", "routine": []}'])
@pytest.mark.usefixtures("caplog")
def test_a_broken_bookmark_is_no_bookmark(
    runs: Starts, qapp: QApplication, tmp_path: Path, qtbot: QtBot, text: str
) -> None:
    (tmp_path / "after" / "data" / "bookmark.json").write_text(text, "utf-8")
    assert not start_again(runs, qapp, tmp_path, qtbot).window.way_back.isVisible()


def test_who_ends_a_session_is_offered_nothing(
    runs: Starts, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    runs[0].press(Qt.Key.Key_Escape)
    runs[0].press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not (runs[0].folder / "data" / "bookmark.json").exists())
    shutil.rmtree(tmp_path / "after")
    shutil.copytree(runs[0].folder, tmp_path / "after")
    assert not start_again(runs, qapp, tmp_path, qtbot).window.way_back.words.startswith("Go on")
