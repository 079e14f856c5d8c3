"""The entry in the applications menu: which program it starts, on which profile."""

import os
import sys
from pathlib import Path

from backease_desktop.own_program import own_command
from backease_desktop.storage.paths import bundled
from backease_desktop.system.menu import Menu, data_home


def menu_here(profile: Path | None) -> Menu | None:
    """The user's own entry for what is running now; None where an installer makes it.

    Args:
        profile: folder for all data, or None for the system's.
    """
    if sys.platform != "linux" or "FLATPAK_ID" in os.environ:
        return None
    chosen = [] if profile is None else ["--profile", str(profile.absolute())]
    icon = (bundled("resources") / "backease.svg").read_bytes()
    return Menu(data_home(os.environ), own_command(*chosen), icon)
