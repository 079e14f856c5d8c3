"""The eleven rules, each by example."""

from datetime import date, time

import pytest

from backease_desktop.core.fields import parsed
from backease_desktop.core.reminder.calling import AGAIN_AFTER
from backease_desktop.core.reminder.events import (
    BreakTaken,
    Called,
    Held,
    PauseEnded,
    SessionWanted,
    Shrunk,
    Skipped,
    Snoozed,
    Why,
    Withdrawn,
)
from backease_desktop.core.reminder.outlook import Mood
from backease_desktop.core.reminder.presence import BusyReason
from backease_desktop.core.reminder.roster import At, Every, Reminder, Roster, WorkingHours
from backease_desktop.core.units import MINUTE, Ms
from tests.core.reminder.desk import Clocks, Desk, at

MONDAY = "2026-03-02"
CALL = frozenset({BusyReason.MICROPHONE})


@pytest.fixture
def desk() -> Desk:
    """The roster of the first start, on a Monday at nine."""
    return Desk.on(f"{MONDAY} 09:00")


def fixed(*times: str, id_: str = "tea") -> Reminder:
    """A reminder at clock times, all day and all week."""
    return Reminder(
        id=id_,
        name=id_,
        when=At(times=tuple(time.fromisoformat(t) for t in times)),
        hours=always(),
    )


def always() -> WorkingHours:
    """Every hour of the week."""
    day = [{"start": "00:00", "end": "00:00"}]
    names = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    return parsed(WorkingHours, dict.fromkeys(names, day))


def heard(desk: Desk) -> list[Called]:
    """The calls of a desk."""
    return [event for event in desk.events(Called) if isinstance(event, Called)]


# Rule 1: presence counts, absence does not


def test_fifty_minutes_of_work_are_followed_by_a_call(desk: Desk) -> None:
    desk.work(60)

    assert desk.calls == ["09:50:00", "09:56:00"]


def test_a_short_absence_stops_the_count_which_then_goes_on(desk: Desk) -> None:
    desk.work(30)
    desk.rest(4)
    desk.work(30)

    # Still there for the first 30 s of the four minutes, and back 5 s after their end.
    assert desk.calls[0] == "09:53:35"


def test_an_absence_of_five_minutes_is_a_break(desk: Desk) -> None:
    desk.work(49)
    desk.rest(5)
    desk.work(49)

    assert desk.calls == []
    assert desk.events(BreakTaken) == [BreakTaken((), Why.AWAY)]

    desk.work(2)
    assert desk.calls == ["10:44:05"]


def test_a_card_that_calls_somebody_who_turns_out_to_be_gone_goes_too() -> None:
    desk = Desk.on(f"{MONDAY} 09:50", reminders=[fixed("10:00")])
    desk.work(5.5)
    desk.rest(5.5)

    assert desk.calls == ["10:00:00"]
    assert [event for _, event in desk.said[1:]] == [
        Withdrawn(("tea",), Why.AWAY),
        BreakTaken(("tea",), Why.AWAY),
    ]


def test_a_break_after_an_unanswered_card_is_a_break(desk: Desk) -> None:
    desk.work(49.75)
    desk.rest(6)

    assert desk.calls == ["09:50:00"]
    assert [type(event) for _, event in desk.said[1:]] == [Shrunk, BreakTaken]


@pytest.mark.parametrize("step", [5, 7, 20, 30, 60])
def test_the_count_is_exact_within_a_step_however_time_is_sliced(step: int) -> None:
    desk = Desk(Roster(), Clocks.at(at(f"{MONDAY} 09:00")), step=step * 1000)

    desk.work(20)
    desk.rest(3)
    desk.work(20)

    counted = desk.schedule.state(desk.now).tracks["stretch"].counted
    assert abs(counted - 40.5 * MINUTE) <= step * 1000


# Rule 2: locked or asleep is away


def test_five_minutes_behind_the_lock_are_a_break_whatever_touches_the_keys(desk: Desk) -> None:
    desk.work(40)
    desk.locked = True
    desk.observe()
    desk.work(5)

    assert desk.events(BreakTaken) == [BreakTaken((), Why.AWAY)]


