"""Which sound devices there are, and the one that is wanted."""

import threading

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from backease_desktop.audio.devices import SoundDevices
from backease_desktop.audio.output import SoundOutput
from tests.fakes.ports import FakeClock
from tests.fakes.sound import FakeBackend
from tests.patience import PATIENCE_S


def test_a_sound_server_that_does_not_answer_holds_nobody_up(qtbot: QtBot) -> None:
    answers = threading.Event()

    def names() -> tuple[str, ...]:
        answers.wait(PATIENCE_S)
        return ("Speakers", "Headset")

    devices = SoundDevices(names)
    listed: list[tuple[str, ...]] = []
    devices.listed.connect(listed.append)
    devices.ask()
    devices.ask()
    assert listed == []
    answers.set()
    qtbot.waitUntil(lambda: bool(listed))
    assert listed == [("Speakers", "Headset")]


def test_another_device_is_used_at_once_where_sound_is_on_and_else_when_it_is_opened(
    qtbot: QtBot,
) -> None:
    clock, backend = FakeClock(), FakeBackend()
    output = SoundOutput(clock=clock, backend=backend)
    output.use("Headset")
    assert backend.attempts == 0
    output.open()
    qtbot.waitUntil(lambda: len(backend.devices) == 1)
    backend.devices[0].wake(clock)
    qtbot.waitUntil(lambda: output.is_open)
    output.use("Headset")
    assert backend.attempts == 1
    output.use(None)
    qtbot.waitUntil(lambda: len(backend.devices) == 2)
    output.finish(2000)


def test_a_device_that_is_missing_is_said_once(qtbot: QtBot) -> None:
    output = SoundOutput(clock=FakeClock(), backend=FakeBackend())
    told: list[str] = []
    output.missing.connect(told.append)
    output.use("Headset")
    for _ in range(3):
        output._missed.emit("Headset")
    output._missed.emit("One that nobody wants any more")
    qtbot.waitUntil(lambda: bool(told))
    output._missed.emit("Headset")
    QCoreApplication.processEvents()
    assert told == ["Headset"]
