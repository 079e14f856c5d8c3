"""The shelf: everything that sessions are made of, read from files."""

from dataclasses import dataclass
from pathlib import Path

from backease_desktop.bootstrap.clocks import today
from backease_desktop.bootstrap.kept import Kept, open_kept
from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.timeline.preferences import Preferences, preferences_of
from backease_desktop.core.wording import Wording
from backease_desktop.storage.catalogue_files import load_catalogue, packs_in
from backease_desktop.storage.paths import bundled
from backease_desktop.storage.wording_files import load_wording

DEFAULT_ROUTINE = "desk-chair-2"


@dataclass(frozen=True, slots=True)
class Shelf:
    """Catalogue and wording, and what is kept of the person.

    Attributes:
        problems: a sentence for each thing that could not be used, of the person's files too.
    """

    kept: Kept
    catalogue: Catalogue
    wording: Wording
    problems: tuple[str, ...]

    @property
    def preferences(self) -> Preferences:
        """What a session is compiled with today."""
        profile = self.kept.profile
        return preferences_of(self.kept.settings, profile, profile.is_new(today()))


def open_shelf(profile_folder: Path | None) -> Shelf:
    """Read everything; whatever cannot be used is named and left out.

    Raises:
        WordingError: the program's own wording cannot be used.
    """
    return shelf_of(open_kept(profile_folder))


def shelf_of(kept: Kept) -> Shelf:
    """Read what stands beside the person's own files.

    Raises:
        WordingError: the program's own wording cannot be used.
    """
    places, shipped = kept.folders, bundled("catalogue")
    wording = load_wording(shipped / "wording", cache=places.cache)
    loaded = load_catalogue(shipped, packs_in(places.data), places.cache, wording)
    return Shelf(
        kept=kept,
        catalogue=loaded.catalogue,
        wording=wording,
        problems=(*kept.problems, *(str(problem) for problem in loaded.problems)),
    )
