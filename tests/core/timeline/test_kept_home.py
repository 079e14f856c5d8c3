"""How long home stays what it is, and what changes it."""

from datetime import date, timedelta

from backease_desktop.core.journal.entries import ReminderCalled, SessionEnded
from backease_desktop.core.journal.history import History
from backease_desktop.core.journal.lines import as_line
from backease_desktop.core.profile import Profile
from backease_desktop.core.settings import Settings
from backease_desktop.core.timeline.home_days import LOOKED_AHEAD, true_until
from backease_desktop.core.timeline.kept_home import harmless

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
