"""Beginning anew: the process gives way to one that has loaded nothing but what reminds.

A program that has shown its window holds some 30 MB that Python cannot give back. Everything that
matters is in files at every moment, so what stays in the tray all day is a fresh start of itself.
"""

import logging
import os
import sys
from pathlib import Path

from backease_desktop.bootstrap.at_login import BACKGROUND, command_at_login
from backease_desktop.own_program import own_environment

if sys.platform == "win32":
    import subprocess

logger = logging.getLogger(__name__)


def command_anew(
    profile: Path | None, event_log: Path | None, *, is_wanted: bool = False
) -> list[str]:
    """The command that goes on with what this run was asked for.

    Args:
        profile: folder for all data, or None for the system's.
        event_log: file that events are appended to, or None.
        is_wanted: with its window, not in the background.
    """
    log = [] if event_log is None else ["--event-log", str(event_log.absolute())]
    command = [*command_at_login(profile), *log]
    return [word for word in command if word != BACKGROUND] if is_wanted else command


def can_begin_anew(command: list[str]) -> bool:
    """Whether the program is still where it was, which an update may have changed."""
    return os.access(command[0], os.X_OK)


def begin_anew(command: list[str], folder: Path) -> int:
    """Become another program; an exit code where that cannot be, or is not done in place.

    Args:
        command: what to become.
        folder: of our own, to be in from then on.
    """
    environment = own_environment()
    try:
        if sys.platform == "win32":
            # There is no other way to take a process's place than to follow it.
            subprocess.Popen(command, cwd=folder, env=environment)
            return 0
        os.chdir(folder)
        os.execve(command[0], command, environment)
    except OSError as error:
        logger.warning("cannot begin anew: %s", error)
        return 1