def test_a_lock_of_two_minutes_keeps_the_count(desk: Desk) -> None:
    desk.work(40)
    desk.lock(2)
    desk.work(20)

    assert desk.events(BreakTaken) == []
    assert desk.calls[0] == "09:52:01"


def test_a_night_of_sleep_is_a_break(desk: Desk) -> None:
    desk.work(40)
    desk.sleep(6)

    assert desk.events(BreakTaken) == [BreakTaken((), Why.AWAY)]


def test_a_short_sleep_stops_the_count_which_then_goes_on(desk: Desk) -> None:
    desk.work(40)
    desk.sleep(2)
    desk.work(20)

    assert desk.events(BreakTaken) == []
    assert desk.calls[0] == "09:52:01"


@pytest.mark.parametrize("minutes", [-180, -1, 1, 20])
def test_a_clock_that_is_set_moves_no_count(desk: Desk, minutes: int) -> None:
    desk.work(10)
    desk.clocks.set(minutes * MINUTE)
    before = desk.schedule.state(desk.now).tracks["stretch"].counted
    desk.roster = desk.roster.with_(reminders=(desk.roster.reminders[0].with_(hours=always()),))
    desk.schedule.take_roster(desk.roster, desk.now)
    desk.work(39.9)
    assert desk.calls == []
    desk.work(0.1)

    assert before == 10 * MINUTE
    assert len(desk.calls) == 1
    assert desk.events(BreakTaken) == []


def test_a_process_that_was_stopped_for_long_has_slept(desk: Desk) -> None:
    desk.work(49)
    desk.clocks.run(10 * MINUTE)
    desk.observe()

    assert desk.events(BreakTaken) == [BreakTaken((), Why.AWAY)]


# Rule 3: no call within three minutes of waking, unlocking or starting


@pytest.mark.parametrize("minutes", [0.2, 2, 4.5])
def test_no_call_comes_within_three_minutes_of_waking(desk: Desk, minutes: float) -> None:
    desk.work(49.9)
    desk.sleep(minutes)
    woke = desk.clocks.boot
    while not desk.calls:
        desk.work(1 / 12)

    assert desk.clocks.boot - woke == 3 * MINUTE
    assert desk.events(Held) == [Held("stretch", (Why.JUST_BACK,))]


def test_no_call_comes_within_three_minutes_of_unlocking(desk: Desk) -> None:
    desk.work(49.9)
    desk.lock(1)
    desk.work(10)

    assert desk.calls[0] == "09:53:55"


def test_no_call_comes_within_three_minutes_of_starting() -> None:
    desk = Desk.on(f"{MONDAY} 09:59", reminders=[fixed("10:00")])

    desk.work(10)

    assert desk.calls == ["10:02:00", "10:08:00"]


def test_a_card_goes_to_sleep_with_the_machine_and_comes_back_after_it(desk: Desk) -> None:
    desk.work(50.1)
    desk.sleep(0.5)
    desk.work(4)

    assert desk.events(Withdrawn) == [Withdrawn(("stretch",), Why.JUST_BACK)]
    assert len(desk.calls) == 2


# Rule 4: busy holds


@pytest.mark.parametrize("reason", BusyReason)
def test_every_reason_holds_and_never_resets(desk: Desk, reason: BusyReason) -> None:
    desk.work(45)
    desk.busy = frozenset({reason})
    desk.work(30)
    assert desk.calls == []
    desk.busy = frozenset()
    desk.work(2)

    assert desk.calls == ["10:16:05"]
    (called,) = heard(desk)
    assert called.late_because == (Why(reason),)
    assert called.waited == Ms(26 * MINUTE + 5000)


@pytest.mark.parametrize("reason", BusyReason)
def test_every_reason_can_be_switched_off(reason: BusyReason) -> None:
    desk = Desk.on(f"{MONDAY} 09:00", wait_for={reason.value: False})
    desk.busy = frozenset({reason})

    desk.work(51)

    assert desk.calls == ["09:50:00"]


