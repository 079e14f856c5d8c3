"""Saves in a thread of its own, so that a slow disk keeps nobody waiting; the newest value wins.

Rules: at most one value waits, and a newer one takes its place. What was saved last before `close`
is written when that returns, unless the disk hangs for longer than `PATIENCE_S`: then the program
ends without it rather than never.
"""

import threading
from typing import Generic, TypeVar

from backease_desktop.storage.telling_store import Store

PATIENCE_S = 5.0

V = TypeVar("V")


class NewestWriter(Generic[V]):
    """Saves in another store, later.

    Args:
        store: writes; it is called in the thread only, and must raise nothing.
    """

    def __init__(self, store: Store[V]) -> None:
        self._store = store
        self._turn = threading.Condition()
        self._waiting: list[V] = []
        self._is_closed = False
        self._thread: threading.Thread | None = None

    def save(self, value: V) -> None:
        """Have it written as soon as what is being written is."""
        with self._turn:
            self._waiting = [value]
            self._turn.notify()
            if self._thread is None:
                # A daemon, so that a disk that hangs does not keep the process from ending.
                self._thread = threading.Thread(
                    target=self._write, name="newest writer", daemon=True
                )
                self._thread.start()

    def close(self) -> None:
        """Write what waits, and end; `save` begins anew."""
        with self._turn:
            thread, self._thread = self._thread, None
            self._is_closed = True
            self._turn.notify()
        if thread is not None:
            thread.join(PATIENCE_S)
        self._is_closed = False

    def _write(self) -> None:
        while True:
            with self._turn:
                self._turn.wait_for(lambda: self._waiting or self._is_closed)
                if not self._waiting:
                    return
                value = self._waiting.pop()
            self._store.save(value)
