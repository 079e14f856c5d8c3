"""Progress: minutes and days, weeks against a goal, what was told, and what counts as nothing."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.progress.days import LEVELS, Day, days_of, moved_on, week_start
from backease_desktop.core.progress.goal import GOAL_FIELD, goal_of, goal_set
from backease_desktop.core.progress.period import Period, Span, period_of
from backease_desktop.core.progress.told import (
    calls_of,
    changes,
    exercises_of,
    felt_most,
    pairs_of,
)
from backease_desktop.core.progress.weeks import reached, weeks_of
from tests.fakes.history import TODAY, call, mark, play
from tests.fakes.journal import MemoryJournal

MONDAY = date(2026, 11, 23)
NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))
dates = st.dates(date(1990, 1, 1), date(2100, 1, 1))


@pytest.fixture
def journal() -> MemoryJournal:
    return MemoryJournal()


@given(st.sampled_from(Span), dates, st.integers(0, 40))
def test_periods_follow_each_other_without_a_gap(span: Span, today: date, back: int) -> None:
    here, before = period_of(span, today, back), period_of(span, today, back + 1)
    assert before.last + timedelta(days=1) == here.first
    assert here.first.day == 1
    assert len({(day.year, day.month) for day in here.days}) == span.months
    assert today in period_of(span, today)


def test_nobody_can_go_back_behind_the_calendar() -> None:
    assert period_of(Span.YEAR, TODAY, 10_000).first == date(1, 1, 1)


def test_a_day_has_all_its_minutes_and_counts_once(journal: MemoryJournal) -> None:
    play(journal, MONDAY, minutes=2)
    play(journal, MONDAY, minutes=12, fraction=0.25)
    days = days_of(journal.history)
    assert (days[MONDAY].minutes, days[MONDAY].sessions, days[MONDAY].is_moved) == (5, 2, True)
    assert moved_on(days, NOVEMBER) == 1


def test_a_session_left_early_has_its_minutes_but_makes_no_day(journal: MemoryJournal) -> None:
    play(journal, MONDAY, minutes=12, fraction=0.25)
    assert days_of(journal.history)[MONDAY].minutes == 3
    assert not days_of(journal.history)[MONDAY].is_moved


def test_what_the_person_says_they_did_makes_a_day_without_minutes(journal: MemoryJournal) -> None:
    call(journal, MONDAY, "done")
    assert days_of(journal.history)[MONDAY] == Day(MONDAY, is_moved=True)


def test_a_marked_day_keeps_what_was_done_on_it(journal: MemoryJournal) -> None:
    play(journal, MONDAY)
    mark(journal, MONDAY, "ill")
    day = days_of(journal.history)[MONDAY]
    assert (day.is_moved, day.mark) == (True, "ill")
    mark(journal, MONDAY, "none")
    assert days_of(journal.history)[MONDAY].mark is None


@pytest.mark.parametrize(
    ("minutes", "level"), [(0, 0), (1, 1), (5, 1), (6, 2), (10, 2), (15, 3), (16, 4), (90, 4)]
)
def test_more_minutes_are_a_stronger_colour_up_to_twenty(minutes: int, level: int) -> None:
    assert Day(MONDAY, minutes * 60_000).level == level < LEVELS


@given(dates, st.integers(0, 6))
def test_a_week_begins_on_its_first_weekday(day: date, first: int) -> None:
    start = week_start(day, first)
    assert start.weekday() == first
    assert 0 <= (day - start).days < 7


def test_weeks_before_the_first_day_are_not_asked(journal: MemoryJournal) -> None:
    play(journal, MONDAY - timedelta(days=7))
    weeks = weeks_of(days_of(journal.history), 4, TODAY, 8)
    assert [week.is_asked for week in weeks] == [False] * 6 + [True] * 2
    assert reached(weeks) == (0, 1), "the week that is on is not over"


def test_the_week_that_is_on_counts_as_soon_as_it_is_reached(journal: MemoryJournal) -> None:
    for n in range(4):
        play(journal, MONDAY + timedelta(days=n))
    weeks = weeks_of(days_of(journal.history), 4, TODAY, 8)
    assert (weeks[-1].moved, weeks[-1].left, weeks[-1].is_reached) == (4, 3, True)
    assert reached(weeks) == (1, 1)


@given(st.integers(1, 7), st.integers(0, 7), st.integers(0, 7))
def test_marked_days_are_never_asked_for(goal: int, moved: int, rest: int) -> None:
    journal = MemoryJournal()
    before = MONDAY - timedelta(days=14)
    play(journal, before - timedelta(days=7))
    moved = min(moved, 7 - rest)
    for n in range(moved):
        play(journal, before + timedelta(days=n))
    for n in range(7 - rest, 7):
        mark(journal, before + timedelta(days=n), "travelling")
    week = weeks_of(days_of(journal.history), goal, TODAY, 3)[0]
    assert (week.moved, week.rest, week.left) == (moved, rest, 0)
    assert week.is_asked is (rest < 7)
    assert week.is_reached is (rest < 7 and moved >= min(goal, 7 - rest))


def test_without_a_goal_no_week_is_reached(journal: MemoryJournal) -> None:
    play(journal, MONDAY)
    assert reached(weeks_of(days_of(journal.history), None, TODAY, 8))[0] == 0


def test_a_goal_is_one_to_seven_days_and_can_be_left_out(journal: MemoryJournal) -> None:
    assert goal_of(journal.history) is None
    journal.append(goal_set(4))
    assert goal_of(journal.history) == 4
    journal.append(goal_set(None))
    assert goal_of(journal.history) is None
    with pytest.raises(ValueError, match="1 to 7"):
        goal_set(8)


@pytest.mark.parametrize("said", [0, 8, "4", True, None, [4], 4.0])
def test_a_goal_that_is_none_is_no_goal(journal: MemoryJournal, said: object) -> None:
    journal.append(goal_set(3).with_(field=GOAL_FIELD, value=said))
    assert goal_of(journal.history) is None


def test_pairs_are_the_last_ones_oldest_first(journal: MemoryJournal) -> None:
    for n in range(12):
        play(journal, MONDAY - timedelta(days=20 - n), pain=(5, n % 10))
    play(journal, MONDAY)
    pairs = pairs_of(journal.history, 10)
    assert [pair.after for pair in pairs] == [2, 3, 4, 5, 6, 7, 8, 9, 0, 1]
    assert [pair.at for pair in pairs] == sorted(pair.at for pair in pairs)


def test_changes_are_counted_in_both_directions(journal: MemoryJournal) -> None:
    for pain in ((6, 3), (4, 5), (3, 2), (3, 5), (5, 5)):
        play(journal, MONDAY, pain=pain)
    assert changes(pairs_of(journal.history, 10)) == (2, 1)


def test_an_exercise_says_how_often_and_how_it_was(journal: MemoryJournal) -> None:
    play(journal, MONDAY, exercises=("bridge", "cat-cow"), felt="right")
    play(journal, MONDAY, exercises=("bridge",), felt="hard")
    play(journal, MONDAY, exercises=("bird-dog", "bridge"), hurt="bird-dog")
    play(journal, MONDAY - timedelta(days=60), exercises=("bridge",), felt="easy")
    bridge, cat, dog = exercises_of(journal.history, NOVEMBER)
    assert (bridge.id, bridge.times, bridge.right, bridge.hard, bridge.easy) == (
        "bridge",
        3,
        1,
        1,
        0,
    )
    assert (cat.id, cat.times, cat.told) == ("cat-cow", 1, 1)
    assert (dog.id, dog.times, dog.hurt) == ("bird-dog", 0, 1)


def test_how_it_mostly_was_needs_more_than_half(journal: MemoryJournal) -> None:
    assert felt_most(journal.history, NOVEMBER) is None
    play(journal, MONDAY, felt="right")
    assert felt_most(journal.history, NOVEMBER) == "right"
    play(journal, MONDAY, felt="hard")
    assert felt_most(journal.history, NOVEMBER) is None


def test_calls_are_counted_by_what_became_of_them(journal: MemoryJournal) -> None:
    for answer in ("start", "done", "later", "not_now", "nothing"):
        call(journal, MONDAY, answer, held=answer == "start")
    call(journal, MONDAY - timedelta(days=60))
    told = calls_of(journal.history, NOVEMBER)
    assert (told.called, told.answered, told.done, told.waited) == (5, 4, 2, 1)