def test_hands_in_the_lap_during_a_call_are_no_break(desk: Desk) -> None:
    desk.work(10)
    desk.busy = CALL
    desk.rest(60)
    desk.busy = frozenset()
    desk.rest(2)

    assert desk.events(BreakTaken) == []
    assert desk.calls == ["10:11:05"]


def test_do_not_disturb_does_not_keep_anybody_at_the_desk(desk: Desk) -> None:
    desk.busy = frozenset({BusyReason.DO_NOT_DISTURB})

    desk.rest(6)

    assert desk.events(BreakTaken) == [BreakTaken((), Why.AWAY)]


def test_the_card_goes_when_a_call_begins_and_comes_back_after_it(desk: Desk) -> None:
    desk.work(50.5)
    desk.busy = CALL
    desk.work(10)
    desk.busy = frozenset()
    desk.work(2)

    assert desk.events(Withdrawn) == [Withdrawn(("stretch",), Why.MICROPHONE)]
    assert desk.calls == ["09:50:00", "10:01:35"]
    assert [called.softly for called in heard(desk)] == [False, False]


def test_the_card_stays_when_it_fills_the_screen_itself(desk: Desk) -> None:
    desk.work(50.2)
    desk.busy = frozenset({BusyReason.FULL_SCREEN})
    desk.work(0.5)

    assert desk.events(Withdrawn) == []


def test_nothing_is_spoken_into_a_live_microphone_even_where_it_is_not_heeded() -> None:
    desk = Desk.on(f"{MONDAY} 09:00", wait_for={"microphone": False})
    desk.busy = CALL

    desk.work(51)

    assert [called.may_speak for called in heard(desk)] == [False]


def test_everything_that_a_call_has_waited_for_is_told_in_order(desk: Desk) -> None:
    desk.work(49)
    desk.busy = CALL
    desk.work(2)
    desk.busy = frozenset({BusyReason.FULL_SCREEN})
    desk.work(2)
    desk.busy = frozenset()
    desk.lock(1)
    desk.work(4)

    reasons = (Why.MICROPHONE, Why.FULL_SCREEN, Why.LOCKED, Why.JUST_BACK)
    assert [called.late_because for called in heard(desk)] == [reasons]


# Rule 5: a pause in typing


def test_a_call_waits_for_a_pause_in_typing(desk: Desk) -> None:
    desk.step, desk.types = 1000, True
    desk.work(50 + 10 / 60)
    assert desk.calls == []
    desk.types = False
    desk.work(1 / 60)

    assert desk.calls == ["09:50:11"]


def test_a_call_waits_no_longer_than_half_a_minute_for_it(desk: Desk) -> None:
    desk.step, desk.types = 1000, True

    desk.work(51)

    assert desk.calls == ["09:50:30"]


# Rule 6: the answers


def test_later_calls_again_after_that_time(desk: Desk) -> None:
    desk.work(50.5)
    desk.hear(desk.schedule.snooze(desk.now, 10))
    desk.work(12)

    assert desk.calls[:2] == ["09:50:00", "10:00:30"]
    assert desk.events(Snoozed) == [Snoozed(("stretch",), Ms(10 * MINUTE))]


def test_later_leaves_two_calls_without_an_answer_again(desk: Desk) -> None:
    desk.work(50.5)
    desk.hear(desk.schedule.snooze(desk.now))
    desk.work(60)

    assert desk.calls == ["09:50:00", "09:55:30", "10:01:30"]
    assert [called.softly for called in heard(desk)] == [False, False, True]


def test_not_now_begins_the_count_anew(desk: Desk) -> None:
    desk.work(50.5)
    desk.hear(desk.schedule.not_now(desk.now))
    desk.work(51)

    assert desk.calls == ["09:50:00", "10:40:30"]
    assert Skipped("stretch", Why.NOT_NOW) in desk.events(Skipped)


