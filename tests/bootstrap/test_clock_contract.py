"""The port `Clock`, held by the monotonic clock, the fast one of the terminal, and the fake."""

import pytest

from backease_desktop.bootstrap.clocks import clock
from backease_desktop.bootstrap.studio import FastClock
from backease_desktop.controllers.ports import Clock
from tests.fakes.ports import FakeClock

CLOCKS: dict[str, Clock] = {"real": clock, "fast": FastClock(100.0), "fake": FakeClock()}


@pytest.mark.parametrize("kind", CLOCKS)
def test_a_clock_tells_whole_milliseconds_that_never_go_back(kind: str) -> None:
    readings = [CLOCKS[kind]() for _ in range(2_000)]

    assert {type(reading) for reading in readings} == {int}
    assert readings == sorted(readings)
