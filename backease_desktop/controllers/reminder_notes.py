"""What the journal is told of reminders: calls, what was answered, and what held them.

An answer is what a person says to a call. Whoever starts a session without anything being due, or
leaves one, has answered none. Nudges ask for nothing, so nothing of them is noted.
"""

from backease_desktop.controllers.ports import Journal
from backease_desktop.controllers.reminders import ReminderController
from backease_desktop.core.journal.entries import (
    Entry,
    ReminderAnswered,
    ReminderCalled,
    ReminderHeld,
)
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
)


def note_reminders(reminders: ReminderController, journal: Journal) -> None:
    """Write down what happens to reminders from now on."""

    def on_happened(event: ReminderEvent) -> None:
        entry = entry_for(event)
        if entry is not None and not reminders.roster.are_nudges(_reminders_of(event)):
            journal.append(entry)

    reminders.happened.connect(on_happened)


def entry_for(event: ReminderEvent) -> Entry | None:
    """The entry that an event of the reminders leaves; None where it leaves none."""
    match event:
        case Called():
            return ReminderCalled(
                reminders=event.reminders, waited_ms=event.waited, again=event.softly
            )
        case Held():
            return ReminderHeld(reminder=event.reminder, why=event.why)
        case SessionWanted(reminders=ids) if ids:
            return ReminderAnswered(reminders=event.reminders, answer="start")
        case Snoozed(is_said=True):
            return ReminderAnswered(reminders=event.reminders, answer="later")
        case Skipped(why=Why.NOT_NOW):
            return ReminderAnswered(reminders=(event.reminder,), answer="not_now")
        case BreakTaken(why=Why.SAID_DONE):
            return ReminderAnswered(reminders=event.reminders, answer="done")
        case Shrunk(comes_back=False):
            return ReminderAnswered(reminders=event.reminders, answer="nothing")
        case _:
            return None


def _reminders_of(event: ReminderEvent) -> tuple[str, ...]:
    """Ids of the reminders that an event tells of."""
    match event:
        case Held() | Skipped():
            return (event.reminder,)
        case _:
            return getattr(event, "reminders", ())