def test_start_wants_the_routine_of_the_reminder(desk: Desk) -> None:
    desk.work(50.5)

    assert desk.schedule.start(desk.now) == [SessionWanted(("stretch",), "desk-chair-2")]
    assert desk.schedule.outlook(desk.now).mood is Mood.DUE


def test_start_in_a_session_wants_no_other(desk: Desk) -> None:
    desk.work(51)
    desk.schedule.session_started(desk.now)

    assert desk.schedule.start(desk.now) == []


def test_an_unanswered_card_comes_back_once_softly_and_stays_due(desk: Desk) -> None:
    desk.work(180)

    assert desk.events(Shrunk) == [Shrunk(("stretch",), True), Shrunk(("stretch",), False)]
    assert [called.softly for called in heard(desk)] == [False, True]
    assert desk.calls == ["09:50:00", "09:56:00"]
    assert desk.schedule.outlook(desk.now).mood is Mood.DUE
    assert AGAIN_AFTER == 5 * MINUTE


# Rule 7: a session is a break for all


@pytest.mark.parametrize(("fraction", "calls"), [(0.5, []), (1.0, []), (0.49, ["10:03:00"])])
def test_half_a_session_is_a_break_and_less_is_not(
    desk: Desk, fraction: float, calls: list[str]
) -> None:
    desk.work(50)
    desk.said.clear()
    desk.hear(desk.schedule.start(desk.now))
    desk.hear(desk.schedule.session_started(desk.now))
    desk.rest(8)
    desk.hear(desk.schedule.session_ended(desk.now, fraction))
    desk.work(5.5)

    assert desk.calls == calls


def test_a_session_counts_for_every_reminder() -> None:
    often = Reminder(id="often", name="Often", when=Every(minutes=20))
    desk = Desk.on(f"{MONDAY} 09:00", reminders=[often, Reminder(id="stretch", name="Stretch")])
    desk.work(20)
    desk.schedule.session_started(desk.now)
    ended = desk.schedule.session_ended(desk.now, 1)

    assert ended == [BreakTaken(("often",), Why.SESSION_DONE)]
    assert {t.counted for t in desk.schedule.state(desk.now).tracks.values()} == {0}


def test_i_did_it_is_a_break(desk: Desk) -> None:
    desk.work(50)

    assert desk.schedule.did_it(desk.now) == [BreakTaken(("stretch",), Why.SAID_DONE)]
    assert desk.schedule.outlook(desk.now).minutes_left == 50


# Rule 8: pauses


def test_a_pause_holds_the_count_and_ends_by_itself(desk: Desk) -> None:
    desk.work(40)
    desk.schedule.pause_for(desk.now, Ms(60 * MINUTE))
    desk.work(60)
    assert desk.calls == []
    desk.work(11)

    assert desk.calls == ["10:50:00"]
    assert desk.events(PauseEnded) == [PauseEnded()]


def test_a_pause_is_visible_and_says_when_it_ends(desk: Desk) -> None:
    desk.schedule.pause_for(desk.now, Ms(60 * MINUTE))
    seen = desk.schedule.outlook(desk.now)
    desk.schedule.pause_until_tomorrow(desk.now)
    tomorrow = desk.schedule.outlook(desk.now)

    assert (seen.mood, seen.until) == (Mood.PAUSED, at(f"{MONDAY} 10:00"))
    assert tomorrow.until == at("2026-03-03 00:00")


@pytest.mark.parametrize("reboots", [True, False])
def test_a_pause_survives_a_restart_and_runs_on_meanwhile(desk: Desk, *, reboots: bool) -> None:
    desk.schedule.pause_for(desk.now, Ms(60 * MINUTE))
    desk.restart(20, reboots=reboots)
    desk.work(39.9)
    assert desk.schedule.outlook(desk.now).mood is Mood.PAUSED
    desk.work(0.2)

    assert desk.schedule.outlook(desk.now).mood is Mood.COUNTING


def test_a_pause_of_an_hour_does_not_heed_the_wall_clock(desk: Desk) -> None:
    desk.schedule.pause_for(desk.now, Ms(60 * MINUTE))
    desk.clocks.set(120 * MINUTE)
    desk.work(59)

    assert desk.schedule.outlook(desk.now).mood is Mood.PAUSED


