"""An index of the journal made beside the one in use, for a thread that changes files.

Rules:
1. The one in use is only read: the window asks it meanwhile, and is kept waiting by nobody.
2. What is made is there whole or not at all; whoever holds the window's thread puts it in the place
   of the other (`FileJournal.go_on`).
"""

import logging
import sqlite3
from contextlib import closing
from pathlib import Path

from backease_desktop.core.wanted import Ask
from backease_desktop.disk import write_file
from backease_desktop.storage.journal_index import JournalIndex
from backease_desktop.storage.still_journal import StillJournal

logger = logging.getLogger(__name__)

PAGES = 2_000
"""Of a database, copied between two askings: eight megabytes."""


def index_beside(still: StillJournal, ask: Ask) -> Path | None:
    """An index of all that stands in the files now, made from the one in use.

    Args:
        still: the journal, at whose files nobody else looks meanwhile.
        ask: whether it is still wanted; what it raises leaves nothing behind.

    Returns:
        Where it is; None where the journal has no index, or no other one can be kept.
    """
    if still.index is None:
        return None
    path = still.index.with_name(f"{still.index.name}.new")
    try:
        write_file(
            path, b"", follows=False
        )  # one of a program that was killed goes, and it is the person's alone
    except OSError as error:
        logger.info("no index of the history can be made beside the other: %s", error)
        return None
    index = JournalIndex(path, still.folder, logger.warning)
    try:
        _copy(still.index, path, ask)
        index.take_in(ask)
    except BaseException:
        index.close()
        path.unlink(missing_ok=True)
        raise
    index.close()
    return path if path.exists() else None


def _copy(old: Path, new: Path, ask: Ask) -> None:
    """Copy a database as it is at one moment; none where it cannot be read: then all is read."""
    try:
        source = sqlite3.connect(f"{old.resolve().as_uri()}?mode=ro", uri=True, timeout=1.0)
        with closing(source), closing(sqlite3.connect(new)) as target:
            source.backup(target, pages=PAGES, progress=lambda *_: ask())
    except sqlite3.Error as error:
        logger.info("the index of the history is made beside it, anew: %s", error)
        write_file(new, b"", follows=False)
