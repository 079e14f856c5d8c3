"""The seed of a moment: what is put together stays the same until something has come of it.

So home shows what the next call will open: a call that comes, waits or is put off changes nothing.
Another session comes after one was done, and after a call was refused, left, or answered with
something else; a call that was answered with Start counts by its session.
"""

from datetime import date

from backease_desktop.core.journal.history import CallDay, History

SEEDS_A_DAY = 48
"""Seeds that are set aside for each day; more calls and sessions than that have no day."""


def seed_of(history: History, today: date) -> int:
    """The seed of this moment."""
    calls = history.calls.get(today, CallDay())
    sessions = sum(one.day == today for one in history.sessions)
    over = calls.not_now + calls.done + calls.nothing
    return today.toordinal() * SEEDS_A_DAY + sessions + over
