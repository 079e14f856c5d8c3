"""Today as a line: what was, what comes, and where now is between them.

What comes is said for somebody who stays at the computer and heeds each call at once.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum

import msgspec

from backease_desktop.core.reminder.day_trace import Span
from backease_desktop.core.reminder.decisions import Decision, Verdict
from backease_desktop.core.reminder.events import Why
from backease_desktop.core.reminder.hours import in_hours, moment
from backease_desktop.core.reminder.outlook import Outlook
from backease_desktop.core.reminder.roster import OFFICE, At, Every, Reminder, Roster

DONE_BY = (Why.SESSION_DONE, Why.SAID_DONE)
"""What counts as done: an absence is a break, but nobody did anything for it."""

HOUR = timedelta(hours=1)


class Sign(StrEnum):
    """What stands at a moment of the day."""

    DONE = "done"
    NEXT = "next"
    LATER = "later"
    OTHER = "other"


class Mark(msgspec.Struct, frozen=True):
    """A moment of the day.

    Attributes:
        at: local, aware.
        sign: what stands there; `OTHER` for a call of another reminder than the next one.
        reminder: id of the reminder it is about; nothing where it is about all.
    """

    at: datetime
    sign: Sign
    reminder: str = ""


class DayLine(msgspec.Struct, frozen=True):
    """Today.

    Attributes:
        start, end: full hours, local, around everything that is shown.
        now: the moment it is looked at.
        spans: presence so far, in order.
        marks: moments, in order.
    """

    start: datetime
    end: datetime
    now: datetime
    spans: tuple[Span, ...]
    marks: tuple[Mark, ...]

    @property
    def done(self) -> int:
        """How often something was done today."""
        return sum(mark.sign is Sign.DONE for mark in self.marks)

    @property
    def coming(self) -> int:
        """How often somebody who stays is still called today."""
        return len(self.marks) - self.done


def day_line(
    roster: Roster,
    decisions: Iterable[Decision],
    spans: Sequence[Span],
    outlook: Outlook,
    now: datetime,
) -> DayLine:
    """Today, as it is known at a local time."""
    today = [span for span in spans if span.end.astimezone(now.tzinfo).date() == now.date()]
    marks = sorted(
        (*_done(decisions, now), *_coming(roster, outlook, now)), key=lambda mark: mark.at
    )
    start, end = _frame(roster, now, [*(m.at for m in marks), *(s.start for s in today)])
    return DayLine(start, end, now, tuple(today), tuple(marks))


def latest_late(decisions: Iterable[Decision], now: datetime) -> Decision | None:
    """The last call of today that came late; None without one."""
    late = [one for one in decisions if one.verdict is Verdict.SHOWN and one.why]
    return next((one for one in reversed(late) if _is_today(one.at, now)), None)


def _done(decisions: Iterable[Decision], now: datetime) -> Iterable[Mark]:
    for one in decisions:
        is_done = one.verdict is Verdict.BREAK and any(why in DONE_BY for why in one.why)
        if is_done and _is_today(one.at, now):
            yield Mark(one.at.astimezone(now.tzinfo), Sign.DONE)


def _coming(roster: Roster, outlook: Outlook, now: datetime) -> Iterable[Mark]:
    if outlook.reminder is None or outlook.left is None:
        return
    first = (now.astimezone(UTC) + timedelta(milliseconds=outlook.left)).astimezone(now.tzinfo)
    if not _is_today(first, now):
        return
    yield Mark(first, Sign.NEXT, outlook.reminder)
    for reminder in roster.active:
        is_next = reminder.id == outlook.reminder
        for at in _later(reminder, first if is_next else now, is_next):
            yield Mark(at, Sign.LATER if is_next else Sign.OTHER, reminder.id)


def _later(reminder: Reminder, behind: datetime, is_next: bool) -> Iterable[datetime]:
    """The calls of a reminder behind a moment; how far another one has counted is not known."""
    day = behind.date()
    if isinstance(reminder.when, At):
        moments = [moment(day, clock, behind.tzinfo) for clock in reminder.when.times]
    elif is_next:
        moments = list(_steps(reminder.when, behind))
    else:
        moments = []
    local = (one.astimezone(behind.tzinfo) for one in moments)
    return [at for at in local if at > behind and at.date() == day and in_hours(reminder, at)]


def _steps(when: Every, behind: datetime) -> Iterable[datetime]:
    step = timedelta(milliseconds=when.interval)
    steps = timedelta(days=1) // step
    return (behind.astimezone(UTC) + step * n for n in range(1, steps + 1))


def _frame(roster: Roster, now: datetime, moments: Iterable[datetime]) -> tuple[datetime, datetime]:
    """Full hours around the working hours of the day, around now and around every moment."""
    ranges = [hours for one in roster.active for hours in one.hours.on(now.date())] or OFFICE
    starts = [datetime.combine(now.date(), hours.start, now.tzinfo) for hours in ranges]
    ends = [_end(now, hours.end) for hours in ranges]
    local = [one.astimezone(now.tzinfo) for one in (now, *moments)]
    first, last = min(*starts, *local), max(*ends, *local)
    start = first.replace(minute=0, second=0, microsecond=0)
    end = last.replace(minute=0, second=0, microsecond=0)
    return start, end if end == last else min(end + HOUR, _end(now, time()))


def _end(now: datetime, clock: time) -> datetime:
    day = now.date() + timedelta(days=1) if clock == time() else now.date()
    return datetime.combine(day, clock, now.tzinfo)


def _is_today(at: datetime, now: datetime) -> bool:
    return at.astimezone(now.tzinfo).date() == now.date()
