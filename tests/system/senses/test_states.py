"""The contract of every source that knows whether one thing is so, over all of them."""

import json
import stat
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication

from backease_desktop.system.leanings import windows as windows_leanings
from backease_desktop.system.leanings.portal import LESS_MOTION, MORE_CONTRAST
from backease_desktop.system.senses.asked import AskedState, Question
from backease_desktop.system.senses.in_use import macos as mac_call
from backease_desktop.system.senses.in_use.alsa import AlsaMicrophone
from backease_desktop.system.senses.in_use.camera import LinuxCamera, load_libc
from backease_desktop.system.senses.in_use.windows import CAMERA, STOPPED, STORE, ConsentStore
from backease_desktop.system.senses.lock.bus import LOGIN, SCREEN_LOCKERS
from backease_desktop.system.senses.lock.macos import MacLock
from backease_desktop.system.senses.lock.windows import WindowsLock
from backease_desktop.system.senses.never import Never
from backease_desktop.system.senses.quiet import bus as quiet_bus
from backease_desktop.system.senses.quiet.gsettings import SWITCHES, SettingSwitch, switch_for
from backease_desktop.system.senses.quiet.macos import FOCUS_FILE, MacFocus, MacFullScreen
from backease_desktop.system.senses.quiet.wayland import WaylandFullScreen
from backease_desktop.system.senses.quiet.windows import FocusAssist, WindowsFullScreen
from backease_desktop.system.senses.quiet.x11 import X11FullScreen
from backease_desktop.system.senses.source import SourceError, StateSource
from backease_desktop.system.wire.dbus import NAME_HAS_OWNER, Bus
from backease_desktop.system.wire.macos import CoreFoundation
from backease_desktop.system.wire.windows_messages import Message
from backease_desktop.system.wire.x11 import Display
from tests.fakes.compositor import FakeCompositor
from tests.fakes.desktop import BusService
from tests.fakes.macos import FakeCoreFoundation, FakeDevices, FakeQuartz
from tests.fakes.windows import FakeRegistry, FakeWindows
from tests.fakes.x_server import FakeXServer

Until = Callable[[Callable[[], bool]], None]
Service = Callable[..., BusService]


@dataclass
class Rig:
    """A source with the world that it looks at."""

    source: StateSource
    make_so: Callable[[bool], None]
    spoil: Callable[[], None]


