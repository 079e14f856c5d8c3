"""Starting at login from inside a Flatpak: the portal asks the person and decides.

Rules: we listen for the answer before we ask, because it may come at once; whether it is on cannot
be read from inside, so it is unknown until the portal has answered.
"""

from collections.abc import Callable, Sequence
from itertools import count

from PySide6.QtCore import QObject

from backease_desktop.system.autostart.autostart import Autostart
from backease_desktop.system.wire.dbus import Body, Bus, Method, Notice, Remote

_SERVICE = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_REQUEST_BACKGROUND = Method(
    Remote(_SERVICE, _PATH, "org.freedesktop.portal.Background"),
    "RequestBackground",
    "sa{sv}",
    "o",
)
_DONE, _CANCELLED = 0, 1


class PortalAutostart(Autostart):
    """Asks the portal.

    Args:
        bus: the desktop's.
        command: the program with its arguments, as inside the sandbox.
        reason: a sentence that the portal shows to the person.
        parent: the owner.
    """

    name = "desktop portal"
    why_not = ""

    def __init__(
        self, bus: Bus, command: Sequence[str], reason: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bus = bus
        self._command = list(command)
        self._reason = reason
        self._tokens = count(1)
        self._enabled: bool | None = None
        self._end: Callable[[], None] | None = None

    def enabled(self) -> bool | None:
        """What the portal has last answered."""
        return self._enabled

    def set_enabled(self, enabled: bool) -> None:
        """Ask; the answer may take as long as the person does."""
        self._stop_listening()
        token = f"backease{next(self._tokens)}"
        sender = self._bus.unique_name.removeprefix(":").replace(".", "_")
        request = Remote(
            _SERVICE, f"{_PATH}/request/{sender}/{token}", "org.freedesktop.portal.Request"
        )
        self._end = self._bus.watch(Notice(request, "Response", "ua{sv}"), self._on_response)
        options = {
            "handle_token": ("s", token),
            "reason": ("s", self._reason),
            "autostart": ("b", enabled),
            "commandline": ("as", self._command),
            "dbus-activatable": ("b", False),
        }
        self._bus.call(_REQUEST_BACKGROUND, ("", options), on_error=self._on_error)

    def _on_response(self, body: Body) -> None:
        code, results = body
        self._stop_listening()
        if code == _DONE:
            self._enabled = bool(results.get("autostart", ("b", False))[1])
            self.changed.emit(self._enabled)
        elif code == _CANCELLED:
            self.refused.emit("it was not allowed")
        else:
            self.refused.emit("the desktop has ended the question without an answer")

    def _on_error(self, why: str) -> None:
        self._stop_listening()
        self.refused.emit(why)

    def _stop_listening(self) -> None:
        if self._end is not None:
            self._end()
            self._end = None
