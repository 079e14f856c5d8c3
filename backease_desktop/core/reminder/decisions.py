"""The last decisions, for the page "Why did it (not) remind me?"."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from backease_desktop.core.fields import AwareTime, Fields
from backease_desktop.core.reminder.events import (
    BreakTaken,
    Called,
    Held,
    Paused,
    PauseEnded,
    ReminderEvent,
    SessionWanted,
    Shrunk,
    Skipped,
    Snoozed,
    Why,
    Withdrawn,
)

KEPT = 200


class Verdict(StrEnum):
    """What was decided."""

    SHOWN = "shown"
    HELD = "held"
    SKIPPED = "skipped"
    BREAK = "break"
    UNANSWERED = "unanswered"
    WITHDRAWN = "withdrawn"
    SNOOZED = "snoozed"
    STARTED = "started"
    PAUSED = "paused"
    PAUSE_ENDED = "pause_ended"


class Decision(Fields, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One line of the page.

    Attributes:
        at: the local time it was made at, aware.
        verdict: what was decided.
        reminders: ids of the reminders it is about; none where it is about all.
        why: reasons, in the order in which they came.
    """

    at: AwareTime
    verdict: Verdict
    reminders: tuple[str, ...] = ()
    why: tuple[Why, ...] = ()


def decision(event: ReminderEvent, at: datetime) -> Decision:
    """The line that an event leaves on the page."""
    match event:
        case Called(reminders=ids, late_because=why):
            return Decision(at=at, verdict=Verdict.SHOWN, reminders=ids, why=why)
        case Held(reminder=one, why=why):
            return Decision(at=at, verdict=Verdict.HELD, reminders=(one,), why=why)
        case Skipped(reminder=one, why=reason):
            return Decision(at=at, verdict=Verdict.SKIPPED, reminders=(one,), why=(reason,))
        case BreakTaken(reminders=ids, why=reason):
            return Decision(at=at, verdict=Verdict.BREAK, reminders=ids, why=(reason,))
        case Shrunk(reminders=ids):
            return Decision(at=at, verdict=Verdict.UNANSWERED, reminders=ids)
        case Withdrawn(reminders=ids, why=reason):
            return Decision(at=at, verdict=Verdict.WITHDRAWN, reminders=ids, why=(reason,))
        case Snoozed(reminders=ids):
            return Decision(at=at, verdict=Verdict.SNOOZED, reminders=ids)
        case SessionWanted(reminders=ids):
            return Decision(at=at, verdict=Verdict.STARTED, reminders=ids)
        case Paused():
            return Decision(at=at, verdict=Verdict.PAUSED)
        case PauseEnded():
            return Decision(at=at, verdict=Verdict.PAUSE_ENDED)


def remembered(
    decisions: tuple[Decision, ...], events: Iterable[ReminderEvent], at: datetime
) -> tuple[Decision, ...]:
    """The last `KEPT` decisions, oldest first, with those of these events."""
    return (*decisions, *(decision(event, at) for event in events))[-KEPT:]
