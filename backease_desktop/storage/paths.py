"""Where things are: what comes with the program, and what belongs to the person.

Only the roof calls this; everybody else is given the path that they need.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import backease_desktop
from backease_desktop.core.errors import ReportedError
from backease_desktop.disk import PRIVATE_FOLDER, make_folder

_APP = "backease"


PACKS = "packs"
"""The folder of packs within the person's data folder, a folder for each."""

DRAFTS = "drafts"
"""The folder of routines that are not in order yet, a file for each."""

PHOTOS = "photos"
"""The folder of photos in a pack, and of those that lie under a pose in the data folder."""


class Folders(NamedTuple):
    """The person's folders; they need not exist yet.

    Attributes:
        config: settings; data: profile, history and packs; cache: what can be made again;
        logs: logs and crash files.
    """

    config: Path
    data: Path
    cache: Path
    logs: Path


def bundled(name: str) -> Path:
    """A folder that comes with the program: "catalogue" or "resources".

    In a wheel and in a frozen program it lies in `backease_desktop/_data`, in a checkout beside the
    package.
    """
    package = Path(backease_desktop.__file__).resolve().parent
    candidates = [package / "_data" / name, package.parent / name]
    return next((path for path in candidates if path.is_dir()), candidates[-1])


def folders(profile: Path | None) -> Folders:
    """The person's folders: below `profile` if it is given, else where the system wants them."""
    if profile is not None:
        root = Path(os.path.realpath(profile))
        return Folders(root / "config", root / "data", root / "cache", root / "logs")
    return (_of_linux() if sys.platform == "linux" else None) or _of_system()


def _of_linux() -> Folders | None:
    """As the system's rules have it (XDG); None where the person has no home that is one.

    A start and a second start would pay 3 ms for the library that says the same.
    """
    home = Path(os.environ.get("HOME", ""))

    def ours(variable: str, usual: str) -> Path:
        chosen = os.environ.get(variable, "")
        return (Path(chosen) if Path(chosen).is_absolute() else home / usual) / _APP

    if not home.is_absolute():
        return None
    return Folders(
        config=ours("XDG_CONFIG_HOME", ".config"),
        data=ours("XDG_DATA_HOME", ".local/share"),
        cache=ours("XDG_CACHE_HOME", ".cache"),
        logs=ours("XDG_STATE_HOME", ".local/state") / "log",
    )


def _of_system() -> Folders:
    # Loaded on first use: not on Linux.
    import platformdirs

    own = platformdirs.PlatformDirs(_APP, appauthor=False)
    return Folders(
        config=own.user_config_path,
        data=own.user_data_path,
        cache=own.user_cache_path,
        logs=own.user_log_path,
    )


class FoldersError(ReportedError):
    """The person's folders cannot be made; says which, and why."""


def make_folders(places: Folders) -> None:
    """Make the folders for what must not be lost.

    Raises:
        FoldersError: one of them cannot be made.
    """
    for folder in (places.config, places.data):
        try:
            make_folder(folder)
        except OSError as error:
            raise FoldersError(f"{folder}: cannot be made ({error.strerror})") from error
    for folder in (places.config, places.data, places.cache, places.logs):
        _keep_to_ourselves(folder)


def _keep_to_ourselves(folder: Path) -> None:
    """Let nobody else look into a folder that an older version has made for everybody."""
    with suppress(OSError):  # not there yet, or not ours
        if folder.stat().st_mode & 0o077:
            folder.chmod(PRIVATE_FOLDER)
