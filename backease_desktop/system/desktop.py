"""What the roof needs of this system, in one call: it opens the buses and picks the sources.

Rules: the one module that looks at `sys.platform` for the sources of presence, the screen and
notifications; a system that is none of the three gets the last resorts. What only sessions, calls
or pages need is loaded when it is first asked for: a program in the tray is to weigh little.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from backease_desktop.core.units import Ms
from backease_desktop.system.leanings.choice import leanings_here
from backease_desktop.system.senses.attempt import idle_chain
from backease_desktop.system.senses.presence import PresenceProbe, Senses
from backease_desktop.system.senses.sleep.watch import SleepWatch
from backease_desktop.system.wire.buses import DESKTOP, SYSTEM, open_bus

if sys.platform == "linux":
    from backease_desktop.system.senses.linux import linux_senses
    from backease_desktop.system.tray_host import TrayHost
    from backease_desktop.system.wire.x11 import Display
elif sys.platform == "win32":
    import winreg

    from backease_desktop.system.senses.windows import windows_senses
elif sys.platform == "darwin":
    from backease_desktop.system.senses.macos import macos_senses
if TYPE_CHECKING:
    from backease_desktop.system.autostart.autostart import Autostart
    from backease_desktop.system.keep_awake.screen_awake import ScreenAwake
    from backease_desktop.system.media.controls import MediaControls
    from backease_desktop.system.media.others import OtherPlayers
    from backease_desktop.system.notify.notifier import Notifier
    from backease_desktop.system.shortcuts.shortcuts import Shortcuts
    from backease_desktop.system.tray_host import TrayHost
    from backease_desktop.system.wire.dbus import Bus


class Desktop(QObject):
    """The desktop that this program runs on.

    Args:
        application: the program.
        environment: the environment variables.
        clock: milliseconds of a clock that never goes back.
        icon: the program's icon, an SVG file.

    Attributes:
        presence: knows about the person; `start` it when reminders are wanted.
        leanings: knows what the person wants of the look; `start` it when the look listens.
    """

    def __init__(
        self,
        application: QCoreApplication,
        environment: Mapping[str, str],
        clock: Callable[[], Ms],
        icon: Path,
    ) -> None:
        super().__init__(application)
        self._environment = environment
        self._icon = icon
        self._clock = clock
        self._bus = open_bus(DESKTOP, self)
        senses = _senses(application, self, self._bus, environment, clock)
        self.presence = PresenceProbe(senses, parent=self)
        self.leanings = leanings_here(self._bus, application, self)

    @cached_property
    def screen(self) -> "ScreenAwake":
        """Keeps the screen on."""
        # Loaded on first use, by a session.
        from backease_desktop.system.keep_awake.choice import inhibitors
        from backease_desktop.system.keep_awake.screen_awake import ScreenAwake

        return ScreenAwake(inhibitors(self._bus, self._environment), self)

    @cached_property
    def notifier(self) -> "Notifier":
        """Shows notifications of the desktop."""
        # Loaded on first use, by a call.
        from backease_desktop.system.notify.choice import notifier_here

        return notifier_here(self._bus, self._icon, self)

    @cached_property
    def tray_host(self) -> "TrayHost | None":
        """Tells when an icon can be shown; None where that need not be waited for."""
        if sys.platform != "linux" or self._bus is None:
            return None
        x11 = "DISPLAY" in self._environment
        return TrayHost(self._bus, Display(self._environment) if x11 else None, self)

    def media_controls(self, window: Callable[[], int]) -> "MediaControls":
        """Media keys, and what is shown of a session; `window` gives the handle of our window."""
        # Loaded on first use, by a session.
        from backease_desktop.system.media.choice import media_controls

        return media_controls(self._bus, window, self._clock, self)

    @cached_property
    def other_players(self) -> "OtherPlayers":
        """The music of other programs."""
        # Loaded on first use, by a session.
        from backease_desktop.system.media.choice import other_players

        return other_players(self._bus, self)

    @cached_property
    def shortcuts(self) -> "Shortcuts":
        """Keys that reach us whatever window is in front."""
        # Loaded on first use, by a call or a session of somebody who wants such keys.
        from backease_desktop.system.shortcuts.choice import shortcuts_here

        return shortcuts_here(self._environment, self)

    def autostart(self, command: Sequence[str]) -> "Autostart":
        """The way of starting this command at login."""
        # Loaded on first use, by the settings or the welcome.
        from backease_desktop.system.autostart.choice import autostart_here

        reason = self.tr("So that your reminders come from the moment you log in")
        return autostart_here(self._bus, self._environment, command, reason, self)


def _senses(
    application: QCoreApplication,
    parent: QObject,
    bus: "Bus | None",
    environment: Mapping[str, str],
    clock: Callable[[], Ms],
) -> Senses:
    if sys.platform == "linux":
        senses = linux_senses(bus, open_bus(SYSTEM, parent), environment, clock)
    elif sys.platform == "win32":
        senses = windows_senses(application, winreg)
    elif sys.platform == "darwin":
        senses = macos_senses(Path.home())
    else:
        senses = Senses(idle_chain([]), (), (), SleepWatch())
    return senses
