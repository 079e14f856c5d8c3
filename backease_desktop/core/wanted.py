"""Long work that asks again and again whether it is still wanted.

Whoever ends the program, or presses *Stop*, waits until the work asks next. So whatever goes over
all of a history goes through `while_wanted`, and asks once in so many lines.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, TypeVar

Ask: TypeAlias = Callable[[], None]
"""Asks whether the work is still wanted; what it raises ends the work."""

LINES = 2_000
"""Entries or lines between two askings: some hundredths of a second."""
SESSIONS = 100
"""Sessions between two askings; more is done with each."""

T = TypeVar("T")


def always() -> None:
    """It is wanted, whatever comes."""


def while_wanted(items: Iterable[T], ask: Ask, each: int = LINES) -> Iterator[T]:
    """The same items, asking before the first and before each so-many-th after it.

    Args:
        items: what is gone through, one at a time.
        ask: raises what is to end it.
        each: items between two askings.
    """
    for number, item in enumerate(items):
        if number % each == 0:
            ask()
        yield item
