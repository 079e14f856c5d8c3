"""Work in pieces: whoever has it done can do something else between two of them.

Rules:
1. The work is a generator, and what comes of it is what it returns. A piece takes some 20 ms at
   most: a window that does one in each turn of its event loop answers in between.
2. What it yields is None, or a function that takes longer and touches nothing that others have,
   such as loading modules. It is called before the next piece, in whatever thread: a window does
   so in another one. It may be called twice, or at the same time as the next piece.
3. A thread for all of the work would be no help: Python runs one thread at a time, and a window
   that draws beside one that reckons waits for it at each call of Qt (measured: it took five times
   as long).
"""

from collections.abc import Callable, Generator
from typing import TypeAlias, TypeVar

T = TypeVar("T")

Beside: TypeAlias = Callable[[], object]
"""What may be done in another thread."""

Pieces: TypeAlias = Generator[Beside | None, None, T]
"""Work with a result."""


def drained(pieces: Pieces[T]) -> T:
    """Do all that is left, here and now; what comes of it."""
    while True:
        try:
            beside = next(pieces)
        except StopIteration as end:
            found: T = end.value
            return found
        if beside is not None:
            beside()
