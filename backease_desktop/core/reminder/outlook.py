"""The outlook: what the tray, the window's title and the page say about the next call."""

from datetime import UTC, datetime, time, timedelta
from enum import StrEnum

import msgspec

from backease_desktop.core.reminder.events import Why
from backease_desktop.core.reminder.hours import in_hours, moment, next_clock_time, next_opening
from backease_desktop.core.reminder.instant import Instant
from backease_desktop.core.reminder.roster import Every, Reminder
from backease_desktop.core.reminder.standing import Standing
from backease_desktop.core.reminder.state import Pause
from backease_desktop.core.units import MINUTE, Ms


class Mood(StrEnum):
    """What a schedule is doing."""

    COUNTING = "counting"
    DUE = "due"
    CALLING = "calling"
    SESSION = "session"
    PAUSED = "paused"
    RESTING = "resting"
    OFF = "off"


class Outlook(msgspec.Struct, frozen=True):
    """A schedule at one moment.

    Attributes:
        mood: what it is doing.
        reminder: id of the one that is next, due or calling; None if there is none.
        left: until it calls, in milliseconds: of presence, of the clock, or of a wait; 0 when
            only what `why` names is in the way; None when it is not known.
        until: when the pause or the rest ends, local; None if there is neither, or no end in sight.
        why: what a due reminder waits for.
        present_for: how long the person has been there without a break.
    """

    mood: Mood
    reminder: str | None = None
    left: Ms | None = None
    until: datetime | None = None
    why: tuple[Why, ...] = ()
    present_for: Ms = Ms(0)

    @property
    def can_pause(self) -> bool:
        """Whether a pause would keep a call away."""
        return self.mood in (Mood.COUNTING, Mood.DUE, Mood.CALLING)

    @property
    def minutes_left(self) -> int | None:
        """Whole minutes until the next call, rounded up."""
        return None if self.left is None else -(-self.left // MINUTE)


def outlook(standing: Standing, now: Instant) -> Outlook:
    """What to say about the next call."""
    followed = standing.followed
    if standing.card:
        lead = next(iter(standing.card.reminders), None)
        return Outlook(Mood.CALLING, lead, Ms(0), present_for=standing.present_for)
    if not followed:
        return Outlook(Mood.OFF, present_for=standing.present_for)
    if standing.in_session:
        return Outlook(Mood.SESSION, present_for=standing.present_for)
    if standing.pause:
        until = _pause_end(standing.pause, now)
        return Outlook(Mood.PAUSED, until=until, present_for=standing.present_for)
    left = {r.id: wait for r in followed if (wait := _left(r, standing, now)) is not None}
    if not left:
        openings = [at for r in followed if (at := next_opening(r, now.wall))]
        first = min(openings, key=lambda at: at.astimezone(UTC), default=None)
        return Outlook(Mood.RESTING, until=first, present_for=standing.present_for)
    soonest = min(left, key=lambda id_: left[id_])
    is_due = standing.tracks[soonest].is_due
    why = standing.in_the_way(standing.reading) if is_due and standing.reading else ()
    mood = Mood.DUE if is_due else Mood.COUNTING
    return Outlook(mood, soonest, left[soonest], why=why, present_for=standing.present_for)


def _left(reminder: Reminder, standing: Standing, now: Instant) -> Ms | None:
    """Until a reminder calls; None outside its hours, and without a clock time in sight.

    What was asked for or put off by hand heeds no hours.
    """
    track = standing.tracks[reminder.id]
    if track.is_due and (track.by_hand or in_hours(reminder, now.wall)):
        return Ms(max(0, (track.waits_until or now.boot) - now.boot))
    if not in_hours(reminder, now.wall):
        return None
    if isinstance(reminder.when, Every):
        return Ms(reminder.when.interval - track.counted)
    coming = next_clock_time(reminder, now.wall)
    if coming is None:
        return None
    return Ms(round((coming.astimezone(UTC) - now.utc).total_seconds() * 1000))


def _pause_end(pause: Pause, now: Instant) -> datetime | None:
    if pause.until is not None:
        end = now.utc + timedelta(milliseconds=pause.until - now.boot)
    elif pause.day is not None:
        end = moment(pause.day, time(), now.wall.tzinfo)
    else:
        return None
    return end.astimezone(now.wall.tzinfo)
