import subprocess
import sys
from array import array
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from pytestqt.qtbot import QtBot

from backease_desktop.audio.device import DEEP_PERIOD, PERIOD
from backease_desktop.audio.output import SoundOutput
from backease_desktop.audio.stream import LATE_LIMIT
from backease_desktop.core.clip import SAMPLE_RATE, Clip
from backease_desktop.core.units import Ms
from tests.fakes.ports import FakeClock
from tests.fakes.sound import FakeBackend, FakeDevice
from tests.patience import PATIENCE_S

SHORT = Clip(array("h", [9_000] * 441).tobytes())
LONG = Clip(array("h", [9_000] * SAMPLE_RATE * 5).tobytes())
AFTER_25_DAYS = 25 * 24 * 3_600_000


class Rig:
    """An output on a fake sound server, and everything it said."""

    def __init__(self, *, check_every: int = 20, retry_every: int = 10) -> None:
        self.clock = FakeClock(AFTER_25_DAYS)
        self.backend = FakeBackend(latency=20)
        self.output = SoundOutput(
            clock=self.clock,
            backend=self.backend,
            check_every=Ms(check_every),
            retry_every=Ms(retry_every),
        )
        self.said: list[tuple[object, ...]] = []
        for name in ("opened", "started", "discarded", "lost", "restored"):
            signal = getattr(self.output, name)
            signal.connect(lambda *values, name=name: self.said.append((name, *values)))

    @property
    def device(self) -> FakeDevice:
        return self.backend.devices[-1]

    def play(self, at: int | None, *, token: int = 1, clip: Clip = SHORT) -> None:
        moment = None if at is None else Ms(at)
        self.output.play(clip, moment, voice=False, volume=1.0, token=token)

    def timers(self) -> list[QTimer]:
        return [timer for timer in self.output.findChildren(QTimer) if timer.isActive()]


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[Rig]:
    """Patient: its watchdog never barks during a test."""
    rig = Rig(check_every=60_000)
    yield rig
    rig.backend.answers.set()
    assert rig.output.finish(Ms(5_000))
    assert rig.timers() == []


@pytest.fixture
def watchful(qtbot: QtBot) -> Iterator[Rig]:
    """Its watchdog barks after 40 ms without a request, or 240 ms at the start."""
    rig = Rig()
    yield rig
    rig.backend.answers.set()
    assert rig.output.finish(Ms(5_000))
    assert rig.timers() == []


def asleep(rig: Rig, qtbot: QtBot) -> FakeDevice:
    """A device that was opened and does not run yet."""
    count = len(rig.backend.devices)
    rig.output.open()
    qtbot.waitUntil(lambda: len(rig.backend.devices) > count)
    return rig.device


def opened(rig: Rig, qtbot: QtBot) -> FakeDevice:
    device = asleep(rig, qtbot)
    with qtbot.waitSignal(rig.output.opened):
        device.wake(rig.clock)
    return device


def checks(rig: Rig) -> list[int]:
    """A list that grows with each look of the watchdog."""
    made: list[int] = []
    watchdog = next(timer for timer in rig.output.findChildren(QTimer) if timer.interval() == 20)
    watchdog.timeout.connect(lambda: made.append(1))
    return made


def test_opening_is_announced_when_the_device_plays(rig: Rig, qtbot: QtBot) -> None:
    device = asleep(rig, qtbot)
    device.ask()
    device.ask()
    QCoreApplication.processEvents()
    assert rig.said == []
    assert not rig.output.is_open
    with qtbot.waitSignal(rig.output.opened):
        device.wake(rig.clock)
    assert rig.output.is_open
    assert rig.said == [("opened",)]


