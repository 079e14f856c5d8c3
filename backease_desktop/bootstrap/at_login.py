"""The command that starts the program with the computer: in the background, on the same profile.

It names everything by absolute paths, because at login there is neither a shell's search path nor
the folder that the person was in.
"""

from pathlib import Path

from backease_desktop.own_program import own_command

BACKGROUND = "--background"


def command_at_login(profile: Path | None) -> list[str]:
    """The command that starts what is running now.

    Args:
        profile: folder for all data, or None for the system's.
    """
    chosen = [] if profile is None else ["--profile", str(profile.absolute())]
    return own_command(*chosen, BACKGROUND)
