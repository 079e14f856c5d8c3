"""The contract of desktop notifications, and the last resort."""

from collections.abc import Sequence

from PySide6.QtCore import QMetaObject, QObject, Qt, Signal, Slot

from backease_desktop.core.notification import Button


class Notifier(QObject):
    """Shows one notification at a time; this one, the last resort, shows none.

    For each `show` exactly one of `shown` and `unavailable` follows, never before it returns; and
    neither, if it is withdrawn or replaced before that. What was shown may be `unavailable` later,
    when who shows it goes.
    """

    shown = Signal()
    unavailable = Signal(str)
    """It could not be shown, and why: call the person in another way."""

    answered = Signal(str)
    """The key of the button that was pressed, or `notification.OPEN`."""

    dismissed = Signal()
    """The person closed it, or it went by itself, without an answer."""

    name = "none: this desktop shows no notifications with buttons"

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._refuses = False

    def show(self, title: str, body: str, buttons: Sequence[Button] = ()) -> None:
        """Show a notification in place of the one before.

        Args:
            title: one line.
            body: a sentence or two of plain text.
            buttons: at most three; left out where the desktop has none.
        """
        self._refuses = True
        QMetaObject.invokeMethod(self, "_refuse", Qt.ConnectionType.QueuedConnection)

    def withdraw(self) -> None:
        """Take the notification away; harmless when there is none."""
        self._refuses = False

    @Slot()
    def _refuse(self) -> None:
        if self._refuses:
            self._refuses = False
            self.unavailable.emit(self.name)
