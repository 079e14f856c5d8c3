"""The reminder's state machine: readings go in, calls come out.

            due            nothing in the way          a minute without an answer
counting ────────▶ due ──────────────────────▶ calling ──────────────────────────▶ due, once more
    ▲               ▲                             │  │                              after a while
    │               └──── later, taken away ──────┘  │
    └──── a break, a session, not now ───────────────┘

Rules (those of attendance, counting, calling, hours and state stand in their own modules):
1. What is in the way holds a due reminder; it never resets it.
2. An answer is for everything that is due, whether or not the card names it.
3. A session of half its length or more is a break. After a shorter one what was due comes later.
4. The time in which the program did not run counts as absence: nobody saw the person.
5. Methods return what happened; they call nobody. `next_check` says how long nobody need ask.
   Save `state` after every method that returned something, and about once a minute.
"""

from datetime import date, timedelta
from typing import Self

import msgspec

from backease_desktop.core.reminder.attendance import Attendance, attend, first_reading
from backease_desktop.core.reminder.calling import call_now, hold_or_call, look_after_card
from backease_desktop.core.reminder.counting import advanced
from backease_desktop.core.reminder.day_trace import Span, traced
from backease_desktop.core.reminder.decisions import Decision, remembered
from backease_desktop.core.reminder.events import (
    Paused,
    PauseEnded,
    ReminderEvent,
    SessionWanted,
    Skipped,
    Why,
)
from backease_desktop.core.reminder.instant import Instant
from backease_desktop.core.reminder.outlook import Outlook, outlook
from backease_desktop.core.reminder.presence import BusyReason, Presence
from backease_desktop.core.reminder.roster import CHOOSE, Roster
from backease_desktop.core.reminder.standing import Standing
from backease_desktop.core.reminder.state import Pause, ReminderState, Track
from backease_desktop.core.reminder.waiting import next_check
from backease_desktop.core.session_record import DONE_FROM
from backease_desktop.core.units import MINUTE, Ms


