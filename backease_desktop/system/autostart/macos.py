"""Starting with a macOS session: a launch agent in the user's library."""

import plistlib
from collections.abc import Sequence
from pathlib import Path
from xml.parsers.expat import ExpatError

from PySide6.QtCore import QObject

from backease_desktop.system.autostart.autostart import APP_ID, Autostart


class MacAutostart(Autostart):
    """Writes and removes the agent; it acts from the next login on.

    Args:
        home: the home folder.
        command: the program with its arguments.
        parent: the owner.
    """

    name = "macOS launch agent"
    why_not = ""

    def __init__(self, home: Path, command: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = home / "Library" / "LaunchAgents" / f"{APP_ID}.plist"
        self._command = list(command)

    def enabled(self) -> bool:
        """Whether the agent is there and not switched off."""
        try:
            agent = plistlib.loads(self._path.read_bytes())
        except (OSError, ValueError, ExpatError):
            return False
        return isinstance(agent, dict) and not agent.get("Disabled", False)

    def set_enabled(self, enabled: bool) -> None:
        """Write or remove the agent."""
        agent = {
            "Label": APP_ID,
            "ProgramArguments": self._command,
            "RunAtLoad": True,
            "LimitLoadToSessionType": "Aqua",
            "ProcessType": "Interactive",
        }
        try:
            if enabled:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._path.write_bytes(plistlib.dumps(agent))
            else:
                self._path.unlink(missing_ok=True)
        except OSError as error:
            self.refused.emit(f"{self._path} cannot be written: {error.strerror}")
        else:
            self.changed.emit(enabled)
