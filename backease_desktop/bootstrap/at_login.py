"""The command that starts the program with the computer: in the background, on the same profile.

It names this very program with absolute paths, because at login there is neither a shell's search
path nor the folder that the person was in.
"""

import sys
from pathlib import Path

BACKGROUND = "--background"


def command_at_login(profile: Path | None) -> list[str]:
    """The command that starts what is running now.

    Args:
        profile: folder for all data, or None for the system's.
    """
    return command_of(Path(sys.executable), bool(getattr(sys, "frozen", False)), profile)


def command_of(executable: Path, is_frozen: bool, profile: Path | None) -> list[str]:
    """The command that starts a program.

    Args:
        executable: Python, or the program itself where it is frozen.
        is_frozen: Python and the package are one executable.
        profile: as above.
    """
    program = (
        [str(executable)]
        if is_frozen
        else [str(_without_console(executable)), "-m", "backease_desktop"]
    )
    chosen = [] if profile is None else ["--profile", str(profile.absolute())]
    return [*program, *chosen, BACKGROUND]


def _without_console(python: Path) -> Path:
    """On Windows the Python that opens no console window, where it lies beside."""
    windowed = python.with_name("pythonw.exe")
    return windowed if python.name.lower() == "python.exe" and windowed.is_file() else python
