"""Idle time made of two notices: "idle since a while" and "touched again"."""

from collections.abc import Callable

from backease_desktop.core.units import Ms


class Edge:
    """Remembers when the last touch was.

    Args:
        clock: milliseconds of a clock that never goes back.
    """

    def __init__(self, clock: Callable[[], Ms]) -> None:
        self._clock = clock
        self._since: int | None = None

    def idled(self, already: Ms) -> None:
        """It is idle, and has been for this long."""
        self._since = self._clock() - already

    def touched(self) -> None:
        """Somebody is there."""
        self._since = None

    def idle(self) -> Ms:
        """Milliseconds since the last touch, or 0 while it is more recent than any notice."""
        return Ms(0 if self._since is None else self._clock() - self._since)
