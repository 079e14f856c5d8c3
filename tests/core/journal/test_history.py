"""History is what a set of entries amounts to, in whatever order and however often they come."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.journal.entries import (
    Corrected,
    DayMarked,
    Deleted,
    DocumentDeleted,
    DocumentSaved,
    Effort,
    ExerciseDone,
    Felt,
    LeftHurting,
    PainTold,
    ProfileChanged,
    ReminderAnswered,
    ReminderCalled,
    SegmentReached,
    SessionEnded,
    SessionStarted,
    TakenOver,
)
from backease_desktop.core.journal.history import history_of
from backease_desktop.core.journal.past import past_session
from backease_desktop.core.journal.union import union
from tests.core.journal.some_entries import batches
from tests.fakes.journal import MORNING, OTHER_DEVICE, FakeNow, MemoryJournal


@given(batches, st.randoms())
def test_order_and_repetition_change_nothing(batch: list[Any], random: Any) -> None:
    other = batch + [random.choice(batch) for _ in batch]
    random.shuffle(other)

    assert history_of(other) == history_of(batch)


@given(batches, batches, batches)
def test_devices_come_to_the_same_whoever_hears_of_whom_first(
    one: list[Any], two: list[Any], three: list[Any]
) -> None:
    here = union([*union([*one, *two]).values(), *three])
    there = union([*three, *union([*two, *one]).values(), *two])

    assert here == there
    assert history_of(here.values()) == history_of([*three, *one, *two, *one])


def session(journal: MemoryJournal, routine: str = "mat-12", **end: Any) -> SessionStarted:
    """A session of two exercises, played to its end."""
    started = journal.append(
        SessionStarted(
            routine=routine, duration_ms=600_000, dose="standard", exercises=("lunge", "bridge")
        )
    )
    told: dict[str, Any] = {"how": "finished", "played_ms": 600_000, "fraction": 1.0, **end}
    told.setdefault("exercises", ("lunge", "bridge"))
    journal.append(SessionEnded(session=started.id, **told))
    return started


def test_a_session_holds_what_was_told_of_it() -> None:
    journal = MemoryJournal()
    journal.append(PainTold(level=2, when="before"))
    started = session(journal, how="hurt", exercises=("lunge",), fraction=0.4, played_ms=240_000)
    journal.append(LeftHurting(session=started.id, exercise="bridge", pain=4))
    journal.append(PainTold(session=started.id, level=3, when="after", where="lower_back"))
    journal.append(Felt(session=started.id, how="hard"))

    one = journal.history.session(started.id)

    assert one is not None
    assert (one.how, one.played_ms, one.is_done) == ("hurt", 240_000, False)
    assert [(left.exercise, left.pain) for left in one.hurt] == [("bridge", 4)]
    assert one.after is not None
    assert (one.after.level, one.before, one.felt) == (3, None, "hard")
    assert [told.level for told in journal.history.pains] == [2]


def test_a_session_that_was_cut_off_keeps_what_was_acknowledged() -> None:
    journal = MemoryJournal()
    started = journal.append(
        SessionStarted(routine="mat-12", duration_ms=600_000, exercises=("lunge", "bridge"))
    )
    journal.append(ExerciseDone(session=started.id, exercise="lunge"))
    journal.append(
        SegmentReached(session=started.id, at_ms=330_000, played_ms=300_000, exercise="bridge")
    )

    one = journal.history.sessions[0]

    assert one.how is None
    assert one.exercises == ("lunge",)
    assert one.reached is not None
    assert (one.reached.at_ms, one.fraction) == (330_000, 0.5)


def test_a_deleted_session_is_gone_whatever_arrives_of_it_later() -> None:
    journal = MemoryJournal()
    started = session(journal)
    journal.append(Deleted(target=started.id))
    journal.append(Felt(session=started.id, how="easy"))

    assert journal.history.sessions == ()
    assert journal.history.met_until(MORNING.date()) == {}


def test_one_answer_can_be_deleted_out_of_a_session() -> None:
    journal = MemoryJournal()
    started = session(journal)
    pain = journal.append(PainTold(session=started.id, level=8, when="after"))
    journal.append(Deleted(target=pain.id, session=started.id))

    assert [one.after for one in journal.history.sessions] == [None]


def test_a_correction_counts_and_the_newest_one_most() -> None:
    journal = MemoryJournal()
    started = session(journal)
    journal.append(Corrected(session=started.id, exercises=("lunge",)))
    journal.append(Corrected(session=started.id, played_ms=120_000))

    one = journal.history.sessions[0]

    assert (one.exercises, one.skipped) == (("lunge",), ("bridge",))
    assert (one.played_ms, one.fraction) == (120_000, 0.2)


def test_entries_of_a_session_whose_start_has_not_arrived_wait_for_it() -> None:
    journal = MemoryJournal()
    started = session(journal)
    late = [one for one in journal.entries() if one.id != started.id]

    assert past_session(late) is None
    assert history_of(late).sessions == ()
    assert len(history_of([*late, started]).sessions) == 1


def test_what_was_changed_after_having_been_seen_is_newer_even_where_the_clock_is_behind() -> None:
    here = MemoryJournal()
    there = MemoryJournal(FakeNow(MORNING - timedelta(hours=1)), OTHER_DEVICE)
    here.append(ProfileChanged(field="goal", value=3))
    there.arrive(here.entries())
    changed = there.append(ProfileChanged(field="goal", value=4))
    here.arrive(there.entries())

    assert here.history.profile == there.history.profile == {"goal": 4}
    assert here.history.changed["goal"].at == changed.at == MORNING - timedelta(hours=1)


def test_fields_of_the_profile_are_newest_each_by_itself() -> None:
    journal = MemoryJournal()
    for field, value in (("goal", 3), ("side", "left"), ("goal", None)):
        journal.append(ProfileChanged(field=field, value=value))

    assert journal.history.profile == {"goal": None, "side": "left"}


def test_a_document_that_was_deleted_comes_back_only_when_it_is_saved_again() -> None:
    journal = MemoryJournal()
    journal.append(DocumentSaved(document="mine", sort="routine", content={"name": "Mine"}))
    journal.append(DocumentDeleted(document="mine", sort="routine"))
    gone = journal.history.documents
    journal.append(DocumentSaved(document="mine", sort="routine", content={"name": "Again"}))

    assert gone == {}
    assert journal.history.documents == {("routine", "mine"): {"name": "Again"}}


def test_a_mark_is_taken_back_by_none() -> None:
    journal = MemoryJournal()
    for day, mark in ((1, "ill"), (2, "travelling"), (1, "none")):
        journal.append(DayMarked(day=date(2026, 11, day), mark=mark))

    assert journal.history.marks == {date(2026, 11, 2): "travelling"}


def test_calls_are_counted_on_the_day_that_the_person_had() -> None:
    evening = FakeNow(datetime.fromisoformat("2026-11-17T23:30:00-05:00"))
    journal = MemoryJournal(evening)
    journal.append(ReminderCalled(reminders=("stretch",)))
    journal.append(ReminderCalled(reminders=("stretch",), again=True))
    journal.append(ReminderAnswered(reminders=("stretch",), answer="start"))

    calls = journal.history.calls

    assert list(calls) == [date(2026, 11, 17)]
    assert (calls[date(2026, 11, 17)].called, calls[date(2026, 11, 17)].start) == (1, 1)


def test_an_exercise_is_new_again_after_thirty_days() -> None:
    now = FakeNow()
    journal = MemoryJournal(now)
    session(journal)
    session(journal)
    day = now().date()

    assert journal.history.met_until(day) == {"lunge": 2, "bridge": 2}
    assert journal.history.met_until(day + timedelta(days=29)) == {"lunge": 2, "bridge": 2}
    assert journal.history.met_until(day + timedelta(days=30)) == {}

    now.advance(days=30)
    session(journal)
    assert journal.history.met_until(now().date()) == {"lunge": 1, "bridge": 1}


def test_what_older_versions_had_kept_goes_on_counting() -> None:
    journal = MemoryJournal()
    journal.append(
        TakenOver(
            met={"lunge": 4, "plank": 2},
            met_on={"lunge": date(2026, 11, 10), "plank": date(2026, 9, 1)},
            done=("standing-2", "mat-12"),
            last_routine="standing-2",
        )
    )
    session(journal, "desk-chair-2")

    history = journal.history

    assert history.met_until(date(2026, 11, 17)) == {"lunge": 5, "bridge": 1}
    assert history.done == ("standing-2", "mat-12", "desk-chair-2")
    assert history.started == ("standing-2", "desk-chair-2")


def test_a_routine_done_again_is_the_last_one_and_half_of_one_does_not_count() -> None:
    journal = MemoryJournal()
    for routine, fraction in (("a", 1.0), ("b", 0.5), ("a", 1.0), ("c", 0.49)):
        session(journal, routine, fraction=fraction)

    assert journal.history.done == ("b", "a")
    assert journal.history.started == ("b", "a", "c")


def test_the_newest_id_is_that_of_whatever_was_written_last() -> None:
    journal = MemoryJournal()
    session(journal)
    last = journal.append(ReminderCalled(reminders=("stretch",)))

    assert journal.history.newest == last.id
    assert last.at.tzinfo is UTC


def test_two_entries_under_one_id_count_as_the_same_one_in_whatever_order() -> None:
    journal = MemoryJournal()
    started = session(journal)
    other = started.with_(routine="other")

    assert history_of([started, other]) == history_of([other, started])
    assert past_session([started, other]) == past_session([other, started])
    assert len(history_of([started, other]).sessions) == 1


@pytest.mark.parametrize(
    ("hurt", "after", "how", "comes_to"),
    [
        (False, None, "easy", "easy"),
        (False, 5, "easy", "easy"),
        (True, None, "easy", "right"),
        (False, 6, "easy", "right"),
        (True, 8, "right", "right"),
        (True, 8, "hard", "hard"),
    ],
)
def test_what_was_easy_is_no_more_next_time_where_it_hurt(
    hurt: bool, after: int | None, how: Effort, comes_to: Effort
) -> None:
    journal = MemoryJournal()
    started = session(journal, how="finished", exercises=("lunge",), fraction=1.0, played_ms=1)
    if hurt:
        journal.append(LeftHurting(session=started.id, exercise="bridge"))
    if after is not None:
        journal.append(PainTold(session=started.id, level=after, when="after"))
    journal.append(Felt(session=started.id, how=how))

    assert journal.history.felt == ("standard", comes_to)
