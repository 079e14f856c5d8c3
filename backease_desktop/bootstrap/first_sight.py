"""What home shows before anything is read: as it was worked out the last time, if that is true.

A name and the times of each file, the settings and the profile are compared; catalogue, wording
and history are read after the paint, and then what is kept is brought up to date. What is kept goes
by what the files were *before* they were read: whatever is written meanwhile makes it untrue.
"""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import msgspec

from backease_desktop import __version__
from backease_desktop.bootstrap.kept import Kept
from backease_desktop.core.pieces import Pieces
from backease_desktop.core.timeline.kept_home import JournalMark, KeptHome
from backease_desktop.storage.catalogue_marks import (
    catalogue_folders,
    is_any,
    is_code,
    marks_of,
    shared_folders,
)
from backease_desktop.storage.home_file import (
    has_grown_harmlessly,
    journal_as_it_is,
    read_home,
    write_home,
)
from backease_desktop.storage.paths import bundled

FORMAT = "3"
"""To be raised when the same things would come to another home."""

LANGUAGE = "en"
"""Of the wording; see `bootstrap.shelf`."""

_WORKERS = ("core", "core/catalogue", "core/person", "core/timeline", "core/journal")


class FirstSight:
    """Home as it was kept.

    Args:
        kept: what was read of the person's files.
        journal: the folder of the history, which the person may move.
        today: the local date.

    Attributes:
        known: what was kept, whether it is still true or not; its cards are made again only
            where what they are made of is something else.
        home: the same if it is true; None otherwise.
        files: the catalogue's files, as they were before anybody has read them.
        untrue: why there is no home, in a word for the event log; empty where there is one.
    """

    def __init__(self, kept: Kept, journal: Callable[[], Path], today: date) -> None:
        self._cache, self._journal = kept.folders.cache, journal
        self._data = kept.folders.data
        self._shared = kept.policy.packs if kept.policy is not None else None
        self.files = self.files_now()
        self._made_by = _made_by()
        self.known: KeptHome | None = None
        self.home: KeptHome | None = None
        self.untrue = self._look_at(kept, today)

    def _look_at(self, kept: Kept, today: date) -> str:
        """Take what was kept, if it is true; or say what it is that is not."""
        if (found := read_home(self._cache, self._made_by)) is None:
            return "not kept"
        self.known, made_from = found
        if made_from != _made_from(self.files, kept.settings, kept.profile):
            return "files"
        if not self.known.is_true_on(today):
            return "day"
        if not has_grown_harmlessly(self._journal(), self.known.journal):
            return "journal"
        self.home = self.known
        return ""

    def files_now(self) -> bytes:
        """The catalogue's files as they are: names, times and sizes."""
        files = marks_of(catalogue_folders(bundled("catalogue"), self._data))
        if self._shared is None:
            return files
        rule = f"{self._shared.folder} {self._shared.signed_by}".encode(errors="replace")
        return b"\0".join(
            [files, rule, marks_of(shared_folders(Path(self._shared.folder)), is_any)]
        )

    def journal_now(self) -> Pieces[dict[str, JournalMark]]:
        """How far the journal goes now; whoever reads it after this has all of that.

        Raises:
            OSError: a file of it cannot be read.
        """
        return journal_as_it_is(self._journal(), self.known.journal if self.known else {})

    def keep(
        self, files: bytes, settings: msgspec.Struct, profile: msgspec.Struct, home: KeptHome
    ) -> None:
        """Keep home for the next start.

        Args:
            files: as they were before home was worked out from them.
            settings: those that it was worked out from.
            profile: likewise.
            home: what it came to.
        """
        write_home(self._cache, self._made_by, _made_from(files, settings, profile), home)


def _made_by() -> bytes:
    """What works home out: this version, its code where it can be seen, wording and voice."""
    resources = bundled("resources")
    voices = sorted((resources / "voices").glob("*"))
    files = marks_of([bundled("catalogue") / "wording", *voices])
    names = [FORMAT.encode(), __version__.encode(), LANGUAGE.encode()]
    return b"\n".join([*names, marks_of(_code(), is_code), files])


def _made_from(files: bytes, settings: msgspec.Struct, profile: msgspec.Struct) -> bytes:
    """What home is worked out from, beside the journal and the day."""
    return b"\n".join([files, msgspec.json.encode(settings), msgspec.json.encode(profile)])


def _code() -> Iterable[Path]:
    package = Path(__file__).parents[1]
    return (package / room for room in _WORKERS)