def test_a_pause_until_a_date_ends_with_the_night_before_it(desk: Desk) -> None:
    desk.schedule.pause_until(desk.now, date(2026, 3, 4))
    desk.sleep(24 * 60)
    assert desk.schedule.outlook(desk.now).mood is Mood.PAUSED
    desk.sleep(24 * 60)

    assert desk.events(PauseEnded) == [PauseEnded()]
    desk.work(51)
    assert len(desk.calls) == 1


def test_what_a_pause_held_comes_a_minute_after_its_end(desk: Desk) -> None:
    desk.work(49)
    desk.busy = frozenset({BusyReason.DO_NOT_DISTURB})
    desk.work(6)
    desk.schedule.pause_for(desk.now, Ms(10 * MINUTE))
    desk.busy = frozenset()
    desk.work(12)

    assert desk.calls == ["10:06:00"]


def test_resuming_by_hand_brings_what_was_due_after_a_minute(desk: Desk) -> None:
    desk.work(50.5)
    desk.hear(desk.schedule.pause_for(desk.now, Ms(60 * MINUTE)))
    desk.work(1)
    assert desk.events(Withdrawn) == [Withdrawn(("stretch",), Why.PAUSED)]
    desk.hear(desk.schedule.resume(desk.now))
    desk.work(1.5)

    assert desk.calls == ["09:50:00", "09:52:30"]
    assert desk.schedule.resume(desk.now) == []


# Rule 9: working hours


def test_no_call_comes_outside_the_hours() -> None:
    desk = Desk.on(f"{MONDAY} 07:00")

    desk.work(12 * 60)

    assert desk.calls[0] == "09:50:00"
    assert all("09:00:00" <= call < "17:00:00" for call in desk.calls)


def test_what_is_due_when_the_hours_end_is_dropped() -> None:
    desk = Desk.on(f"{MONDAY} 16:05")
    desk.work(45)
    desk.busy = CALL
    desk.work(20)

    assert desk.events(Skipped) == [Skipped("stretch", Why.OUTSIDE_HOURS)]


@pytest.mark.parametrize(
    ("start", "zone", "calls"),
    [
        ("2026-03-29 00:58", "Europe/Berlin", ["03:30:00"]),
        ("2026-10-25 00:58", "Europe/Berlin", ["02:30:00"]),
        ("2026-03-08 00:58", "America/New_York", ["03:30:00"]),
        ("2026-11-01 00:58", "America/New_York", ["02:30:00"]),
    ],
)
def test_a_clock_time_comes_once_on_the_days_that_change(
    start: str, zone: str, calls: list[str]
) -> None:
    desk = Desk.on(start, zone, reminders=[fixed("02:30")])

    for _ in range(50):
        desk.work(5)
        desk.hear(desk.schedule.not_now(desk.now))

    assert desk.calls == calls


@pytest.mark.parametrize(
    ("start", "minutes"), [("2026-03-29 00:00", 120), ("2026-10-25 00:00", 240)]
)
def test_hours_are_what_the_clock_shows_on_the_days_that_change(start: str, minutes: int) -> None:
    night = {"sunday": [{"start": "00:00", "end": "03:00"}]}
    desk = Desk.on(start, reminders=[{"id": "night", "name": "Night", "hours": night}])
    desk.work(minutes - 1)
    assert desk.schedule.outlook(desk.now).mood is not Mood.RESTING
    desk.work(1)

    assert desk.schedule.outlook(desk.now).mood is Mood.RESTING


def test_hours_follow_the_person_into_another_time_zone(desk: Desk) -> None:
    desk.work(40)
    desk.clocks.zone = at(f"{MONDAY} 00:00", "America/New_York").tzinfo or desk.clocks.zone
    desk.work(30)

    assert desk.time == "04:10:00"
    assert desk.calls == []
    assert desk.schedule.outlook(desk.now).until == at(f"{MONDAY} 09:00", "America/New_York")


