"""What home shows before anything is read: as it was worked out the last time, if that is true.

A name and a time of each file, the settings and the profile are compared; catalogue, wording and
history are read after the paint, and then what is kept is brought up to date.
"""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import msgspec

from backease_desktop import __version__
from backease_desktop.bootstrap.kept import Kept
from backease_desktop.core.timeline.kept_home import KeptHome
from backease_desktop.storage.catalogue_marks import catalogue_folders, marks_of
from backease_desktop.storage.home_file import (
    has_grown_harmlessly,
    journal_marks,
    read_home,
    write_home,
)
from backease_desktop.storage.paths import bundled

FORMAT = "2"
"""To be raised when the same things would come to another home."""

LANGUAGE = "en"
"""Of the wording; see `bootstrap.shelf`."""

_WORKERS = ("core/catalogue", "core/person", "core/timeline", "core/journal")


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
        untrue: why there is no home, in a word for the event log; empty where there is one.
    """

    def __init__(self, kept: Kept, journal: Callable[[], Path], today: date) -> None:
        self._cache, self._journal = kept.folders.cache, journal
        self._data = kept.folders.data
        self._made_by = _made_by()
        self.known: KeptHome | None = None
        self.home: KeptHome | None = None
        self.untrue = self._look_at(kept, today)

    def _look_at(self, kept: Kept, today: date) -> str:
        """Take what was kept, if it is true; or say what it is that is not."""
        if (found := read_home(self._cache, self._made_by)) is None:
            return "not kept"
        self.known, made_from = found
        if made_from != self.made_from(kept.settings, kept.profile):
            return "files"
        if not self.known.is_true_on(today):
            return "day"
        if not has_grown_harmlessly(self._journal(), self.known.journal):
            return "journal"
        self.home = self.known
        return ""

    def made_from(self, settings: msgspec.Struct, profile: msgspec.Struct) -> bytes:
        """What home is worked out from now, beside the journal and the day."""
        files = marks_of(catalogue_folders(bundled("catalogue"), self._data))
        return b"\n".join([files, msgspec.json.encode(settings), msgspec.json.encode(profile)])

    def journal_now(self) -> dict[str, tuple[int, int]]:
        """How far the journal goes now."""
        return journal_marks(self._journal())

    def keep(self, made_from: bytes, home: KeptHome) -> None:
        """Keep home for the next start."""
        write_home(self._cache, self._made_by, made_from, home)


def _made_by() -> bytes:
    """What works home out: this version, its code where it can be seen, wording and voice."""
    resources = bundled("resources")
    voices = sorted((resources / "voices").glob("*"))
    files = marks_of([*_code(), bundled("catalogue") / "wording", *voices])
    return b"\n".join([FORMAT.encode(), __version__.encode(), LANGUAGE.encode(), files])


def _code() -> Iterable[Path]:
    package = Path(__file__).parents[1]
    return (package / room for room in _WORKERS)
