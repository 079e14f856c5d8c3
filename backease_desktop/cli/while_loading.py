"""Ctrl+C while something is loaded ends the program at once.

Python raises KeyboardInterrupt wherever it happens to be. While PySide6 itself is loaded that is a
crash, its import hook swallows what is raised in it, so the program would run on as if nobody had
pressed anything, and elsewhere a traceback would be shown. Nothing has begun by then, so the
system's own way of ending is right.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def ended_by_ctrl_c() -> Iterator[None]:
    """Let Ctrl+C end the process, unless the starter has told us to ignore it."""
    before = signal.getsignal(signal.SIGINT)
    if before is not signal.default_int_handler:
        yield
        return
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