def test_a_clock_time_comes_again_in_another_time_zone() -> None:
    desk = Desk.on(f"{MONDAY} 09:50", reminders=[fixed("10:00")])
    desk.work(15)
    desk.hear(desk.schedule.not_now(desk.now))
    desk.clocks.zone = at(f"{MONDAY} 00:00", "Europe/London").tzinfo or desk.clocks.zone
    desk.work(60)

    assert desk.calls == ["10:00:00", "10:00:00"]


def test_a_clock_that_is_set_back_repeats_no_clock_time() -> None:
    desk = Desk.on(f"{MONDAY} 09:50", reminders=[fixed("10:00")])
    desk.work(12)
    desk.hear(desk.schedule.not_now(desk.now))
    desk.clocks.set(-30 * MINUTE)
    desk.work(60)

    assert desk.calls == ["10:00:00"]


def test_a_clock_that_was_a_year_ahead_by_mistake_is_forgotten() -> None:
    desk = Desk.on(f"{MONDAY} 09:50", reminders=[fixed("10:00", "10:20")])
    desk.clocks.set(365 * 24 * 60 * MINUTE)
    desk.work(11)
    desk.hear(desk.schedule.not_now(desk.now))
    desk.clocks.set(-365 * 24 * 60 * MINUTE)
    desk.work(20)

    assert desk.calls == ["10:00:00", "10:20:00"]


def test_a_clock_time_that_passed_in_the_persons_absence_is_skipped() -> None:
    desk = Desk.on(f"{MONDAY} 09:50", reminders=[fixed("10:00")])
    desk.work(2)
    desk.rest(12)
    desk.work(10)

    assert desk.calls == []
    assert desk.events(Skipped) == [Skipped("tea", Why.AWAY)]


def test_a_clock_time_that_a_short_sleep_carries_past_midnight_still_calls() -> None:
    desk = Desk.on(f"{MONDAY} 23:50", reminders=[fixed("23:59")])
    desk.work(8)
    desk.sleep(3)
    desk.work(4)

    assert desk.calls == ["00:04:01"]


def test_a_clock_time_in_a_pause_is_skipped() -> None:
    desk = Desk.on(f"{MONDAY} 09:50", reminders=[fixed("10:00")])
    desk.schedule.pause_for(desk.now, Ms(15 * MINUTE))
    desk.work(30)

    assert desk.calls == []
    assert desk.events(Skipped) == [Skipped("tea", Why.PAUSED)]


def test_a_card_that_is_up_when_the_hours_end_may_still_be_answered() -> None:
    desk = Desk.on(f"{MONDAY} 16:09:30")
    desk.work(50.75)
    assert desk.schedule.outlook(desk.now).mood is Mood.CALLING
    desk.work(1)

    assert [type(event) for _, event in desk.said] == [Called, Shrunk, Skipped]


# Several reminders


def test_what_is_due_together_calls_together_the_longest_due_first() -> None:
    desk = Desk.on(
        f"{MONDAY} 09:00", reminders=[Reminder(id="stretch", name="Stretch"), fixed("09:48")]
    )
    desk.work(45)
    desk.busy = CALL
    desk.work(6)
    desk.busy = frozenset()
    desk.work(1.5)

    (called,) = heard(desk)
    assert called.reminders == ("tea", "stretch")


def test_there_is_one_card_at_a_time() -> None:
    stretch = Reminder(id="stretch", name="Stretch")
    desk = Desk.on(f"{MONDAY} 09:00:30", reminders=[fixed("09:50"), stretch])
    desk.work(50.9)

    assert desk.calls == ["09:50:00", "09:51:00"]
    assert [called.reminders for called in heard(desk)] == [("tea",), ("stretch",)]


def test_a_card_is_soft_only_if_all_that_it_calls_for_was_left_without_an_answer() -> None:
    desk = Desk.on(f"{MONDAY} 09:40", reminders=[fixed("09:50"), fixed("09:56", id_="milk")])
    desk.work(17)

    assert [(called.reminders, called.softly) for called in heard(desk)] == [
        (("tea",), False),
        (("tea", "milk"), False),
    ]


