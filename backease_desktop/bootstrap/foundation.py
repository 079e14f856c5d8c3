"""What everything else stands on: the settings and profile at hand, and the event log."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from backease_desktop.bootstrap.clocks import today
from backease_desktop.bootstrap.shelf import Shelf
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.errors import ReportedError
from backease_desktop.core.units import Ms
from backease_desktop.diagnostics.event_log import EventLogFile, NoEventLog


def build_settings(shelf: Shelf, owner: QObject) -> SettingsController:
    """The settings and the profile, kept in their files."""
    return SettingsController(
        settings=shelf.settings,
        profile=shelf.profile,
        settings_store=shelf.settings_file,
        profile_store=shelf.profile_file,
        today=today(),
        parent=owner,
    )


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
