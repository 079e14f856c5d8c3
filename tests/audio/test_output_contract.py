"""The port `SoundOutput`, held by the real output, the silent one, and the fake of other tests."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from backease_desktop.audio.output import SoundOutput
from backease_desktop.audio.silent import SilentOutput
from backease_desktop.controllers.ports import SoundOutput as Port
from backease_desktop.core.units import Ms
from tests.fakes.ports import FakeClock, FakeOutput, clip_of_length
from tests.fakes.sound import FakeBackend


@dataclass
class Room:
    """An output, a clock, and all that was said."""

    output: Port
    clock: FakeClock
    pass_time: Callable[[int], None]
    said: list[tuple[object, ...]] = field(default_factory=list)

    def play(self, at: int | None, token: int) -> None:
        moment = None if at is None else Ms(at)
        self.output.play(clip_of_length(20), moment, voice=False, volume=1.0, token=token)


def real_room(qtbot: QtBot) -> Iterator[Room]:
    clock, backend = FakeClock(), FakeBackend()
    output = SoundOutput(clock=clock, backend=backend, check_every=Ms(60_000))

    def pass_time(duration: int) -> None:
        if not output.is_closed:
            qtbot.waitUntil(lambda: bool(backend.devices))
            backend.devices[-1].run(clock, duration)
        QCoreApplication.processEvents()

    yield Room(output, clock, pass_time)
    assert output.finish(Ms(5_000))


def silent_room() -> Iterator[Room]:
    clock = FakeClock()
    output = SilentOutput(clock=clock)

    def pass_time(duration: int) -> None:
        for _ in range(duration // 20):
            clock.advance(20)
            output._on_timer_timeout()
            QCoreApplication.processEvents()

    yield Room(output, clock, pass_time)
    output.close()


def fake_room() -> Iterator[Room]:
    clock, output = FakeClock(), FakeOutput()

    def pass_time(duration: int) -> None:
        for _ in range(duration // 20):
            clock.advance(20)
            output.reach(clock.now)
            QCoreApplication.processEvents()

    yield Room(output, clock, pass_time)


@pytest.fixture(params=["real", "silent", "fake"])
def room(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Room]:
    rooms = {"real": lambda: real_room(qtbot), "silent": silent_room, "fake": fake_room}
    for made in rooms[request.param]():
        for name in ("opened", "started", "discarded", "lost", "restored"):
            getattr(made.output, name).connect(partial(_note, made.said, name))
        yield made


def _note(said: list[tuple[object, ...]], name: str, *values: object) -> None:
    said.append((name, *values))


def opened(room: Room) -> Room:
    room.output.open()
    room.pass_time(80)
    assert room.said == [("opened",)]
    room.said.clear()
    return room


def test_opening_is_answered_once_and_not_during_the_call(room: Room) -> None:
    assert room.output.is_closed
    room.output.open()
    room.output.open()
    assert room.said == []
    assert not room.output.is_closed
    room.pass_time(80)
    assert room.said == [("opened",)]
    assert room.output.is_open


def test_a_clip_is_reported_once_at_its_moment(room: Room) -> None:
    opened(room)
    moment = room.clock.now + 200
    room.play(moment, 7)
    assert room.said == []
    room.pass_time(400)
    assert room.said == [("started", 7, moment)]


def test_what_is_played_while_it_is_closed_is_refused_but_not_during_the_call(room: Room) -> None:
    room.play(None, 4)
    assert room.said == []
    QCoreApplication.processEvents()
    assert room.said == [("discarded", 4)]


def test_after_a_cut_nothing_that_was_ordered_is_heard(room: Room) -> None:
    opened(room)
    room.play(room.clock.now + 300, 1)
    room.output.cut()
    room.pass_time(600)
    assert room.said == []
    assert room.output.is_open


def test_closed_it_says_nothing_more_of_what_was_ordered(room: Room) -> None:
    opened(room)
    room.play(room.clock.now + 300, 1)
    room.output.close()
    room.pass_time(600)
    assert room.said == []
    assert room.output.is_closed


def test_a_closed_one_is_not_open_and_may_be_opened_again(room: Room) -> None:
    opened(room).output.close()
    assert (room.output.is_open, room.output.is_closed) == (False, True)
    room.output.open()
    assert not room.output.is_closed


def test_clips_for_one_moment_are_reported_in_the_order_they_were_given(room: Room) -> None:
    opened(room)
    moment = room.clock.now + 200
    for token in (3, 1, 2):
        room.play(moment, token)
    room.pass_time(400)
    assert [said[1] for said in room.said] == [3, 1, 2]
