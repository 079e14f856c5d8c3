"""The journal of this run, in the folder where this device keeps it."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from backease_desktop.bootstrap.clocks import local_now
from backease_desktop.bootstrap.kept import Kept
from backease_desktop.storage.device import device_here
from backease_desktop.storage.file_journal import FileJournal
from backease_desktop.storage.old_profile import taken_over


def open_journal(kept: Kept, tell: Callable[[str], None], owner: QObject) -> FileJournal:
    """The journal; what older versions had kept in the profile is taken over once.

    Args:
        kept: what was read of the person's files.
        tell: is given a sentence for each thing that cannot be read or saved.
        owner: owns it.
    """
    data = kept.folders.data
    device = device_here(data / "device.json")
    index = kept.folders.cache / "journal.sqlite"
    journal = FileJournal(data / "journal", device, local_now, tell, index, owner)
    if journal.is_new:
        old = taken_over(data / "profile.json")
        if old is not None:
            journal.append(old)
    return journal