def test_a_new_clock_time_calls_though_the_one_before_got_no_answer() -> None:
    desk = Desk.on(f"{MONDAY} 09:40", reminders=[fixed("09:50", "10:30")])
    desk.work(60)

    assert desk.calls == ["09:50:00", "09:56:00", "10:30:00", "10:36:00"]


def test_an_answer_is_for_everything_that_is_due() -> None:
    desk = Desk.on(f"{MONDAY} 09:00", reminders=[fixed("09:50"), fixed("09:51", id_="milk")])
    desk.work(51.5)

    assert [e.reminder for e in desk.schedule.not_now(desk.now) if isinstance(e, Skipped)] == [
        "tea",
        "milk",
    ]


def test_a_reminder_that_is_switched_off_takes_its_card_along(desk: Desk) -> None:
    desk.work(50.5)
    events = desk.schedule.take_roster(Roster(reminders=()), desk.now)

    assert events == [
        Withdrawn(("stretch",), Why.SWITCHED_OFF),
        Skipped("stretch", Why.SWITCHED_OFF),
    ]
    assert desk.schedule.outlook(desk.now).mood is Mood.OFF


def test_a_reminder_keeps_its_count_when_its_name_changes(desk: Desk) -> None:
    desk.work(30)
    renamed = Reminder(id="stretch", name="Move")
    desk.schedule.take_roster(Roster(reminders=(renamed,)), desk.now)

    assert desk.schedule.outlook(desk.now).minutes_left == 20


# Restarts


@pytest.mark.parametrize("reboots", [True, False])
def test_a_restart_keeps_the_count(desk: Desk, *, reboots: bool) -> None:
    desk.work(40)
    desk.restart(2, reboots=reboots)
    desk.work(20)

    assert desk.calls[0] == "09:52:00"


def test_a_long_time_without_the_program_is_a_break(desk: Desk) -> None:
    desk.work(40)
    desk.restart(5)

    assert desk.schedule.outlook(desk.now).minutes_left == 50


def test_a_restart_behind_the_lock_goes_on_with_the_absence(desk: Desk) -> None:
    desk.work(40)
    desk.locked = True
    desk.observe()
    desk.work(3)
    desk.restart()
    desk.work(2)

    assert desk.events(BreakTaken) == [BreakTaken((), Why.AWAY)]


def test_a_card_that_is_killed_twice_does_not_come_a_third_time(desk: Desk) -> None:
    desk.work(50.2)
    for _ in range(3):
        desk.restart()
        desk.work(4)

    assert len(desk.calls) == 2


def test_later_stays_as_far_away_after_a_new_start_of_the_machine(desk: Desk) -> None:
    desk.work(50.5)
    desk.schedule.snooze(desk.now, 20)
    desk.restart(2, reboots=True)
    desk.work(20)

    assert desk.calls == ["09:50:00", "10:10:30"]


# What the tray says, and the page


def test_the_outlook_counts_down_in_minutes(desk: Desk) -> None:
    desk.work(29.5)

    seen = desk.schedule.outlook(desk.now)
    assert (seen.mood, seen.reminder, seen.minutes_left) == (Mood.COUNTING, "stretch", 21)
    assert seen.present_for == 29.5 * MINUTE


def test_a_call_says_how_long_the_person_has_been_there_since_the_last_break(desk: Desk) -> None:
    desk.work(30)
    desk.rest(6)
    desk.work(52)

    assert [called.present_for for called in heard(desk)] == [50 * MINUTE]


def test_the_outlook_names_what_a_due_reminder_waits_for(desk: Desk) -> None:
    desk.busy = CALL
    desk.work(51)

    seen = desk.schedule.outlook(desk.now)
    assert (seen.mood, seen.why) == (Mood.DUE, (Why.MICROPHONE,))


