"""Attendance: how long somebody has been there, and how long gone.

Rules:
1. An input speaks for the person for `still_after`; what lies between two inputs that are further
   apart is not counted, and the count goes on with the next input.
2. An absence begins with the last input. It goes on through lock and sleep, whatever order they
   come in, and inputs on the lock screen do not end it.
3. Slept is what `boot` gained over `mono`. A silence longer than `SILENCE` between two readings is
   slept too: a stopped process saw nothing, and some systems' clocks do not tell sleep.
4. Whoever is on the phone, on camera or in a session of ours is there without touching a key.
5. Of a return between two readings only the last input is known, so the count may be off by the
   time between them, once for each return.
"""

import msgspec

from backease_desktop.core.reminder.instant import Instant
from backease_desktop.core.reminder.presence import TALKING, BusyReason, Presence
from backease_desktop.core.units import Ms

ASLEEP = Ms(2_000)
"""Less than this between `boot` and `mono` is the coarseness of clocks."""

SILENCE = Ms(90_000)
LONG_AGO = Ms(-(10**13))


class Attendance(msgspec.Struct, frozen=True):
    """What is known of the person at one reading. Moments are readings of `boot`.

    Attributes:
        at: the instant of the reading.
        locked: whether the session was locked then.
        busy: the reasons to leave the person alone that were true then.
        seen: the last moment at which the person was certainly there.
        arrived: the last time the program started, the machine woke, or the lock opened.
        freed: the first reading after the last one with a reason to leave the person alone.
        present: presence since the reading before, in milliseconds.
        absent: length of the absence that goes on, or that has ended since the reading before.
    """

    at: Instant
    locked: bool
    busy: frozenset[BusyReason]
    seen: Ms
    arrived: Ms
    freed: Ms
    present: Ms
    absent: Ms


def first_reading(now: Instant, presence: Presence, absent: Ms = Ms(0)) -> Attendance:
    """The attendance of a program that has just started.

    Args:
        now: the instant of the start.
        presence: without the reasons that are switched off.
        absent: how long the person has not been seen, as far as an earlier run knows.
    """
    idle = _idle(presence)
    return Attendance(
        at=now,
        locked=presence.locked,
        busy=presence.busy,
        seen=Ms(now.boot - (max(idle, absent) if presence.locked else idle)),
        arrived=now.boot,
        freed=now.boot if presence.busy else LONG_AGO,
        present=Ms(0),
        absent=max(idle, absent),
    )


def attend(before: Attendance, now: Instant, presence: Presence, still_after: Ms) -> Attendance:
    """The attendance at the next reading.

    Args:
        before: the reading before.
        now: the instant of this one; a clock that runs backwards counts as standing still.
        presence: without the reasons that are switched off.
        still_after: how long an input speaks for the person's presence.
    """
    passed = max(0, now.boot - before.at.boot)
    awake = min(passed, max(0, now.mono - before.at.mono))
    slept = passed - awake >= ASLEEP or passed > SILENCE
    idle = _idle(presence)
    had_input = idle < awake and not (before.locked and presence.locked)
    seen = max(before.seen, now.boot - idle) if had_input else before.seen

    present = 0
    if not (slept or before.locked or presence.locked):
        was_there = before.at.boot - before.seen < still_after
        start = before.at.boot if was_there or not had_input else seen
        present = max(0, min(now.boot, seen + still_after) - start)
    # Of an absence that ended between two readings only the part up to the first is certain,
    # unless it was sleep.
    certain = before.at.boot - before.seen + (passed if slept else 0)
    return Attendance(
        at=now,
        locked=presence.locked,
        busy=presence.busy,
        seen=Ms(seen),
        arrived=now.boot if slept or before.locked > presence.locked else before.arrived,
        freed=now.boot if presence.busy or before.busy else before.freed,
        present=Ms(present),
        absent=Ms(certain if had_input and not presence.locked else max(0, now.boot - seen)),
    )


def _idle(presence: Presence) -> Ms:
    """How long ago the person was certainly there."""
    there_anyway = presence.busy & (TALKING | {BusyReason.SESSION})
    return Ms(0) if there_anyway and not presence.locked else presence.idle
