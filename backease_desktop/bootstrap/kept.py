"""What is kept of the person: settings and profile, in the folders of this run."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject

from backease_desktop.bootstrap.clocks import today
from backease_desktop.bootstrap.policies import policy_here
from backease_desktop.controllers.ports import Journal
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.profile import Profile
from backease_desktop.core.settings import Settings
from backease_desktop.storage.model_file import ModelFile
from backease_desktop.storage.paths import Folders, bundled, folders
from backease_desktop.storage.picture_files import kept_pictures
from backease_desktop.storage.telling_store import TellingStore
from backease_desktop.ui.look.icons import Icons

if TYPE_CHECKING:
    from backease_desktop.core.policy import Policy
    from backease_desktop.storage.governed_file import GovernedFile

logger = logging.getLogger(__name__)


class Kept(msgspec.Struct, frozen=True):
    """What was read of the person's files.

    Attributes:
        chosen: the folder that all data of this run is kept in, or None for the system's.
        problems: a sentence for each thing that could not be used.
        policy: what the organisation of this computer has set; None where it has set nothing.
    """

    chosen: Path | None
    folders: Folders
    settings: Settings
    profile: Profile
    settings_file: "ModelFile[Settings] | GovernedFile"
    profile_file: ModelFile[Profile]
    problems: tuple[str, ...]
    policy: "Policy | None" = None


def open_kept(profile_folder: Path | None) -> Kept:
    """Read settings and profile; whatever cannot be used is named and takes its default."""
    places = folders(profile_folder)
    own_file = ModelFile(places.config / "settings.json", Settings)
    settings_file: ModelFile[Settings] | GovernedFile = own_file
    if (policy := policy_here()) is not None:
        # Loaded on first use: most computers belong to nobody but the person.
        from backease_desktop.storage import governed_file

        settings_file = governed_file.GovernedFile(own_file, policy)
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
        policy=policy,
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
        policy=kept.policy,
        parent=owner,
    )


def kept_icons(kept: Kept) -> Icons:
    """The icons, with those that an earlier start has drawn."""
    return Icons(bundled("resources") / "icons", kept_pictures(kept.folders.cache))
