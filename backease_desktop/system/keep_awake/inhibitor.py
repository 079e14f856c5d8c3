"""The contract of everything that can keep the screen on."""

from PySide6.QtCore import QObject, Signal


class InhibitorError(Exception):
    """The screen cannot be kept on this way, said in one line of plain words."""


class Inhibitor(QObject):
    """One way to keep the screen on; it holds at most once at a time."""

    failed = Signal(str)

    name = ""

    def hold(self, reason: str) -> None:
        """Keep the screen on from now; `failed` may still follow where the answer comes later.

        Raises:
            InhibitorError: it is known at once that this does not work here.
        """
        raise NotImplementedError

    def release(self) -> None:
        """Let the screen sleep again; harmless when nothing is held."""
        raise NotImplementedError


class NoInhibitor(Inhibitor):
    """The last resort: it cannot keep the screen on, and cannot fail."""

    name = "nothing here can keep the screen on"

    def hold(self, reason: str) -> None:
        """Do nothing."""

    def release(self) -> None:
        """Do nothing."""
