"""Whether the desktop shows icons of programs: the host of the tray, which may come late.

At login programs start in any order, and KDE's panel or GNOME's extension may come after us. Qt
looks for the host once, when the first icon is made, and believes for ever after what it has seen
then. So no icon is made before there is a host: on the desktop's bus (`StatusNotifierItem`), or on
the X server (the older system tray). Where there is neither bus nor X server, Qt may look itself.
"""

from PySide6.QtCore import QObject, QTimer, Signal

from backease_desktop.core.units import MINUTE, SECOND, Ms
from backease_desktop.system.wire.dbus import Body, Bus, Method, Notice, Remote
from backease_desktop.system.wire.x11 import Display, XError

FIRST_LOOK, LAST_LOOK = SECOND, Ms(5 * MINUTE)
"""The X server, which tells nobody, is asked again after so long, then twice as long each time."""

_NAME = "org.kde.StatusNotifierWatcher"
_WATCHER = Remote(_NAME, "/StatusNotifierWatcher", _NAME)
_PROPERTIES = Remote(_NAME, "/StatusNotifierWatcher", "org.freedesktop.DBus.Properties")
_GET = Method(_PROPERTIES, "Get", "ss", "v")
_HOST_CAME = Notice(_WATCHER, "StatusNotifierHostRegistered")


class TrayHost(QObject):
    """Tells when an icon can be shown.

    Args:
        bus: of the desktop.
        display: the X server, if the desktop has one.
        parent: the owner.

    Signals:
        came: there is a host; once.
    """

    came = Signal()

    def __init__(self, bus: Bus, display: Display | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._display = display
        self._is_there = False
        self._look_again = QTimer(self, singleShot=True, interval=FIRST_LOOK)
        self._look_again.timeout.connect(self._look)
        self._ends = [
            bus.watch_owner(_NAME, self._on_watcher),
            bus.watch(_HOST_CAME, lambda _: self._come()),
        ]
        self._look()

    @property
    def is_there(self) -> bool:
        """Whether there is, or was, one: from then on Qt follows it."""
        return self._is_there

    def close(self) -> None:
        """Look no more."""
        self._look_again.stop()
        for end in self._ends:
            end()
        self._ends = []
        if self._display is not None:
            self._display.close()
            self._display = None

    def _on_watcher(self, is_there: bool) -> None:
        if is_there and not self._is_there:
            asked = (_NAME, "IsStatusNotifierHostRegistered")
            self._bus.call(_GET, asked, self._on_answer)

    def _on_answer(self, answer: Body) -> None:
        if answer[0] == ("b", True):
            self._come()

    def _look(self) -> None:
        if self._display is None:
            return
        try:
            has_tray = self._display.has_owner("_NET_SYSTEM_TRAY_S0")
        except XError:  # gone, or as busy as all else at login: asked again, it may answer
            has_tray = False
        if has_tray:
            self._come()
        else:
            self._look_again.start()
            self._look_again.setInterval(min(LAST_LOOK, 2 * self._look_again.interval()))

    def _come(self) -> None:
        if not self._is_there:
            self._is_there = True
            self.close()
            self.came.emit()