@pytest.mark.parametrize("sleeps_ms", [0, 1_500, 2_900, 5_000])
def test_a_sleeping_device_is_waited_for_and_then_plays_the_first_clip(
    watchful: Rig, qtbot: QtBot, sleeps_ms: int
) -> None:
    looks = checks(watchful)
    device = asleep(watchful, qtbot)
    device.ask()
    watchful.clock.advance(sleeps_ms)
    # Its watchdog looks every 20 ms here, and every 250 ms in the program.
    qtbot.waitUntil(lambda: len(looks) >= sleeps_ms // 250)
    signal = watchful.output.restored if sleeps_ms > 3_000 else watchful.output.opened
    with qtbot.waitSignal(signal):
        device.wake(watchful.clock)
    moment = watchful.clock() + 40
    watchful.play(moment)
    with qtbot.waitSignal(watchful.output.started) as started:
        device.run(watchful.clock, 200)
    assert started.args == [1, moment]
    late = [("lost", "the sound device does not answer"), ("restored",)]
    assert watchful.said[:-1] == (late if sleeps_ms > 3_000 else [("opened",)])
    assert watchful.backend.attempts == 1


def test_a_device_that_never_wakes_is_opened_anew(watchful: Rig, qtbot: QtBot) -> None:
    device = asleep(watchful, qtbot)
    device.ask()
    qtbot.waitUntil(lambda: watchful.backend.attempts >= 2)
    assert device.closed.wait(PATIENCE_S)
    qtbot.waitUntil(lambda: len(watchful.backend.devices) >= 2)
    with qtbot.waitSignal(watchful.output.restored):
        watchful.device.wake(watchful.clock)
    assert watchful.said == [("lost", "the sound device does not answer"), ("restored",)]


def test_opening_twice_opens_one_device(rig: Rig, qtbot: QtBot) -> None:
    opened(rig, qtbot)
    rig.output.open()
    assert rig.backend.attempts == 1
    assert rig.output.is_open


def test_a_clip_is_reported_with_the_moment_at_which_it_is_heard(rig: Rig, qtbot: QtBot) -> None:
    device = opened(rig, qtbot)
    moment = rig.clock() + 333
    rig.play(moment, token=77)
    with qtbot.waitSignal(rig.output.started):
        device.run(rig.clock, 400)
    assert rig.said == [("opened",), ("started", 77, moment)]


def test_a_clip_for_now_is_heard_with_the_next_request(rig: Rig, qtbot: QtBot) -> None:
    device = opened(rig, qtbot)
    device.run(rig.clock, 100)
    with qtbot.waitSignal(rig.output.started) as started:
        rig.play(None)
        assert device.ask()[0] == 9_000
    assert started.args == [1, rig.clock() + 20]


def test_a_clip_ordered_while_the_device_opens_is_played(rig: Rig, qtbot: QtBot) -> None:
    device = asleep(rig, qtbot)
    rig.play(rig.clock() + 200)
    device.wake(rig.clock)
    qtbot.waitUntil(lambda: rig.output.is_open)
    with qtbot.waitSignal(rig.output.started):
        rig.device.run(rig.clock, 300)


def test_a_stale_clip_is_discarded(rig: Rig, qtbot: QtBot) -> None:
    device = opened(rig, qtbot)
    device.run(rig.clock, 400)
    rig.play(rig.clock() - LATE_LIMIT - 50, token=3)
    with qtbot.waitSignal(rig.output.discarded) as discarded:
        device.run(rig.clock, 200)
    assert discarded.args == [3]
    assert not any(device.heard)


def test_without_a_device_a_clip_is_discarded_but_not_during_the_call(
    rig: Rig, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(rig.output.discarded):
        rig.play(None, token=9)
        assert rig.said == []
    assert rig.said == [("discarded", 9)]


def test_a_cut_is_heard_within_80_ms(rig: Rig, qtbot: QtBot) -> None:
    device = opened(rig, qtbot)
    rig.play(None, clip=LONG)
    rig.play(rig.clock() + 300, token=2)
    device.run(rig.clock, 100)
    assert device.heard[-1] == 9_000
    so_far = len(device.heard)
    rig.output.cut()
    device.run(rig.clock, 500)
    assert not any(device.heard[so_far + SAMPLE_RATE * 80 // 1000 :])


def run_dry(rig: Rig) -> None:
    """The device has asked so late that it had nothing left."""
    rig.clock.advance(90)
    rig.device.run(rig.clock, 40)


def deepened(rig: Rig, qtbot: QtBot) -> FakeDevice:
    """A device that was opened because another one ran dry, and runs."""
    run_dry(rig)
    qtbot.waitUntil(lambda: len(rig.backend.devices) == 2)
    wake_deep(rig)
    return rig.device


def wake_deep(rig: Rig) -> None:
    """The newest device begins to ask for much at a time."""
    for _ in range(3):
        rig.device.ask(DEEP_PERIOD * SAMPLE_RATE // 1000)
        rig.clock.advance(DEEP_PERIOD)
    del rig.device.heard[:]
    QCoreApplication.processEvents()


def test_on_a_busy_computer_more_is_fetched_at_a_time_and_nobody_hears_the_change(
    rig: Rig, qtbot: QtBot
) -> None:
    first = opened(rig, qtbot)
    first.run(rig.clock, 1_000)
    moment = rig.clock() + 1_500
    rig.play(moment, token=5)
    deep = deepened(rig, qtbot)
    assert first.closed.wait(PATIENCE_S)
    assert rig.backend.periods == [PERIOD, DEEP_PERIOD]
    begin = rig.clock()
    with qtbot.waitSignal(rig.output.started) as started:
        deep.run(rig.clock, 1_200)

    assert started.args == [5, moment]
    heard = next(place for place, sample in enumerate(deep.heard) if sample)
    assert begin + 20 + heard * 1000 / SAMPLE_RATE == pytest.approx(moment, abs=1)
    assert rig.said == [("opened",), ("started", 5, moment)]
    assert rig.output.is_open


def test_what_sounds_is_not_cut_by_the_change(rig: Rig, qtbot: QtBot) -> None:
    first = opened(rig, qtbot)
    first.run(rig.clock, 1_000)
    run_dry(rig)
    qtbot.waitUntil(lambda: len(rig.backend.devices) == 2)
    deep = rig.device
    rig.play(rig.clock() + 40, clip=LONG)
    first.run(rig.clock, 1_000)
    for _ in range(3):
        deep.ask(DEEP_PERIOD * SAMPLE_RATE // 1000)
        first.run(rig.clock, DEEP_PERIOD)
    QCoreApplication.processEvents()
    del first.heard[:]
    first.run(rig.clock, 2_000)
    assert all(first.heard)
    first.run(rig.clock, 4_000)
    QCoreApplication.processEvents()

    assert first.closed.wait(PATIENCE_S)
    assert not any(deep.heard)
    rig.play(None, token=2)
    with qtbot.waitSignal(rig.output.started):
        deep.run(rig.clock, 100)


def test_where_no_second_device_opens_the_first_one_goes_on(rig: Rig, qtbot: QtBot) -> None:
    first = opened(rig, qtbot)
    first.run(rig.clock, 1_000)
    rig.backend.failure = "busy"
    run_dry(rig)
    qtbot.waitUntil(lambda: rig.backend.attempts == 2)
    for _ in range(5):
        run_dry(rig)
        first.run(rig.clock, 500)
        QCoreApplication.processEvents()
    rig.play(None, token=2)
    with qtbot.waitSignal(rig.output.started):
        first.run(rig.clock, 100)

    assert rig.backend.attempts == 2
    assert [name for name, *_ in rig.said] == ["opened", "started"]


def test_what_is_cut_on_a_busy_computer_is_not_heard(rig: Rig, qtbot: QtBot) -> None:
    opened(rig, qtbot).run(rig.clock, 1_000)
    rig.play(rig.clock() + 1_500, token=5)
    deep = deepened(rig, qtbot)
    rig.output.cut()
    deep.run(rig.clock, 1_500)

    assert not any(deep.heard)
    assert rig.said == [("opened",)]


def test_a_device_that_fetches_much_and_runs_dry_all_the_same_is_kept(
    rig: Rig, qtbot: QtBot
) -> None:
    opened(rig, qtbot).run(rig.clock, 1_000)
    deep = deepened(rig, qtbot)
    for _ in range(5):
        run_dry(rig)
        deep.run(rig.clock, 500)
        QCoreApplication.processEvents()

    assert rig.backend.attempts == 2
    assert rig.said == [("opened",)]


def test_the_next_opening_begins_with_short_requests_again(rig: Rig, qtbot: QtBot) -> None:
    first = opened(rig, qtbot)
    first.run(rig.clock, 1_000)
    deep = deepened(rig, qtbot)
    rig.output.close()
    assert deep.closed.wait(PATIENCE_S)
    opened(rig, qtbot)

    assert rig.backend.periods == [PERIOD, DEEP_PERIOD, PERIOD]


def test_who_closes_gives_both_devices_back(rig: Rig, qtbot: QtBot) -> None:
    first = opened(rig, qtbot)
    first.run(rig.clock, 1_000)
    run_dry(rig)
    qtbot.waitUntil(lambda: len(rig.backend.devices) == 2)
    rig.output.close()

    assert first.closed.wait(PATIENCE_S)
    assert rig.device.closed.wait(PATIENCE_S)


def test_closing_gives_the_device_back_and_stops_every_timer(rig: Rig, qtbot: QtBot) -> None:
    device = opened(rig, qtbot)
    rig.output.close()
    assert device.closed.wait(PATIENCE_S)
    assert not rig.output.is_open
    assert rig.timers() == []


def test_what_was_on_its_way_when_it_was_closed_is_not_said_any_more(
    rig: Rig, qtbot: QtBot
) -> None:
    device = opened(rig, qtbot)
    rig.play(None)
    device.ask()
    rig.output.close()
    QCoreApplication.processEvents()
    assert rig.said == [("opened",)]


def test_a_closed_output_opens_again(rig: Rig, qtbot: QtBot) -> None:
    opened(rig, qtbot)
    rig.output.close()
    device = opened(rig, qtbot)
    assert len(rig.backend.devices) == 2
    assert not device.closed.is_set()


def test_closing_does_not_wait_for_a_frozen_sound_server(rig: Rig, qtbot: QtBot) -> None:
    device = opened(rig, qtbot)
    rig.backend.answers.clear()
    assert not rig.output.finish(Ms(30))
    assert not device.closed.is_set()
    rig.backend.answers.set()
    assert device.closed.wait(PATIENCE_S)


def test_an_end_waits_for_every_device_that_is_still_being_closed(rig: Rig, qtbot: QtBot) -> None:
    first = opened(rig, qtbot)
    first.lets_go.clear()
    rig.output.close()
    second = opened(rig, qtbot)
    assert not rig.output.finish(Ms(30))
    assert second.closed.wait(PATIENCE_S)
    first.lets_go.set()
    assert rig.output.finish(Ms(5_000))
    assert first.closed.is_set()


@pytest.mark.parametrize("farewell", ["output.finish(500)", "output.close()", ""])
def test_no_device_outlives_python_however_a_program_ends(farewell: str) -> None:
    program = f"""
import atexit, sys, time
from PySide6.QtCore import QCoreApplication
from backease_desktop.audio.output import SoundOutput

class Device:
    def close(self):
        time.sleep(0.6)  # a busy computer
        print("given back")

class Backend:
    def latency(self, period): return 20
    def open(self, fill, period):
        print("opened", flush=True)
        return Device()

app = QCoreApplication([])
output = SoundOutput(clock=lambda: 0, backend=Backend())
output.open()
while not output._stream.has_device: time.sleep(0.01)
{farewell}
sys.exit(3)
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert (done.returncode, done.stdout.split("\n"), done.stderr) == (
        3, ["opened", "given back", ""], "",
    )  # fmt: skip


def test_closed_while_opening_it_opens_silently_and_closes_at_once(rig: Rig, qtbot: QtBot) -> None:
    rig.backend.answers.clear()
    rig.output.open()
    rig.output.close()
    rig.backend.answers.set()
    assert rig.output.finish(Ms(5_000))
    assert all(device.closed.is_set() for device in rig.backend.devices)
    assert rig.said == []


def test_a_missing_device_is_reported_once_and_looked_for_until_it_appears(
    rig: Rig, qtbot: QtBot
) -> None:
    rig.backend.failure = "no device"
    with qtbot.waitSignal(rig.output.lost):
        rig.output.open()
    qtbot.waitUntil(lambda: rig.backend.attempts >= 4)
    assert not rig.output.is_open
    rig.backend.failure = ""
    qtbot.waitUntil(lambda: bool(rig.backend.devices))
    with qtbot.waitSignal(rig.output.restored):
        rig.device.wake(rig.clock)
    assert rig.output.is_open
    assert rig.said == [("lost", "no device"), ("restored",)]


def test_a_device_that_stops_asking_is_lost_once_and_replaced(watchful: Rig, qtbot: QtBot) -> None:
    dead = opened(watchful, qtbot)
    watchful.backend.failure = "still away"
    dead.run(watchful.clock, 100)
    watchful.play(watchful.clock() + 3_000, token=5)
    with qtbot.waitSignal(watchful.output.lost):
        pass
    qtbot.waitUntil(lambda: watchful.backend.attempts >= 3)
    watchful.play(None, token=6)
    watchful.backend.failure = ""
    qtbot.waitUntil(lambda: len(watchful.backend.devices) == 2)
    with qtbot.waitSignal(watchful.output.restored):
        watchful.device.wake(watchful.clock)
    assert dead.closed.wait(PATIENCE_S)
    assert watchful.said == [
        ("opened",),
        ("lost", "the sound device has stopped"),
        ("discarded", 5),
        ("discarded", 6),
        ("restored",),
    ]
    with qtbot.waitSignal(watchful.output.started):
        watchful.play(None, token=7)
        watchful.device.run(watchful.clock, 100)


def test_a_device_that_asks_now_and_then_is_not_lost(watchful: Rig, qtbot: QtBot) -> None:
    device = opened(watchful, qtbot)
    looks = checks(watchful)
    watchful.timers()[0].timeout.connect(device.ask)
    qtbot.waitUntil(lambda: len(looks) >= 20)
    assert watchful.said == [("opened",)]


def test_a_server_that_is_frozen_from_the_start_is_reported_and_not_pestered(
    watchful: Rig, qtbot: QtBot
) -> None:
    watchful.backend.answers.clear()
    with qtbot.waitSignal(watchful.output.lost):
        watchful.output.open()
        watchful.play(watchful.clock(), token=1)
    assert watchful.backend.attempts == 1
    watchful.backend.answers.set()
    qtbot.waitUntil(lambda: bool(watchful.backend.devices))
    with qtbot.waitSignal(watchful.output.restored):
        watchful.device.wake(watchful.clock)
    assert watchful.backend.attempts == 1
    assert watchful.said == [
        ("lost", "the sound server does not answer"),
        ("discarded", 1),
        ("restored",),
    ]
