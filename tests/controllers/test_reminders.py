"""Reminders run: readings go to the schedule, calls come out, and what must survive is saved."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QObject

from backease_desktop.controllers.reminders import ReminderController
from backease_desktop.core.reminder.instant import within_years
from backease_desktop.core.reminder.outlook import Mood
from backease_desktop.core.reminder.presence import BusyReason, Presence
from backease_desktop.core.reminder.roster import FIRST, Roster
from backease_desktop.core.session_record import SessionRecord
from backease_desktop.core.units import MINUTE, Ms
from tests.core.reminder.test_schedule import always
from tests.fakes.ports import MemoryStore, RecordingLog
from tests.fakes.reminding import TUESDAY, Day, FakePresence


@pytest.fixture
def day() -> Day:
    return Day()


@pytest.fixture
def reminders(qapp: QObject, day: Day) -> Iterator[ReminderController]:
    owner = QObject()
    reminders = ReminderController(
        instant=day.instant,
        presence=day.presence,
        roster=Roster(),
        roster_store=day.rosters,
        state=None,
        store=day.states,
        log=day.log,
        parent=owner,
    )
    reminders.called.connect(day.called.append)
    reminders.session_wanted.connect(day.wanted.append)
    reminders.start()
    yield reminders
    reminders.stop()
    owner.deleteLater()


def test_after_fifty_minutes_at_the_computer_it_calls_once(
    reminders: ReminderController, day: Day
) -> None:
    day.live(reminders, 49)
    assert day.called == []
    day.live(reminders, 3)
    assert len(day.called) == 1
    assert day.log.named("reminder_shown")[0]["reminders"] == ["stretch"]


@pytest.mark.parametrize("answer", ["begin", "snooze", "not_now", "did_it"])
def test_an_answer_from_anywhere_takes_the_call_away(
    reminders: ReminderController, answer: str
) -> None:
    withdrawn: list[None] = []
    reminders.call_now()
    reminders.withdrawn.connect(lambda: withdrawn.append(None))
    getattr(reminders, answer)()
    assert len(withdrawn) == 1


@pytest.mark.parametrize("answer", ["begin", "snooze", "not_now", "did_it"])
def test_an_answer_takes_a_call_away_that_leaves_nothing_behind(
    reminders: ReminderController, answer: str
) -> None:
    withdrawn: list[None] = []
    reminders.take_roster(Roster(reminders=()))
    reminders.call_now()
    reminders.withdrawn.connect(lambda: withdrawn.append(None))
    getattr(reminders, answer)()
    assert len(withdrawn) == 1


@pytest.mark.parametrize("seconds", [600, 2e11])
def test_a_clock_with_an_empty_battery_stops_no_count_and_is_no_news_when_it_is_right_again(
    reminders: ReminderController, day: Day, seconds: float
) -> None:
    reminders.take_roster(Roster(reminders=(FIRST.with_(hours=always()),)))
    day.live(reminders, 20)
    day.since = datetime.fromtimestamp(within_years(seconds), UTC)
    day.live(reminders, 20)
    left = reminders.outlook.left
    assert left is not None
    assert abs(left - 10 * MINUTE) <= MINUTE
    day.since = TUESDAY
    day.live(reminders, 12)
    assert len(day.called) == 1


def test_a_call_holds_it_and_it_comes_when_the_person_is_free(
    reminders: ReminderController, day: Day
) -> None:
    busy = frozenset({BusyReason.CONVERSATION})
    day.presence.presence = Presence(typing_idle=Ms(10_000), busy=busy)
    day.live(reminders, 60)
    assert day.called == []
    assert "call" in str(day.log.named("reminder_held")[0]["reason"])
    day.presence.presence = Presence(typing_idle=Ms(10_000))
    day.live(reminders, 3)
    assert len(day.called) == 1


def test_a_conversation_that_may_just_be_beginning_is_waited_out(
    reminders: ReminderController, day: Day
) -> None:
    day.live(reminders, 49.8)
    day.presence.settling = True
    day.live(reminders, 0.5)
    assert day.called == []
    day.presence.settling = False
    day.live(reminders, 0.5)
    assert len(day.called) == 1


def test_what_never_comes_to_rest_is_not_the_end_of_the_reminders(
    reminders: ReminderController, day: Day
) -> None:
    day.presence.settling = True
    day.live(reminders, 55)
    assert len(day.called) == 1


def test_a_source_that_fails_beyond_expectation_is_asked_again(
    reminders: ReminderController, day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> Presence:
        raise RuntimeError("the desktop has gone mad")

    reminders._timer.stop()
    with monkeypatch.context() as mad:
        mad.setattr(day.presence, "read", fail)
        with pytest.raises(RuntimeError):
            reminders.observe()
    assert reminders._timer.isActive()


def test_start_opens_the_routine_of_the_reminder(reminders: ReminderController, day: Day) -> None:
    day.live(reminders, 52)
    reminders.begin()
    assert [reminder.routine for reminder in day.wanted] == ["desk-chair-2"]


def test_a_session_that_was_done_counts_as_a_break(reminders: ReminderController, day: Day) -> None:
    day.live(reminders, 40)
    reminders.on_session_started()
    record = SessionRecord(routine="x", name="X", duration=Ms(100), elapsed=Ms(60), played=Ms(60))
    reminders.on_session_ended(record)
    day.live(reminders, 40)
    assert day.called == []


def test_a_pause_is_quiet_and_ends_by_itself(reminders: ReminderController, day: Day) -> None:
    reminders.pause_for(Ms(60 * MINUTE))
    assert reminders.outlook.mood is Mood.PAUSED
    day.live(reminders, 59)
    assert day.called == []
    day.live(reminders, 60)
    assert day.called != []


def test_every_event_is_saved_at_once(reminders: ReminderController, day: Day) -> None:
    before = len(day.states.saved)
    reminders.pause_until_tomorrow()
    assert len(day.states.saved) > before
    assert day.states.saved[-1].pause is not None


def test_a_kill_during_a_long_call_forgets_a_minute_at_most(
    reminders: ReminderController, day: Day
) -> None:
    day.presence.presence = Presence(busy=frozenset({BusyReason.CONVERSATION}))
    day.live(reminders, 120)
    last = day.states.saved[-1]
    assert last.tracks["stretch"].is_due
    assert day.passed - last.boot <= MINUTE


def test_before_the_computer_sleeps_it_saves(reminders: ReminderController, day: Day) -> None:
    day.passed += 7_000
    day.presence.fell_asleep.emit()
    assert day.states.saved[-1].boot == 7_000


def test_what_was_saved_goes_on_after_a_new_start(reminders: ReminderController, day: Day) -> None:
    reminders.pause_for(Ms(60 * MINUTE))
    again = ReminderController(
        instant=day.instant,
        presence=FakePresence(),
        roster=Roster(),
        roster_store=day.rosters,
        state=day.states.saved[-1],
        store=MemoryStore(),
        log=RecordingLog(),
    )
    assert again.outlook.mood is Mood.PAUSED


def test_another_interval_is_kept_and_counts_at_once(
    reminders: ReminderController, day: Day
) -> None:
    reminders.remind_every(20)
    assert day.rosters.saved[-1] == reminders.roster
    day.live(reminders, 22)
    assert len(day.called) == 1


def test_an_interval_can_be_asked_for_where_every_reminder_was_deleted(
    reminders: ReminderController,
) -> None:
    reminders.take_roster(reminders.roster.with_(reminders=()))
    reminders.remind_every(20)
    assert [reminder.when.minutes for reminder in reminders.roster.reminders] == [20]


def test_a_reminder_that_is_put_takes_the_place_of_its_like_or_comes_last(
    reminders: ReminderController,
) -> None:
    first = reminders.roster.reminders[0]
    reminders.put(first.with_(name="Again"))
    reminders.put(first.with_(id="other"))
    assert [(r.id, r.name) for r in reminders.roster.reminders] == [
        ("stretch", "Again"),
        ("other", "Stretch"),
    ]


def test_a_call_now_is_a_call_like_any_other(reminders: ReminderController, day: Day) -> None:
    reminders.call_now()
    assert len(day.called) == 1
    reminders.begin()
    assert [reminder.routine for reminder in day.wanted] == ["desk-chair-2"]


def test_stopping_lets_every_source_go_and_saves(reminders: ReminderController, day: Day) -> None:
    reminders.stop()
    assert not day.presence.is_on
    assert day.states.saved
