"""The moment in which Qt opens: where it would write its own lines and abort, a person is told.

Qt ends the process when none of its platform plugins starts, and no exception can be caught. But
it says so first, to the message handler. So that is where the reason is found out, which costs a
start that goes well nothing; and it is where the process is left, with exit code 1.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler


@contextmanager
def telling_why_not() -> Iterator[None]:
    """Within it a `QApplication` is made, or the process ends with one line on stderr.

    What Qt says meanwhile is held back, and handed on when the application is there.
    """
    said: list[str] = []

    def on_message(kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
        if kind == QtMsgType.QtFatalMsg:
            _leave(message or "")
        said.append(message or "")

    before = qInstallMessageHandler(on_message)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
        for line in said:
            print(line, file=sys.stderr)


def _leave(message: str) -> NoReturn:
    """Say why, and end: whatever returns from here goes on into Qt's abort."""
    try:
        print(f"backease: {why_not(message)}", file=sys.stderr, flush=True)
    finally:
        os._exit(1)


def why_not(message: str) -> str:
    """Why Qt cannot open a window: one line.

    Args:
        message: Qt's own last words, which are all that is left when nothing else is known.
    """
    # Loaded where something is wrong, which a start that goes well never pays for.
    from backease_desktop.system.needs.display import no_display
    from backease_desktop.system.needs.libraries import OPEN, advice, missing, qt_folder

    unseen = no_display(os.environ)
    if unseen:
        return f"{unseen}; backease play --text plays in the terminal"
    qt, chosen = qt_folder(), os.environ.get("QT_QPA_PLATFORM", "")
    on_screen = not chosen or chosen.startswith(("xcb", "wayland"))
    lacking = missing(qt, OPEN) if qt is not None and on_screen else []
    if lacking:
        return advice(lacking)
    asked = f" as QT_QPA_PLATFORM={chosen} asks" if chosen else ""
    return f"Qt cannot open a window{asked}: " + " ".join(message.split())
