"""A schedule that is asked only when it wants to be."""

import pytest

from backease_desktop.core.reminder.calling import AGAIN_AFTER, ANSWER_WITHIN
from backease_desktop.core.reminder.presence import BusyReason
from backease_desktop.core.reminder.roster import Roster
from backease_desktop.core.reminder.schedule import ReminderSchedule
from backease_desktop.core.reminder.waiting import LONGEST, SOONEST
from backease_desktop.core.units import MINUTE
from tests.core.reminder.desk import Clocks, Desk, at

MONDAY = "2026-03-02"


class Lazy(Desk):
    """Asks when it must, and counts how often it does in each minute."""

    asked: dict[int, int]

    def _pass(self, minutes: float, *, there: bool) -> None:
        end = self.clocks.boot + round(minutes * MINUTE)
        while self.clocks.boot < end:
            wait = min(self.schedule.next_check(self.now), end - self.clocks.boot)
            self.clocks.run(wait)
            self.idle = 0 if there else self.idle + wait
            minute = self.clocks.boot // MINUTE
            self.__dict__.setdefault("asked", {}).setdefault(minute, 0)
            self.asked[minute] += 1
            self.observe()


@pytest.fixture
def desk() -> Lazy:
    """The roster of the first start, on a Monday at nine."""
    return Lazy(Roster(), Clocks.at(at(f"{MONDAY} 09:00")))


def test_a_call_comes_to_the_second_though_nobody_asks_each_second(desk: Lazy) -> None:
    desk.work(20.123)
    desk.rest(2)
    desk.work(60)

    # 30 s of the rest still count, and the return shows within a step.
    assert "09:51:30" <= desk.calls[0] <= "09:52:00"

    steady = Lazy(Roster(), Clocks.at(at(f"{MONDAY} 09:00:00.700")))
    steady.work(60)
    assert steady.calls == ["09:50:00", "09:56:00"]
    assert (ANSWER_WITHIN, AGAIN_AFTER) == (MINUTE, 5 * MINUTE)


def test_an_idle_night_is_asked_about_twice_a_minute(desk: Lazy) -> None:
    desk.rest(600)

    assert max(desk.asked.values()) <= 3


def test_a_day_of_typing_calls_and_pauses_never_asks_twenty_times_a_minute(desk: Lazy) -> None:
    for _ in range(3):
        desk.types = True
        desk.work(55)
        desk.types = False
        desk.busy = frozenset({BusyReason.CONVERSATION})
        desk.rest(61)
        desk.busy = frozenset()
        desk.lock(2)
        desk.hear(desk.schedule.pause_for(desk.now, MINUTE))
        desk.work(33.3)

    assert max(desk.asked.values()) < 20
    assert sum(desk.asked.values()) / len(desk.asked) < 3


@pytest.mark.parametrize("wait", ["hours", "pause", "break", "grace", "card", "free", "typing"])
def test_the_next_moment_that_matters_is_not_slept_over(desk: Lazy, wait: str) -> None:
    def seconds() -> float:
        return desk.schedule.next_check(desk.now) / 1000

    match wait:
        case "hours":
            desk.work(8 * 60 - 0.2)
            assert seconds() == 12
        case "pause":
            desk.schedule.pause_for(desk.now, 12_345)
            assert seconds() == 12.345
        case "break":
            desk.rest(4.9)
            assert seconds() == 6
        case "card":
            desk.work(50.8)
            assert seconds() == 12
        case "free":
            desk.busy = frozenset({BusyReason.FULL_SCREEN})
            desk.work(51)
            desk.busy = frozenset()
            desk.observe()
            desk.work(0.8)
            assert seconds() == 12
        case "typing":
            desk.types = True
            desk.work(50 + 29 / 60)
            assert seconds() == 1
        case "grace":
            desk.work(49)
            desk.sleep(1)
            desk.work(2.9)
            assert seconds() == 6


def test_the_limits_hold(desk: Lazy) -> None:
    assert desk.schedule.next_check(desk.now) == LONGEST
    assert ReminderSchedule(Roster()).next_check(desk.now) == 0
    desk.schedule.pause_for(desk.now, 1)
    assert desk.schedule.next_check(desk.now) == SOONEST
