"""What is written in the event log of a session when it is over."""

from backease_desktop.controllers.ports import EventLog
from backease_desktop.core.session_record import SessionRecord


def log_end(record: SessionRecord, log: EventLog) -> None:
    """Write what was done."""
    log.write(
        "session_ended",
        routine=record.routine,
        finished=record.is_finished,
        done=record.is_done,
        elapsed_ms=record.elapsed,
        played_ms=record.played,
        exercises=list(record.exercises),
    )
