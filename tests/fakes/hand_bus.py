"""A message bus whose every answer and notice the test gives by hand, in its own order."""

from collections.abc import Callable
from dataclasses import dataclass

from backease_desktop.system.wire.dbus import Body, Method, Notice


@dataclass(frozen=True)
class Asked:
    """A call that waits for its answer."""

    method: Method
    answer: Callable[[Body], None]
    refuse: Callable[[str], None]


class HandBus:
    """Takes the place of `Bus`.

    Attributes:
        asked: calls in their order; they stay, and can be answered late or twice.
    """

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self._owners: list[Callable[[bool], None]] = []

    def call(
        self,
        method: Method,
        arguments: Body = (),
        on_reply: Callable[[Body], None] = lambda _: None,
        on_error: Callable[[str], None] = lambda _: None,
    ) -> None:
        """Wait for the test."""
        self.asked.append(Asked(method, on_reply, on_error))

    def watch(self, _notice: Notice, _slot: Callable[[Body], None]) -> Callable[[], None]:
        """Nothing is ever told."""
        return lambda: None

    def watch_owner(self, _name: str, slot: Callable[[bool], None]) -> Callable[[], None]:
        """Remember whom `set_owner` tells."""
        self._owners.append(slot)
        return lambda: self._owners.remove(slot)

    def set_owner(self, is_there: bool) -> None:
        """The name has an owner now, or none; told anew each time."""
        for slot in tuple(self._owners):
            slot(is_there)
