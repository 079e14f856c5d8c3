"""What was left because it hurt: easier the next time, out after twice in a row, and taken back."""

import pytest

from backease_desktop.core.journal.entries import LeftHurting, SessionEnded, SessionStarted
from backease_desktop.core.journal.left import left_hurting, taken_back, times_left
from tests.fakes.journal import MemoryJournal

EASIER = {"plank": "knee-plank", "twist": None, "knee-plank": None}


@pytest.fixture
def journal() -> MemoryJournal:
    return MemoryJournal()


def session(journal: MemoryJournal, *, hurt: str = "", done: str = "") -> None:
    """A session of a day, in which something was left or done."""
    journal.now.advance(days=1)
    start = journal.append(SessionStarted(routine="short"))
    for exercise in hurt.split():
        journal.append(LeftHurting(session=start.id, exercise=exercise, pain=4))
    journal.append(
        SessionEnded(
            session=start.id,
            how="finished",
            played_ms=60_000,
            fraction=1,
            exercises=tuple(done.split()),
        )
    )


def left(journal: MemoryJournal) -> dict[str, int]:
    return {one.exercise: one.times for one in left_hurting(journal.history, EASIER)}


def test_nothing_that_was_done_is_left(journal: MemoryJournal) -> None:
    session(journal, done="plank twist")
    assert left(journal) == {}


def test_what_hurt_once_waits_until_its_easier_form_was_done(journal: MemoryJournal) -> None:
    session(journal, hurt="plank")
    assert left(journal) == {"plank": 1}
    session(journal, done="twist")
    assert left(journal) == {"plank": 1}
    session(journal, done="knee-plank")
    assert left(journal) == {}


def test_an_easier_form_done_in_the_same_session_is_not_the_next_time(
    journal: MemoryJournal,
) -> None:
    session(journal, hurt="plank", done="knee-plank")
    assert left(journal) == {"plank": 1}


@pytest.mark.parametrize("between", ["", "twist", "knee-plank"])
def test_left_twice_in_a_row_it_is_out_whatever_was_between(
    journal: MemoryJournal, between: str
) -> None:
    session(journal, hurt="plank")
    session(journal, done=between)
    session(journal, hurt="plank")
    assert left(journal) == {"plank": 2}
    session(journal, done="knee-plank")
    assert left(journal) == {"plank": 2}


def test_done_in_between_it_was_not_left_twice_in_a_row(journal: MemoryJournal) -> None:
    session(journal, hurt="plank")
    session(journal, done="plank")
    session(journal, hurt="plank")
    assert left(journal) == {"plank": 1}


def test_twice_in_one_session_is_once(journal: MemoryJournal) -> None:
    session(journal, hurt="plank plank")
    assert left(journal) == {"plank": 1}


def test_a_row_is_counted_while_its_easier_form_is_done(journal: MemoryJournal) -> None:
    session(journal, hurt="plank")
    session(journal, done="knee-plank")
    assert left(journal) == {}
    assert times_left(journal.history, "plank") == 1
    session(journal, done="plank")
    assert times_left(journal.history, "plank") == 0


def test_taken_back_it_is_as_it_was_and_may_hurt_anew(journal: MemoryJournal) -> None:
    session(journal, hurt="plank")
    session(journal, hurt="plank twist")
    journal.append(taken_back("plank"))
    assert left(journal) == {"twist": 1}
    session(journal, hurt="plank")
    assert left(journal) == {"twist": 1, "plank": 1}
