"""A walk, timed by absence."""

from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtCore import QObject

from backease_desktop.controllers.walk import LEAVES_WITHIN, Walk
from backease_desktop.core.units import MINUTE, SECOND, Ms
from tests.fakes.journal import MemoryJournal
from tests.fakes.reminding import FakePresence


class Desk:
    """Somebody at the keys, on a clock that is moved by hand."""

    def __init__(self, owner: QObject) -> None:
        self.now = 1_000_000
        self.last_input = self.now
        self.presence = FakePresence()
        self.journal = MemoryJournal()
        self.walk = Walk(
            presence=self.presence,
            journal=self.journal,
            boot=lambda: Ms(self.now),
            parent=owner,
        )
        self.told: list[int] = []
        self.walk.walked.connect(self.told.append)

    def wait(self, duration: int, *, types: bool = False, locked: bool = False) -> None:
        """Time passes, looked at every ten seconds."""
        for _ in range(duration // (10 * SECOND)):
            self.now += 10 * SECOND
            if types:
                self.last_input = self.now
            self.presence.presence = msgspec.structs.replace(
                self.presence.presence, idle=Ms(self.now - self.last_input), locked=locked
            )
            self.walk.observe()

    @property
    def walks(self) -> list[int]:
        return [one.duration_ms for one in self.journal.history.walks]


@pytest.fixture
def desk(qapp: QObject) -> Iterator[Desk]:
    owner = QObject()
    desk = Desk(owner)
    yield desk
    desk.walk.cancel()
    owner.deleteLater()


def test_the_absence_is_the_walk_from_the_last_input_to_the_next(desk: Desk) -> None:
    desk.walk.start()
    desk.wait(30 * SECOND, types=True)
    desk.wait(9 * MINUTE)
    desk.wait(10 * SECOND, types=True)

    assert desk.walks == desk.told == [9 * MINUTE + 10 * SECOND]
    assert not desk.walk.is_on


def test_behind_the_lock_one_is_away_at_once(desk: Desk) -> None:
    desk.walk.start()
    desk.wait(8 * MINUTE, locked=True)
    assert desk.walks == []
    desk.wait(10 * SECOND, types=True)

    assert desk.walks == [8 * MINUTE + 10 * SECOND]


def test_whoever_stays_at_the_keys_has_not_walked(desk: Desk) -> None:
    desk.walk.start()
    desk.wait(LEAVES_WITHIN + MINUTE, types=True)

    assert not desk.walk.is_on
    assert desk.walks == []


def test_whoever_says_that_they_do_not_walk_does_not(desk: Desk) -> None:
    desk.walk.start()
    desk.walk.cancel()
    desk.wait(9 * MINUTE)
    desk.wait(10 * SECOND, types=True)

    assert desk.walks == []


def test_an_absence_that_nobody_announced_is_no_walk(desk: Desk) -> None:
    desk.wait(20 * MINUTE)
    desk.wait(10 * SECOND, types=True)

    assert desk.walks == []
    assert not desk.walk.is_on
