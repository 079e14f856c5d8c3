"""What home says of the reminders: the line under its title, and what the hero suggests."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from backease_desktop.core.compose.wanted import Wanted
from backease_desktop.core.reminder.outlook import Mood, Outlook
from backease_desktop.core.reminder.roster import CHOOSE
from backease_desktop.core.timeline.routine_card import the_one_for
from backease_desktop.core.units import MINUTE, Ms
from backease_desktop.ui.clock_words import clock_words
from backease_desktop.ui.reminders.reminder_words import after, done_words, outlook_words

if TYPE_CHECKING:
    from backease_desktop.controllers.reminders import ReminderController
    from backease_desktop.core.timeline.routine_card import RoutineCard
    from backease_desktop.ui.home.home_page import HomePage


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What home has to know beside the reminders.

    Attributes:
        has_goal: the person has set one; to nobody else it is said how much is to come.
        moment: the seed that a session has which is put together now.
        cards: of all routines.
        done: ids of the routines that were done, the one that was done last at the end.
    """

    has_goal: bool = False
    moment: int = 0
    cards: "Sequence[RoutineCard]" = ()
    done: Sequence[str] = ()


def tell(page: "HomePage", reminders: "ReminderController", now: datetime, around: Around) -> None:
    """Say on home how the day stands, and offer what the next reminder would open.

    Args:
        page: home.
        reminders: know the day.
        now: the local time.
        around: what else there is.
    """
    outlook = reminders.outlook
    day = reminders.day(now)
    of = day.done + day.coming if around.has_goal and day.coming else 0
    page.status.show_status(
        status_words(outlook, day.done, now, of),
        done=day.done,
        of=of,
        is_paused=outlook.mood is Mood.PAUSED,
        can_pause=outlook.can_pause,
    )
    if outlook.reminder is not None:
        reminder = reminders.roster.reminder((outlook.reminder,))
        why = next_words(outlook, reminder.name, now)
        known = {card.id for card in around.cards}
        if reminder.routine == CHOOSE or (known and reminder.routine not in known):
            wanted = Wanted(Ms(reminder.most_min * MINUTE), reminder.place)
            other = the_one_for(around.cards, wanted.place, wanted.longest, around.done)
            page.hero.suggest_fit(wanted, why, around.moment, other.id if other else "")
        else:
            page.hero.suggest(reminder.routine, why)
    page.tell_time()


def status_words(outlook: Outlook, done: int, now: datetime, of: int = 0) -> str:
    """How the day stands: "2 done today · next at 11:40".

    Args:
        outlook: what comes next.
        done: how often something was done today.
        now: the local time.
        of: how often today in all; "2 of 4 today". 0 where nobody asked.
    """
    if outlook.mood is Mood.COUNTING and outlook.left is not None:
        coming = _tr("next at {time}").format(time=clock_words(after(now, outlook.left)))
    else:
        coming = outlook_words(outlook, now)
    if not done:
        return coming[:1].upper() + coming[1:]
    told = _tr("{done} of {of} today").format(done=done, of=of) if of else done_words(done)
    return f"{told.rstrip('.')} · {coming}"


def next_words(outlook: Outlook, name: str, now: datetime) -> str:
    """Why the hero offers what it offers: "Next for you: Stretch at 11:40"."""
    if outlook.mood in (Mood.DUE, Mood.CALLING):
        return _tr("Due now: {name}").format(name=name)
    if outlook.left is None:
        return ""
    at = clock_words(after(now, outlook.left))
    return _tr("Next for you: {name} at {time}").format(name=name, time=at)


def _tr(text: str) -> str:
    return QCoreApplication.translate("home", text)
