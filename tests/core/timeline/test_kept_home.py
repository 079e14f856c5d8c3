"""How long home stays what it is, and what changes it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.journal.entries import (
    Entry,
    PainTold,
    ReminderCalled,
    SessionEnded,
    SessionStarted,
)
from backease_desktop.core.journal.history import History, history_of
from backease_desktop.core.journal.lines import as_line
from backease_desktop.core.person.keeping import person_of
from backease_desktop.core.profile import Profile
from backease_desktop.core.settings import Settings
from backease_desktop.core.timeline.home_days import LOOKED_AHEAD, true_until
from backease_desktop.core.timeline.kept_home import harmless
from backease_desktop.core.timeline.preferences import preferences_of
from tests.core.journal.some_entries import batches

DAY = date(2026, 11, 29)
OLD = Profile(first_start=date(2026, 1, 1))


def test_with_nothing_to_come_home_stays_as_far_as_is_looked() -> None:
    assert true_until(Settings(), OLD, History(), DAY) == DAY + timedelta(days=LOOKED_AHEAD)


def test_home_changes_when_the_gentle_week_ends() -> None:
    new = Profile(first_start=DAY - timedelta(days=4))
    assert true_until(Settings(), new, History(), DAY) == DAY + timedelta(days=2)


def test_home_changes_when_a_pregnancy_is_late() -> None:
    due = DAY + timedelta(weeks=24, days=-1)  # late from the day after next week's end on
    history = History(profile={"due": due.isoformat(), "condition.pregnancy": True})
    last = true_until(Settings(), OLD, history, DAY)
    assert DAY <= last < DAY + timedelta(days=LOOKED_AHEAD)


def test_a_call_is_harmless_and_an_end_of_a_session_is_not() -> None:
    call = as_line(ReminderCalled(reminders=("one",)))
    end = as_line(SessionEnded(session="a", how="finished", played_ms=0, fraction=0.0))
    assert harmless([call, call])
    assert not harmless([call, end])
    assert not harmless([call[:5]])
    assert harmless([])


@given(batches, st.dates(date(2023, 11, 1), date(2026, 3, 1)))
def test_what_is_harmless_changes_nothing_that_home_is_made_of(
    entries: list[Entry], day: date
) -> None:
    told = [
        one.with_(dose="standard") if isinstance(one, SessionStarted) else one for one in entries
    ]
    others = [one for one in told if not harmless([as_line(one)])]
    assert _home_of(history_of(told), day) == _home_of(history_of(others), day)


@pytest.mark.parametrize("level", [0, 6])
def test_pain_after_a_session_may_change_home(level: int) -> None:
    pain = PainTold(level=level, when="after", session="a")
    assert not harmless([as_line(pain)])


def _home_of(history: History, day: date) -> tuple[object, ...]:
    person = person_of(history.profile)
    met = history.met_until(day)
    preferences = preferences_of(Settings(), OLD, met, day, history.felt, person)
    hurt = [one.hurt for one in history.sessions]
    return preferences, person, history.started, history.exercises_done, hurt
