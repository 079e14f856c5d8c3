"""Histories by the handful: sessions as they may have been, put together by hand."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta

from backease_desktop.core.journal.entries import (
    DayMarked,
    Entry,
    Felt,
    LeftHurting,
    Mark,
    PainTold,
    ReminderAnswered,
    ReminderCalled,
    ReminderHeld,
    SessionEnded,
    SessionStarted,
)
from tests.fakes.journal import FakeNow, MemoryJournal

MINUTE_MS = 60_000
TODAY = date(2026, 11, 26)
"""A Thursday."""


def play(
    journal: MemoryJournal,
    day: date,
    *,
    minutes: float = 2.0,
    fraction: float = 1.0,
    exercises: Sequence[str] = ("seated-side-bend", "seated-twist"),
    felt: str | None = None,
    pain: tuple[int, int] | None = None,
    hurt: str | None = None,
    at: time = time(10, 56),
    routine: str = "desk-chair-2",
    name: str = "At the chair",
) -> str:
    """Have a session in a journal, told as the program tells it; returns its id."""
    journal.now.at = datetime.combine(day, at, UTC)
    planned = tuple(exercises)
    whole = round(minutes * MINUTE_MS)
    start = journal.append(
        SessionStarted(routine=routine, name=name, duration_ms=whole, dose="standard",
                       exercises=planned)
    )  # fmt: skip
    if pain is not None:
        journal.append(PainTold(level=pain[0], when="before", session=start.id))
    done = planned[: round(len(planned) * fraction)]
    if hurt is not None:
        journal.append(LeftHurting(session=start.id, exercise=hurt, pain=5))
        done = tuple(one for one in done if one != hurt)
    journal.now.advance(minutes=minutes * fraction)
    skipped = tuple(one for one in planned if one not in done and one != hurt)
    journal.append(
        SessionEnded(
            session=start.id,
            how="hurt" if hurt else "finished" if fraction == 1 else "stopped",
            played_ms=round(whole * fraction),
            fraction=fraction,
            exercises=done,
            skipped=skipped,
        )
    )
    if pain is not None:
        journal.append(PainTold(level=pain[1], when="after", session=start.id))
    if felt is not None:
        journal.append(Felt(session=start.id, how=felt))
    return start.id


def mark(journal: MemoryJournal, day: date, what: Mark) -> None:
    """Mark a day."""
    journal.append(DayMarked(day=day, mark=what))


def call(journal: MemoryJournal, day: date, answer: str = "start", *, held: bool = False) -> None:
    """Have a call, with its answer."""
    journal.now.at = datetime.combine(day, time(9, 40), UTC)
    entries: Iterable[Entry] = (
        *((ReminderHeld(reminder="stretch", why=("call",)),) if held else ()),
        ReminderCalled(reminders=("stretch",)),
        ReminderAnswered(reminders=("stretch",), answer=answer),
    )
    for entry in entries:
        journal.append(entry)


def a_november() -> MemoryJournal:
    """Eight weeks until `TODAY`: as in the pictures of the design."""
    journal = MemoryJournal(FakeNow())
    lengths = (2, 4, 8, 12, 6, 20)
    for back in range(56, -1, -1):
        day = TODAY - timedelta(days=back)
        if day.weekday() >= 5 and back % 3:
            continue
        if date(2026, 11, 13) <= day <= date(2026, 11, 15):
            mark(journal, day, "ill")
            continue
        felt = ("easy", "right", "right", "hard", None)[back % 5]
        pain = ((5, 4), (4, 4), (6, 3), (5, 5), (4, 3), (6, 2), (3, 3), (4, 2), (3, 1), (4, 5))[
            back % 10
        ]
        is_long = lengths[back % 6] >= 8
        play(
            journal, day,
            minutes=lengths[back % 6],
            felt=felt,
            pain=pain if back % 3 == 0 else None,
            exercises=("bird-dog", "cat-cow", "bridge") if is_long
            else ("seated-side-bend", "seated-twist"),
            name="On the mat" if is_long else "At the chair",
            routine="mat-12" if is_long else "desk-chair-2",
            fraction=0.6 if back == 1 else 1.0,
            hurt="bird-dog" if back == 9 else None,
        )  # fmt: skip
        call(journal, day, ("start", "start", "later", "nothing")[back % 4], held=back % 9 == 0)
    play(journal, TODAY, at=time(10, 56), felt="right")
    return journal
