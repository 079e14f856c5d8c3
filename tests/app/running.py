"""The whole program as it runs, with its own adapters and no sound, on a profile in a folder."""

import json
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backease_desktop.bootstrap.clocks import clock
from backease_desktop.bootstrap.kept import open_kept
from backease_desktop.bootstrap.program import Program
from backease_desktop.diagnostics.event_log import EventLogFile
from backease_desktop.ui.calls.break_card import BreakCard
from backease_desktop.ui.main_window import MainWindow
from backease_desktop.ui.places import PLAYER
from backease_desktop.ui.session.player_page import PlayerPage
from tests.fakes.studio import FakeStudio


class Run:
    """A running program with its folder and event log."""

    def __init__(
        self, app: QApplication, folder: Path, qtbot: QtBot, studio: FakeStudio | None = None
    ) -> None:
        self.folder = folder
        self._log = EventLogFile(folder / "events", clock)
        self.program = Program(app, open_kept(folder), self._log, studio)
        self._qtbot = qtbot

    @property
    def window(self) -> MainWindow:
        return self.program.window

    def open(self, start: str | None = None) -> None:
        self.window.resize(1240, 800)
        self.program.open(start)
        self._qtbot.waitExposed(self.window)

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        target = self.window.focusWidget() or self.window
        QTest.keyClick(target, key, modifier)

    def events(self, name: str) -> list[dict[str, object]]:
        lines = (self.folder / "events").read_text("utf-8").splitlines()
        return [event for line in lines if (event := json.loads(line))["event"] == name]

    def wait_for_session(self, number: int = 1) -> PlayerPage:
        self._qtbot.waitUntil(lambda: len(self.events("session_started")) >= number)
        page = self.window.page(PLAYER)
        assert isinstance(page, PlayerPage)
        return page

    @property
    def card(self) -> BreakCard:
        """The break card that calls, or has called last."""
        card = self.program.reminders.calls.card
        assert isinstance(card, BreakCard)
        return card

    def close(self) -> None:
        self.program.close()
        self._log.close()


def prepare(folder: Path, *, is_known: bool = True) -> None:
    """A profile that is silent, and that knows the person or not."""
    (folder / "config").mkdir()
    (folder / "data").mkdir()
    (folder / "config" / "settings.json").write_text('{"voice": {"say": "silent"}}')
    if is_known:
        profile = {"first_start": "2026-11-02", "understood": True}
        (folder / "data" / "profile.json").write_text(json.dumps(profile))
