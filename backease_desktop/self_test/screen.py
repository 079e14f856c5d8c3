"""Whether Qt can open on the real screen: tried in a process of its own, since Qt may abort.

The process is `backease --screen-child`. It says one line of JSON and ends, or says why not on
stderr and ends with 1.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from backease_desktop.bootstrap.opening import telling_why_not
from backease_desktop.own_program import SCREEN_CHILD, own_command, own_environment
from backease_desktop.self_test.verdict import Broken, Lacking
from backease_desktop.system.needs.display import no_display
from backease_desktop.system.needs.libraries import OPEN, advice, missing, qt_folder

PATIENCE_S = 30.0
"""How long the process may take, in seconds; it takes a fifth of one where nothing is wrong."""


def run(_arguments: Sequence[str] = ()) -> int:
    """The process itself: opens the real screen, tells what is there, and closes it."""
    with telling_why_not():
        app = QApplication(["backease"])
    found = {
        "platform": app.platformName(),
        "screens": len(app.screens()),
        "tray": QSystemTrayIcon.isSystemTrayAvailable(),
    }
    print(json.dumps(found))
    return 0


class Screen:
    """What the process found; asked once, told in two lines."""

    def __init__(self, command: Sequence[str] = ()) -> None:
        self._command = list(command) or own_command(SCREEN_CHILD)
        self._found: dict[str, object] = {}

    def opens(self) -> str:
        """Whether Qt opens on the screen of this desktop."""
        unseen = no_display(os.environ)
        if unseen:
            raise Lacking(unseen, _without_a_display())
        try:
            child = subprocess.run(
                self._command,
                env=own_environment(),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                errors="replace",
                timeout=PATIENCE_S,
            )
        except subprocess.TimeoutExpired as error:
            raise Broken(
                f"Qt does not open within {PATIENCE_S:.0f} seconds",
                "try QT_QPA_PLATFORM=xcb, or backease play --text",
            ) from error
        if child.returncode:
            said = child.stderr.strip().splitlines() or [f"exit code {child.returncode}"]
            raise Broken("Qt cannot open a window", said[-1].removeprefix("backease: "))
        self._found = json.loads(child.stdout)
        screens = self._found["screens"]
        return f"{self._found['platform']}, {screens} screen{'' if screens == 1 else 's'}"

    def tray(self) -> str:
        """Whether this desktop has a tray; only after `opens`."""
        if not self._found:
            raise Lacking("no screen was opened", "so it is not known whether there is a tray")
        if not self._found["tray"]:
            raise Lacking(
                "this desktop has no tray now",
                "reminders come all the same; GNOME has one by its AppIndicator extension",
            )
        return "there is one"


def _without_a_display() -> str:
    """What will do, and what a window would lack all the same."""
    qt = qt_folder()
    lacking = missing(qt, OPEN) if qt is not None and sys.platform.startswith("linux") else []
    for_later = f"; for a window: {advice(lacking)}" if lacking else ""
    return f"backease play --text plays in the terminal{for_later}"
