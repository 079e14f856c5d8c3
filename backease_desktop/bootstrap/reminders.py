"""Reminders: their plan, their state, the three clocks and what the desktop knows of the person."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from backease_desktop.bootstrap.clocks import local_now
from backease_desktop.controllers.ports import Journal
from backease_desktop.controllers.reminder_notes import note_reminders
from backease_desktop.controllers.reminders import ReminderController
from backease_desktop.core.reminder.instant import Instant
from backease_desktop.core.reminder.plan import ReminderPlan
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

    plan_file = ModelFile(places.config / "reminders.json", ReminderPlan)
    state_file = ReminderStateFile(places.data / "reminder-state.json")
    plan, state = plan_file.read(), state_file.read()
    for problem in (*plan.problems, *state_file.problems):
        tell(problem)
    reminders = ReminderController(
        instant=instant,
        presence=desktop.presence,
        plan=plan.value,
        plan_store=TellingStore(plan_file, "reminders", tell),
        state=state,
        store=TellingStore(state_file, "reminders", tell),
        log=log,
        parent=owner,
    )
    note_reminders(reminders, journal)
    return reminders
