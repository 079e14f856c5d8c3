import threading
from array import array
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.audio.device import DEEP_PERIOD, PERIOD
from backease_desktop.audio.mixer import Discarded
from backease_desktop.audio.stream import (
    LATE_LIMIT,
    Failed,
    Heard,
    Opened,
    RanDry,
    Report,
    Stream,
)
from backease_desktop.core.clip import SAMPLE_RATE, Clip
from backease_desktop.core.units import Ms
from tests.fakes.ports import FakeClock
from tests.fakes.sound import FakeBackend, FakeDevice
from tests.patience import PATIENCE_S

SHORT = Clip(array("h", [9_000] * 441).tobytes())
LONG = Clip(array("h", [9_000] * 22_050).tobytes())


class Running:
    """A stream on a fake device, its thread running, and what it reported."""

    def __init__(self, backend: FakeBackend, period: Ms = PERIOD) -> None:
        self.backend = backend
        self.clock = FakeClock()
        self.reports: list[Report] = []
        self.stream = Stream(
            backend=backend,
            clock=self.clock,
            report=lambda _, report: self.reports.append(report),
            period=period,
        )
        self.thread = threading.Thread(target=self.stream.run, daemon=True)
        self.thread.start()

    def device(self) -> FakeDevice:
        """The device, opened and running."""
        while not self.stream.has_device:
            assert self.thread.is_alive()
        self.backend.devices[-1].wake(self.clock)
        assert self.reports == [Opened()]
        return self.backend.devices[-1]

    def play(self, at: int, *, token: int = 1, voice: bool = False, clip: Clip = SHORT) -> None:
        self.stream.play(clip, Ms(at), voice=voice, volume=1.0, token=token)

    def end(self) -> None:
        self.backend.answers.set()
        self.stream.retire()
        self.thread.join(PATIENCE_S)
        assert not self.thread.is_alive()


@pytest.fixture
def running() -> Running:
    return Running(FakeBackend(latency=20))


@pytest.mark.parametrize("ahead", [0, 7, 30, 100, 5_003])
def test_a_clip_is_heard_at_its_moment_whenever_it_was_ordered(
    running: Running, ahead: int
) -> None:
    device = running.device()
    begin = running.clock()
    device.run(running.clock, 200)
    moment = running.clock() + 40 + ahead
    running.play(moment)
    device.run(running.clock, ahead + 200)
    frame = next(place for place, sample in enumerate(device.heard) if sample)
    assert begin + 20 + frame * 1000 / SAMPLE_RATE == pytest.approx(moment, abs=1)
    assert running.reports == [Opened(), Heard(1, moment)]
    running.end()


def test_a_device_of_another_speed_is_still_on_time_after_five_minutes(running: Running) -> None:
    device = running.device()
    begin = running.clock()
    for token in range(30):
        running.play(begin + 10_000 * (token + 1), token=token)
    off = []
    was_silent = True
    for number in range(50 * 302):
        # 441 frames last 20.01 ms here: 500 millionths slow, 150 ms in five minutes.
        running.clock.now = Ms(begin + round(number * 20.01))
        for place, sample in enumerate(device.ask()):
            if sample and was_silent:
                heard = begin + 20 + (number + place / 441) * 20.01
                off.append(heard - 10_000 * round(heard / 10_000) - begin % 10_000)
            was_silent = not sample
    assert len(off) == 30
    assert max(abs(late) for late in off) < 3
    running.end()


def test_what_is_too_late_is_reported_and_not_heard(running: Running) -> None:
    device = running.device()
    device.run(running.clock, 1_000)
    running.play(running.clock() - LATE_LIMIT - 1, token=4)
    running.play(running.clock() - LATE_LIMIT + 60, token=5)
    device.run(running.clock, 100)
    assert Discarded(4) in running.reports
    assert [report.token for report in running.reports if isinstance(report, Heard)] == [5]
    assert sum(1 for sample in device.heard if sample) == 441
    running.end()


