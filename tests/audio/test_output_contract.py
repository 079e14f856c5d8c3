"""The port `SoundOutput`, held by the real output, the silent one, and the fake used elsewhere."""

from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from backease_desktop.audio.output import SoundOutput
from backease_desktop.audio.silent import SilentOutput
from backease_desktop.controllers.ports import SoundOutput as Port
from backease_desktop.core.clip import Clip
from backease_desktop.core.units import Ms
from tests.fakes.ports import FakeClock, FakeOutput
from tests.fakes.sound import FakeBackend

CLIP = Clip(array("h", [9_000] * 441).tobytes())
SOON = 40
NAMES = ("opened", "started", "discarded", "lost", "restored")


@dataclass
class Desk:
    """An output, what it said, and the ways to let its world go on.

    Attributes:
        wake: the device answers that it plays, or that there is none.
        live: so many milliseconds pass.
        lose: the device is pulled out; None where there is none to lose.
        restore: it is plugged in again.
    """

    output: Port
    clock: FakeClock
    wake: Callable[[], None]
    live: Callable[[int], None]
    lose: Callable[[], None] | None = None
    restore: Callable[[], None] | None = None
    said: list[tuple[object, ...]] = field(default_factory=list)

    def __post_init__(self) -> None:
        for name in NAMES:
            signal = getattr(self.output, name)
            signal.connect(lambda *values, name=name: self.said.append((name, *values)))

    def open(self) -> None:
        self.output.open()
        assert self.said == [], "said during the call"
        assert not self.output.is_open
        self.wake()

    def play(self, token: int, at: int | None = None) -> None:
        moment = None if at is None else Ms(at)
        before = list(self.said)
        self.output.play(CLIP, moment, voice=False, volume=1.0, token=token)
        assert self.said == before, "said during the call"

    def names(self) -> list[object]:
        return [name for name, *_ in self.said]


def fake_desk(works: bool) -> Desk:
    output, clock = FakeOutput(works=works), FakeClock()

    def live(duration: int) -> None:
        QCoreApplication.processEvents()
        clock.advance(duration)
        output.reach(clock())

    return Desk(output, clock, QCoreApplication.processEvents, live, output.lose, output.restore)


def silent_desk(qtbot: QtBot) -> Desk:
    clock = FakeClock()
    output = SilentOutput(clock=clock)

    def live(duration: int) -> None:
        clock.advance(duration)
        timer = output._timer
        qtbot.waitUntil(lambda: not timer.isActive() or timer.remainingTime() > 1_000)
        QCoreApplication.processEvents()

    return Desk(output, clock, QCoreApplication.processEvents, live)


def real_desk(works: bool, qtbot: QtBot) -> Desk:
    clock, backend = FakeClock(), FakeBackend()
    backend.failure = "" if works else "there is no sound device"
    output = SoundOutput(
        clock=clock,
        backend=backend,
        check_every=Ms(60_000),
        retry_every=Ms(10 if works else 60_000),
    )
    opened = 0

    def settle() -> None:
        QCoreApplication.sendPostedEvents()
        QCoreApplication.processEvents()

    def wake() -> None:
        nonlocal opened
        if output.is_closed:
            settle()
            return
        if works:
            qtbot.waitUntil(lambda: len(backend.devices) > opened)
            opened = len(backend.devices)
            backend.devices[-1].wake(clock)
            qtbot.waitUntil(lambda: output.is_open)
        else:
            qtbot.waitUntil(lambda: backend.attempts > 0 and bool(desk.said))

    def live(duration: int) -> None:
        if output.is_open:
            backend.devices[-1].run(clock, duration)
        else:
            clock.advance(duration)
        settle()

    def lose() -> None:
        output._lose("pulled out")
        output._end_stream()
        output._retry.start()
        settle()

    desk = Desk(output, clock, wake, live, lose, wake)
    return desk


Make = Callable[..., Desk]


