"""Where a schedule stands: what its rules read and change. It decides nothing by itself."""

from collections.abc import Iterable
from typing import Any

import msgspec

from backease_desktop.core.reminder.attendance import Attendance
from backease_desktop.core.reminder.events import (
    BreakTaken,
    ReminderEvent,
    Snoozed,
    Why,
    Withdrawn,
)
from backease_desktop.core.reminder.instant import Instant
from backease_desktop.core.reminder.presence import BusyReason, Presence
from backease_desktop.core.reminder.roster import Reminder, Roster
from backease_desktop.core.reminder.state import Pause, Track
from backease_desktop.core.units import MINUTE, Ms

GRACE = Ms(3 * MINUTE)
"""No call so soon after waking, unlocking or starting."""

FREE_FOR = MINUTE
"""A call comes so long after the last busy moment."""


class Card(msgspec.Struct, frozen=True):
    """The call that is on the screen.

    Attributes:
        reminders: ids of those it calls for.
        shown: since when, on the `boot` clock.
        despite: what was in the way when the person asked for it all the same.
    """

    reminders: tuple[str, ...]
    shown: Ms
    despite: frozenset[BusyReason] = frozenset()


class Standing(msgspec.Struct):
    """A schedule at its last reading.

    Attributes:
        roster: what the person wants.
        tracks: by id, every active reminder's, and those of others that were asked for by hand.
        reading: the last one; None before the first.
        presence: as it was read, with the reasons that are switched off.
        pause: None when there is none.
        card: None when nothing is on the screen.
        ready_since: the moment from which only typing was in the way of a call.
        in_session: a session of ours is open.
        on_break: the absence that goes on is long enough to be a break.
        present_for: presence without a break.
    """

    roster: Roster
    tracks: dict[str, Track]
    reading: Attendance | None = None
    presence: Presence = Presence()
    pause: Pause | None = None
    card: Card | None = None
    ready_since: Ms | None = None
    in_session: bool = False
    on_break: bool = False
    present_for: Ms = Ms(0)

    @property
    def followed(self) -> tuple[Reminder, ...]:
        """The reminders that may call, in the person's order: those that have a track."""
        return tuple(one for one in self.roster.askable if one.id in self.tracks)

    @property
    def due(self) -> tuple[str, ...]:
        """Ids of what is due, the longest due first, then in the person's order."""
        since = {id_: track.due_since for id_, track in self.tracks.items()}
        due = [(moment, id_) for id_, moment in since.items() if moment is not None]
        return tuple(id_ for _, id_ in sorted(due, key=lambda entry: entry[0]))

    @property
    def calling(self) -> tuple[str, ...]:
        """Ids of what the card on the screen calls for."""
        return self.card.reminders if self.card else ()

    @property
    def rests(self) -> Why | None:
        """Why nothing counts."""
        if self.on_break:
            return Why.AWAY
        if self.pause:
            return Why.PAUSED
        return Why.SESSION if self.in_session else None

    def in_the_way(self, reading: Attendance) -> tuple[Why, ...]:
        """What holds everything that is due, except typing."""
        now = reading.at.boot
        return (
            *([Why.PAUSED] if self.pause else []),
            *([Why.LOCKED] if reading.locked else []),
            *(Why(reason) for reason in sorted(reading.busy)),
            *([Why.JUST_BACK] if now < reading.arrived + GRACE else []),
            *([Why.JUST_FREE] if not reading.busy and now < reading.freed + FREE_FOR else []),
        )

    def change(self, ids: Iterable[str], **changes: Any) -> None:  # noqa: ANN401
        """Give some tracks other values."""
        for id_ in ids:
            self.tracks[id_] = self.tracks[id_].with_(**changes)

    def take_in(self, ids: Iterable[str]) -> None:
        """Give these a track, too, in the person's order."""
        known = {*self.tracks, *ids}
        ordered = [one.id for one in self.roster.askable if one.id in known]
        self.tracks = {id_: self.tracks.get(id_, Track()) for id_ in ordered}

    def renew(self, ids: Iterable[str]) -> None:
        """Begin these counts anew; of a reminder that is off nothing stays."""
        active = {one.id for one in self.roster.active}
        for id_ in ids:
            if id_ in active:
                self.tracks[id_] = self.tracks[id_].anew()
            else:
                del self.tracks[id_]

    def free_from(self, now: Instant) -> None:
        """A pause or a session has just ended: the next call waits `FREE_FOR`."""
        if self.reading:
            self.reading = msgspec.structs.replace(self.reading, freed=now.boot)

    def withdraw(self, why: Why) -> list[ReminderEvent]:
        """Take the card away; that call does not count."""
        ids, was_there = self.calling, self.card is not None
        self.card = None
        for id_ in ids:
            self.change([id_], calls=max(0, self.tracks[id_].calls - 1))
        return [Withdrawn(ids, why)] if was_there else []

    def clear(self) -> tuple[str, ...]:
        """Begin the count of everything due anew, and say what that was."""
        due = self.due
        self.card = None
        self.renew(due)
        return due

    def end_nudge(self) -> list[ReminderEvent]:
        """Take a card of nudges away, and begin their counts anew: nobody need answer them."""
        ids, self.card = self.calling, None
        self.renew(ids)
        return [Withdrawn(ids, Why.NUDGED)]

    def take_break(self, why: Why) -> list[ReminderEvent]:
        """Begin all counts anew."""
        due = self.clear()
        self.renew(tuple(self.tracks))
        self.present_for = Ms(0)
        return [BreakTaken(due, why)]

    def put_off(self, now: Instant, wait: Ms, *, is_said: bool = True) -> list[ReminderEvent]:
        """Call for everything due after a wait, as if for the first time."""
        due = self.due
        self.card = None
        self.change(due, waits_until=Ms(now.boot + wait), calls=0)
        return [Snoozed(due, wait, is_said)] if due else []
