"""A call that is asked for, Start without a call, and the outlook: every value that they tell."""

from datetime import time

import pytest

from backease_desktop.core.reminder.events import Called, SessionWanted, Skipped, Why, Withdrawn
from backease_desktop.core.reminder.outlook import Mood, Outlook
from backease_desktop.core.reminder.presence import BusyReason, Presence
from backease_desktop.core.reminder.roster import (
    CHOOSE,
    At,
    DayRange,
    Every,
    Reminder,
    Roster,
    WorkingHours,
)
from backease_desktop.core.reminder.waiting import LONGEST, SOONEST
from backease_desktop.core.units import MINUTE, Ms
from tests.core.reminder.desk import Desk

MONDAY = "2026-03-02"
STRETCH = Reminder(id="stretch", name="Stretch", routine="desk-chair-2")
WALK = Reminder(id="walk", name="Walk", routine="at-work", when=Every(minutes=30))
ALL_DAY = WorkingHours(monday=(DayRange(start=time(), end=time()),))
LATE = WorkingHours(monday=(DayRange(start=time(15), end=time(17)),))


def desk_of(*reminders: Reminder, clock: str = "09:00") -> Desk:
    return Desk.on(f"{MONDAY} {clock}", reminders=reminders)


def asked(desk: Desk, reminder: str | None = None) -> Called:
    events = desk.schedule.call_now(desk.now, reminder)
    assert isinstance(events[-1], Called)
    return events[-1]


# A call that is asked for


def test_a_call_without_any_reminder_tells_all_the_same() -> None:
    desk = desk_of()
    desk.work(10)
    assert asked(desk) == Called(
        reminders=("stretch",),
        routine=Roster().first.routine,
        present_for=Ms(10 * MINUTE),
        waited=Ms(0),
        late_because=(),
        softly=False,
        may_speak=True,
    )


def test_a_call_without_any_reminder_into_a_microphone_may_not_speak_and_stays() -> None:
    desk = desk_of()
    desk.busy = frozenset({BusyReason.MICROPHONE})
    desk.observe()
    assert not asked(desk).may_speak
    desk.work(0.5)
    assert desk.events(Withdrawn) == []


def test_of_two_reminders_the_first_calls_when_nothing_is_due() -> None:
    assert asked(desk_of(STRETCH, WALK)).reminders == ("stretch",)


def test_a_call_for_what_was_due_tells_how_long_it_was() -> None:
    desk = desk_of(STRETCH)
    desk.busy = frozenset({BusyReason.MICROPHONE})
    desk.work(60)
    called = asked(desk)
    assert called.waited == 10 * MINUTE
    assert called.late_because == (Why.MICROPHONE,)


def test_a_call_that_is_asked_for_begins_its_two_tries_anew() -> None:
    desk = desk_of(STRETCH)
    desk.work(60)
    assert len(desk.calls) == 2
    assert not asked(desk).softly
    before = len(desk.calls)
    desk.work(10)
    assert len(desk.calls) == before + 1


def test_a_call_that_is_asked_for_ends_a_later() -> None:
    desk = desk_of(STRETCH)
    desk.work(50.5)
    desk.schedule.snooze(desk.now, 60)
    asked(desk)
    desk.work(7)
    assert len(desk.calls) == 2


def test_a_call_that_is_asked_for_and_withdrawn_does_not_wait_for_an_old_later() -> None:
    desk = desk_of(STRETCH)
    desk.work(50.5)
    desk.schedule.snooze(desk.now, 60)
    asked(desk)
    desk.busy = frozenset({BusyReason.CAMERA})
    desk.work(1)
    desk.busy = frozenset()
    desk.work(3)
    assert len(desk.calls) == 2


def test_a_call_may_be_asked_for_before_anything_was_read() -> None:
    desk = desk_of(STRETCH)
    fresh = type(desk.schedule)(desk.roster)
    (called,) = [e for e in fresh.call_now(desk.now, None) if isinstance(e, Called)]
    assert called.reminders == ("stretch",)


