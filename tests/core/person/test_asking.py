"""Who asks, out of their history: what hurt stays away, until it is taken back."""

from datetime import timedelta

import pytest

from backease_desktop.core.journal.entries import LeftHurting, SessionEnded, SessionStarted
from backease_desktop.core.journal.left import taken_back
from backease_desktop.core.person.asking import asking_of, left_of
from backease_desktop.core.person.tailored import tailored
from tests.fakes.journal import MemoryJournal
from tests.fakes.small_catalogue import small_catalogue

SMALL = small_catalogue()


@pytest.fixture
def journal() -> MemoryJournal:
    return MemoryJournal()


def hurt(journal: MemoryJournal, exercise: str) -> None:
    """A session in which an exercise was left because it hurt."""
    journal.now.advance(days=1)
    start = journal.append(SessionStarted(routine="short"))
    journal.append(LeftHurting(session=start.id, exercise=exercise, pain=4))
    journal.append(SessionEnded(session=start.id, how="hurt", played_ms=1, fraction=0.1))


def test_nobody_has_hurt_themselves_at_the_start(journal: MemoryJournal) -> None:
    asking = asking_of(journal.history, SMALL, journal.now().date())
    assert dict(asking.hurt) == {}


def test_what_was_left_twice_stays_out_of_the_routine_until_it_is_taken_back(
    journal: MemoryJournal,
) -> None:
    routine = SMALL.routines["short"]
    planned = [step.exercise for step in routine.steps]
    today = journal.now().date() + timedelta(days=3)
    for _ in range(2):
        hurt(journal, planned[0])
    mine = tailored(routine, asking_of(journal.history, SMALL, today), SMALL)
    assert planned[0] not in [step.exercise for step in mine.routine.steps]
    assert [change.exercise for change in mine.changes] == [planned[0]]
    assert [one.is_out for one in left_of(journal.history, SMALL)] == [True]
    journal.append(taken_back(planned[0]))
    mine = tailored(routine, asking_of(journal.history, SMALL, today), SMALL)
    assert [step.exercise for step in mine.routine.steps] == planned
