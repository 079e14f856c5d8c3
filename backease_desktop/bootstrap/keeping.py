"""What is kept about the person, for the page that shows it: listed, exported, moved, erased."""

from collections.abc import Callable
from pathlib import Path

from backease_desktop.bootstrap.journal import keep_history_in
from backease_desktop.bootstrap.kept import Kept
from backease_desktop.bootstrap.own_data import (
    TakenIn,
    erase,
    history_as,
    take_in_file,
    what_is_kept,
)
from backease_desktop.bootstrap.shelf import shelf_of
from backease_desktop.core.errors import ReportedError
from backease_desktop.disk import write_file
from backease_desktop.storage.file_journal import FileJournal
from backease_desktop.storage.kept_files import Erased, KeptFile


class Keeping:
    """The files of this run.

    Args:
        kept: knows its folders.
        journal: what happened.
        end_autostart: starts this program at login no more.
    """

    def __init__(self, kept: Kept, journal: FileJournal, end_autostart: Callable[[], None]) -> None:
        self._kept = kept
        self._journal = journal
        self._end_autostart = end_autostart
        self.is_erased = False
        """Whether the program is to leave nothing behind."""

    @property
    def folder(self) -> Path:
        """Where the history is."""
        return self._journal.folder

    def files(self) -> tuple[KeptFile, ...]:
        """Every file, with its size."""
        return what_is_kept(self._kept, self._journal)

    def export(self, kind: str, path: Path) -> int:
        """Write the history into a file; returns the number of its sessions.

        Raises:
            ReportedError: it cannot be written; says why.
        """
        data = history_as(kind, self._journal, lambda: shelf_of(self._kept).catalogue.exercises)
        try:
            write_file(path, data)
        except OSError as error:
            raise ReportedError(f"{path}: {error.strerror or error}") from error
        return len(self._journal.history.sessions)

    def bring_in(self, path: Path) -> TakenIn:
        """Take in a history that was exported.

        Raises:
            ReportedError: it cannot be read, or not be kept; says why.
        """
        try:
            return take_in_file(self._journal, path)
        except OSError as error:
            raise ReportedError(f"{error.filename or path}: {error.strerror or error}") from error

    def move_to(self, folder: Path) -> int:
        """Keep the history in a folder from now on; returns how many entries it has.

        Raises:
            ReportedError: that cannot be done; says why.
        """
        try:
            return keep_history_in(folder, self._kept, self._journal)
        except OSError as error:
            raise ReportedError(f"{folder}: {error.strerror or error}") from error

    def erase(self) -> Erased:
        """Take everything away; the program is to end then."""
        self.is_erased = True
        self._end_autostart()
        return erase(self._kept, self._journal)

    def finish(self) -> None:
        """The last step of a program: what it has written since it has erased goes as well."""
        if self.is_erased:
            erase(self._kept, self._journal)
