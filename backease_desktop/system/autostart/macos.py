"""Starting at login on macOS: a launch agent in the user's library."""

import plistlib
from collections.abc import Sequence
from pathlib import Path
from xml.parsers.expat import ExpatError

from PySide6.QtCore import QObject

from backease_desktop.disk import read_file
from backease_desktop.own_program import APP_ID
from backease_desktop.system.autostart.autostart import MOST_BYTES, FileAutostart


class MacAutostart(FileAutostart):
    """Writes and removes the agent; it acts from the next login on.

    Args:
        home: the home folder.
        command: the program with its arguments.
        parent: the owner.
    """

    name = "macOS launch agent"

    def __init__(self, home: Path, command: Sequence[str], parent: QObject | None = None) -> None:
        agent = {
            "Label": APP_ID,
            "ProgramArguments": list(command),
            "RunAtLoad": True,
            "LimitLoadToSessionType": "Aqua",
            "ProcessType": "Interactive",
        }
        path = home / "Library" / "LaunchAgents" / f"{APP_ID}.plist"
        super().__init__(path, plistlib.dumps(agent), parent)

    def enabled(self) -> bool:
        """Whether the agent is there and not switched off."""
        try:
            agent = plistlib.loads(read_file(self._path, MOST_BYTES))
        except (OSError, ValueError, ExpatError):
            return False
        return isinstance(agent, dict) and not agent.get("Disabled", False)