# Outside the hours

SUNDAY = "2026-03-01"
AT_WORK = Reminder(id="stretch", name="Stretch", routine="desk-chair-2")


def on_sunday() -> Desk:
    """The roster of the first start, on a day without hours."""
    return Desk.on(f"{SUNDAY} 11:00", reminders=(AT_WORK,))


def test_what_is_asked_for_and_put_off_on_a_free_day_comes_after_that_time() -> None:
    desk = on_sunday()
    desk.work(1)
    asked(desk)
    desk.schedule.snooze(desk.now, 10)

    outlook = desk.schedule.outlook(desk.now)
    assert (outlook.mood, outlook.minutes_left) == (Mood.DUE, 10)
    desk.work(11)
    assert desk.calls == ["11:11:00"]
    assert desk.events(Skipped) == []


def test_what_is_put_off_on_a_free_day_survives_a_restart() -> None:
    desk = on_sunday()
    desk.work(1)
    asked(desk)
    desk.schedule.snooze(desk.now, 10)
    desk.work(2)
    desk.restart(minutes=2)
    desk.work(8)

    assert desk.calls == ["11:11:00"]


def test_what_is_asked_for_on_a_free_day_and_cut_off_comes_back_softly() -> None:
    desk = on_sunday()
    desk.work(1)
    asked(desk)
    desk.restart(minutes=1)
    desk.work(5)

    assert desk.calls == ["11:05:00"]
    assert [event.softly for event in desk.events(Called) if isinstance(event, Called)] == [True]


def test_what_is_asked_for_on_a_free_day_and_not_answered_comes_back_once() -> None:
    desk = on_sunday()
    desk.work(1)
    asked(desk)
    desk.work(60)

    assert desk.calls == ["11:07:00"]


def test_what_is_put_off_at_the_end_of_the_hours_comes_after_them() -> None:
    desk = Desk.on(f"{MONDAY} 16:05", reminders=(AT_WORK,))
    desk.work(51)
    assert desk.calls == ["16:55:00"]
    desk.schedule.snooze(desk.now, 10)
    desk.work(11)

    assert desk.calls == ["16:55:00", "17:06:00"]


@pytest.mark.parametrize("clock", ["11:00", "18:00"])
def test_what_is_asked_for_after_an_absence_calls_once_and_is_not_taken_away(clock: str) -> None:
    desk = desk_of(AT_WORK, clock=clock)
    desk.rest(19)
    asked(desk)
    desk.work(0.5)

    assert desk.calls == []
    assert desk.events(Withdrawn) == []
    assert desk.schedule.outlook(desk.now).mood is Mood.CALLING


@pytest.mark.parametrize("ends", ["not now", "did it", "session", "away"])
def test_a_free_day_is_free_again_after_an_answer(ends: str) -> None:
    desk = on_sunday()
    desk.work(1)
    asked(desk)
    match ends:
        case "not now":
            desk.schedule.not_now(desk.now)
        case "did it":
            desk.schedule.did_it(desk.now)
        case "session":
            desk.schedule.session_started(desk.now)
            desk.schedule.session_ended(desk.now, 1.0)
        case _:
            desk.rest(6)
    desk.work(120)

    assert desk.calls == []
    assert desk.schedule.outlook(desk.now).mood is Mood.RESTING


def test_a_clock_time_outside_the_hours_calls_not_even_beside_what_was_asked_for() -> None:
    noon = Reminder(id="noon", name="Noon", when=At(times=(time(11, 5),)))
    desk = Desk.on(f"{SUNDAY} 11:00", reminders=(AT_WORK, noon))
    desk.work(1)
    asked(desk, "noon")
    desk.schedule.snooze(desk.now, 60)
    desk.work(30)

    assert desk.calls == []


# Of a reminder that is off

OFF = STRETCH.with_(enabled=False)
TRIED = WALK.with_(enabled=False, routine="mat-12")


