"""How one reminder counts, becomes due, and is dropped.

Rules:
1. Outside its hours a reminder rests: no clock time calls, its count begins anew with the next
   hours, and what was due is dropped. What is on the screen stays, and so does what the person
   asked for or put off by hand: hours bind the program, not the person.
2. During a break nothing counts (it began all counts anew), and a clock time is skipped.
3. A pause stops the count where it is; what was due stays due; a clock time in it is skipped.
4. A clock time calls once, even if the clock is set back over it. A clock that was a day ahead by
   mistake is forgotten.
5. A reminder that is due counts no further; a new clock time calls anew.
"""

from datetime import UTC, timedelta

from backease_desktop.core.reminder.attendance import Attendance
from backease_desktop.core.reminder.events import Skipped, Why
from backease_desktop.core.reminder.hours import in_hours, latest_clock_time
from backease_desktop.core.reminder.roster import Every, Reminder
from backease_desktop.core.reminder.state import Track
from backease_desktop.core.units import Ms

MISTAKEN = timedelta(days=1)


def advanced(
    reminder: Reminder,
    track: Track,
    reading: Attendance,
    *,
    rests: Why | None = None,
    is_calling: bool = False,
) -> tuple[Track, Skipped | None]:
    """Where a reminder stands after a reading, and whether something was skipped.

    Args:
        reminder: its part of the roster.
        track: where it stood.
        reading: the newest one.
        rests: `AWAY` during a break, `PAUSED` during a pause, `SESSION` during a session.
        is_calling: its card is on the screen.
    """
    track, clock_came = _noticed(reminder, track, reading)
    if not in_hours(reminder, reading.at.wall):
        if is_calling or track.by_hand:
            return track, None
        dropped = Skipped(reminder.id, Why.OUTSIDE_HOURS) if track.is_due else None
        return track.anew(), dropped
    if rests in (Why.AWAY, Why.PAUSED):
        return track, Skipped(reminder.id, rests) if clock_came else None
    if clock_came:
        return track.anew().with_(due_since=reading.at.boot), None
    if track.is_due or rests or not isinstance(reminder.when, Every):
        return track, None
    began = reading.at.wall - timedelta(milliseconds=reading.present)
    if not in_hours(reminder, began):
        return track, None
    counted = Ms(track.counted + reading.present)
    is_due = counted >= reminder.when.interval
    return track.with_(counted=counted, due_since=reading.at.boot if is_due else None), None


def _noticed(reminder: Reminder, track: Track, reading: Attendance) -> tuple[Track, bool]:
    """The track with its clock time dealt with, and whether a new one has come."""
    now = reading.at.utc
    done = track.clock_done
    if done is None or done > now + MISTAKEN:
        done = now
    latest = latest_clock_time(reminder, reading.at.wall)
    has_come = latest is not None and latest > done
    newest = latest if latest is not None and has_come else done
    return track.with_(clock_done=newest.astimezone(UTC)), has_come
