"""What the journal is told of reminders."""

import pytest

from backease_desktop.controllers.reminder_notes import entry_for
from backease_desktop.core.journal.entries import ReminderAnswered, ReminderCalled, ReminderHeld
from backease_desktop.core.reminder.events import (
    BreakTaken,
    Called,
    Held,
    Paused,
    ReminderEvent,
    SessionWanted,
    Shrunk,
    Skipped,
    Snoozed,
    Why,
    Withdrawn,
)
from backease_desktop.core.units import Ms

IDS = ("stretch",)


@pytest.mark.parametrize(
    ("event", "answer"),
    [
        (SessionWanted(IDS, "mat-12"), "start"),
        (Snoozed(IDS, Ms(300_000)), "later"),
        (Skipped("stretch", Why.NOT_NOW), "not_now"),
        (BreakTaken(IDS, Why.SAID_DONE), "done"),
        (Shrunk(IDS, comes_back=False), "nothing"),
    ],
)
def test_each_answer_is_told_in_its_own_word(event: ReminderEvent, answer: str) -> None:
    entry = entry_for(event)

    assert isinstance(entry, ReminderAnswered)
    assert (entry.reminders, entry.answer) == (IDS, answer)


@pytest.mark.parametrize(
    "event",
    [
        Shrunk(IDS, comes_back=True),
        Skipped("stretch", Why.OUTSIDE_HOURS),
        BreakTaken(IDS, Why.AWAY),
        BreakTaken(IDS, Why.SESSION_DONE),
        Snoozed(IDS, Ms(300_000), is_said=False),
        SessionWanted((), "mat-12"),
        Withdrawn(IDS, Why.CONVERSATION),
        Paused(),
    ],
)
def test_what_nobody_said_is_no_answer(event: ReminderEvent) -> None:
    assert entry_for(event) is None


def test_a_call_says_how_late_it_is_and_a_hold_says_why() -> None:
    called = Called(
        reminders=IDS,
        routine="mat-12",
        present_for=Ms(0),
        waited=Ms(60_000),
        late_because=(Why.CONVERSATION,),
        softly=True,
        may_speak=True,
    )

    assert entry_for(called) == ReminderCalled(reminders=IDS, waited_ms=60_000, again=True)
    assert entry_for(Held("stretch", (Why.CONVERSATION,))) == ReminderHeld(
        reminder="stretch", why=("call",)
    )
