"""Undo and redo: the values that there were, one after the other.

A value that is put in the place of another one ends what could be redone. The same value again is
no change. The oldest is forgotten when there are more than `MOST`.
"""

from dataclasses import dataclass, replace
from typing import Generic, TypeVar

T = TypeVar("T")

MOST = 1000
"""Changes that can be undone."""


@dataclass(frozen=True, slots=True)
class Undo(Generic[T]):
    """A value with those before it and those that were undone.

    Attributes:
        now: the value as it is.
        before: what can be undone, the newest last; after: what can be redone, the next one last.
    """

    now: T
    before: tuple[T, ...] = ()
    after: tuple[T, ...] = ()

    def changed(self, value: T) -> "Undo[T]":
        """With another value."""
        if value == self.now:
            return self
        return Undo(value, (*self.before, self.now)[-MOST:])

    def undone(self) -> "Undo[T]":
        """One change back; the same where there is none."""
        if not self.before:
            return self
        return replace(
            self, now=self.before[-1], before=self.before[:-1], after=(*self.after, self.now)
        )

    def redone(self) -> "Undo[T]":
        """One change forth; the same where none was undone."""
        if not self.after:
            return self
        return replace(
            self, now=self.after[-1], before=(*self.before, self.now), after=self.after[:-1]
        )
