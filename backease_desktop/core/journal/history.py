"""History: what all entries of all devices amount to.

It is a function of the *set* of entries: in whatever order they arrive, and however often, the same
comes out. What is one value (a field of the profile, a document) is the newest entry's, by its id.
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import chain
from typing import Any

from backease_desktop.core.catalogue.words import DoseLevel
from backease_desktop.core.fields import Fields
from backease_desktop.core.journal.entries import (
    UNDATED,
    DayMarked,
    Deleted,
    DocumentDeleted,
    DocumentSaved,
    Effort,
    Entry,
    Mark,
    PainTold,
    PlanChanged,
    ProfileChanged,
    ReminderAnswered,
    ReminderCalled,
    ReminderHeld,
    Sort,
    TakenOver,
    Walked,
    session_told_of,
)
from backease_desktop.core.journal.lines import as_line
from backease_desktop.core.journal.past import PastSession, past_session
from backease_desktop.core.journal.union import union
from backease_desktop.core.pain import may_rise

FORGOTTEN = timedelta(days=30)
"""An exercise that was not met for so long is new again."""


class CallDay(Fields, frozen=True, kw_only=True):
    """The calls of one local date, counted.

    Attributes:
        called: calls, those that came again not counted anew.
        held: how often one that was due waited.
        start, later, not_now, done, nothing: what was answered.
    """

    called: int = 0
    held: int = 0
    start: int = 0
    later: int = 0
    not_now: int = 0
    done: int = 0
    nothing: int = 0

    def with_one(self, entry: Entry) -> "CallDay":
        """With one more entry of this day."""
        match entry:
            case ReminderCalled(again=False):
                return self.with_(called=self.called + 1)
            case ReminderHeld():
                return self.with_(held=self.held + 1)
            case ReminderAnswered(answer=answer):
                return self.with_(**{answer: getattr(self, answer) + 1})
            case _:
                return self

    def and_those_of(self, other: "CallDay") -> "CallDay":
        """The sum of both."""
        return CallDay(
            called=self.called + other.called,
            held=self.held + other.held,
            start=self.start + other.start,
            later=self.later + other.later,
            not_now=self.not_now + other.not_now,
            done=self.done + other.done,
            nothing=self.nothing + other.nothing,
        )


CALLS = (ReminderCalled, ReminderHeld, ReminderAnswered)


@dataclass(frozen=True, kw_only=True)
class History:
    """Everything that is known of the person's past, on all their devices.

    Attributes:
        sessions: in the order in which they began.
        calls: of each local date that had any.
        marks: days on which nothing is expected.
        profile: by field, the newest value; plan: likewise.
        changed: the entry that set each field of the profile, for its date.
        documents: own routines and exercises, by sort and id.
        pains: those told outside of any session, oldest first.
        walks: oldest first.
        old: what versions without a journal had kept, one for each device that had any.
        newest: the latest id of all; later ones are given out from now on.
    """

    sessions: tuple[PastSession, ...] = ()
    calls: Mapping[date, CallDay] = field(default_factory=dict)
    marks: Mapping[date, Mark] = field(default_factory=dict)
    profile: Mapping[str, Any] = field(default_factory=dict)
    changed: Mapping[str, ProfileChanged] = field(default_factory=dict)
    plan: Mapping[str, Any] = field(default_factory=dict)
    documents: Mapping[tuple[Sort, str], Any] = field(default_factory=dict)
    pains: tuple[PainTold, ...] = ()
    walks: tuple[Walked, ...] = ()
    old: tuple[TakenOver, ...] = ()
    newest: str = ""

    def session(self, id_: str) -> PastSession | None:
        """The session of an id."""
        return self._by_id.get(id_)

    def without(self, session: str) -> "History":
        """As if a session had not been."""
        return replace(self, sessions=tuple(one for one in self.sessions if one.id != session))

    def met_until(self, today: date) -> dict[str, int]:
        """How often each exercise was done since it was new, without those new again by now."""
        return {
            exercise: times
            for exercise, (times, last) in self._met.items()
            if today - last < FORGOTTEN
        }

    @property
    def exercises_done(self) -> Set[str]:
        """Ids of all exercises that were ever done."""
        return self._met.keys()

    @property
    def has_met_any(self) -> bool:
        """Whether any exercise was ever done."""
        return bool(self._met)

    @cached_property
    def felt(self) -> tuple[DoseLevel, Effort] | None:
        """The dose of the session of which it was said last how it was, and what that comes to.

        What was said; but *easy* is *right* after a session that hurt (`core.pain`).
        """
        for one in reversed(self.sessions):
            if one.felt and one.dose in set(DoseLevel):
                after = one.after.level if one.after else None
                rises = may_rise(has_hurt=bool(one.hurt), after=after)
                is_held = one.felt == "easy" and not rises
                return DoseLevel(one.dose), "right" if is_held else one.felt
        return None

    @cached_property
    def done(self) -> tuple[str, ...]:
        """Ids of the routines that were done, the one that was done last at the end."""
        early = (routine for old in self.old for routine in old.done)
        late = (one.routine for one in self.sessions if one.is_done)
        last = {routine: at for at, routine in enumerate((*early, *late))}
        return tuple(sorted(last, key=last.__getitem__))

    @cached_property
    def started(self) -> tuple[str, ...]:
        """Ids of the routines that were started, the one that was started last at the end."""
        early = (old.last_routine for old in self.old if old.last_routine)
        last = {one: at for at, one in enumerate((*early, *(s.routine for s in self.sessions)))}
        return tuple(sorted(last, key=last.__getitem__))

    @cached_property
    def _by_id(self) -> dict[str, PastSession]:
        return {one.id: one for one in self.sessions}

    @cached_property
    def _met(self) -> dict[str, tuple[int, date]]:
        """How often each exercise was done since it was new, and the day of the last time."""
        met: dict[str, tuple[int, date]] = {}
        early = (
            (old.met_on.get(exercise, old.at.date()), exercise, times)
            for old in self.old
            for exercise, times in old.met.items()
        )
        late = ((one.day, exercise, 1) for one in self.sessions for exercise in one.exercises)
        for day, exercise, times in chain(sorted(early), late):
            before, last = met.get(exercise, (0, day))
            met[exercise] = (times + (before if day - last < FORGOTTEN else 0), max(day, last))
        return met


def history_of(entries: Iterable[Entry]) -> History:
    """The history of entries, each once or more, in any order."""
    known = union(entries)
    told: dict[str, list[Entry]] = {}
    days: dict[date, CallDay] = {}
    rest: list[Entry] = []
    for entry in known.values():
        session = session_told_of(entry)
        if session is not None:
            told.setdefault(session, []).append(entry)
        if isinstance(entry, CALLS):
            day = entry.at.date()
            days[day] = days.get(day, CallDay()).with_one(entry)
        elif session is None or isinstance(entry, Deleted):
            rest.append(entry)
    sessions = (past_session(entries) for entries in told.values())
    newest = max(known, default="")
    return history_from((one for one in sessions if one is not None), days, rest, newest)


def history_from(
    sessions: Iterable[PastSession],
    calls: Mapping[date, CallDay],
    rest: Iterable[Entry],
    newest: str,
) -> History:
    """The history of what was made of the entries before.

    Args:
        sessions: all of them, in any order.
        calls: the calls of each day.
        rest: entries that tell of no session and of no call, and all that are `Deleted`.
        newest: the latest id of all entries.
    """
    known = {entry.id: entry for entry in rest}
    gone = {entry.target for entry in known.values() if isinstance(entry, Deleted)}
    told = [known[id_] for id_ in sorted(known) if id_ not in gone]
    changed = {one.field: one for one in told if isinstance(one, ProfileChanged)}
    documents: dict[tuple[Sort, str], Any] = {}
    for entry in told:
        if isinstance(entry, DocumentSaved):
            documents[entry.sort, entry.document] = entry.content
        elif isinstance(entry, DocumentDeleted):
            documents.pop((entry.sort, entry.document), None)
    marks = {one.day: one.mark for one in told if isinstance(one, DayMarked)}
    return History(
        sessions=tuple(sorted(sessions, key=lambda one: (one.at, one.id))),
        calls=dict(sorted(calls.items())),
        marks={day: mark for day, mark in sorted(marks.items()) if mark != "none"},
        profile={field: one.value for field, one in changed.items()},
        changed=changed,
        plan={one.field: one.value for one in told if isinstance(one, PlanChanged)},
        documents=documents,
        pains=tuple(one for one in told if isinstance(one, PainTold)),
        walks=tuple(one for one in told if isinstance(one, Walked)),
        old=_each_once(one for one in told if isinstance(one, TakenOver)),
        newest=newest,
    )


def _each_once(old: Iterable[TakenOver]) -> tuple[TakenOver, ...]:
    """What was kept before, once for each profile: one that was copied is taken over twice."""
    found: dict[bytes, TakenOver] = {}
    for one in old:
        found.setdefault(as_line(one.with_(id="", at=UNDATED)), one)
    return tuple(found.values())