@pytest.mark.parametrize("others", [(), (STRETCH,), (OFF,)])
def test_a_reminder_that_is_off_calls_again_when_it_is_put_off(
    others: tuple[Reminder, ...],
) -> None:
    desk = desk_of(*others, TRIED)
    desk.work(4)
    assert asked(desk, "walk").routine == "mat-12"
    desk.schedule.snooze(desk.now, 5)

    seen = desk.schedule.outlook(desk.now)
    assert (seen.mood, seen.reminder, seen.minutes_left) == (Mood.DUE, "walk", 5)
    desk.work(6)
    assert desk.calls == ["09:09:00"]


def test_with_every_reminder_off_the_first_calls_and_comes_again_when_it_is_put_off() -> None:
    desk = desk_of(OFF, TRIED)
    desk.work(4)
    assert asked(desk).reminders == ("stretch",)
    desk.schedule.snooze(desk.now)
    desk.work(6)

    assert desk.calls == ["09:09:00"]


def test_without_any_reminder_what_is_put_off_comes_again() -> None:
    desk = desk_of()
    desk.work(4)
    asked(desk)
    desk.schedule.snooze(desk.now, 10)
    desk.work(11)

    assert desk.calls == ["09:14:00"]


def test_what_is_put_off_of_a_reminder_that_is_off_survives_a_restart() -> None:
    desk = desk_of(TRIED)
    desk.work(4)
    asked(desk, "walk")
    desk.schedule.snooze(desk.now, 10)
    desk.work(1)
    desk.restart(minutes=1)
    desk.work(9)

    assert desk.calls == ["09:14:00"]


def test_a_reminder_that_is_off_comes_again_when_its_card_gave_way_to_a_conversation() -> None:
    desk = desk_of(TRIED)
    desk.work(4)
    asked(desk, "walk")
    desk.busy = frozenset({BusyReason.CONVERSATION})
    desk.work(2)
    desk.busy = frozenset()
    desk.work(2)

    assert desk.calls == ["09:07:05"]


@pytest.mark.parametrize("ends", ["not now", "did it", "session", "away", "unanswered"])
def test_a_reminder_that_is_off_is_off_again_after_an_answer(ends: str) -> None:
    desk = desk_of(TRIED)
    desk.work(4)
    asked(desk, "walk")
    match ends:
        case "not now":
            assert desk.schedule.not_now(desk.now) == [Skipped("walk", Why.NOT_NOW)]
        case "did it":
            desk.schedule.did_it(desk.now)
        case "session":
            desk.schedule.session_started(desk.now)
            desk.schedule.session_ended(desk.now, 1.0)
        case "unanswered":
            desk.work(2)
        case _:
            desk.rest(6)

    assert desk.schedule.outlook(desk.now).mood is Mood.OFF
    desk.work(120)
    assert desk.calls == []


def test_a_reminder_that_is_off_calls_beside_one_that_is_due() -> None:
    desk = desk_of(STRETCH, TRIED)
    desk.work(4)
    asked(desk, "walk")
    desk.schedule.snooze(desk.now, 46)
    desk.work(47)

    assert [event.reminders for event in desk.events(Called) if isinstance(event, Called)] == [
        ("walk", "stretch")
    ]


def test_what_is_put_off_stays_so_when_its_reminder_or_another_is_switched_on() -> None:
    for roster in (Roster(reminders=(WALK,)), Roster(reminders=(STRETCH, TRIED))):
        desk = desk_of(TRIED)
        desk.work(4)
        asked(desk, "walk")
        desk.schedule.snooze(desk.now, 5)
        assert desk.schedule.take_roster(roster, desk.now) == []
        desk.work(6)
        assert desk.calls == ["09:09:00"]


def test_what_was_put_off_goes_with_the_reminder_that_is_switched_off_or_deleted() -> None:
    for before, roster in (
        (WALK, Roster(reminders=(TRIED,))),
        (TRIED, Roster(reminders=(STRETCH,))),
    ):
        desk = desk_of(before)
        desk.work(4)
        asked(desk, "walk")
        desk.schedule.snooze(desk.now, 5)
        assert desk.schedule.take_roster(roster, desk.now) == [Skipped("walk", Why.SWITCHED_OFF)]
        desk.work(6)
        assert desk.calls == []


