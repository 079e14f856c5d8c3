"""Nudges: silent, five seconds long, and answered by nobody."""

import pytest

from backease_desktop.core.reminder.calling import NUDGE_FOR
from backease_desktop.core.reminder.events import Called, Shrunk, Why, Withdrawn
from backease_desktop.core.reminder.means import Means, means_of, sound_of
from backease_desktop.core.reminder.roster import CallStyle, Every, Reminder, Roster
from backease_desktop.core.tones import ToneName
from backease_desktop.core.units import MINUTE
from tests.core.reminder.desk import Desk
from tests.core.reminder.test_schedule import MONDAY, always, heard

SHIFT = Reminder(
    id="shift", name="Shift", when=Every(minutes=20), style=CallStyle.NUDGE, hours=always()
)
STRETCH = Reminder(id="stretch", name="Stretch", when=Every(minutes=40), hours=always())


@pytest.fixture
def desk() -> Desk:
    return Desk.on(f"{MONDAY} 09:00", reminders=(SHIFT, STRETCH))


def test_a_nudge_comes_every_twenty_minutes_and_never_stays_due(desk: Desk) -> None:
    desk.work(19)
    assert heard(desk) == []
    desk.work(20)

    assert [call.reminders for call in heard(desk)] == [("shift",)]
    assert desk.events(Withdrawn) == [Withdrawn(("shift",), Why.NUDGED)]
    assert desk.events(Shrunk) == []
    assert desk.schedule.state(desk.clocks.now).tracks["shift"].due_since is None


def test_it_is_over_after_five_seconds_and_not_before(desk: Desk) -> None:
    while not heard(desk):
        desk.work(0.05)
    desk.clocks.run(NUDGE_FOR - 1_000)
    desk.observe()
    assert desk.events(Withdrawn) == []
    desk.clocks.run(1_000)
    desk.observe()
    assert desk.events(Withdrawn) == [Withdrawn(("shift",), Why.NUDGED)]


def test_where_a_session_is_due_with_it_the_session_calls(desk: Desk) -> None:
    roster = Roster(reminders=(SHIFT, STRETCH.with_(when=Every(minutes=20))))
    both = Desk.on(f"{MONDAY} 09:00", reminders=roster.reminders)
    both.work(21)

    called = heard(both)
    assert called[0].reminders == ("stretch", "shift")
    assert not roster.are_nudges(called[0].reminders)


def test_the_count_of_another_reminder_goes_on_through_a_nudge(desk: Desk) -> None:
    desk.work(40.5)

    assert [call.reminders for call in heard(desk)] == [("shift",), ("stretch",)]


def test_a_nudge_is_silent_and_needs_no_means_of_its_own() -> None:
    called = Called(("shift",), "choose", MINUTE, MINUTE, (), softly=False, may_speak=True)
    loud = SHIFT.with_(tone=ToneName.NEXT, speaks=True)

    assert sound_of(called, loud) is None
    assert means_of(called, CallStyle.NUDGE, card_keeps_off_focus=True) == (Means.CARD,)


def test_a_roster_knows_what_is_but_a_nudge() -> None:
    roster = Roster(reminders=(SHIFT, STRETCH))

    assert roster.are_nudges(["shift"])
    assert not roster.are_nudges(["shift", "stretch"])
    assert not roster.are_nudges([])
    assert not roster.are_nudges(["gone"])
