"""A second start knocks at the running program's socket before it loads anything.

It needs no Qt for that: 30 ms of processor time instead of 200. Whatever is not as it should be
(nobody there, no answer, a refusal, Windows with its pipes) is left to `single_instance`, which
says what is wrong.
"""

import os
import socket
import sys
from pathlib import Path
from typing import Any

from backease_desktop.system.instance_address import address_of, is_ours

TOKEN = "XDG_ACTIVATION_TOKEN"
"""With the token of the start that a person made, Wayland lets the running window come forward."""

WITHIN_S = 20.0
"""Seconds that the running one may take to answer: it may have just begun, on a slow machine."""

_MOST_BYTES = 65_536


def line_of(value: dict[str, Any]) -> bytes:
    """What goes through the socket: a line of JSON."""
    # Loaded on first use: a start that finds nobody has nothing to say.
    import json

    return json.dumps(value).encode() + b"\n"


def value_of(line: bytes) -> Any:  # noqa: ANN401  (whatever JSON holds)
    """What a line says.

    Raises:
        ValueError: it is not JSON.
        RecursionError: it is nested too deeply.
    """
    # Loaded on first use, as above.
    import json

    return json.loads(line)


def message_of(arguments: list[str]) -> bytes:
    """The line that hands the arguments of this start over."""
    token = os.environ.get(TOKEN)
    return line_of({"arguments": arguments, "activation_token": token})


def handed_over(directory: Path, arguments: list[str]) -> bool:
    """Whether the program of a profile runs and has taken the arguments of this start.

    Args:
        directory: the profile's folder with the lock file.
        arguments: of this start.
    """
    if sys.platform == "win32" or (address := address_of(directory)) is None:
        return False
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as door:
            door.settimeout(WITHIN_S)
            door.connect(address)
            if not is_ours(door.fileno()):
                return False
            door.sendall(message_of(arguments))
            return _is_taken(door)
    except (OSError, ValueError):
        return False


def _is_taken(door: socket.socket) -> bool:
    heard = b""
    while not heard.endswith(b"\n") and len(heard) < _MOST_BYTES:
        part = door.recv(4_096)
        if not part:
            break
        heard += part
    said = value_of(heard)
    return isinstance(said, dict) and isinstance(said.get("answer"), dict)
