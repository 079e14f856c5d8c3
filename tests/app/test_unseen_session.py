"""A session of the whole program that nobody sees, or that stands still: nothing is painted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backease_desktop.core.player.snapshot import Snapshot
from backease_desktop.ui.components.put_away import is_put_away
from backease_desktop.ui.figure.view import FigureView
from backease_desktop.ui.session.countdown import Countdown
from backease_desktop.ui.session.timeline_strip import TimelineStrip
from tests.app.running import Run, prepare
from tests.fakes.studio import FakeStudio

MOVING = (Countdown, FigureView, TimelineStrip)
"""What time moves; a small picture of what comes next is painted once, when it is solved."""
SNAPSHOTS = 12
"""Somewhat more than a second of a session."""


class Painted(QObject):
    """Counts how often what moves is painted, and the snapshots of the session."""

    def __init__(self, app: QApplication, run: Run) -> None:
        super().__init__()
        self.paints = 0
        self.snapshots: list[Snapshot] = []
        run.program.playing.controller.changed.connect(self.snapshots.append)
        app.installEventFilter(self)

    def begin(self) -> None:
        """Count from here on."""
        self.paints = 0
        self.snapshots.clear()

    def has_seen_a_segment_for_long(self) -> bool:
        """Whether only time has passed since `begin`, for some snapshots; else it begins again."""
        if len({one.index for one in self.snapshots}) > 1:
            self.begin()
        return len(self.snapshots) > SNAPSHOTS

    def is_quiet(self) -> bool:
        """Whether nothing is left to be painted."""
        self.begin()
        QApplication.processEvents()
        return self.paints == 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and isinstance(watched, MOVING):
            self.paints += 1
        return False


@pytest.fixture
def run(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Run]:
    prepare(tmp_path)
    run = Run(qapp, tmp_path, qtbot, FakeStudio())
    run.open("core-strength")
    page = run.wait_for_session()
    qtbot.waitUntil(lambda: any(one.picture for one in page.findChildren(FigureView)))
    yield run
    run.close()


@pytest.fixture
def painted(qapp: QApplication, run: Run) -> Iterator[Painted]:
    counting = Painted(qapp, run)
    yield counting
    qapp.removeEventFilter(counting)


def test_nothing_is_painted_for_a_window_that_is_minimised_and_all_when_it_is_back(
    run: Run, painted: Painted, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: painted.paints > 0)
    run.window.showMinimized()
    qtbot.waitUntil(lambda: is_put_away(run.window))
    qtbot.waitUntil(painted.is_quiet)
    painted.begin()
    qtbot.waitUntil(painted.has_seen_a_segment_for_long)
    assert painted.paints == 0

    run.window.showNormal()
    qtbot.waitUntil(lambda: painted.paints > 0)


def test_nothing_is_painted_while_a_session_is_paused(
    run: Run, painted: Painted, qtbot: QtBot
) -> None:
    run.program.playing.controller.pause()
    qtbot.waitUntil(painted.is_quiet)
    painted.begin()
    run.program.playing.controller.tick()
    run.program.playing.controller.tick()
    QApplication.processEvents()

    assert painted.snapshots
    assert painted.paints == 0
