"""The calendar of a reminder: its hours and clock times, in local time.

Rules:
1. Hours are what the local clock shows. On the day that repeats an hour they hold in both; on the
   day that lacks one, in neither.
2. A clock time comes once a date: in an hour that is shown twice, the first time; in one that is
   left out, as much later as the clock was moved.
3. Moments are compared in UTC, because differences of local times forget daylight saving.
"""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

from backease_desktop.core.reminder.roster import At, Every, Reminder

LATEST = timedelta(minutes=10)
"""How old a clock time may be and still call: it waits for a short sleep, not for a morning."""

DAY = timedelta(days=1)
LOOK_AHEAD = 8
"""Days: a week, and this day's weekday once more."""


def moment(day: date, clock: time, zone: tzinfo | None) -> datetime:
    """The first moment in UTC at which a local clock shows this."""
    return datetime.combine(day, clock, zone).astimezone(UTC)


def in_hours(reminder: Reminder, wall: datetime) -> bool:
    """Whether a reminder may call at this local time."""
    clock = wall.time()
    return any(hours.holds(clock) for hours in reminder.hours.on(wall.date()))


def latest_clock_time(reminder: Reminder, wall: datetime) -> datetime | None:
    """The newest clock time, in UTC, that has come and is not too old to call."""
    if not isinstance(reminder.when, At):
        return None
    now = wall.astimezone(UTC)
    days = (wall.date() - DAY, wall.date())
    moments = (moment(day, clock, wall.tzinfo) for day in days for clock in reminder.when.times)
    return max((m for m in moments if now - LATEST < m <= now), default=None)


def next_clock_time(reminder: Reminder, wall: datetime) -> datetime | None:
    """The next clock time, local, that lies within the hours; None within a week and a day."""
    return _first_in_hours(reminder, _coming(reminder, wall), wall.tzinfo)


def next_opening(reminder: Reminder, wall: datetime) -> datetime | None:
    """When the hours begin next, local; None if they do not within a week and a day."""
    return _first_in_hours(reminder, _edges(reminder, wall), wall.tzinfo)


def next_turn(reminder: Reminder, wall: datetime) -> datetime | None:
    """The next moment, in UTC, at which the calendar may change anything for a reminder."""
    return min((*_edges(reminder, wall)[:1], *_coming(reminder, wall)[:1]), default=None)


def calls_on(reminder: Reminder, day: date, zone: tzinfo) -> tuple[datetime, ...]:
    """The calls of a date, local, for somebody who is there all day and heeds each at once."""
    if not reminder.enabled:
        return ()
    if isinstance(reminder.when, At):
        moments = [moment(day, clock, zone) for clock in reminder.when.times]
    else:
        moments = [
            call
            for hours in reminder.hours.on(day)
            for call in _steps(reminder.when, *_bounds(day, hours.start, hours.end, zone))
        ]
    local = (m.astimezone(zone) for m in moments)
    return tuple(m for m in local if in_hours(reminder, m))


def _first_in_hours(
    reminder: Reminder, moments: list[datetime], zone: tzinfo | None
) -> datetime | None:
    local = (m.astimezone(zone) for m in moments)
    return next((m for m in local if in_hours(reminder, m)), None)


def _bounds(day: date, start: time, end: time, zone: tzinfo | None) -> tuple[datetime, datetime]:
    """The first moments in UTC at which the clock shows the start and the end of a range."""
    last = moment(day + DAY, end, zone) if end == time() else moment(day, end, zone)
    return moment(day, start, zone), last


def _steps(when: Every, start: datetime, end: datetime) -> list[datetime]:
    step = timedelta(minutes=when.minutes)
    return [start + step * n for n in range(1, -((start - end) // step))]


def _edges(reminder: Reminder, wall: datetime) -> list[datetime]:
    """Beginnings and ends of hours after a moment, in UTC, in order."""
    now, zone = wall.astimezone(UTC), wall.tzinfo
    days = (wall.date() + timedelta(days=n) for n in range(-1, LOOK_AHEAD))
    edges = {
        edge
        for day in days
        for hours in reminder.hours.on(day)
        for edge in _bounds(day, hours.start, hours.end, zone)
    }
    return sorted(edge for edge in edges if edge > now)


def _coming(reminder: Reminder, wall: datetime) -> list[datetime]:
    """Clock times after a moment, in UTC, in order."""
    if not isinstance(reminder.when, At):
        return []
    now, zone = wall.astimezone(UTC), wall.tzinfo
    days = (wall.date() + timedelta(days=n) for n in range(LOOK_AHEAD))
    moments = (moment(day, clock, zone) for day in days for clock in reminder.when.times)
    return sorted(m for m in moments if m > now)
