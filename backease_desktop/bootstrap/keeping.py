"""What is kept about the person, for the page that shows it: listed, exported, moved, erased."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from backease_desktop.bootstrap.journal import DEVICE_FILE
from backease_desktop.bootstrap.kept import Kept
from backease_desktop.bootstrap.own_data import (
    BroughtIn,
    TakenIn,
    erase,
    history_as,
    take_in_beside,
    what_is_kept,
)
from backease_desktop.controllers.errands import Errand, Errands, Going
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.errors import ReportedError
from backease_desktop.disk import write_file
from backease_desktop.storage.device import remember_folder
from backease_desktop.storage.file_journal import FileJournal
from backease_desktop.storage.journal_move import copy_journal
from backease_desktop.storage.kept_files import Erased, KeptFile, erase_everything


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
        self.errands = Errands()
        """Runs what is made here."""
        self.is_erased = False
        """Whether the program is to leave nothing behind."""

    @property
    def folder(self) -> Path:
        """Where the history is."""
        return self._journal.folder

    def files(self) -> tuple[KeptFile, ...]:
        """Every file, with its size."""
        return what_is_kept(self._kept, self._journal)

    def export(self, kind: str, path: Path, exercises: Mapping[str, Exercise]) -> Errand[int, int]:
        """Write the history into a file; comes to the number of its sessions."""
        still = self._journal.still()

        def work(going: Going) -> int:
            data = history_as(kind, still, lambda: exercises, ask=lambda: going.tell(0, 2))
            going.tell(1, 2)
            with _said_of(path):
                write_file(path, data)
            return len(still.history.sessions)

        return Errand(work, lambda count: count)

    def bring_in(self, path: Path) -> Errand[BroughtIn, TakenIn]:
        """Take in a history that was exported; comes to what came of it."""
        still = self._journal.hold()

        def work(going: Going) -> BroughtIn:
            with _said_of(path):
                return take_in_beside(still, path, going.tell)

        def end(came: BroughtIn) -> TakenIn:
            self._journal.go_on(still.folder, came.new, came.index)
            return came.taken

        return Errand(work, end, lambda: self._journal.go_on(still.folder))

    def move_to(self, folder: Path) -> Errand[int, int]:
        """Keep the history in a folder from now on; comes to how many entries it has."""
        still = self._journal.hold()

        def work(going: Going) -> int:
            return copy_journal(still.folder, folder, still.device, going.tell)

        def end(count: int) -> int:
            with _said_of(folder):
                self._journal.go_on(folder)
                remember_folder(self._kept.folders.data / DEVICE_FILE, folder)
            return count

        return Errand(work, end, lambda: self._journal.go_on(still.folder))

    def erase(self) -> Errand[Erased, Erased]:
        """Take everything away; the program is to end then."""
        self.is_erased = True
        self._end_autostart()
        self._journal.forget()
        places, folder = self._kept.folders, self._journal.folder
        return Errand(lambda _: erase_everything(places, folder), lambda done: done)

    def finish(self) -> None:
        """The last step of a program: what it has written since it has erased goes as well."""
        self.errands.close()
        if self.is_erased:
            erase(self._kept, self._journal)


@contextmanager
def _said_of(path: Path) -> Iterator[None]:
    """What the disk refuses is one sentence."""
    try:
        yield
    except OSError as error:
        raise ReportedError(f"{error.filename or path}: {error.strerror or error}") from error
