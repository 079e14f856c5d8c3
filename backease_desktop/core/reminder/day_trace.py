"""The trace of a day: when the person was at the computer, and when in a conversation.

Rules:
1. It is of one local date: what lies before is forgotten at the first reading after midnight.
2. Readings that follow one another closely make one span; presence has small gaps by nature.
"""

from datetime import timedelta

from backease_desktop.core.fields import AwareTime, Fields
from backease_desktop.core.reminder.attendance import Attendance
from backease_desktop.core.reminder.presence import TALKING, Presence

CLOSE = timedelta(minutes=3)
"""Spans of one kind with no more than this between them are one."""

MOST = 400
"""Spans that a day may have; a day of readings that flicker has no more than this to show."""


class Span(Fields, frozen=True, kw_only=True):
    """Presence without a gap.

    Attributes:
        start, end: local, aware.
        is_talking: in a conversation, on camera or before others, as far as the computer can tell.
    """

    start: AwareTime
    end: AwareTime
    is_talking: bool = False


def traced(day: tuple[Span, ...], reading: Attendance, presence: Presence) -> tuple[Span, ...]:
    """The trace with what a reading adds to it."""
    now = reading.at.wall
    kept = tuple(span for span in day if span.end.astimezone(now.tzinfo).date() == now.date())
    if reading.present <= 0:
        return kept
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    start = max(midnight, now - timedelta(milliseconds=reading.present))
    is_talking = bool(presence.busy & TALKING)
    last = kept[-1] if kept else None
    if last is not None and last.is_talking == is_talking and start - last.end <= CLOSE:
        return (*kept[:-1], last.with_(end=max(last.end, now)))
    return (*kept, Span(start=start, end=now, is_talking=is_talking))[-MOST:]
