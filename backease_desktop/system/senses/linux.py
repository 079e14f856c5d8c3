"""The sources of the Linux desktops.

Rules: under Wayland the X server is not asked, because it sees only what happens in its own
windows; what needs a bus is left out where there is none.
"""

from collections.abc import Callable, Mapping
from functools import partial

from backease_desktop.core.reminder.presence import BusyReason
from backease_desktop.core.units import Ms
from backease_desktop.system.senses.asked import AskedState, Question
from backease_desktop.system.senses.attempt import idle_chain, state_chain
from backease_desktop.system.senses.idle.mutter import MutterIdle
from backease_desktop.system.senses.idle.screensaver import ScreenSaverIdle
from backease_desktop.system.senses.idle.wayland import WaylandIdle
from backease_desktop.system.senses.idle.x11 import X11Idle
from backease_desktop.system.senses.in_use.alsa import AlsaMicrophone
from backease_desktop.system.senses.in_use.camera import LinuxCamera, load_libc
from backease_desktop.system.senses.in_use.pulse import PulseMicrophone
from backease_desktop.system.senses.lock.bus import LOGIN, SCREEN_LOCKERS
from backease_desktop.system.senses.presence import Senses
from backease_desktop.system.senses.quiet.bus import (
    GNOME_SCREEN_KEPT_ON,
    KDE_SCREEN_KEPT_ON,
    NOTIFICATIONS_INHIBITED,
    XFCE_DO_NOT_DISTURB,
)
from backease_desktop.system.senses.quiet.gsettings import SettingSwitch, switch_for
from backease_desktop.system.senses.quiet.wayland import WaylandFullScreen
from backease_desktop.system.senses.quiet.x11 import X11FullScreen
from backease_desktop.system.senses.sleep.logind import LogindSleep
from backease_desktop.system.senses.sleep.watch import SleepWatch
from backease_desktop.system.senses.source import IdleSource, StateSource
from backease_desktop.system.wire.dbus import Bus
from backease_desktop.system.wire.x11 import Display

States = list[Callable[[], StateSource]]


def linux_senses(
    bus: Bus | None,
    login: Bus | None,
    environment: Mapping[str, str],
    clock: Callable[[], Ms],
) -> Senses:
    """All sources that a Linux desktop may have.

    Args:
        bus: the desktop's.
        login: the bus of the system, on which logind is.
        environment: where displays, sound server and desktop are named.
        clock: milliseconds of a clock that never goes back.
    """
    wayland = "WAYLAND_DISPLAY" in environment
    x11 = "DISPLAY" in environment and not wayland

    idle: list[Callable[[], IdleSource]] = []
    full_screen: States = []
    if bus is not None:
        idle.append(lambda: MutterIdle(bus, clock))
    if wayland:
        idle.append(lambda: WaylandIdle(environment, clock))
        full_screen.append(lambda: WaylandFullScreen(environment))
    if x11:
        idle.append(lambda: X11Idle(Display(environment)))
        full_screen.append(lambda: X11FullScreen(Display(environment)))
    if bus is not None:
        idle.append(lambda: ScreenSaverIdle(bus))
    full_screen += _asked(bus, GNOME_SCREEN_KEPT_ON, KDE_SCREEN_KEPT_ON)

    return Senses(
        idle=idle_chain(idle),
        locks=(
            state_chain("lock (login)", _asked(login, LOGIN)),
            state_chain("lock (screen)", _asked(bus, *SCREEN_LOCKERS)),
        ),
        busy=(
            (
                BusyReason.DO_NOT_DISTURB,
                state_chain("do not disturb", _do_not_disturb(bus, environment)),
            ),
            (BusyReason.FULL_SCREEN, state_chain("full screen", full_screen)),
            (BusyReason.CAMERA, state_chain("camera", [lambda: LinuxCamera(load_libc())])),
            (
                BusyReason.MICROPHONE,
                state_chain("microphone", [lambda: PulseMicrophone(environment), AlsaMicrophone]),
            ),
        ),
        sleep=SleepWatch() if login is None else LogindSleep(login),
    )


def _asked(bus: Bus | None, *questions: Question) -> States:
    return [] if bus is None else [partial(AskedState, bus, each) for each in questions]


def _do_not_disturb(bus: Bus | None, environment: Mapping[str, str]) -> States:
    found: States = []
    switch = switch_for(environment.get("XDG_CURRENT_DESKTOP", ""))
    if bus is not None and switch is not None:
        found.append(lambda: SettingSwitch(bus, switch))
    return [*found, *_asked(bus, XFCE_DO_NOT_DISTURB, NOTIFICATIONS_INHIBITED)]
