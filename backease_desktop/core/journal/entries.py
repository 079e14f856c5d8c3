"""The entries of the journal: what happened, one frozen value each.

Rules:
1. An entry is written once and never changed. What was wrong is set right by a later entry
   (`Corrected`), what the person wants gone is named by one (`Deleted`).
2. Whoever makes an entry fills in what happened; the journal fills in `id` and `at` when it is
   added (`Journal.append`).
3. A kind whose fields change their meaning gets a new number in `v`. A program that does not know a
   kind, or a number, keeps the line and skips it. Fields may be added with a default at any time.
"""

from datetime import UTC, date, datetime
from typing import Annotated, Any, ClassVar, Literal

from msgspec import Meta, field

from backease_desktop.core.fields import AwareTime, Fields

UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
"""When an entry happened that was not added yet."""

Name = Annotated[str, Meta(max_length=200)]
"""An id of the catalogue, or a name as it is shown."""
Count = Annotated[int, Meta(ge=0, le=1_000_000)]
Length = Annotated[int, Meta(ge=0, le=7 * 24 * 3_600_000)]
"""Milliseconds; a week is more than any session lasts."""
Level = Annotated[int, Meta(ge=0, le=10)]
"""Pain as a person tells it: 0 for none, 10 for the worst."""
Effort = Literal["easy", "right", "hard"]
Mark = Literal["ill", "travelling", "none"]
Sort = Literal["routine", "exercise"]


def _kind(name: str) -> str:
    """The name of a class as it stands in the file: `SessionStarted` is `session_started`."""
    return "".join(f"_{sign.lower()}" if sign.isupper() else sign for sign in name).lstrip("_")


class Entry(Fields, frozen=True, kw_only=True, tag_field="kind", tag=_kind):
    """Something that happened.

    Attributes:
        id: unique and sortable by time (`core.journal.clock`); empty before it was added.
        at: by the wall clock, with the local offset.
        v: the version of its kind.
    """

    VERSION: ClassVar[int] = 1

    id: str = ""
    at: AwareTime = UNDATED
    v: Annotated[int, Meta(ge=1)] = 1


# Sessions


class SessionStarted(Entry, frozen=True, kw_only=True):
    """A session plays for the first time; its id is the session's.

    Attributes:
        routine: id; name: as it is shown.
        duration_ms: of its timeline.
        dose: its level.
        exercises: ids of what is planned, in order.
    """

    routine: Name
    name: Name = ""
    duration_ms: Length = 0
    dose: Name = ""
    exercises: tuple[Name, ...] = ()


class OfSession(Entry, frozen=True, kw_only=True):
    """Something in a session, which is named by the id of its start."""

    session: str


class SegmentReached(OfSession, frozen=True, kw_only=True):
    """A new exercise, side or set has begun: a place to go on from.

    Attributes:
        at_ms: session time of its start.
        played_ms: what was lived through until then.
        index: the segment's place in the timeline.
    """

    at_ms: Length
    played_ms: Length = 0
    index: Count = 0
    exercise: Name | None = None
    side: Name | None = None
    rep: Count | None = None


class ExerciseDone(OfSession, frozen=True, kw_only=True):
    """An exercise was done from start to end."""

    exercise: Name


class LeftHurting(OfSession, frozen=True, kw_only=True):
    """An exercise was left because it hurt.

    Attributes:
        pain: None where it was not said.
        numb: it runs down the leg, or is numb.
    """

    exercise: Name
    pain: Level | None = None
    numb: bool = False


class SessionEnded(OfSession, frozen=True, kw_only=True):
    """A session is over.

    Attributes:
        how: it came to its end, was stopped, or was stopped because something hurt.
        played_ms: what was lived through; skipping adds nothing.
        fraction: how much of its timeline that is, 0 to 1.
        exercises: ids of those done from start to end.
        skipped: ids of those planned that were neither done nor left because they hurt.
    """

    how: Literal["finished", "stopped", "hurt"]
    played_ms: Length
    fraction: Annotated[float, Meta(ge=0, le=1)]
    exercises: tuple[Name, ...] = ()
    skipped: tuple[Name, ...] = ()


