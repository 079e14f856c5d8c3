"""The whole program as it runs, with its own adapters and no sound, on a profile in a folder.

A profile begins with what the programs before it have kept in their caches, as at a second start;
`is_cold` gives one as at the very first.
"""

import json
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backease_desktop.bootstrap.clocks import clock
from backease_desktop.bootstrap.kept import open_kept
from backease_desktop.bootstrap.program import Program
from backease_desktop.diagnostics.event_log import EventLogFile
from backease_desktop.own_program import Installed, installed
from backease_desktop.ui.calls.break_card import BreakCard
from backease_desktop.ui.main_window import MainWindow
from backease_desktop.ui.places import PLAYER
from backease_desktop.ui.session.player_page import PlayerPage
from tests.fakes.studio import FakeStudio


class Run:
    """A running program with its folder and event log."""

    def __init__(
        self,
        app: QApplication,
        folder: Path,
        qtbot: QtBot,
        studio: FakeStudio | None = None,
        what_is_installed: Callable[[], Installed | None] = installed,
    ) -> None:
        self.folder = folder
        self._log = EventLogFile(folder / "events", clock)
        self.program = Program(app, open_kept(folder), self._log, studio, what_is_installed)
        self._qtbot = qtbot

    @property
    def window(self) -> MainWindow:
        return self.program.window

    def open(self, start: str | None = None) -> None:
        self.window.resize(1240, 800)
        self.program.open(start)
        self._qtbot.waitExposed(self.window)
        self._qtbot.waitUntil(lambda: self.program.front.is_settled)

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
        if (self.folder / "cache").is_dir():
            _copy_new(self.folder / "cache", Path(_warm().name))


def prepare(folder: Path, *, is_known: bool = True, is_cold: bool = False) -> None:
    """A profile that is silent, and that knows the person or not."""
    (folder / "config").mkdir()
    (folder / "data").mkdir()
    if not is_cold:
        _copy_new(Path(_warm().name), folder / "cache")
    (folder / "config" / "settings.json").write_text('{"voice": {"say": "silent"}}')
    if is_known:
        profile = {"first_start": "2026-11-02", "understood": True}
        (folder / "data" / "profile.json").write_text(json.dumps(profile))


@cache
def _warm() -> TemporaryDirectory[str]:
    """What programs have kept in their caches so far."""
    return TemporaryDirectory(prefix="backease-warm-")


def _copy_new(source: Path, target: Path) -> None:
    """Give a folder the files of another that it has not, but for the index of a person's past."""
    for file in source.rglob("*"):
        place = target / file.relative_to(source)
        if file.is_file() and not file.name.startswith("journal.") and not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(file, place)
