"""What is kept of a session when it is over."""

from backease_desktop.controllers.ports import EventLog
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.session_record import SessionRecord


def keep(
    record: SessionRecord, settings: SettingsController, catalogue: Catalogue, log: EventLog
) -> None:
    """Remember whom a person has met, and what was done; write it in the event log."""
    settings.remember_met(record.exercises)
    if record.is_done and record.routine in catalogue.routines:
        settings.remember_done(record.routine)
    log.write(
        "session_ended",
        routine=record.routine,
        finished=record.is_finished,
        done=record.is_done,
        elapsed_ms=record.elapsed,
        played_ms=record.played,
        exercises=list(record.exercises),
    )
