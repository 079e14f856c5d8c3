"""A real `playerctl` drives a real session of the whole program, on a bus of the test's own."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.app.running import Run, prepare
from tests.fakes.desktop import private_bus
from tests.fakes.studio import FakeStudio

pytestmark = pytest.mark.skipif(
    not (shutil.which("playerctl") and shutil.which("dbus-daemon")),
    reason="this machine has no playerctl, or no dbus-daemon",
)

Ask = Callable[..., str]


@pytest.fixture
def bus_run(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Run]:
    (tmp_path / "profile").mkdir()
    prepare(tmp_path / "profile")
    with private_bus(tmp_path) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        run = Run(qapp, tmp_path / "profile", qtbot, FakeStudio())
        yield run
        run.close()


@pytest.fixture
def ask(qtbot: QtBot) -> Ask:
    """What playerctl prints; our own events go on meanwhile, as they must."""

    def ask(*words: str) -> str:
        program = ["playerctl", "--player=backease", *words]
        with subprocess.Popen(
            program, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        ) as playerctl:
            qtbot.waitUntil(lambda: playerctl.poll() is not None)
            assert playerctl.stdout is not None
            return playerctl.stdout.read().strip()

    return ask


def test_playerctl_sees_and_drives_a_session_and_nothing_else(
    bus_run: Run, ask: Ask, qtbot: QtBot
) -> None:
    bus_run.open()
    assert ask("status") == "No players found"

    bus_run.open("core-strength")
    bus_run.wait_for_session()
    session = bus_run.program.playing.controller
    qtbot.waitUntil(lambda: ask("status") == "Playing")
    assert ask("metadata", "album") == session.routine.name

    ask("pause")
    assert not session.is_playing
    assert ask("status") == "Paused"
    ask("play-pause")
    assert session.is_playing

    before = session.segment.block
    ask("next")
    assert session.segment.block > before
    ask("previous")
    qtbot.waitUntil(lambda: session.segment.block == before)

    ask("position", "100")
    assert 0 < float(ask("position")) <= 101
    assert session.segment.exercise
    title = ask("metadata", "title")
    assert title == session.segment.name
    qtbot.waitUntil(lambda: ask("metadata", "mpris:artUrl").startswith("file://"))
    picture = Path(ask("metadata", "mpris:artUrl").removeprefix("file://"))
    assert picture.read_bytes().startswith(b"\x89PNG")

    session.stop()
    qtbot.waitUntil(lambda: ask("status") == "No players found")
