"""Reminders: tell the schedule the time and what is known of the person, and hand its calls on.

One single-shot timer asks again when the schedule says that something may have changed; sources of
presence that report changes by themselves shorten the wait. The state is saved at every event and
about once a minute, so that a program that is killed forgets a minute at most.
"""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QObject, QTimer, Signal

from backease_desktop.controllers.ports import EventLog, PresenceSource, ReminderStore, RosterStore
from backease_desktop.core.fields import checked
from backease_desktop.core.reminder.day_line import DayLine, day_line
from backease_desktop.core.reminder.decisions import Decision
from backease_desktop.core.reminder.events import (
    BreakTaken,
    Called,
    Held,
    ReminderEvent,
    SessionWanted,
    Shrunk,
    Skipped,
    Snoozed,
    Why,
    Withdrawn,
)
from backease_desktop.core.reminder.instant import Instant
from backease_desktop.core.reminder.outlook import Mood, Outlook
from backease_desktop.core.reminder.roster import Every, Reminder, Roster
from backease_desktop.core.reminder.schedule import ReminderSchedule
from backease_desktop.core.reminder.state import ReminderState
from backease_desktop.core.session_record import SessionRecord
from backease_desktop.core.units import MINUTE, SECOND, Ms

LONGEST = Ms(MINUTE)
"""Nobody sleeps longer than this between two readings; it is also how often the state is saved."""
CLOSELY = Ms(SECOND)
PATIENCE = 10
"""Readings, `CLOSELY` apart, that may be a flicker before what came to rest last is believed."""


