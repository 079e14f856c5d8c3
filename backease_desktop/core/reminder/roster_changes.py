"""A roster with one reminder more, less or changed; each gives a new roster."""

from itertools import count

from backease_desktop.core.reminder.roster import Reminder, Roster


def reminder_of(roster: Roster, reminder_id: str) -> Reminder:
    """One of its reminders.

    Raises:
        KeyError: there is none of this id.
    """
    return {one.id: one for one in roster.reminders}[reminder_id]


def as_new(roster: Roster, reminder: Reminder) -> Reminder:
    """The same under an id that none has, and switched off: nothing calls that nobody has set."""
    return reminder.with_(id=_fresh_id(roster), enabled=False)


def with_own_id(roster: Roster, reminder: Reminder) -> Reminder:
    """The same, under another id if one of the roster has got its own meanwhile."""
    is_taken = any(one.id == reminder.id for one in roster.reminders)
    return reminder.with_(id=_fresh_id(roster)) if is_taken else reminder


def replaced(roster: Roster, reminder: Reminder) -> Roster:
    """With another one in the place of that of the same id."""
    old = roster.reminders
    return roster.with_(reminders=tuple(reminder if x.id == reminder.id else x for x in old))


def inserted(roster: Roster, reminder: Reminder, place: int | None = None) -> Roster:
    """With one more: before the one at a place, or at the end."""
    reminders = list(roster.reminders)
    reminders.insert(len(reminders) if place is None else place, reminder)
    return roster.with_(reminders=tuple(reminders))


def without(roster: Roster, reminder_id: str) -> Roster:
    """With one less."""
    return roster.with_(reminders=tuple(x for x in roster.reminders if x.id != reminder_id))


def _fresh_id(roster: Roster) -> str:
    taken = {reminder.id for reminder in roster.reminders}
    return next(name for n in count(1) if (name := f"reminder-{n}") not in taken)
