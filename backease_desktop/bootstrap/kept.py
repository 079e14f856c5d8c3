"""What is kept of the person: settings and profile, in the folders of this run."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from backease_desktop.bootstrap.clocks import today
from backease_desktop.controllers.ports import Journal
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.profile import Profile
from backease_desktop.core.settings import Settings
from backease_desktop.storage.model_file import ModelFile
from backease_desktop.storage.paths import Folders, folders
from backease_desktop.storage.telling_store import TellingStore

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Kept:
    """What was read of the person's files.

    Attributes:
        chosen: the folder that all data of this run is kept in, or None for the system's.
        problems: a sentence for each thing that could not be used.
    """

    chosen: Path | None
    folders: Folders
    settings: Settings
    profile: Profile
    settings_file: ModelFile[Settings]
    profile_file: ModelFile[Profile]
    problems: tuple[str, ...]


def open_kept(profile_folder: Path | None) -> Kept:
    """Read settings and profile; whatever cannot be used is named and takes its default."""
    places = folders(profile_folder)
    settings_file = ModelFile(places.config / "settings.json", Settings)
    profile_file = ModelFile(places.data / "profile.json", Profile)
    settings, profile = settings_file.read(), profile_file.read()
    return Kept(
        chosen=profile_folder,
        folders=places,
        settings=settings.value,
        profile=profile.value,
        settings_file=settings_file,
        profile_file=profile_file,
        problems=(*settings.problems, *profile.problems),
    )


def build_settings(
    kept: Kept,
    journal: Journal,
    owner: QObject,
    tell: Callable[[str], None] = logger.warning,
) -> SettingsController:
    """The settings and the profile, kept in their files; `tell` is told what cannot be saved."""
    return SettingsController(
        settings=kept.settings,
        profile=kept.profile,
        settings_store=TellingStore(kept.settings_file, "settings", tell),
        profile_store=TellingStore(kept.profile_file, "progress", tell),
        journal=journal,
        today=today,
        parent=owner,
    )
