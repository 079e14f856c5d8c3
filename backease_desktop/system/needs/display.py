"""Whether a window can open here: asked where Qt would only abort.

Rules: nothing but the standard library and our own X11 client; an answer is a line of text, empty
when a display lets us in.
"""

import socket
import sys
from collections.abc import Mapping
from pathlib import Path

from backease_desktop.system.wire.x11 import Display, XError

PATIENCE_S = 2.0
"""The longest that one exchange with a display may take, in seconds; a busy one is a display."""


def no_display(environment: Mapping[str, str]) -> str:
    """Why no window can open here; empty when one can.

    Args:
        environment: where `DISPLAY`, `WAYLAND_DISPLAY` and `QT_QPA_PLATFORM` are looked up.
    """
    if not sys.platform.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return ""
    wayland, x11 = environment.get("WAYLAND_DISPLAY"), environment.get("DISPLAY")
    if not wayland and not x11:
        return "there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set)"
    if (wayland and _answers_wayland(environment, wayland)) or (x11 and _answers_x11(environment)):
        return ""
    return f"the display {wayland or x11} cannot be opened"


def _answers_wayland(environment: Mapping[str, str], name: str) -> bool:
    path = Path(environment.get("XDG_RUNTIME_DIR", "/")) / name
    with socket.socket(socket.AF_UNIX) as door:
        door.settimeout(PATIENCE_S)
        try:
            door.connect(str(path))
        except OSError:
            return False
    return True


def _answers_x11(environment: Mapping[str, str]) -> bool:
    display = Display(environment, PATIENCE_S)
    try:
        display.connect()
    except XError:
        return False
    finally:
        display.close()
    return True
