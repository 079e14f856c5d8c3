"""A value that is being written: with undo and redo, and kept at every change.

Rules:
1. A change is kept `SAVED_AFTER` it, so that a key that is held down writes once; one that is held
   for long is kept every `LATEST` all the same.
2. Letters that are typed one after the other are one change, until it is settled.
3. What could not be kept is not forgotten: `is_kept` says so, and the next change tries again.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from backease_desktop.core.editing.undo import Undo

T = TypeVar("T")

SAVED_AFTER = 250
"""Milliseconds after the last change until it is kept."""
LATEST = 1000
"""Milliseconds after the first change that is not kept yet until it is, come what may."""


class KeptDraft(QObject, Generic[T]):
    """Holds the value, what can be undone of it, and whether it is kept.

    Args:
        first: the value before one is begun.
        write: keeps a value; whether it could be.
        parent: the owner.

    Signals:
        changed: the value is another one; carries the one before.
        kept: whether everything is kept.
    """

    changed = Signal(object)
    kept = Signal(bool)

    def __init__(self, first: T, write: Callable[[T], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._write = write
        self._past = Undo(first)
        self._kept: T | None = first
        self._run = ""
        self._soon = QTimer(self, singleShot=True, interval=SAVED_AFTER)
        self._latest = QTimer(self, singleShot=True, interval=LATEST)
        for timer in (self._soon, self._latest):
            timer.timeout.connect(self.keep)

    @property
    def now(self) -> T:
        """The value as it is."""
        return self._past.now

    @property
    def past(self) -> Undo[T]:
        """The value with all that can be undone and redone."""
        return self._past

    @property
    def can_undo(self) -> bool:
        """Whether a change can be undone."""
        return bool(self._past.before)

    @property
    def can_redo(self) -> bool:
        """Whether a change can be redone."""
        return bool(self._past.after)

    @property
    def is_kept(self) -> bool:
        """Whether nothing is to be written."""
        return self._kept == self.now

    def begin(self, past: Undo[T], *, is_kept: bool = True) -> None:
        """Write on at another value; the one before is let go as it is."""
        self._stop()
        self._past, self._run = past, ""
        self._kept = past.now if is_kept else None
        self.kept.emit(self.is_kept)

    def change(self, value: T, run: str = "") -> None:
        """Put another value in the place of this one; it can be undone.

        Args:
            value: the other one.
            run: what is being typed; changes of one run that follow each other are one.
        """
        past = self._past.changed(value)
        if run and run == self._run and past is not self._past:
            past = replace(self._past, now=value, after=())
        self._go(past)
        self._run = run

    def settle(self) -> None:
        """What was being typed is done: what is typed next is another change."""
        self._run = ""

    def undo(self) -> None:
        """Take the last change back."""
        self._run = ""
        self._go(self._past.undone())

    def redo(self) -> None:
        """Do again what was taken back."""
        self._run = ""
        self._go(self._past.redone())

    def keep(self) -> bool:
        """Write what is not written yet; whether all is."""
        self._stop()
        if not self.is_kept and self._write(self.now):
            self._kept = self.now
        self.kept.emit(self.is_kept)
        return self.is_kept

    def forget(self) -> None:
        """The value was taken away: nothing of it is to be kept."""
        self._stop()
        self._kept = self.now

    def _go(self, past: Undo[T]) -> None:
        before = self.now
        self._past = past
        if self.now == before:
            return
        self._soon.start()
        if not self._latest.isActive():
            self._latest.start()
        self.changed.emit(before)
        self.kept.emit(self.is_kept)

    def _stop(self) -> None:
        self._soon.stop()
        self._latest.stop()
