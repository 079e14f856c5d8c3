from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from backease_desktop.audio.silent import SilentOutput
from backease_desktop.audio.stream import LATE_LIMIT
from backease_desktop.core.clip import Clip
from backease_desktop.core.units import Ms
from tests.fakes.ports import FakeClock

CLIP = Clip(bytes(882))


class Rig:
    def __init__(self) -> None:
        self.clock = FakeClock()
        self.output = SilentOutput(clock=self.clock)
        self.said: list[tuple[object, ...]] = []
        for name in ("opened", "started", "discarded"):
            signal = getattr(self.output, name)
            signal.connect(lambda *values, name=name: self.said.append((name, *values)))

    def play(self, at: int | None, token: int) -> None:
        moment = None if at is None else Ms(at)
        self.output.play(CLIP, moment, voice=False, volume=1.0, token=token)


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[Rig]:
    rig = Rig()
    with qtbot.waitSignal(rig.output.opened):
        rig.output.open()
        assert rig.said == []
    rig.said.clear()
    yield rig
    assert rig.output.finish(Ms(0))
    assert not any(timer.isActive() for timer in rig.output.findChildren(QTimer))


def test_clips_are_reported_in_the_order_of_their_moments(rig: Rig, qtbot: QtBot) -> None:
    now = rig.clock()
    rig.play(now + 2, 1)
    rig.play(now + 1, 2)
    rig.play(None, 3)
    assert rig.said == []
    rig.clock.advance(2)
    qtbot.waitUntil(lambda: len(rig.said) == 3)
    assert rig.said == [("started", 3, now), ("started", 2, now + 1), ("started", 1, now + 2)]


def test_nothing_is_reported_before_its_moment(rig: Rig, qtbot: QtBot) -> None:
    rig.play(rig.clock() + 10_000, 1)
    rig.play(None, 2)
    qtbot.waitUntil(lambda: rig.said != [])
    assert rig.said == [("started", 2, rig.clock())]


def test_a_stale_clip_is_discarded(rig: Rig, qtbot: QtBot) -> None:
    rig.play(rig.clock() - LATE_LIMIT - 1, 1)
    rig.play(rig.clock() - LATE_LIMIT, 2)
    qtbot.waitUntil(lambda: len(rig.said) == 2)
    assert rig.said == [("discarded", 1), ("started", 2, rig.clock() - LATE_LIMIT)]


def test_a_cut_forgets_what_was_to_come(rig: Rig, qtbot: QtBot) -> None:
    rig.play(None, 1)
    rig.output.cut()
    rig.play(None, 2)
    qtbot.waitUntil(lambda: rig.said != [])
    assert rig.said == [("started", 2, rig.clock())]


def test_while_closed_a_clip_is_discarded_after_the_call(rig: Rig, qtbot: QtBot) -> None:
    rig.output.close()
    rig.play(None, 1)
    assert rig.said == []
    qtbot.waitUntil(lambda: rig.said == [("discarded", 1)])
