"""The event log: a JSON line for everything that happens, for scripts and checks.

Each line has `event`, `mono_ms` (the monotonic clock) and fields of its own. A log that cannot be
written any more says so once and is then silent: it must never stop a session.
"""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import IO

from backease_desktop.core.units import Ms
from backease_desktop.disk import open_to_append

logger = logging.getLogger(__name__)


class EventLogFile:
    """Appends to a file.

    Raises:
        OSError: from the constructor, if the file cannot be opened for appending.
    """

    def __init__(self, path: Path, clock: Callable[[], Ms]) -> None:
        self._clock = clock
        # Unbuffered: a line is in the file at once, whole, whatever becomes of this process.
        self._file: IO[bytes] | None = open_to_append(path, anything=True)

    def write(self, event: str, /, **fields: object) -> None:
        """Append an event."""
        if self._file is None:
            return
        # Loaded on first use: most starts have no log.
        import json

        line = {"event": event, "mono_ms": self._clock(), **fields}
        try:
            text = json.dumps(line, ensure_ascii=False)
            self._file.write(text.encode(errors="backslashreplace") + b"\n")
        except OSError as error:
            logger.warning("the event log cannot be written any more: %s", error)
            self.close()

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
            self._file = None


class NoEventLog:
    """Writes nothing."""

    def write(self, event: str, /, **fields: object) -> None:
        """Nothing."""

    def close(self) -> None:
        """Nothing."""
