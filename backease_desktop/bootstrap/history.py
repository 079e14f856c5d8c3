"""The history of a run that only reads: for commands, which need no window and no event loop."""

import logging
from dataclasses import replace

from backease_desktop.bootstrap.journal import journal_folder
from backease_desktop.bootstrap.kept import Kept
from backease_desktop.core.journal.history import History
from backease_desktop.storage.journal_reader import JournalReader
from backease_desktop.storage.old_profile import side_taken_over, taken_over

logger = logging.getLogger(__name__)


def read_history(kept: Kept) -> History:
    """What all entries amount to; nothing is written.

    What an older version has kept in profile and settings counts, be it taken over by now or not.
    """
    data = kept.folders.data
    history = JournalReader(journal_folder(kept), logger.warning).history
    old = None if history.old else taken_over(data / "profile.json")
    if not history.newest:
        side = side_taken_over(kept.folders.config / "settings.json")
        if side is not None:
            history = replace(history, profile={side.field: side.value})
    return history if old is None else replace(history, old=(old,))