@pytest.fixture(params=["fake", "silent", "real"])
def make(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Make]:
    made: list[Desk] = []

    def desk(*, works: bool = True, is_losable: bool = False) -> Desk:
        if request.param == "silent" and (is_losable or not works):
            pytest.skip("it has no device to lose")
        if request.param == "silent":
            made.append(silent_desk(qtbot))
        else:
            made.append(fake_desk(works) if request.param == "fake" else real_desk(works, qtbot))
        return made[-1]

    yield desk
    for each in made:
        each.output.close()
        if isinstance(each.output, SoundOutput):
            assert each.output.finish(Ms(5_000))


def test_opening_is_answered_once_and_never_during_the_call(make: Make) -> None:
    desk = make()
    assert desk.output.is_closed
    desk.open()
    desk.output.open()
    desk.live(SOON)

    assert desk.names() == ["opened"]
    assert desk.output.is_open
    assert not desk.output.is_closed


def test_without_a_device_the_loss_answers_the_opening_once(make: Make) -> None:
    desk = make(works=False)
    desk.open()
    desk.output.open()
    desk.live(SOON)

    assert desk.names() == ["lost"]
    assert not desk.output.is_open
    assert not desk.output.is_closed


def test_a_clip_is_told_when_its_moment_has_come(make: Make) -> None:
    desk = make()
    desk.open()
    moment = desk.clock() + SOON
    desk.play(7, moment)
    desk.live(3 * SOON)

    (_, token, at) = next(said for said in desk.said if said[0] == "started")
    assert desk.names() == ["opened", "started"]
    assert (token, abs(int(str(at)) - moment) <= 1) == (7, True)


def test_a_clip_for_a_closed_output_is_refused_and_never_during_the_call(make: Make) -> None:
    desk = make()
    desk.play(3)
    desk.wake()

    assert desk.said == [("discarded", 3)]


def test_what_is_cut_is_not_heard_any_more(make: Make) -> None:
    desk = make()
    desk.open()
    desk.play(1, desk.clock() + SOON)
    desk.output.cut()
    desk.live(3 * SOON)

    assert ("started", 1) not in [said[:2] for said in desk.said]
    assert desk.output.is_open


def test_closing_forgets_everything_and_opening_follows_again(make: Make) -> None:
    desk = make()
    desk.open()
    desk.play(1, desk.clock() + SOON)
    desk.output.close()
    assert desk.output.is_closed
    assert not desk.output.is_open
    desk.live(3 * SOON)
    assert "started" not in desk.names()

    desk.said.clear()
    desk.open()
    assert desk.names() == ["opened"]


def test_an_output_that_is_closed_before_it_answers_says_nothing(make: Make) -> None:
    desk = make()
    desk.output.open()
    desk.output.close()
    desk.live(SOON)
    desk.wake()

    assert desk.said == []


def test_an_output_that_was_closed_and_opened_in_one_breath_answers_once(make: Make) -> None:
    desk = make()
    desk.output.open()
    desk.output.close()
    desk.open()
    desk.live(SOON)

    assert desk.names() == ["opened"]


def test_a_loss_is_told_once_refuses_what_was_to_come_and_comes_back(make: Make) -> None:
    desk = make(is_losable=True)
    desk.open()
    desk.play(5, desk.clock() + 10 * SOON)
    assert desk.lose is not None
    assert desk.restore is not None
    desk.lose()
    assert not desk.output.is_open
    assert not desk.output.is_closed
    assert sorted(map(str, desk.names())) == ["discarded", "lost", "opened"]

    desk.restore()
    desk.live(SOON)
    assert desk.names()[-1] == "restored"
    assert desk.names().count("restored") == 1
    assert desk.output.is_open


def test_a_clip_for_a_lost_output_is_refused(make: Make) -> None:
    desk = make(works=False)
    desk.open()
    desk.play(9)
    desk.live(SOON)

    assert desk.names() == ["lost", "discarded"]
