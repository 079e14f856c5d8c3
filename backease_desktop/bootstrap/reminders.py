"""Reminders: roster, state, the three clocks, and what the desktop knows of the person."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from backease_desktop.bootstrap.clocks import local_now
from backease_desktop.controllers.ports import Journal
from backease_desktop.controllers.reminder_notes import note_reminders
from backease_desktop.controllers.reminders import ReminderController
from backease_desktop.core.reminder.instant import Instant
from backease_desktop.core.reminder.roster import Roster
from backease_desktop.diagnostics.event_log import EventLogFile, NoEventLog
from backease_desktop.storage.model_file import ModelFile
from backease_desktop.storage.paths import Folders
from backease_desktop.storage.reminder_state_file import ReminderStateFile
from backease_desktop.storage.telling_store import TellingStore
from backease_desktop.system.clocks import clocks_here
from backease_desktop.system.desktop import Desktop


def build_reminders(
    places: Folders,
    desktop: Desktop,
    log: EventLogFile | NoEventLog,
    journal: Journal,
    tell: Callable[[str], None],
    owner: QObject,
) -> ReminderController:
    """Put the reminders together, as they were left.

    Args:
        places: the folders of this run.
        desktop: knows whether the person is there, and may be called.
        log: the event log.
        journal: of what happens.
        tell: is given a sentence for each thing that could not be read, or cannot be saved.
        owner: owns them.
    """
    clocks = clocks_here()

    def instant() -> Instant:
        return Instant(local_now(), clocks.awake(), clocks.boot())

    roster_file = ModelFile(places.config / "reminders.json", Roster)
    state_file = ReminderStateFile(places.data / "reminder-state.json")
    roster, state = roster_file.read(), state_file.read()
    for problem in (*roster.problems, *state_file.problems):
        tell(problem)
    reminders = ReminderController(
        instant=instant,
        presence=desktop.presence,
        roster=roster.value,
        roster_store=TellingStore(roster_file, "reminders", tell),
        state=state,
        store=TellingStore(state_file, "reminders", tell),
        log=log,
        parent=owner,
    )
    note_reminders(reminders, journal)
    return reminders
