"""How long a schedule need not be asked.

Rules:
1. Never longer than `LONGEST`: the sampling step of presence. Never shorter than `SOONEST`.
2. Otherwise to the next moment that changes anything: the end of a wait, the presence that makes
   something due, the absence that becomes a break, the calendar.
"""

from collections.abc import Iterator
from datetime import datetime, time

from backease_desktop.core.reminder.calling import ANSWER_WITHIN, NUDGE_FOR
from backease_desktop.core.reminder.hours import moment, next_turn
from backease_desktop.core.reminder.instant import Instant
from backease_desktop.core.reminder.roster import Every
from backease_desktop.core.reminder.standing import FREE_FOR, GRACE, Standing
from backease_desktop.core.units import SECOND, Ms

LONGEST = Ms(30_000)
SOONEST = Ms(500)


def next_check(standing: Standing, now: Instant) -> Ms:
    """How long nothing changes unless a source says so, in milliseconds."""
    if standing.reading is None:
        return Ms(0)
    waits = [
        *(at - now.boot for at in _moments(standing)),
        *(round((at - now.utc).total_seconds() * 1000) for at in _dates(standing, now)),
    ]
    return Ms(max(SOONEST, min((wait for wait in waits if 0 < wait < LONGEST), default=LONGEST)))


def _moments(standing: Standing) -> Iterator[int]:
    """Moments of the `boot` clock, some of them past."""
    reading, roster = standing.reading, standing.roster
    assert reading is not None
    if standing.card:
        is_nudge = standing.roster.are_nudges(standing.card.reminders)
        yield standing.card.shown + (NUDGE_FOR if is_nudge else ANSWER_WITHIN)
    if standing.pause and standing.pause.until is not None:
        yield standing.pause.until
    if standing.due:
        yield reading.arrived + GRACE
        yield reading.freed + FREE_FOR
        yield from (t.waits_until for t in standing.tracks.values() if t.waits_until is not None)
    if standing.ready_since is not None:
        yield standing.ready_since + roster.typing_wait_s * SECOND
        yield reading.at.boot - standing.presence.since_typing + roster.typing_pause_s * SECOND
    yield reading.seen + roster.away_after
    is_there = not reading.locked and reading.at.boot - reading.seen < roster.still_after
    if is_there and not standing.rests:
        for reminder in roster.active:
            track = standing.tracks[reminder.id]
            if isinstance(reminder.when, Every) and not track.is_due:
                yield reading.at.boot + reminder.when.interval - track.counted


def _dates(standing: Standing, now: Instant) -> Iterator[datetime]:
    """Moments of the calendar, in UTC."""
    if standing.pause and standing.pause.day:
        yield moment(standing.pause.day, time(), now.wall.tzinfo)
    for reminder in standing.roster.active:
        if turn := next_turn(reminder, now.wall):
            yield turn
