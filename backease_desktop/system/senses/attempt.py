"""Building a list of candidates of which some may not exist on this machine."""

import logging
from collections.abc import Callable, Iterable
from typing import TypeVar

from backease_desktop.system.senses.chain import Chain
from backease_desktop.system.senses.idle.null import NoIdle
from backease_desktop.system.senses.never import Never
from backease_desktop.system.senses.source import IdleSource, StateSource

log = logging.getLogger(__name__)

T = TypeVar("T")


def existing(makers: Iterable[Callable[[], T]]) -> list[T]:
    """What those give whose system library can be loaded."""
    found = []
    for make in makers:
        try:
            found.append(make())
        except (OSError, AttributeError) as error:  # no such library, or no such function in it
            log.info("a library of the system is missing: %s", error)
    return found


def idle_chain(makers: Iterable[Callable[[], IdleSource]]) -> Chain[IdleSource]:
    """A chain of idle sources that ends with one that cannot fail."""
    return Chain("idle", [*existing(makers), NoIdle()])


def state_chain(topic: str, makers: Iterable[Callable[[], StateSource]]) -> Chain[StateSource]:
    """A chain of state sources that ends with one that cannot fail."""
    return Chain(topic, [*existing(makers), Never()])
