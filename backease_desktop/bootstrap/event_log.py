"""The event log, as the command line asks for it."""

from collections.abc import Callable
from pathlib import Path

from backease_desktop.core.errors import ReportedError
from backease_desktop.core.units import Ms
from backease_desktop.diagnostics.event_log import EventLogFile, NoEventLog


def open_event_log(path: Path | None, read_clock: Callable[[], Ms]) -> EventLogFile | NoEventLog:
    """The event log, or one that writes nothing.

    Raises:
        ReportedError: the file cannot be written.
    """
    if path is None:
        return NoEventLog()
    try:
        return EventLogFile(path, read_clock)
    except OSError as error:
        raise ReportedError(f"{path}: cannot be written ({error.strerror})") from error
