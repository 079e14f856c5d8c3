"""Do-not-disturb as a setting of GNOME and its relatives.

Rules: dconf tells over D-Bus what was written; only when it was this setting, the program
`gsettings` is run to read it. It never runs at intervals and never stays.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject

from backease_desktop.system.senses.source import StateSource
from backease_desktop.system.wire.dbus import Body, Bus, Notice, Remote

if TYPE_CHECKING:
    from PySide6.QtCore import QProcess

_DCONF = "ca.desrt.dconf"
_WRITTEN = Notice(
    Remote(_DCONF, "/ca/desrt/dconf/Writer/user", "ca.desrt.dconf.Writer"), "Notify", "sass"
)


class Switch(msgspec.Struct, frozen=True):
    """A setting that says whether notifications may show.

    Attributes:
        schema: where it is.
        key: which it is.
        quiet: its value while the person wants quiet, as `gsettings` prints it.
    """

    schema: str
    key: str
    quiet: str

    @property
    def path(self) -> str:
        """Its place in dconf."""
        return f"/{self.schema.replace('.', '/')}/{self.key}"


SWITCHES = {
    "GNOME": Switch("org.gnome.desktop.notifications", "show-banners", "false"),
    "Unity": Switch("org.gnome.desktop.notifications", "show-banners", "false"),
    "X-Cinnamon": Switch("org.cinnamon.desktop.notifications", "display-notifications", "false"),
    "MATE": Switch("org.mate.NotificationDaemon", "do-not-disturb", "true"),
}
"""By the name of the desktop in `XDG_CURRENT_DESKTOP`."""


def switch_for(desktops: str) -> Switch | None:
    """The switch of the first desktop that has one, of a list like `ubuntu:GNOME`."""
    return next((SWITCHES[each] for each in desktops.split(":") if each in SWITCHES), None)


class SettingSwitch(StateSource):
    """Knows one switch."""

    def __init__(
        self, bus: Bus, switch: Switch, program: str = "gsettings", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.name = f"setting {switch.schema} {switch.key}"
        self._bus = bus
        self._switch = switch
        self._program = program
        self._active = False
        self._stale = False
        self._end: Callable[[], None] | None = None
        # Loaded on first use: few desktops have such a setting, and each loads what can read it.
        from PySide6.QtCore import QProcess

        self._process = QProcess(self)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)

    def start(self) -> None:
        """Read it, and listen."""
        self.stop()
        self._end = self._bus.watch(_WRITTEN, self._on_written)
        self._read()

    def stop(self) -> None:
        """Stop listening."""
        if self._end is not None:
            self._end()
            self._end = None
        if self._runs:
            self._process.kill()
            self._process.waitForFinished(1000)
        self._active = False

    def active(self) -> bool:
        """Whether the person wants quiet."""
        return self._active

    @property
    def _runs(self) -> bool:
        return self._process.state() != self._process.ProcessState.NotRunning

    def _on_written(self, body: Body) -> None:
        prefix, names, _ = body
        if any(prefix + name == self._switch.path for name in names):
            self._read()

    def _read(self) -> None:
        """Run the program; what is written while it runs is read once more after it."""
        self._stale = self._runs
        if not self._stale:
            self._process.start(self._program, ["get", self._switch.schema, self._switch.key])

    def _on_finished(self, code: int) -> None:
        answer = bytes(self._process.readAllStandardOutput().data()).decode().strip()
        if self._end is None:
            return
        if self._stale:
            self._read()
            return
        if code or answer not in ("true", "false"):
            self._fail(f"gsettings does not know {self._switch.schema}")
            return
        before, self._active = self._active, answer == self._switch.quiet
        if before != self._active:
            self.changed.emit()

    def _on_error(self, error: "QProcess.ProcessError") -> None:
        if self._end is not None and error == self._process.ProcessError.FailedToStart:
            self._fail("the program gsettings is not installed")

    def _fail(self, why: str) -> None:
        self.stop()
        self.failed.emit(why)