class World:
    """Builds rigs, one for each kind of source."""

    def __init__(self, tmp_path: Path, bus: Bus, service: Service, stack: ExitStack) -> None:
        self.tmp_path = tmp_path
        self.bus = bus
        self.service = service
        self.stack = stack

    def let_the_bus_listen(self, until: Until) -> None:
        """Wait until the bus has done all that was asked of it so far."""
        done: list[object] = []
        self.bus.call(NAME_HAS_OWNER, ("any.name",), done.append)
        until(lambda: bool(done))

    def alsa(self) -> Rig:
        status = self.tmp_path / "asound" / "card0" / "pcm0c" / "sub0" / "status"
        status.parent.mkdir(parents=True)
        status.write_text("closed\n")
        cards = self.tmp_path / "asound"
        return Rig(
            AlsaMicrophone(cards),
            lambda so: void(status.write_text("state: RUNNING\n" if so else "closed\n")),
            lambda: cards.rename(self.tmp_path / "gone"),
        )

    def camera(self) -> Rig:
        devices, processes = self.tmp_path / "dev", self.tmp_path / "proc"
        fds = processes / "42" / "fd"
        devices.mkdir()
        fds.mkdir(parents=True)
        (devices / "video0").touch()

        def make_so(so: bool) -> None:
            link = fds / "9"
            if so:
                link.symlink_to(devices / "video0")
            else:
                link.unlink(missing_ok=True)
            (devices / "video0").open().close()

        return Rig(
            LinuxCamera(load_libc(), devices, processes),
            make_so,
            lambda: void(devices.rename(self.tmp_path / "gone")),
        )

    def consent(self) -> Rig:
        registry = FakeRegistry()
        program = rf"{STORE}\{CAMERA}\NonPackaged\C:#meet.exe"
        registry.keys = {
            program: {STOPPED: 131_000},
            rf"{STORE}\{CAMERA}\Store.App": {STOPPED: 132_000},
            rf"{STORE}\{CAMERA}\Never.Used": {},
        }
        return Rig(
            ConsentStore(registry, CAMERA),
            lambda so: registry.keys[program].update({STOPPED: 0 if so else 133_000}),
            registry.keys.clear,
        )

    def audio_device(self) -> Rig:
        devices = FakeDevices(running={40: False, 41: False}, outputs={50: True})
        source = mac_call.RunningDevice("audio", mac_call.AudioHardware(devices))
        return Rig(source, lambda so: devices.running.update({41: so}), refusal(devices))

    def media_device(self) -> Rig:
        devices = FakeDevices(running={60: False})
        source = mac_call.RunningDevice("media", mac_call.MediaHardware(devices))
        return Rig(source, lambda so: devices.running.update({60: so}), refusal(devices))

    def mac_lock(self) -> Rig:
        foundation = FakeCoreFoundation()
        quartz = FakeQuartz(foundation)
        self.stack.callback(lambda: check(foundation.owned == []))
        return Rig(
            MacLock(quartz, CoreFoundation(foundation)),
            lambda so: setattr(quartz, "session", {"CGSSessionScreenIsLocked": so} if so else {}),
            lambda: setattr(quartz, "session", None),
        )

    def mac_full_screen(self) -> Rig:
        foundation = FakeCoreFoundation()
        quartz = FakeQuartz(foundation)
        self.stack.callback(lambda: check(foundation.owned == []))

        def make_so(so: bool) -> None:
            menu = {"kCGWindowLayer": 25, "kCGWindowBounds": bounds(0, 0, 1440, 900)}
            size = (0, 0, 1440, 900) if so else (0, 25, 1440, 800)
            front = {"kCGWindowLayer": 0, "kCGWindowBounds": bounds(*size)}
            behind = {"kCGWindowLayer": 0, "kCGWindowBounds": bounds(0, 0, 1440, 900)}
            quartz.windows = [menu, front, behind]

        return Rig(
            MacFullScreen(quartz, CoreFoundation(foundation)),
            make_so,
            lambda: setattr(quartz, "windows", None),
        )

    def mac_focus(self) -> Rig:
        path = self.tmp_path / FOCUS_FILE
        path.parent.mkdir(parents=True)
        path.write_text('{"data": [{}]}')
        stored = {"storeAssertionRecords": [{"assertionUUID": "1"}]}
        return Rig(
            MacFocus(self.tmp_path),
            lambda so: void(path.write_text(json.dumps({"data": [stored if so else {}]}))),
            lambda: void(path.write_text("[]")),
        )

    def windows_lock(self) -> Rig:
        windows = FakeWindows()
        self.stack.callback(lambda: check(windows.allocated == 0))
        return Rig(
            WindowsLock(windows), lambda so: setattr(windows, "locked", so), refusal(windows)
        )

    def windows_lock_cut_short(self) -> Rig:
        windows = FakeWindows()
        self.stack.callback(lambda: check(windows.allocated == 0))
        return Rig(
            WindowsLock(windows),
            lambda so: setattr(windows, "locked", so),
            lambda: setattr(windows, "short_answer", True),
        )

    def windows_full_screen(self) -> Rig:
        windows = FakeWindows()
        return Rig(
            WindowsFullScreen(windows),
            lambda so: setattr(windows, "user_state", 4 if so else 5),
            refusal(windows),
        )

    def focus_assist(self) -> Rig:
        windows = FakeWindows()
        return Rig(
            FocusAssist(windows),
            lambda so: setattr(windows, "quiet_profile", 1 if so else 0),
            refusal(windows),
        )

    def x11_full_screen(self) -> Rig:
        server = self.stack.enter_context(FakeXServer())
        return Rig(
            X11FullScreen(Display(server.environment)),
            lambda so: server.set("full", int(so)),
            lambda: server.__exit__(None, None, None),
        )

    def asked(self, question: Question, yes: Any, no: Any) -> Rig:
        remote = question.method.remote
        answer = {"now": no}
        gives = question.method.gives
        answers = {question.method.name: lambda *_: (gives, answer["now"])}
        there = self.service(remote.service, answers)

        def make_so(so: bool) -> None:
            answer["now"] = yes if so else no
            notice = question.notice
            values = {"b": (so,), "ssv": (notice.first, "/do-not-disturb", ("b", so))}
            values["sa{sv}as"] = (notice.first, {}, [])
            values["a(ss)as"] = ([], [])
            path = notice.remote.path or remote.path
            there.emit(
                path, notice.remote.interface, notice.name, notice.gives, values[notice.gives]
            )

        return Rig(AskedState(self.bus, question), make_so, there.drop_name)

    def login_session(self) -> Rig:
        return self.asked(LOGIN, (("b", True),), (("b", False),))

    def notifications(self) -> Rig:
        question = quiet_bus.NOTIFICATIONS_INHIBITED
        return self.asked(question, (("b", True),), (("b", False),))

    def xfce(self) -> Rig:
        return self.asked(quiet_bus.XFCE_DO_NOT_DISTURB, (("b", True),), (("b", False),))

    def gnome_kept_on(self) -> Rig:
        return self.asked(quiet_bus.GNOME_SCREEN_KEPT_ON, (("u", 12),), (("u", 4),))

    def kde_kept_on(self) -> Rig:
        return self.asked(quiet_bus.KDE_SCREEN_KEPT_ON, (True,), (False,))

    def portal_motion(self) -> Rig:
        return self.asked(LESS_MOTION[0], (("v", ("u", 1)),), (("v", ("u", 0)),))

    def portal_animations(self) -> Rig:
        return self.asked(LESS_MOTION[1], (("v", ("b", False)),), (("v", ("b", True)),))

    def portal_duration(self) -> Rig:
        return self.asked(LESS_MOTION[2], (("v", ("s", "0")),), (("v", ("s", "0.5")),))

    def portal_contrast(self) -> Rig:
        return self.asked(MORE_CONTRAST[0], (("v", ("u", 1)),), (("v", ("u", 0)),))

    def portal_high_contrast(self) -> Rig:
        return self.asked(MORE_CONTRAST[1], (("b", True),), (("b", False),))

    def windows_motion(self) -> Rig:
        windows = FakeWindows()
        source = windows_leanings.less_motion(windows, application())

        def make_so(so: bool) -> None:
            windows.animates = not so
            source.hear(Message(message=windows_leanings.WM_SETTINGCHANGE))

        return Rig(source, make_so, refusal(windows))

    def windows_contrast(self) -> Rig:
        windows = FakeWindows()
        source = windows_leanings.more_contrast(windows, application())

        def make_so(so: bool) -> None:
            windows.contrast_flags = 0x7E | so
            source.hear(Message(message=windows_leanings.WM_SETTINGCHANGE))

        return Rig(source, make_so, refusal(windows))

    def gnome_locker(self) -> Rig:
        return self.asked(SCREEN_LOCKERS[0], (True,), (False,))

    def kde_locker(self) -> Rig:
        return self.asked(SCREEN_LOCKERS[-1], (True,), (False,))

    def setting(self) -> Rig:
        dconf = self.service("ca.desrt.dconf", {})
        value = self.tmp_path / "value"
        value.write_text("true")
        program = self.tmp_path / "gsettings"
        program.write_text(
            f'#!/bin/sh\n[ "$*" = "get org.gnome.desktop.notifications show-banners" ] || exit 1\n'
            f"cat {value}\n"
        )
        program.chmod(program.stat().st_mode | stat.S_IXUSR)

        def tell() -> None:
            dconf.emit(
                "/ca/desrt/dconf/Writer/user",
                "ca.desrt.dconf.Writer",
                "Notify",
                "sass",
                ("/org/gnome/desktop/notifications/", ["show-banners"], "tag"),
            )

        def write(text: str) -> None:
            """Whole or not at all, because the program may be reading it."""
            (self.tmp_path / "new").write_text(text)
            (self.tmp_path / "new").replace(value)
            tell()

        def make_so(so: bool) -> None:
            write("false" if so else "true")

        def spoil() -> None:
            write("No such schema")

        return Rig(SettingSwitch(self.bus, SWITCHES["GNOME"], str(program)), make_so, spoil)


