"""What the running program answers when `backease remind` asks."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from backease_desktop.controllers.reminders import ReminderController
from backease_desktop.core.fields import FieldError
from backease_desktop.core.reminder.roster import LONGEST_MINUTES
from backease_desktop.core.units import MINUTE, Ms
from backease_desktop.system.single_instance import InstanceError
from backease_desktop.ui.reminders.reminder_words import outlook_words


def answer(
    request: dict[str, Any], reminders: ReminderController, now: Callable[[], datetime]
) -> dict[str, Any]:
    """Do what is asked and say how things stand.

    Raises:
        InstanceError: the request makes no sense; says why.
    """
    minutes = request.get("minutes")
    if minutes is not None and not _is_time(minutes):
        raise InstanceError(f"a time is 1 to {LONGEST_MINUTES} minutes")
    match request.get("remind"):
        case "status":
            pass
        case "done":
            reminders.did_it()
        case "now":
            reminders.call_now()
        case "resume":
            reminders.resume()
        case "start":
            reminders.begin()
        case "dismiss":
            _only_if_due(reminders, reminders.not_now)
        case "snooze":
            _only_if_due(reminders, lambda: reminders.snooze(minutes))
        case "pause" if isinstance(minutes, int):
            reminders.pause_for(Ms(minutes * MINUTE))
        case "every" if isinstance(minutes, int):
            try:
                reminders.remind_every(minutes)
            except FieldError as error:
                raise InstanceError(f"minutes {error}") from error
        case _:
            raise InstanceError("this request is not known")
    outlook = reminders.outlook
    return {
        "mood": outlook.mood,
        "minutes_left": outlook.minutes_left,
        "words": outlook_words(outlook, now()),
    }


def _only_if_due(reminders: ReminderController, answer: Callable[[], None]) -> None:
    """Give an answer that needs a call, or something due, to be one."""
    before = reminders.decisions
    answer()
    if reminders.decisions == before:
        raise InstanceError("no reminder is due")


def _is_time(minutes: object) -> bool:
    if not isinstance(minutes, int) or isinstance(minutes, bool):
        return False
    return 1 <= minutes <= LONGEST_MINUTES