def test_a_reminder_that_is_no_more_is_asked_for_as_any() -> None:
    assert asked(desk_of(OFF, WALK), "gone").reminders == ("walk",)


# Start


def test_start_without_a_call_opens_the_routine_of_the_first_reminder() -> None:
    desk = desk_of(STRETCH, WALK)
    assert desk.schedule.start(desk.now) == [SessionWanted((), "desk-chair-2")]


def test_start_opens_what_is_called_for_before_what_is_due() -> None:
    desk = desk_of(STRETCH, WALK)
    desk.work(30.5)
    assert desk.calls == ["09:30:00"]
    assert desk.schedule.start(desk.now) == [SessionWanted(("walk",), "at-work")]


def test_start_opens_what_is_due_and_was_not_called_for() -> None:
    desk = desk_of(STRETCH, WALK)
    desk.busy = frozenset({BusyReason.MICROPHONE})
    desk.work(31)
    assert desk.schedule.start(desk.now) == [SessionWanted(("walk",), "at-work")]


def test_start_without_any_reminder_chooses() -> None:
    desk = desk_of()
    assert desk.schedule.start(desk.now) == [SessionWanted((), CHOOSE)]


# Another roster


def test_another_roster_leaves_the_card_of_a_reminder_that_stays() -> None:
    desk = desk_of(STRETCH)
    desk.work(50.5)
    assert desk.schedule.take_roster(Roster(reminders=(STRETCH, WALK)), desk.now) == []


def test_a_reminder_with_other_times_begins_its_count_anew() -> None:
    desk = desk_of(STRETCH)
    desk.work(40)
    other = STRETCH.with_(when=Every(minutes=45))
    desk.schedule.take_roster(Roster(reminders=(other,)), desk.now)
    assert desk.schedule.outlook(desk.now).minutes_left == 45


def test_a_due_reminder_that_is_dropped_is_skipped() -> None:
    desk = desk_of(STRETCH)
    desk.busy = frozenset({BusyReason.MICROPHONE})
    desk.work(51)
    assert desk.schedule.take_roster(Roster(reminders=(WALK,)), desk.now) == [
        Skipped("stretch", Why.SWITCHED_OFF)
    ]


# The outlook


def test_the_outlook_of_a_call_names_its_reminder_and_waits_for_nothing() -> None:
    desk = desk_of(STRETCH)
    desk.work(50.5)
    assert desk.schedule.outlook(desk.now) == Outlook(
        Mood.CALLING, "stretch", Ms(0), present_for=Ms(round(50.5 * MINUTE))
    )


@pytest.mark.parametrize("mood", [Mood.OFF, Mood.SESSION, Mood.PAUSED, Mood.RESTING])
def test_the_outlook_always_tells_how_long_the_person_has_been_there(mood: Mood) -> None:
    desk = desk_of(*(() if mood is Mood.OFF else (STRETCH,)), clock="16:50")
    desk.work(9)
    if mood is Mood.SESSION:
        desk.schedule.session_started(desk.now)
    elif mood is Mood.PAUSED:
        desk.schedule.pause_until_tomorrow(desk.now)
    elif mood is Mood.RESTING:
        desk.work(2)
    seen = desk.schedule.outlook(desk.now)
    assert seen.mood is mood
    assert seen.present_for == (11 if mood is Mood.RESTING else 9) * MINUTE


def test_the_outlook_at_rest_waits_for_the_first_of_all_openings() -> None:
    late = Reminder(id="late", name="Late", hours=LATE)
    for order in ((late, STRETCH), (STRETCH, late)):
        desk = desk_of(*order, clock="07:00")
        until = desk.schedule.outlook(desk.now).until
        assert until is not None
        assert f"{until:%H:%M %z}" == "09:00 +0100"