def get_return(made: object) -> object:
    return getattr(made, "__annotations__", {}).get("return")


KINDS = [name for name, made in vars(World).items() if get_return(made) is Rig]
KINDS.remove("asked")
TELLS = {
    "camera", "login_session", "notifications", "xfce", "gnome_kept_on", "kde_kept_on",
    "gnome_locker", "kde_locker", "setting", "portal_motion", "portal_animations",
    "portal_duration", "portal_contrast", "portal_high_contrast",
}  # fmt: skip


def application() -> QCoreApplication:
    """The one that the test runs in."""
    app = QCoreApplication.instance()
    assert app is not None
    return app


def void(_: object) -> None:
    """The end of a lambda that does something."""


def check(condition: bool) -> None:
    assert condition


def refusal(library: Any) -> Callable[[], None]:
    return lambda: setattr(library, "refuses", True)


def bounds(x: float, y: float, width: float, height: float) -> dict[str, float]:
    return {"X": x, "Y": y, "Width": width, "Height": height}


@pytest.fixture
def world(tmp_path: Path, bus: Bus, service: Service) -> Iterator[World]:
    with ExitStack() as stack:
        yield World(tmp_path, bus, service, stack)


@pytest.mark.parametrize("kind", KINDS)
def test_a_source_knows_when_it_is_so_and_when_no_longer(
    kind: str, world: World, until: Until
) -> None:
    rig: Rig = getattr(world, kind)()
    told: list[bool] = []
    rig.source.changed.connect(lambda: told.append(rig.source.active()))
    rig.make_so(False)
    rig.source.start()
    for so in (True, False, True):
        world.let_the_bus_listen(until)
        rig.make_so(so)
        until(lambda so=so: rig.source.active() is so)
    if kind in TELLS:
        assert told == [True, False, True]
    rig.source.stop()


