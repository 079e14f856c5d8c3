"""The contract of early hints that the computer goes to sleep or has woken.

They are hints only: the truth is the gap between a clock that sleeps and one that does not.
"""

from PySide6.QtCore import QObject, Signal


class SleepWatch(QObject):
    """Tells of sleep; this one, the last resort, never does."""

    fell_asleep = Signal()
    woke = Signal()

    name = "none: the gap between two clocks tells it"

    def start(self) -> None:
        """Begin to listen."""

    def stop(self) -> None:
        """Stop listening."""