def test_the_outlook_of_a_reminder_without_hours_has_no_end_in_sight() -> None:
    never = Reminder(id="never", name="Never", hours=WorkingHours(**dict.fromkeys(
        ("monday", "tuesday", "wednesday", "thursday", "friday"), ()
    )))  # fmt: skip
    desk = desk_of(never)
    assert desk.schedule.outlook(desk.now) == Outlook(Mood.RESTING)


def test_the_outlook_is_about_what_comes_first_in_whatever_order_it_stands() -> None:
    for order in ((STRETCH, WALK), (WALK, STRETCH)):
        desk = desk_of(*order)
        seen = desk.schedule.outlook(desk.now)
        assert (seen.reminder, seen.minutes_left, seen.why) == ("walk", 30, ())


def test_what_counts_waits_for_nothing_though_a_microphone_is_live() -> None:
    desk = desk_of(STRETCH)
    desk.busy = frozenset({BusyReason.MICROPHONE})
    desk.work(5)
    assert desk.schedule.outlook(desk.now).why == ()


def test_the_outlook_of_a_later_counts_down_to_it_and_not_below_nothing() -> None:
    desk = desk_of(STRETCH)
    desk.work(50.5)
    desk.schedule.snooze(desk.now, 10)
    desk.busy = frozenset({BusyReason.MICROPHONE})
    desk.work(4)
    assert desk.schedule.outlook(desk.now).left == 6 * MINUTE
    desk.work(20)
    assert desk.schedule.outlook(desk.now).left == 0


def test_the_end_of_a_pause_is_told_in_the_zone_of_the_person() -> None:
    desk = Desk.on(f"{MONDAY} 09:00", zone="Asia/Kolkata")
    desk.schedule.pause_for(desk.now, Ms(90 * MINUTE))
    until = desk.schedule.outlook(desk.now).until
    assert until is not None
    assert f"{until:%H:%M %z}" == "10:30 +0530"


# When it must be asked again


def test_the_end_of_a_pause_until_a_date_is_not_slept_over() -> None:
    desk = desk_of(STRETCH.with_(hours=ALL_DAY), clock="23:59")
    desk.schedule.pause_until_tomorrow(desk.now)
    desk.work(0.75)
    assert desk.schedule.next_check(desk.now) == 15_000


def test_a_pause_in_typing_is_looked_for_when_it_can_come() -> None:
    desk = desk_of(STRETCH)
    desk.types = True
    desk.work(50)
    assert desk.schedule.next_check(desk.now) == 3_000


def test_a_pause_in_typing_counts_from_the_last_key() -> None:
    desk = desk_of(STRETCH)
    desk.types = True
    desk.work(50)
    desk.clocks.run(1_000)
    desk.schedule.observe(desk.now, Presence(Ms(0), False, frozenset(), Ms(1_000)))
    assert desk.schedule.next_check(desk.now) == 2_000


def test_nobody_behind_a_lock_is_counted() -> None:
    desk = desk_of(STRETCH)
    desk.work(49.9)
    desk.locked = True
    desk.observe()
    assert desk.schedule.next_check(desk.now) == LONGEST


def test_nothing_counts_in_a_pause_and_so_nothing_is_near() -> None:
    desk = desk_of(STRETCH)
    desk.work(49.9)
    desk.schedule.pause_for(desk.now, Ms(60 * MINUTE))
    assert desk.schedule.next_check(desk.now) == LONGEST


def test_a_clock_time_is_no_presence_to_wait_for() -> None:
    desk = desk_of(Reminder(id="tea", name="Tea", when=At(times=(time(9, 5),))))
    desk.work(4.75)
    assert desk.schedule.next_check(desk.now) == 15_000


def test_a_wait_shorter_than_the_soonest_is_the_soonest() -> None:
    desk = desk_of(STRETCH)
    desk.schedule.pause_for(desk.now, Ms(1))
    assert desk.schedule.next_check(desk.now) == SOONEST