def test_a_voice_ordered_ahead_makes_room_for_the_next_one_without_delaying_it(
    running: Running,
) -> None:
    device = running.device()
    device.run(running.clock, 200)
    long = Clip(array("h", [9_000] * SAMPLE_RATE).tobytes())
    now = running.clock()
    running.play(now + 100, token=1, voice=True, clip=long)
    running.play(now + 505, token=2, voice=True)
    device.run(running.clock, 1_000)
    assert running.reports[1:] == [Heard(1, Ms(now + 100)), Heard(2, Ms(now + 505))]
    running.end()


def test_a_cut_forgets_what_was_ordered(running: Running) -> None:
    device = running.device()
    running.play(running.clock() + 20)
    running.play(running.clock() + 300)
    device.run(running.clock, 20)
    running.stream.cut()
    device.run(running.clock, 600)
    assert not any(device.heard[441 + SAMPLE_RATE * 80 // 1000 :])
    assert len([report for report in running.reports if isinstance(report, Heard)]) <= 1
    running.end()


def test_orders_that_are_given_up_are_named_in_order_of_their_moments(running: Running) -> None:
    running.play(5_000, token=1)
    running.play(4_000, token=2)
    assert running.stream.give_up_orders() == [2, 1]
    assert running.stream.give_up_orders() == []
    running.end()


def test_a_retired_stream_closes_its_device_and_says_nothing_more(running: Running) -> None:
    device = running.device()
    running.play(running.clock())
    running.end()
    device.ask()
    assert device.closed.is_set()
    assert running.reports == [Opened()]


def test_a_retired_stream_fades_out_before_its_device_is_closed(running: Running) -> None:
    device = running.device()
    running.play(running.clock(), clip=Clip(array("h", [9_000] * SAMPLE_RATE).tobytes()))
    assert device.ask()[-1] == 9_000
    running.stream.retire()
    faded = device.ask()
    assert faded[0] > 8_000
    assert max(abs(b - a) for a, b in pairwise(faded)) < 100
    assert faded[-1] == 0
    running.thread.join(PATIENCE_S)
    assert device.closed.is_set()


def test_requests_that_only_fill_the_buffer_are_no_sign_of_life(running: Running) -> None:
    while not running.stream.has_device:
        assert running.thread.is_alive()
    device = running.backend.devices[-1]
    for _ in range(10):
        device.ask()
    running.clock.advance(1_500)
    assert running.reports == []
    device.wake(running.clock)
    assert running.reports == [Opened()]
    running.end()


def test_a_device_that_asks_in_the_smallest_bites_runs_all_the_same(running: Running) -> None:
    while not running.stream.has_device:
        assert running.thread.is_alive()
    for _ in range(100):
        running.backend.devices[-1].ask(44)
        running.clock.advance(2)
    assert running.reports == [Opened()]
    running.end()


def dry(running: Running) -> int:
    """How often it was told that the device ran dry."""
    return running.reports.count(RanDry())


def test_a_device_that_runs_dry_is_told_of_when_nothing_sounds(running: Running) -> None:
    device = running.device()
    device.run(running.clock, 1_000)
    running.play(running.clock() + 40, clip=LONG)
    device.run(running.clock, 100)
    running.clock.advance(90)
    device.run(running.clock, 700)
    assert dry(running) == 0
    device.run(running.clock, 600)
    assert dry(running) == 1
    device.run(running.clock, 2_000)
    assert dry(running) == 1
    running.end()


def test_a_device_that_runs_dry_before_a_clip_is_told_of_after_it(running: Running) -> None:
    device = running.device()
    device.run(running.clock, 1_000)
    running.play(running.clock() + 300)
    running.clock.advance(90)
    device.run(running.clock, 200)
    assert dry(running) == 0
    device.run(running.clock, 400)
    assert dry(running) == 1
    running.end()


@pytest.mark.parametrize("gap", [20, 35, 1_500, 60_000])
def test_a_request_that_is_a_little_late_or_comes_after_a_sleep_is_no_sign_of_a_busy_computer(
    running: Running, gap: int
) -> None:
    device = running.device()
    device.run(running.clock, 1_000)
    running.clock.advance(gap - 20)
    device.run(running.clock, 1_000)
    assert dry(running) == 0
    running.end()


def test_requests_that_fill_the_buffer_after_it_ran_dry_do_not_date_the_stream(
    running: Running,
) -> None:
    device = running.device()
    device.run(running.clock, 1_000)
    running.clock.advance(90)
    for _ in range(3):  # as a sound server asks that has nothing left
        device.ask()
    del device.heard[:]
    begin = running.clock()
    running.clock.advance(60)
    moment = running.clock() + 200
    running.play(moment)
    device.run(running.clock, 400)
    frame = next(place for place, sample in enumerate(device.heard) if sample)

    # The first of the three was heard 20 ms after it was asked for, the others behind it.
    assert begin + 80 + frame * 1000 / SAMPLE_RATE == pytest.approx(moment, abs=2)
    running.end()


def test_a_stream_that_leaves_hands_its_orders_on_and_plays_nothing_more(running: Running) -> None:
    device = running.device()
    running.play(running.clock() + 900, token=2)
    running.play(running.clock() + 700, token=1)
    device.run(running.clock, 100)

    left = running.stream.leave()

    assert left is not None
    assert [order.token for order in left] == [1, 2]
    running.thread.join(PATIENCE_S)
    assert device.closed.is_set()
    running.end()


@pytest.mark.parametrize("ahead", [30, 300])
def test_a_stream_does_not_leave_while_something_sounds_or_is_about_to(
    running: Running, ahead: int
) -> None:
    device = running.device()
    device.run(running.clock, 200)
    running.play(running.clock() + ahead, clip=LONG)
    device.run(running.clock, 100)

    assert running.stream.leave() is None
    device.run(running.clock, 2_000)
    assert dry(running) == 1  # so that it is asked again
    assert Heard(1, running.clock() - 2_100 + ahead) in running.reports
    running.end()


@given(passed=st.integers(0, 149))
def test_where_much_is_fetched_what_is_wanted_at_once_is_heard_as_soon_as_it_can_be(
    passed: int,
) -> None:
    running = Running(FakeBackend(latency=112), DEEP_PERIOD)
    while not running.stream.has_device:
        assert running.thread.is_alive()
    device = running.backend.devices[-1]
    for _ in range(5):
        device.ask(DEEP_PERIOD * SAMPLE_RATE // 1000)
        running.clock.advance(DEEP_PERIOD)
    device.ask(DEEP_PERIOD * SAMPLE_RATE // 1000)
    running.clock.advance(passed)
    wanted = running.clock()
    running.play(wanted)
    running.clock.advance(DEEP_PERIOD - passed)
    device.ask(DEEP_PERIOD * SAMPLE_RATE // 1000)
    running.end()

    (heard,) = [report for report in running.reports if isinstance(report, Heard)]
    assert heard.at - wanted <= DEEP_PERIOD - passed + 112 + 1


def test_clips_given_up_are_named_also_when_the_mixer_has_them(running: Running) -> None:
    device = running.device()
    running.play(running.clock() + 55, token=1)
    running.play(running.clock() + 500, token=2)
    device.ask()
    assert running.stream.give_up_orders() == [1, 2]
    device.run(running.clock, 700)
    assert not any(device.heard)
    running.end()


def test_a_stream_retired_while_opening_closes_its_device_unannounced() -> None:
    backend = FakeBackend()
    backend.answers.clear()
    running = Running(backend)
    running.end()
    assert running.reports == []
    assert all(device.closed.is_set() for device in backend.devices)


def test_a_device_that_refuses_is_reported_with_its_reason() -> None:
    backend = FakeBackend()
    backend.failure = "no device"
    running = Running(backend)
    running.thread.join(PATIENCE_S)
    assert running.reports == [Failed("no device")]


def test_orders_from_one_thread_and_requests_from_another_lose_nothing(running: Running) -> None:
    device = running.device()
    tokens = range(400)
    finished = threading.Event()

    def ask_until_finished() -> None:
        while not finished.is_set():
            device.ask(50)
            running.clock.advance(2)

    asking = threading.Thread(target=ask_until_finished)
    asking.start()
    for token in tokens:
        running.play(running.clock() + token % 3, token=token, voice=token % 2 == 0)
    finished.set()
    asking.join()
    device.run(running.clock, 2_000)
    told = sorted(report.token for report in running.reports if not isinstance(report, Opened))
    assert told == list(tokens)
    running.end()