def test_the_outlook_says_when_the_hours_begin() -> None:
    desk = Desk.on("2026-03-06 18:00")

    seen = desk.schedule.outlook(desk.now)
    assert (seen.mood, seen.until) == (Mood.RESTING, at("2026-03-09 09:00"))


def test_the_outlook_of_a_clock_time_is_the_time_until_it() -> None:
    desk = Desk.on(f"{MONDAY} 23:00", reminders=[fixed("10:00")])

    assert desk.schedule.outlook(desk.now).minutes_left == 11 * 60


# A call that the person asks for


def asked(desk: Desk, reminder: str | None = None) -> Called:
    events = desk.schedule.call_now(desk.now, reminder)
    assert isinstance(events[-1], Called)
    return events[-1]


def test_a_call_that_is_asked_for_comes_at_once_even_in_a_pause(desk: Desk) -> None:
    desk.schedule.pause_for(desk.now, Ms(60 * MINUTE))

    assert asked(desk).reminders == ("stretch",)
    assert desk.schedule.outlook(desk.now).mood is Mood.CALLING


def test_a_call_that_was_asked_for_can_be_put_off(desk: Desk) -> None:
    desk.work(10)
    asked(desk)
    desk.schedule.snooze(desk.now)
    desk.work(6)

    assert desk.calls == ["09:15:00"]


def test_a_call_that_was_asked_for_shrinks_and_comes_back_once(desk: Desk) -> None:
    desk.work(10)
    asked(desk)
    desk.work(30)

    assert len(desk.events(Shrunk)) == 2
    assert desk.calls == ["09:16:00"]


def test_not_now_to_a_call_that_was_asked_for_begins_the_count_anew(desk: Desk) -> None:
    desk.work(10)
    asked(desk)
    desk.schedule.not_now(desk.now)
    desk.work(49)

    assert desk.calls == []


def test_a_reminder_that_is_off_can_be_tried_and_leaves_nothing_behind() -> None:
    off = Reminder(id="off", name="Off", enabled=False, routine="mat-12")
    desk = Desk.on(f"{MONDAY} 09:00", reminders=(Reminder(id="on", name="On"), off))

    assert asked(desk, "off").routine == "mat-12"
    desk.work(2)
    assert len(desk.events(Shrunk)) == 1
    assert desk.schedule.outlook(desk.now).mood is Mood.COUNTING


def test_without_any_reminder_a_call_can_still_be_asked_for() -> None:
    desk = Desk.on(f"{MONDAY} 09:00", reminders=())

    assert asked(desk).reminders == ("stretch",)
    assert desk.schedule.outlook(desk.now).mood is Mood.CALLING
    desk.work(2)
    assert desk.schedule.outlook(desk.now).mood is Mood.OFF


def test_a_call_that_is_asked_for_during_a_call_stays(desk: Desk) -> None:
    desk.busy = CALL
    desk.observe()
    asked(desk)
    desk.work(0.5)
    assert desk.events(Withdrawn) == []
    desk.busy = CALL | {BusyReason.CAMERA}
    desk.observe()
    assert desk.events(Withdrawn) == [Withdrawn(("stretch",), Why.CAMERA)]


def test_no_call_comes_over_a_session_of_ours(desk: Desk) -> None:
    desk.schedule.session_started(desk.now)

    assert desk.schedule.call_now(desk.now) == []


def test_a_call_that_was_asked_for_says_whether_a_microphone_is_live(desk: Desk) -> None:
    assert asked(desk).may_speak
    desk.busy = CALL
    desk.observe()
    assert not asked(desk).may_speak


def test_leaving_a_session_says_nothing_of_the_call_that_led_to_it() -> None:
    desk = Desk(Roster(), Clocks.at(at("2026-03-02 09:00")))
    desk.work(50.5)
    desk.hear(desk.schedule.start(desk.now))
    desk.schedule.session_started(desk.now)
    assert [
        e.is_said for e in desk.schedule.session_ended(desk.now, 0.1) if isinstance(e, Snoozed)
    ] == [False]
    assert [e.is_said for e in desk.schedule.snooze(desk.now) if isinstance(e, Snoozed)] == [True]
