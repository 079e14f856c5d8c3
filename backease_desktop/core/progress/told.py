"""What the person told: pain before and after, and how each exercise was.

Both come from sessions: pain that was told outside of any has no other number to stand beside.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from backease_desktop.core.journal.history import History
from backease_desktop.core.journal.past import PastSession
from backease_desktop.core.pain import Change, change_of
from backease_desktop.core.progress.period import Period

PAIRS_FROM = 3
"""Pairs from which on they are shown: fewer say nothing."""

ZONES = timedelta(days=2)
"""Sessions stand in order of time; by their local dates they may be so far out of it."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Pain before a session and after it, 0 to 10 each."""

    at: datetime
    before: int
    after: int

    @property
    def change(self) -> Change:
        """What the two numbers amount to."""
        return change_of(self.before, self.after)


@dataclass(frozen=True, slots=True)
class ExerciseTold:
    """How often an exercise was done, and how that was.

    Attributes:
        id: of the exercise.
        times: done from start to end; hurt: left because it hurt.
        easy, right, hard: sessions with it of which that was said.
    """

    id: str
    times: int = 0
    hurt: int = 0
    easy: int = 0
    right: int = 0
    hard: int = 0

    @property
    def told(self) -> int:
        """How often it was said how it was."""
        return self.easy + self.right + self.hard


@dataclass(frozen=True, slots=True)
class CallsTold:
    """The calls of a period.

    Attributes:
        called: all; answered: those that were, whatever the answer.
        done: those that a session was started from, or that the person said they did.
        waited: how often a call that was due waited until the person was free.
    """

    called: int = 0
    answered: int = 0
    done: int = 0
    waited: int = 0


def sessions_in(history: History, period: Period) -> Iterator[PastSession]:
    """The sessions of a period, the last one first; years before it cost nothing."""
    for session in reversed(history.sessions):
        day = session.day
        if day in period:
            yield session
        elif day + ZONES < period.first:
            return


def pairs_of(history: History, most: int) -> tuple[Pair, ...]:
    """The last pairs, oldest first."""
    pairs: list[Pair] = []
    for one in reversed(history.sessions):
        if one.before is not None and one.after is not None:
            pairs.append(Pair(one.at, one.before.level, one.after.level))
            if len(pairs) == most:
                break
    return tuple(reversed(pairs))


def changes(pairs: Sequence[Pair]) -> tuple[int, int]:
    """How many pairs are a change for less pain, and how many for more."""
    told = [pair.change for pair in pairs]
    return told.count(Change.LESS), told.count(Change.MORE)


def exercises_of(history: History, period: Period) -> tuple[ExerciseTold, ...]:
    """What was done in a period, most often first; by id where it was as often."""
    counts: dict[str, dict[str, int]] = {}

    def add(exercise: str, what: str) -> None:
        known = counts.setdefault(exercise, {})
        known[what] = known.get(what, 0) + 1

    for session in sessions_in(history, period):
        for exercise in session.exercises:
            add(exercise, "times")
            if session.felt is not None:
                add(exercise, session.felt)
        for left in session.hurt:
            add(left.exercise, "hurt")
    told = (ExerciseTold(exercise, **known) for exercise, known in counts.items())
    return tuple(sorted(told, key=lambda one: (-one.times, -one.hurt, one.id)))


def felt_most(history: History, period: Period) -> str | None:
    """How the sessions of a period mostly were; None where half of them or more were not so."""
    told = [one.felt for one in sessions_in(history, period) if one.felt is not None]
    most = max(set(told), key=told.count, default=None)
    return most if most is not None and 2 * told.count(most) > len(told) else None


def calls_of(history: History, period: Period) -> CallsTold:
    """The calls of a period."""
    days = [calls for day, calls in history.calls.items() if day in period]
    return CallsTold(
        called=sum(day.called for day in days),
        answered=sum(day.start + day.later + day.not_now + day.done for day in days),
        done=sum(day.start + day.done for day in days),
        waited=sum(day.held for day in days),
    )
