"""Notifications of the Linux desktops: `org.freedesktop.Notifications`, with buttons.

Rules: the server is asked each time what it can do, which starts it where it waits to be needed;
markup in our text is escaped where the server would read it as such; a notification stays until it
is answered, because the reminder itself decides when to take it away; answers to a notification
that has been replaced are not heard. A server that goes, or gives way to another, has taken its
notification and its numbers along.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from backease_desktop.core.notification import OPEN, Button
from backease_desktop.system.notify.notifier import Notifier
from backease_desktop.system.wire.dbus import Body, Bus, Method, Notice, Remote

APP_NAME = "BackEase"
DESKTOP_ENTRY = "io.github.backease.Desktop"
_SERVICE = "org.freedesktop.Notifications"
_SERVER = Remote(_SERVICE, "/org/freedesktop/Notifications", _SERVICE)
_GET_CAPABILITIES = Method(_SERVER, "GetCapabilities", gives="as", starts=True)
_NOTIFY = Method(_SERVER, "Notify", "susssasa{sv}i", "u")
_CLOSE = Method(_SERVER, "CloseNotification", "u")
_PRESSED = Notice(_SERVER, "ActionInvoked", "us")
_CLOSED = Notice(_SERVER, "NotificationClosed", "uu")
_NEVER_EXPIRES = 0


class BusNotifier(Notifier):
    """Shows them through the notification server of the desktop.

    Args:
        bus: the desktop's.
        icon: the program's icon, an SVG file; its name may not be installed.
        parent: the owner.
    """

    name = "notification server"

    def __init__(self, bus: Bus, icon: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._icon = icon.as_uri()
        self._shown = 0
        self._shows = 0
        self._ends = [
            bus.watch(_PRESSED, self._on_pressed),
            bus.watch(_CLOSED, self._on_closed),
            bus.watch_loss(_SERVICE, self._on_server_lost),
        ]

    def show(self, title: str, body: str, buttons: Sequence[Button] = ()) -> None:
        """Ask the server what it can do, then to show it."""
        show = self._shows = self._shows + 1

        def on_capabilities(answer: Body) -> None:
            if show == self._shows:
                self._notify(show, title, body, buttons, set(answer[0]))

        self._bus.call(_GET_CAPABILITIES, (), on_capabilities, self._unless_over(show))

    def withdraw(self) -> None:
        """Close it, or do not let it appear."""
        self._shows += 1
        if self._shown:
            self._bus.call(_CLOSE, (self._shown,))
            self._shown = 0

    def _notify(
        self, show: int, title: str, body: str, buttons: Sequence[Button], can: set[str]
    ) -> None:
        actions = [OPEN, "", *(text for each in buttons for text in (each.key, each.label))]
        text = escaped(body) if "body-markup" in can else body
        hints = {"desktop-entry": ("s", DESKTOP_ENTRY), "urgency": ("y", 1)}

        def on_shown(answer: Body) -> None:
            (number,) = answer
            if show == self._shows:
                self._shown = number
                self.shown.emit()
            else:
                self._bus.call(_CLOSE, (number,))

        self._bus.call(
            _NOTIFY,
            (
                APP_NAME,
                self._shown,
                self._icon,
                title,
                text,
                actions if "actions" in can else [],
                hints,
                _NEVER_EXPIRES,
            ),
            on_shown,
            self._unless_over(show),
        )

    def _unless_over(self, show: int) -> Callable[[str], None]:
        def on_failed(why: str) -> None:
            if show == self._shows:
                self.unavailable.emit(why)

        return on_failed

    def _on_pressed(self, body: Body) -> None:
        number, key = body
        if number == self._shown:
            self.withdraw()
            self.answered.emit(key)

    def _on_server_lost(self) -> None:
        if self._shown:
            self._shown = 0
            self.unavailable.emit("the notification server has gone")

    def _on_closed(self, body: Body) -> None:
        number, _ = body
        if number == self._shown:
            self._shown = 0
            self.dismissed.emit()


def escaped(text: str) -> str:
    """Text that a server which reads markup shows as it is; `html` would bring a table of names."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
