"""A system that starts programs at login, or has a reason not to."""

from PySide6.QtCore import QObject, Signal


class FakeAutostart(QObject):
    """Does as it is told, unless it has a reason to refuse.

    Attributes:
        is_on: what the system says; None where it does not tell.
        refuses: why nothing can be changed now.
        why_not: why this system cannot at all.
    """

    changed = Signal(bool)
    refused = Signal(str)

    def __init__(self, is_on: bool | None = False, refuses: str = "", why_not: str = "") -> None:
        super().__init__()
        self.is_on = is_on
        self.refuses = refuses
        self.why_not = why_not

    def enabled(self) -> bool | None:
        """What the system says."""
        return self.is_on

    def set_enabled(self, enabled: bool) -> None:
        """Do it, or say why not."""
        why = self.refuses or self.why_not
        if why:
            self.refused.emit(why)
        else:
            self.is_on = enabled
            self.changed.emit(enabled)