# What the person says


class PainTold(Entry, frozen=True, kw_only=True):
    """How much it hurts.

    Attributes:
        session: the one that it was told before or after; None outside of any.
        where: an area of the body, in the catalogue's word.
    """

    level: Level
    when: Literal["before", "after"]
    where: Name | None = None
    session: str | None = None


class Felt(OfSession, frozen=True, kw_only=True):
    """How a session was."""

    how: Effort


class DayMarked(Entry, frozen=True, kw_only=True):
    """A day on which nothing is expected; "none" takes that back."""

    day: date
    mark: Mark


class Walked(Entry, frozen=True, kw_only=True):
    """A walk, by the absence from the computer that somebody had announced."""

    duration_ms: Length


class ProfileChanged(Entry, frozen=True, kw_only=True):
    """A field of what the person says about themselves has another value, which JSON can hold."""

    field: Name
    value: Any


class PlanChanged(Entry, frozen=True, kw_only=True):
    """A field of the plan has another value, which JSON can hold."""

    field: Name
    value: Any


# Reminders


class ReminderCalled(Entry, frozen=True, kw_only=True):
    """It was time, and the person was called.

    Attributes:
        reminders: ids.
        waited_ms: how long it had been due.
        again: nobody had answered the first time.
    """

    reminders: tuple[Name, ...]
    waited_ms: Annotated[int, Meta(ge=0)] = 0
    again: bool = False


class ReminderAnswered(Entry, frozen=True, kw_only=True):
    """What the person said to a call; "done" without a session is what they say they did."""

    reminders: tuple[Name, ...]
    answer: Literal["start", "later", "not_now", "done", "nothing"]


class ReminderHeld(Entry, frozen=True, kw_only=True):
    """A reminder was due and waited, for these reasons."""

    reminder: Name
    why: tuple[Name, ...]


# What is the person's own


class DocumentSaved(Entry, frozen=True, kw_only=True):
    """An own routine or exercise, whole, as JSON holds it."""

    document: Name
    sort: Sort
    content: Any


class DocumentDeleted(Entry, frozen=True, kw_only=True):
    """An own routine or exercise is not wanted any more."""

    document: Name
    sort: Sort


# Setting right


class Deleted(Entry, frozen=True, kw_only=True):
    """The person wants an entry gone: it counts no more, wherever it turns up.

    Attributes:
        target: its id; a session's takes all of the session.
        session: the session in which it stands; None if it is one, or stands alone.
    """

    target: str
    session: str | None = None


class Corrected(OfSession, frozen=True, kw_only=True):
    """The person says how a session really was; None leaves a field as it is."""

    played_ms: Length | None = None
    exercises: tuple[Name, ...] | None = None


class TakenOver(Entry, frozen=True, kw_only=True):
    """What versions without a journal had kept.

    Attributes:
        met: how often each exercise was done, by id.
        met_on: the day on which it was done last.
        done: ids of the routines that were done, the last one at the end.
        last_routine: the one that was chosen last.
    """

    met: dict[Name, Count] = field(default_factory=dict)
    met_on: dict[Name, date] = field(default_factory=dict)
    done: tuple[Name, ...] = ()
    last_routine: Name | None = None


AnyEntry = (
    SessionStarted
    | SegmentReached
    | ExerciseDone
    | LeftHurting
    | SessionEnded
    | PainTold
    | Felt
    | DayMarked
    | Walked
    | ProfileChanged
    | PlanChanged
    | ReminderCalled
    | ReminderAnswered
    | ReminderHeld
    | DocumentSaved
    | DocumentDeleted
    | Deleted
    | Corrected
    | TakenOver
)
"""Every kind that this version knows."""


def session_told_of(entry: Entry) -> str | None:
    """The session that an entry tells of; None if it tells of none."""
    match entry:
        case SessionStarted():
            return entry.id
        case OfSession() | PainTold():
            return entry.session
        case Deleted():
            return entry.session or entry.target
        case _:
            return None
