"""The shelf: everything that is read from files at a start."""

from dataclasses import dataclass
from pathlib import Path

from backease_desktop.bootstrap.clocks import today
from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.profile import Profile
from backease_desktop.core.settings import Settings
from backease_desktop.core.timeline.preferences import Preferences, preferences_of
from backease_desktop.core.wording import Wording
from backease_desktop.storage.catalogue_files import load_catalogue, packs_in
from backease_desktop.storage.model_file import ModelFile
from backease_desktop.storage.paths import Folders, bundled, folders
from backease_desktop.storage.wording_files import load_wording

DEFAULT_ROUTINE = "desk-chair-2"


@dataclass(frozen=True, slots=True)
class Shelf:
    """Everything that is read from files at a start.

    Attributes:
        problems: a sentence for each thing that could not be used.
    """

    folders: Folders
    catalogue: Catalogue
    wording: Wording
    settings: Settings
    profile: Profile
    settings_file: ModelFile[Settings]
    profile_file: ModelFile[Profile]
    problems: tuple[str, ...]

    @property
    def preferences(self) -> Preferences:
        """What a session is compiled with today."""
        return preferences_of(self.settings, self.profile, self.profile.is_new(today()))


def open_shelf(profile_folder: Path | None) -> Shelf:
    """Read everything; whatever cannot be used is named and left out.

    Raises:
        WordingError: the program's own wording cannot be used.
    """
    places = folders(profile_folder)
    settings_file = ModelFile(places.config / "settings.json", Settings)
    profile_file = ModelFile(places.data / "profile.json", Profile)
    settings, profile = settings_file.read(), profile_file.read()
    shipped = bundled("catalogue")
    loaded = load_catalogue(shipped, packs_in(places.data), cache=places.cache)
    return Shelf(
        folders=places,
        catalogue=loaded.catalogue,
        wording=load_wording(shipped / "wording", cache=places.cache),
        settings=settings.value,
        profile=profile.value,
        settings_file=settings_file,
        profile_file=profile_file,
        problems=(
            *settings.problems,
            *profile.problems,
            *(str(problem) for problem in loaded.problems),
        ),
    )