class ReminderController(QObject):
    """Runs the schedule.

    Signals:
        called: it is time; carries what to say (`Called`).
        shrunk: nobody answered the card; it goes to the tray.
        withdrawn: the call must go; also after an answer, wherever it was given.
        session_wanted: Start was said; carries the `Reminder` that knows what to open.
        roster_changed: the roster is another one; carries it.
        changed: the outlook is another one; carries it.
        happened: anything of the schedule; carries the `ReminderEvent`.
    """

    called = Signal(object)
    shrunk = Signal()
    withdrawn = Signal()
    session_wanted = Signal(object)
    roster_changed = Signal(object)
    changed = Signal(object)
    happened = Signal(object)

    def __init__(
        self,
        *,
        instant: Callable[[], Instant],
        presence: PresenceSource,
        roster: Roster,
        roster_store: RosterStore,
        state: ReminderState | None,
        store: ReminderStore,
        log: EventLog,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._instant = instant
        self._presence = presence
        self._store = store
        self._log = log
        self._roster = roster
        self._roster_store = roster_store
        now = instant()
        self._schedule = (
            ReminderSchedule(roster)
            if state is None
            else ReminderSchedule.restored(roster, state, now)
        )
        self._outlook = self._schedule.outlook(now)
        self._flickers = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.observe)
        for signal in (presence.changed, presence.woke, presence.locked_changed):
            signal.connect(self.observe)
        presence.fell_asleep.connect(self._save)  # a battery may run out in sleep

    @property
    def roster(self) -> Roster:
        """The reminders that the person wants."""
        return self._roster

    @property
    def outlook(self) -> Outlook:
        """What to say about the next call."""
        return self._outlook

    @property
    def may_call(self) -> bool:
        """Whether a call can come: a reminder is on, or one that is off was put off."""
        return self._outlook.mood is not Mood.OFF

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The last decisions, oldest first."""
        return self._schedule.decisions

    def day(self, now: datetime) -> DayLine:
        """Today as a line, at a local time."""
        return day_line(self._roster, self.decisions, self._schedule.day, self._outlook, now)

    def start(self) -> None:
        """Begin to look."""
        self._presence.start()
        self.observe()

    def stop(self) -> None:
        """Stop looking, and remember."""
        self._timer.stop()
        self._presence.stop()
        self._save()

    def observe(self) -> None:
        """Take a reading; one that may be a flicker is taken again instead of acted upon.

        So a call does not come into the first second of a conversation. What never comes to rest
        is not waited for longer than `PATIENCE`.
        """
        # First, so that no failure of a source is the end of the reminders.
        self._timer.start(LONGEST)
        now = self._instant()
        presence = self._presence.read()
        self._flickers = self._flickers + 1 if self._presence.settling else 0
        if 0 < self._flickers <= PATIENCE:
            self._timer.start(CLOSELY)
        else:
            self._take(self._schedule.observe(now, presence), now)

    # What the person says

    def call_now(self, reminder: str | None = None) -> None:
        """Call at once, because the person asks for it: a reminder by its id, or any."""
        self.observe()
        self._do(lambda now: self._schedule.call_now(now, reminder))

    def remind_every(self, minutes: int) -> None:
        """Let the first reminder call after so many minutes of presence.

        Raises:
            FieldError: so few or so many minutes are not possible.
        """
        self.put(checked(self._roster.first, when=Every(minutes=minutes), enabled=True))

    def put(self, reminder: Reminder) -> None:
        """Have this reminder, in the place of the one with its id or as the last one."""
        others = self._roster.reminders
        if reminder.id in {other.id for other in others}:
            kept = tuple(reminder if other.id == reminder.id else other for other in others)
        else:
            kept = (*others, reminder)
        self.take_roster(self._roster.with_(reminders=kept))

    def begin(self) -> None:
        """Start a session."""
        self._log.write("reminder_answered", answer="start")
        self._do(self._schedule.start)

    def snooze(self, minutes: int | None = None) -> None:
        """Call again later; by default after the first choice of the roster."""
        self._log.write("reminder_answered", answer="later", minutes=minutes)
        self._do(lambda now: self._schedule.snooze(now, minutes))

    def not_now(self) -> None:
        """Leave this one out."""
        self._log.write("reminder_answered", answer="not_now")
        self._do(self._schedule.not_now)

    def did_it(self) -> None:
        """A break was taken that nobody saw."""
        self._log.write("reminder_answered", answer="did_it")
        self._do(self._schedule.did_it)

    def pause_for(self, duration: Ms) -> None:
        """Be quiet for a time."""
        self._do(lambda now: self._schedule.pause_for(now, duration))

    def pause_until(self, day: date) -> None:
        """Be quiet until a day begins."""
        self._do(lambda now: self._schedule.pause_until(now, day))

    def pause_until_tomorrow(self) -> None:
        """Be quiet for what is left of the day."""
        self._do(self._schedule.pause_until_tomorrow)

    def resume(self) -> None:
        """End a pause."""
        self._do(self._schedule.resume)

    def take_roster(self, roster: Roster) -> None:
        """Go on with other reminders, from now on and at the next start."""
        if roster != self._roster:
            self._roster = roster
            self._roster_store.save(roster)
            self.roster_changed.emit(roster)
            self._do(lambda now: self._schedule.take_roster(roster, now))

    # What sessions say

    def on_session_started(self) -> None:
        """A session of ours has begun."""
        self._do(self._schedule.session_started)

    def on_session_ended(self, record: SessionRecord) -> None:
        """A session of ours is over."""
        self._do(lambda now: self._schedule.session_ended(now, record.fraction))

    # How it runs

    def _do(self, act: Callable[[Instant], list[ReminderEvent]]) -> None:
        now = self._instant()
        self._take(act(now), now)

    def _take(self, events: list[ReminderEvent], now: Instant) -> None:
        for event in events:
            self._on_event(event)
        outlook = self._schedule.outlook(now)
        if events or _minutes(outlook) != _minutes(self._outlook):
            self._save()
        if outlook != self._outlook:
            self._outlook = outlook
            self.changed.emit(outlook)
        is_due = outlook.mood in (Mood.DUE, Mood.CALLING)
        self._presence.watch_closely(is_due)
        self._timer.start(max(CLOSELY, min(LONGEST, self._schedule.next_check(now))))

    def _save(self) -> None:
        self._store.save(self._schedule.state(self._instant()))

    def _on_event(self, event: ReminderEvent) -> None:
        self.happened.emit(event)
        match event:
            case Called():
                if event.waited == 0:
                    self._log.write("reminder_due", reminders=list(event.reminders))
                self._log.write(
                    "reminder_shown",
                    reminders=list(event.reminders),
                    waited_ms=event.waited,
                    late_because=list(event.late_because),
                )
                self.called.emit(event)
            case Held():
                self._log.write("reminder_due", reminders=[event.reminder])
                self._log.write(
                    "reminder_held", reminder=event.reminder, reason=", ".join(event.why)
                )
            case Shrunk():
                self.shrunk.emit()
            case Withdrawn() | Snoozed() | BreakTaken() | Skipped(why=Why.NOT_NOW):
                self.withdrawn.emit()
            case SessionWanted():
                self.withdrawn.emit()
                ids = event.reminders or tuple(one.id for one in self._roster.active)
                self.session_wanted.emit(self._roster.reminder(ids))
            case _:
                pass


def _minutes(outlook: Outlook) -> tuple[int | None, int]:
    """What moves on once a minute, also while a call holds a reminder or a pause does."""
    return outlook.minutes_left, outlook.present_for // MINUTE
