"""The seed of a moment: it stays until something has come of what was put together."""

from datetime import timedelta
from typing import Literal, get_args

import pytest

from backease_desktop.core.compose.moment import SEEDS_A_DAY, seed_of
from backease_desktop.core.journal.entries import (
    ReminderAnswered,
    ReminderCalled,
    ReminderHeld,
    SessionEnded,
    SessionStarted,
)
from tests.fakes.journal import MORNING, MemoryJournal

TODAY = MORNING.date()
IDS = ("stretch",)
Answer = Literal["start", "later", "not_now", "done", "nothing"]


def test_a_call_that_comes_or_waits_changes_nothing() -> None:
    journal = MemoryJournal()
    before = seed_of(journal.history, TODAY)
    journal.append(ReminderHeld(reminder="stretch", why=("typing",)))
    journal.append(ReminderCalled(reminders=IDS))
    assert seed_of(journal.history, TODAY) == before


@pytest.mark.parametrize("answer", get_args(Answer))
def test_only_an_answer_that_ends_a_call_without_a_session_is_a_new_moment(answer: Answer) -> None:
    journal = MemoryJournal()
    before = seed_of(journal.history, TODAY)
    journal.append(ReminderAnswered(reminders=IDS, answer=answer))
    is_over = answer in ("not_now", "done", "nothing")
    assert seed_of(journal.history, TODAY) == before + is_over


def test_a_session_and_a_day_are_a_new_moment() -> None:
    journal = MemoryJournal()
    before = seed_of(journal.history, TODAY)
    started = journal.append(SessionStarted(routine="short", exercises=("twist",)))
    journal.append(SessionEnded(session=started.id, how="finished", played_ms=1, fraction=1.0))
    assert seed_of(journal.history, TODAY) == before + 1
    tomorrow = seed_of(journal.history, TODAY + timedelta(days=1))
    assert tomorrow == before + SEEDS_A_DAY
