"""The clock of a session that is played faster than life."""

import pytest

from backease_desktop.bootstrap import studio
from backease_desktop.bootstrap.studio import LONGEST_STEP, FastClock
from backease_desktop.core.player.player import MAX_GAP
from tests.fakes.ports import FakeClock


def test_a_busy_computer_is_not_taken_for_a_sleeping_one(monkeypatch: pytest.MonkeyPatch) -> None:
    real = FakeClock()
    monkeypatch.setattr(studio, "clock", real)
    fast = FastClock(500)
    before = fast()
    real.advance(2_000)
    assert fast() - before == LONGEST_STEP < MAX_GAP
    real.advance(1)
    assert fast() - before == LONGEST_STEP + 500
