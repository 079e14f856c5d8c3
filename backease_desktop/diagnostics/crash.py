"""Crashes: written to a file with what helps to find their cause, and offered at the next start.

The file holds versions and the traceback; nothing of the person's data.
"""

import faulthandler
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO

from backease_desktop.disk import make_folder, open_to_append, read_file

_MOST_BYTES = 1 << 20

logger = logging.getLogger(__name__)


class CrashFile:
    """The crash file of a folder: `crash.log` of this run, `crash.log.last` of the one before."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "crash.log"
        self._last = folder / "crash.log.last"
        self._file: IO[bytes] | None = None

    def take_last(self) -> str | None:
        """What the last run left behind if it crashed; the file is kept as `crash.log.last`."""
        try:
            text = read_file(self._path, _MOST_BYTES).decode(errors="replace")
            if not text.strip():
                return None
            self._path.replace(self._last)
        except OSError:
            return None
        return text

    def watch(self, on_crash: Callable[[str], None] | None = None) -> None:
        """Write unhandled exceptions, of any thread, and hard faults to the file.

        Args:
            on_crash: told the text of an unhandled exception; the program goes on.
        """
        try:
            make_folder(self._path.parent)
            self._file = open_to_append(self._path)
            self._file.truncate(0)
            faulthandler.enable(self._file)
        except OSError as error:
            logger.warning("no crash file: %s", error)

        def on_exception(
            kind: type[BaseException], value: BaseException, trace: TracebackType | None
        ) -> None:
            if issubclass(kind, KeyboardInterrupt):
                sys.__excepthook__(kind, value, trace)
                return
            logger.error("unhandled exception", exc_info=(kind, value, trace))
            text = _text_of(kind, value, trace)
            if self._file is not None:
                with suppress(OSError):  # a full disk; the log may have it
                    # Loaded on first use, after a crash.
                    from backease_desktop.diagnostics.report import versions

                    report = f"{versions()}\n{text}\n"
                    self._file.write(report.encode(errors="backslashreplace"))
            if on_crash is not None:
                on_crash(text)

        sys.excepthook = on_exception
        threading.excepthook = lambda args: on_exception(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )

    def close(self) -> None:
        """Stop watching; a run that ended well leaves an empty file behind, or none."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        faulthandler.disable()
        if self._file is not None:
            self._file.close()
            self._file = None


def _text_of(kind: type[BaseException], value: BaseException, trace: TracebackType | None) -> str:
    return "".join(traceback.format_exception(kind, value, trace))
