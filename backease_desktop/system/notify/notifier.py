"""The contract of desktop notifications, and the last resort."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMetaObject, QObject, Qt, Signal, Slot


@dataclass(frozen=True, slots=True)
class Button:
    """A button of a notification.

    Attributes:
        key: what `answered` tells.
        label: what stands on it.
    """

    key: str
    label: str


OPEN = "default"
"""The key that `answered` tells when the notification itself was clicked."""


class Notifier(QObject):
    """Shows one notification at a time; this one, the last resort, shows none.

    For each `show` exactly one of `shown` and `unavailable` follows, never before it returns.
    """

    shown = Signal()
    unavailable = Signal(str)
    """It could not be shown, and why: call the person in another way."""

    answered = Signal(str)
    """The key of the button that was pressed."""

    dismissed = Signal()
    """The person closed it, or it went by itself, without an answer."""

    name = "none: this desktop shows no notifications with buttons"

    def show(self, title: str, body: str, buttons: Sequence[Button] = ()) -> None:
        """Show a notification in place of the one before.

        Args:
            title: one line.
            body: a sentence or two of plain text.
            buttons: at most three; left out where the desktop has none.
        """
        QMetaObject.invokeMethod(self, "_refuse", Qt.ConnectionType.QueuedConnection)

    def withdraw(self) -> None:
        """Take the notification away; harmless when there is none."""

    @Slot()
    def _refuse(self) -> None:
        self.unavailable.emit(self.name)
