"""The journal of this run, in the folder where this device keeps it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from backease_desktop.bootstrap.clocks import local_now
from backease_desktop.bootstrap.kept import Kept
from backease_desktop.core.errors import ReportedError
from backease_desktop.storage.device import device_here, known_folder
from backease_desktop.storage.file_journal import FileJournal
from backease_desktop.storage.old_profile import side_taken_over, taken_over

DEVICE_FILE = "device.json"


def journal_folder(kept: Kept) -> Path:
    """Where the history is: in the profile, or where the person wants it."""
    data = kept.folders.data
    return known_folder(data / DEVICE_FILE) or data / "journal"


def open_journal(
    kept: Kept, tell: Callable[[str], None], owner: QObject | None = None, *, stays: bool = True
) -> FileJournal:
    """The journal; what older versions had kept in the profile is taken over once.

    Args:
        kept: what was read of the person's files.
        tell: is given a sentence for each thing that cannot be read or saved.
        owner: owns it.
        stays: whether what the disk does not take can be tried again later.
    """
    data = kept.folders.data
    device = device_here(data / DEVICE_FILE).device
    index = kept.folders.cache / "journal.sqlite"
    journal = FileJournal(journal_folder(kept), device, local_now, tell, index, owner, stays=stays)
    if journal.is_new:
        old = taken_over(data / "profile.json")
        if old is not None:
            journal.append(old)
        side = side_taken_over(kept.folders.config / "settings.json")
        if side is not None and side.field not in journal.history.profile:
            journal.append(side)
    return journal


def all_saved(journal: FileJournal) -> None:
    """See to it that all that was added is on the disk, where nobody tries again.

    Raises:
        ReportedError: it is not.
    """
    if why := journal.unsaved:
        raise ReportedError(f"your history cannot be saved ({why}); nothing of this was kept")
