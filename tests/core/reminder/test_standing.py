"""What a schedule stands on, change by change: the card, what is due, what is in the way."""

import msgspec
import pytest

from backease_desktop.core.reminder.attendance import LONG_AGO, Attendance, first_reading
from backease_desktop.core.reminder.events import BreakTaken, Snoozed, Why, Withdrawn
from backease_desktop.core.reminder.instant import Instant
from backease_desktop.core.reminder.presence import BusyReason, Presence
from backease_desktop.core.reminder.roster import Reminder, Roster
from backease_desktop.core.reminder.standing import FREE_FOR, GRACE, Card, Standing
from backease_desktop.core.reminder.state import Pause, Track
from backease_desktop.core.units import MINUTE, Ms
from tests.core.reminder.desk import at

NOW = Instant(at("2026-03-02 12:00"), Ms(100 * MINUTE), Ms(100 * MINUTE))
SHOWN = Ms(99 * MINUTE)


def due(minutes_ago: int, calls: int = 1) -> Track:
    return Track(
        counted=Ms(50 * MINUTE), due_since=Ms(NOW.boot - minutes_ago * MINUTE), calls=calls
    )


def standing(card: Card | None = None, **tracks: Track) -> Standing:
    roster = Roster(reminders=tuple(Reminder(id=id_, name=id_) for id_ in tracks))
    return Standing(roster, dict(tracks), card=card)


def reading(**changes: object) -> Attendance:
    """A reading with nothing in the way, but for the changes."""
    calm = msgspec.structs.replace(first_reading(NOW, Presence()), arrived=LONG_AGO, freed=LONG_AGO)
    return msgspec.structs.replace(calm, **changes)  # type: ignore[arg-type]


def test_the_longest_due_comes_first_and_then_the_persons_order() -> None:
    one = standing(idle=Track(), late=due(1), first=due(3), second=due(3))

    assert one.due == ("first", "second", "late")


def test_a_card_that_is_taken_away_did_not_count_and_one_that_is_not_there_says_nothing() -> None:
    one = standing(Card(("twice", "never"), SHOWN), twice=due(1, calls=2), never=due(1, calls=0))

    assert one.withdraw(Why.LOCKED) == [Withdrawn(("twice", "never"), Why.LOCKED)]
    assert (one.card, one.calling) == (None, ())
    assert (one.tracks["twice"].calls, one.tracks["never"].calls) == (1, 0)
    assert one.withdraw(Why.LOCKED) == []
    assert one.tracks["twice"].calls == 1


def test_what_is_put_off_waits_as_if_it_had_never_called() -> None:
    one = standing(Card(("due",), SHOWN), due=due(1, calls=2), idle=Track(counted=MINUTE))

    assert one.put_off(NOW, Ms(5 * MINUTE)) == [Snoozed(("due",), Ms(5 * MINUTE))]
    assert one.card is None
    assert (one.tracks["due"].waits_until, one.tracks["due"].calls) == (105 * MINUTE, 0)
    assert one.tracks["due"].is_due
    assert one.tracks["idle"] == Track(counted=MINUTE)


def test_there_is_nothing_to_put_off_without_a_card_and_without_anything_due() -> None:
    assert standing(idle=Track()).put_off(NOW, MINUTE) == []
    assert standing(due=due(1)).put_off(NOW, MINUTE) == [Snoozed(("due",), MINUTE)]


def test_a_session_that_was_left_puts_off_without_anybody_having_said_so() -> None:
    one = standing(due=due(1))

    assert one.put_off(NOW, MINUTE, is_said=False) == [Snoozed(("due",), MINUTE, is_said=False)]


def test_what_is_cleared_is_what_was_due_and_only_that() -> None:
    one = standing(Card(("due",), SHOWN), due=due(1), idle=Track(counted=MINUTE))

    assert one.clear() == ("due",)
    assert (one.card, one.tracks["due"]) == (None, Track())
    assert one.tracks["idle"].counted == MINUTE


def test_a_break_begins_every_count_anew_and_says_what_was_due() -> None:
    one = standing(Card(("due",), SHOWN), due=due(1), idle=Track(counted=MINUTE))
    one.present_for = Ms(70 * MINUTE)

    assert one.take_break(Why.SAID_DONE) == [BreakTaken(("due",), Why.SAID_DONE)]
    assert one.tracks == {"due": Track(), "idle": Track()}
    assert (one.card, one.present_for) == (None, 0)


def test_a_break_goes_before_a_pause_and_a_pause_before_a_session() -> None:
    one = standing()
    assert one.rests is None
    one.in_session = True
    assert one.rests is Why.SESSION
    one.pause = Pause(until=Ms(NOW.boot + MINUTE))
    assert one.rests is Why.PAUSED
    one.on_break = True
    assert one.rests is Why.AWAY


def test_what_is_in_the_way_is_told_in_one_order() -> None:
    one = standing()
    assert one.in_the_way(reading()) == ()
    one.pause = Pause(until=Ms(NOW.boot + MINUTE))
    busy = frozenset({BusyReason.MICROPHONE, BusyReason.CONVERSATION})

    told = one.in_the_way(reading(locked=True, busy=busy, arrived=NOW.boot, freed=NOW.boot))
    assert told == (
        Why.PAUSED,
        Why.LOCKED,
        *(Why(reason) for reason in sorted(busy)),
        Why.JUST_BACK,
    )


@pytest.mark.parametrize(("ago", "why"), [(GRACE - 1, (Why.JUST_BACK,)), (GRACE, ())])
def test_whoever_came_back_is_left_alone_for_a_while(ago: int, why: tuple[Why, ...]) -> None:
    assert standing().in_the_way(reading(arrived=NOW.boot - ago)) == why


@pytest.mark.parametrize(("ago", "why"), [(FREE_FOR - 1, (Why.JUST_FREE,)), (FREE_FOR, ())])
def test_whoever_was_busy_is_left_alone_for_a_while(ago: int, why: tuple[Why, ...]) -> None:
    assert standing().in_the_way(reading(freed=NOW.boot - ago)) == why


def test_the_end_of_a_pause_counts_as_the_last_busy_moment_once_there_was_a_reading() -> None:
    one = standing()
    one.free_from(NOW)
    assert one.reading is None

    one.reading = reading()
    one.free_from(NOW)
    assert one.reading == reading(freed=NOW.boot)