class ReminderSchedule:
    """Decides when to call, being told the time and what is known of the person."""

    def __init__(self, roster: Roster) -> None:
        tracks = {reminder.id: Track() for reminder in roster.active}
        self._standing = Standing(roster=roster, tracks=tracks)
        self._seen: Ms | None = None
        self._decisions: tuple[Decision, ...] = ()
        self._day: tuple[Span, ...] = ()

    @classmethod
    def restored(cls, roster: Roster, state: ReminderState, now: Instant) -> Self:
        """A schedule that goes on where another left off; the time between counts as absence."""
        moved = state.moved_to(now)
        schedule = cls(roster)
        standing = schedule._standing
        standing.take_in(k for k, track in moved.tracks.items() if track.by_hand)
        standing.tracks |= {k: v for k, v in moved.tracks.items() if k in standing.tracks}
        standing.pause = moved.pause
        standing.present_for = moved.present_for
        schedule._seen = Ms(now.boot - moved.absent)
        schedule._decisions = moved.decisions
        schedule._day = moved.day
        return schedule

    def state(self, now: Instant) -> ReminderState:
        """What must survive the program."""
        standing = self._standing
        return ReminderState(
            wall=now.wall,
            mono=now.mono,
            boot=now.boot,
            absent=self._absent(now),
            present_for=standing.present_for,
            tracks=dict(standing.tracks),
            pause=standing.pause,
            decisions=self._decisions,
            day=self._day,
        )

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The last decisions, oldest first."""
        return self._decisions

    @property
    def day(self) -> tuple[Span, ...]:
        """Presence of the local date of the last reading, in order."""
        return self._day

    def outlook(self, now: Instant) -> Outlook:
        """What to say about the next call."""
        return outlook(self._standing, now)

    def next_check(self, now: Instant) -> Ms:
        """How long nobody need call `observe`, unless a source reports a change."""
        return next_check(self._standing, now)

    def observe(self, now: Instant, presence: Presence) -> list[ReminderEvent]:
        """Take a reading of the clocks and of the person into account."""
        standing = self._standing
        ours = {BusyReason.SESSION} if standing.in_session else set()
        heeded = msgspec.structs.replace(
            presence, busy=standing.roster.wait_for.heeded(presence.busy | ours)
        )
        if standing.reading is None:
            reading = first_reading(now, heeded, self._absent(now))
        else:
            reading = attend(standing.reading, now, heeded, standing.roster.still_after)
        standing.reading, standing.presence = reading, presence
        self._day = traced(self._day, reading, presence)
        events = [*self._notice_break(reading), *self._count(reading), *self._end_pause(now)]
        events += look_after_card(standing, standing.reading)
        events += hold_or_call(standing, standing.reading)
        return self._noted(events, now)

    def call_now(self, now: Instant, reminder: str | None = None) -> list[ReminderEvent]:
        """The person asks for a call, of one reminder or of any; none comes over a session."""
        if self._standing.in_session:
            return []
        return self._noted([call_now(self._standing, reminder, now.boot)], now)

    def start(self, now: Instant) -> list[ReminderEvent]:
        """The person wants a session now, on the card or without being called; not two at once."""
        standing = self._standing
        if standing.in_session:
            return []
        ids = standing.calling or standing.due
        first = [one.id for one in standing.roster.active[:1]]
        routine = standing.roster.reminder(ids or first).routine if ids or first else CHOOSE
        # Whatever becomes of the session, the card does not come back at once.
        standing.put_off(now, self._first_choice)
        return self._noted([SessionWanted(ids, routine)], now)

    def snooze(self, now: Instant, minutes: int | None = None) -> list[ReminderEvent]:
        """Call again later, whatever the hours; without `minutes` by the roster's first choice."""
        wait = self._first_choice if minutes is None else Ms(minutes * MINUTE)
        self._standing.change(self._standing.due, by_hand=True)
        return self._noted(self._standing.put_off(now, wait), now)

    def not_now(self, now: Instant) -> list[ReminderEvent]:
        """Leave out what is due; the counts of those reminders begin anew."""
        due = self._standing.clear()
        return self._noted([Skipped(id_, Why.NOT_NOW) for id_ in due], now)

    def did_it(self, now: Instant) -> list[ReminderEvent]:
        """The person has taken a break that nobody saw."""
        return self._noted(self._standing.take_break(Why.SAID_DONE), now)

    def session_started(self, now: Instant) -> list[ReminderEvent]:
        """A session of ours has begun, whoever asked for it."""
        self._standing.in_session = True
        return self._noted(self._standing.withdraw(Why.SESSION), now)

    def session_ended(self, now: Instant, fraction: float) -> list[ReminderEvent]:
        """A session of ours is over; `fraction` of it was played, 0 to 1."""
        self._standing.in_session = False
        self._standing.free_from(now)
        if fraction >= DONE_FROM:
            return self._noted(self._standing.take_break(Why.SESSION_DONE), now)
        left = self._standing.put_off(now, self._first_choice, is_said=False)
        return self._noted(left, now)

    def pause_for(self, now: Instant, duration: Ms) -> list[ReminderEvent]:
        """Rest for a time; it goes on while the machine sleeps or the program does not run."""
        return self._pause(now, Pause(until=Ms(now.boot + duration)))

    def pause_until(self, now: Instant, day: date) -> list[ReminderEvent]:
        """Rest until a local date begins."""
        return self._pause(now, Pause(day=day))

    def pause_until_tomorrow(self, now: Instant) -> list[ReminderEvent]:
        """Rest for what is left of the local day."""
        return self.pause_until(now, now.wall.date() + timedelta(days=1))

    def resume(self, now: Instant) -> list[ReminderEvent]:
        """End a pause by hand."""
        if self._standing.pause is None:
            return []
        self._standing.pause = None
        self._standing.free_from(now)
        return self._noted([PauseEnded()], now)

    def take_roster(self, roster: Roster, now: Instant) -> list[ReminderEvent]:
        """Go on with another roster; a reminder that keeps its times keeps its count.

        What was asked for of one that is off is kept as well; whoever switches one off wants none.
        """
        standing = self._standing
        before = {reminder.id: reminder.when for reminder in standing.followed}
        was_on = {reminder.id for reminder in standing.roster.active}
        due = standing.due
        kept = {
            r.id
            for r in roster.askable
            if before.get(r.id) == r.when and (r in roster.active or r.id not in was_on)
        }
        dropped = [Skipped(id_, Why.SWITCHED_OFF) for id_ in due if id_ not in kept]
        gone = self._standing.withdraw(Why.SWITCHED_OFF) if {*standing.calling} - kept else []
        standing.roster = roster
        standing.tracks = {id_: standing.tracks[id_] for id_ in kept}
        standing.take_in(reminder.id for reminder in roster.active)
        return self._noted([*gone, *dropped], now)

    def _end_pause(self, now: Instant) -> list[ReminderEvent]:
        pause = self._standing.pause
        if pause is None or not pause.is_over(now):
            return []
        self._standing.pause = None
        self._standing.free_from(now)
        return [PauseEnded()]

    def _notice_break(self, reading: Attendance) -> list[ReminderEvent]:
        standing = self._standing
        had_break, standing.on_break = (
            standing.on_break,
            reading.absent >= standing.roster.away_after,
        )
        if standing.on_break:
            if had_break:  # who asks for a call now is there, whatever was touched
                return []
            return [*standing.withdraw(Why.AWAY), *standing.take_break(Why.AWAY)]
        if not standing.in_session:
            standing.present_for = Ms(standing.present_for + reading.present)
        return []

    def _count(self, reading: Attendance) -> list[ReminderEvent]:
        standing = self._standing
        events: list[ReminderEvent] = []
        for reminder in standing.roster.active:
            standing.tracks[reminder.id], skipped = advanced(
                reminder,
                standing.tracks[reminder.id],
                reading,
                rests=standing.rests,
                is_calling=reminder.id in standing.calling,
            )
            events += [skipped] if skipped else []
        return events

    def _pause(self, now: Instant, pause: Pause) -> list[ReminderEvent]:
        self._standing.pause = pause
        return self._noted([*self._standing.withdraw(Why.PAUSED), Paused()], now)

    def _absent(self, now: Instant) -> Ms:
        """How long the person has not been seen, by this run or the one before."""
        reading = self._standing.reading
        seen = reading.seen if reading else self._seen
        return Ms(0 if seen is None else max(0, now.boot - seen))

    @property
    def _first_choice(self) -> Ms:
        return Ms(self._standing.roster.snooze_min[0] * MINUTE)

    def _noted(self, events: list[ReminderEvent], now: Instant) -> list[ReminderEvent]:
        self._decisions = remembered(self._decisions, events, now.wall)
        return events