@pytest.mark.parametrize("kind", KINDS)
def test_a_source_that_no_longer_works_says_why(kind: str, world: World, until: Until) -> None:
    rig: Rig = getattr(world, kind)()
    failures: list[str] = []
    rig.source.failed.connect(failures.append)
    rig.make_so(True)
    rig.source.start()
    until(rig.source.active)
    rig.source.stop()
    rig.spoil()
    try:
        rig.source.start()
        until(lambda: failures != [] or rig.source.active() is None)
    except SourceError as error:
        failures.append(str(error))
    assert len(failures) == 1
    assert len(failures[0]) > 10
    rig.source.stop()


@pytest.mark.parametrize("kind", KINDS)
def test_a_source_has_a_name_and_can_be_stopped_at_any_time(kind: str, world: World) -> None:
    rig: Rig = getattr(world, kind)()
    assert rig.source.name
    rig.source.stop()
    rig.source.start()
    rig.source.stop()
    rig.source.stop()


@pytest.mark.parametrize(
    ("states", "fills"),
    [((), False), (((2,),), False), (((3,),), False), (((2, 3),), True), (((2,), (0, 2, 3)), True)],
)
def test_under_wayland_the_active_window_has_to_fill_the_screen(
    tmp_path: Path, qapp: QCoreApplication, states: tuple[tuple[int, ...], ...], fills: bool
) -> None:
    offers = {"zwlr_foreign_toplevel_manager_v1": 3}
    with FakeCompositor(tmp_path, offers, states) as compositor:
        source = WaylandFullScreen(compositor.environment)
        source.start()
        assert source.active() is fills
        assert source.active() is fills


def test_a_compositor_that_shows_no_windows_is_named_as_the_reason(
    tmp_path: Path, qapp: QCoreApplication
) -> None:
    with (
        FakeCompositor(tmp_path, {"wl_seat": 1}) as compositor,
        pytest.raises(SourceError, match="zwlr_foreign_toplevel_manager_v1"),
    ):
        WaylandFullScreen(compositor.environment).start()


@pytest.mark.parametrize("active", [0, 0x999])
def test_a_window_that_is_gone_fills_no_screen(qapp: QCoreApplication, active: int) -> None:
    with FakeXServer() as server:
        server.set("active", active)
        source = X11FullScreen(Display(server.environment))
        source.start()
        assert not source.active()
        source.stop()


def test_a_camera_that_is_plugged_in_later_is_noticed(
    tmp_path: Path, until: Until, qapp: QCoreApplication
) -> None:
    devices, fds = tmp_path / "dev", tmp_path / "proc" / "7" / "fd"
    devices.mkdir()
    fds.mkdir(parents=True)
    source = LinuxCamera(load_libc(), devices, tmp_path / "proc")
    source.start()
    (devices / "video2").touch()
    (fds / "3").symlink_to(devices / "video2")
    (devices / "video2").open().close()
    until(source.active)
    source.stop()


@pytest.mark.parametrize(
    ("desktops", "schema"),
    [
        ("GNOME", "org.gnome.desktop.notifications"),
        ("ubuntu:GNOME", "org.gnome.desktop.notifications"),
        ("X-Cinnamon", "org.cinnamon.desktop.notifications"),
        ("MATE", "org.mate.NotificationDaemon"),
    ],
)
def test_each_desktop_has_its_own_switch(desktops: str, schema: str) -> None:
    switch = switch_for(desktops)
    assert switch is not None
    assert switch.schema == schema


def test_a_desktop_without_a_switch_has_none() -> None:
    assert switch_for("KDE") is None
    assert switch_for("") is None


def test_a_machine_without_gsettings_says_so(bus: Bus, until: Until, tmp_path: Path) -> None:
    heard: list[str] = []
    source = SettingSwitch(bus, SWITCHES["MATE"], str(tmp_path / "missing"))
    source.failed.connect(heard.append)
    source.start()
    until(lambda: len(heard) == 1)
    assert "not installed" in heard[0]


def test_the_last_source_says_no(qapp: QCoreApplication) -> None:
    source = Never()
    source.start()
    assert not source.active()
    source.stop()
