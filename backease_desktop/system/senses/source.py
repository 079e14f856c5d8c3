"""What every source of knowledge about the desktop has in common.

Rules: a source has a name that a person can read; `start` raises `SourceError` when it cannot work
here, and `failed` tells the same later, once for each loss; a source that failed is harmless, and
may say `recovered` when what it leans on has come back. `changed` means "read me again", not what
has changed.
"""

from PySide6.QtCore import QObject, Signal

from backease_desktop.core.units import SECOND, Ms

COARSE = Ms(15 * SECOND)
"""An idle source that is told, rather than asks, is told from this idle time on."""

CLOSE = Ms(3 * SECOND)
"""From this idle time on it is told while somebody waits for a pause in typing."""


class SourceError(Exception):
    """A source cannot work on this machine, said in one line of plain words."""


class Source(QObject):
    """One way to know, or to get done, one thing on one kind of desktop."""

    changed = Signal()
    failed = Signal(str)
    recovered = Signal()

    name = ""

    def start(self) -> None:
        """Begin to know.

        Raises:
            SourceError: it cannot work here.
        """

    def stop(self) -> None:
        """Let go of everything; `start` may follow again."""


class IdleSource(Source):
    """Knows for how long nobody has touched keyboard, mouse or screen."""

    def idle(self) -> Ms:
        """The time since the last touch, in milliseconds; never more than it truly is.

        Raises:
            SourceError: it has stopped working.
        """
        raise NotImplementedError

    def watch_closely(self, closely: bool) -> None:
        """Be told from `CLOSE` on rather than from `COARSE` on; nothing to do for most."""


class StateSource(Source):
    """Knows whether one thing is so."""

    def active(self) -> bool:
        """Is it so now? `False` until the source has heard anything.

        Raises:
            SourceError: it has stopped working.
        """
        raise NotImplementedError
