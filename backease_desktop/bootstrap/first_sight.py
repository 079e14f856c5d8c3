"""What home shows before anything is read: as it was worked out the last time, if that is true.

A name and the times of each file, the settings and the profile are compared; catalogue, wording
and history are read after the paint, and then what is kept is brought up to date. What is kept goes
by what the files were *before* they were read: whatever is written meanwhile makes it untrue.

Where packs bring thousands of files, a part of home is shown, and the files that it is from are
compared; all of them, and all of home, follow after the paint (`seeing_all`).
"""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal

from backease_desktop import __version__
from backease_desktop.bootstrap.kept import Kept
from backease_desktop.core.pieces import Pieces, drained
from backease_desktop.core.timeline.kept_home import JournalMark, KeptHome
from backease_desktop.storage.catalogue_marks import (
    around,
    catalogue_folders,
    is_any,
    is_code,
    marks_around,
    marks_of,
    shared_folders,
)
from backease_desktop.storage.home_file import (
    ALL,
    forget_all,
    has_grown_harmlessly,
    journal_as_it_is,
    read_home,
    write_home,
)
from backease_desktop.storage.paths import bundled

FORMAT = "4"
"""To be raised when the same things would come to another home."""

LANGUAGE = "en"
"""Of the wording; see `bootstrap.shelf`."""

AT_A_TIME = 16
"""Folders that are looked at in one go: some ten milliseconds."""

_WORKERS = ("core", "core/catalogue", "core/person", "core/timeline", "core/journal")


class FirstSight(QObject):
    """Home as it was kept.

    Args:
        kept: what was read of the person's files.
        journal: the folder of the history, which the person may move.
        today: the local date.

    Attributes:
        home: what was kept, or the part of it that is painted first, if it is true; None otherwise.
        untrue: why there is no home, in a word for the event log; empty where there is one.

    Signals:
        grown: `home` was a part, and is all of it now.
    """

    grown = Signal()

    def __init__(self, kept: Kept, journal: Callable[[], Path], today: date) -> None:
        super().__init__()
        self._cache, self._journal = kept.folders.cache, journal
        self._data = kept.folders.data
        self._shared = kept.policy.packs if kept.policy is not None else None
        self._files: bytes | None = None
        self._today = today
        self._made_by = _made_by()
        self._known: KeptHome | None = None
        self.home: KeptHome | None = None
        self.untrue = self._look_at(kept)

    def _look_at(self, kept: Kept) -> str:
        """Take what was kept, if it is true; or say what it is that is not."""
        if (found := read_home(self._cache, self._made_by)) is None:
            return "not kept"
        painted, made_from = found
        if (packs := painted.packs) is None:
            self._known, files = painted, self.files
        else:
            files = marks_around(bundled("catalogue"), self._data, packs)
        if self._shared is not None and packs is not None:
            return "files"  # those of an organisation are looked at as a whole
        if made_from != _made_from(files, kept.settings, kept.profile):
            return "files"
        if not painted.is_true_on(self._today):
            return "day"
        if not has_grown_harmlessly(self._journal(), painted.journal):
            return "journal"
        self.home = painted
        return ""

    @property
    def known(self) -> KeptHome | None:
        """All that was kept, whether it is still true or not, if anything was.

        Its cards are made again only where what they are made of is something else.
        """
        if self._known is None and (found := read_home(self._cache, self._made_by, ALL)):
            self._known, _ = found
        return self._known

    @property
    def files(self) -> bytes:
        """The catalogue's files, as they were when this was asked first: before any was read."""
        if self._files is None:
            self._files = drained(self.files_now())
        return self._files

    def seeing_all(self, settings: msgspec.Struct, profile: msgspec.Struct) -> Pieces[None]:
        """Where home is a part, have it be all that was kept, if that is true; in pieces."""
        if self.home is None or not self.home.is_part:
            return
        looked_at = yield from self.files_now()
        if self._files is None:
            self._files = looked_at
        yield None
        if (found := read_home(self._cache, self._made_by, ALL)) is None:
            return
        self._known, made_from = found
        if (
            made_from == _made_from(self._files, settings, profile)
            and self._known.is_true_on(self._today)
            and has_grown_harmlessly(self._journal(), self._known.journal)
        ):
            self.home = self._known
            self.grown.emit()

    def files_now(self) -> Pieces[bytes]:
        """The catalogue's files as they are: names, times and sizes; in pieces."""
        folders, files = list(catalogue_folders(bundled("catalogue"), self._data)), list[bytes]()
        for place in range(0, len(folders), AT_A_TIME):
            files.append(marks_of(folders[place:][:AT_A_TIME]))
            yield None
        if self._shared is not None:
            files.append(f"{self._shared.folder} {self._shared.signed_by}".encode(errors="replace"))
            files.append(marks_of(shared_folders(Path(self._shared.folder)), is_any))
        return b"\0".join(files)

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
        forget_all(self._cache)

    def keep_parts(
        self,
        files: bytes,
        settings: msgspec.Struct,
        profile: msgspec.Struct,
        home: KeptHome,
        part: KeptHome,
    ) -> None:
        """Keep home for the next start, and the part of it that is painted first; see `keep`."""
        made_from = _made_from(files, settings, profile)
        write_home(self._cache, self._made_by, made_from, home, ALL)
        of_part = around(files, bundled("catalogue"), self._data, part.packs or ())
        write_home(self._cache, self._made_by, _made_from(of_part, settings, profile), part)


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
