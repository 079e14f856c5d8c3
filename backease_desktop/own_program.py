"""The one door for starting ourselves: the child that speaks, the program anew, the login entry.

Rules: what is started is this very program by absolute paths, frozen or not. Python is told not to
look for modules in the current folder (`-P`), because a `json.py` or `random.py` that happens to
lie in somebody's home is not ours to run; and whatever is started begins in a folder of our own.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import backease_desktop

APP_ID = "io.github.backease.Desktop"
"""By which menu, taskbar, D-Bus and login know the program: one id, on every system."""

SPEECH_CHILD = "--speech-child"
"""The argument by which the frozen program becomes the process that speaks."""

SCREEN_CHILD = "--screen-child"
"""The argument by which the program tries whether Qt opens here."""

Installed = tuple[int, int]
"""What tells what is installed now from what was before."""

_PATH = "PYTHONPATH"


def own_command(
    *arguments: str, executable: Path | None = None, is_frozen: bool | None = None
) -> list[str]:
    """The command that starts the program.

    Args:
        arguments: of the command line.
        executable: Python, or the program itself where it is frozen; default: what runs now.
        is_frozen: Python and the package are one executable; default: as it is now.
    """
    program = executable or Path(sys.executable)
    if _is_frozen() if is_frozen is None else is_frozen:
        return [str(program), *arguments]
    return [str(_without_console(program)), "-P", "-m", "backease_desktop", *arguments]


def speech_command() -> list[str]:
    """The command that starts the process that speaks; the folder it writes to comes last.

    Python starts its module at once: what reads our command line is not needed there.
    """
    if _is_frozen():
        return [sys.executable, SPEECH_CHILD]
    return [sys.executable, "-P", "-m", "backease_desktop.speech.child"]


def own_environment(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """The environment of what is started: the path to this package is in it, if it needs one.

    Paths that lead from the current folder are left out, since that will be another one.
    """
    given = environment.get(_PATH, "").split(os.pathsep)
    paths = [path for path in given if Path(path).is_absolute()]
    package = Path(backease_desktop.__file__).resolve().parent.parent
    if not _is_frozen() and package.name not in ("site-packages", "dist-packages"):
        paths = list(dict.fromkeys([str(package), *paths]))
    kept = {name: value for name, value in environment.items() if name != _PATH}
    return kept | ({_PATH: os.pathsep.join(paths)} if paths else {})


def installed() -> Installed | None:
    """What is installed in our place: another value after an update, None while nothing is.

    A program that has run for weeks loads what it lacks from there, which may fit it no longer.
    """
    place = sys.executable if _is_frozen() else backease_desktop.__file__
    try:
        found = Path(place).stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns


def executable_folder() -> Path:
    """The folder of what runs now: of the frozen program, or of Python."""
    return Path(sys.executable).parent


def _is_frozen() -> bool:
    return bool(getattr(sys, "frozen", False))


def _without_console(python: Path) -> Path:
    """On Windows the Python that opens no console window, where it lies beside."""
    windowed = python.with_name("pythonw.exe")
    return windowed if python.name.lower() == "python.exe" and windowed.is_file() else python
