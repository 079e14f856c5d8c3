"""Working stand-ins for what a call is seen by: windows, notifications and the tray."""

from collections.abc import Sequence

from PySide6.QtCore import QMetaObject, QObject, Qt, Signal, Slot

from backease_desktop.core.notification import Button


class FakeWindow(QObject):
    """A card, or a break that fills the screen."""

    start_requested = Signal()
    snooze_requested = Signal(int)
    not_now_requested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_shown = False
        self.has_keys = False
        self.said: tuple[str, str, tuple[int, ...], str] | None = None
        self.shrunk = 0

    def show_call(
        self, title: str, sentence: str, snooze_min: Sequence[int], late: str = ""
    ) -> None:
        self.said = (title, sentence, tuple(snooze_min), late)
        self.is_shown = True

    def shrink(self) -> None:
        self.shrunk += 1
        self.withdraw()

    def withdraw(self) -> None:
        self.is_shown = self.has_keys = False

    def take_keys(self) -> None:
        self.has_keys = self.is_shown


class FakeNotifier(QObject):
    """A notification server that answers in the next round of the event loop.

    Attributes:
        works: whether it shows anything.
        shown: title, text and buttons of what is on the screen.
    """

    unavailable = Signal(str)
    answered = Signal(str)

    def __init__(self, *, works: bool = True) -> None:
        super().__init__()
        self.works = works
        self.asked: tuple[str, str, tuple[Button, ...]] | None = None
        self.shown: tuple[str, str, tuple[Button, ...]] | None = None

    def show(self, title: str, body: str, buttons: Sequence[Button] = ()) -> None:
        self.asked = (title, body, tuple(buttons))
        QMetaObject.invokeMethod(self, "_answer", Qt.ConnectionType.QueuedConnection)

    def withdraw(self) -> None:
        self.asked = self.shown = None

    def press(self, key: str) -> None:
        """Press a button, or the notification itself; it goes. Nothing where none is shown."""
        if self.shown is not None:
            self.shown = None
            self.answered.emit(key)

    @Slot()
    def _answer(self) -> None:
        asked, self.asked = self.asked, None
        if asked and self.works:
            self.shown = asked
        elif asked:
            self.unavailable.emit("nobody shows notifications here")


class FakeTray:
    """A tray that may show a message, which stays for good."""

    def __init__(self, *, works: bool = True) -> None:
        self.works = works
        self.shown: list[tuple[str, str]] = []

    def __call__(self, title: str, text: str) -> bool:
        if self.works:
            self.shown.append((title, text))
        return self.works
