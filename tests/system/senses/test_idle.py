from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from backease_desktop.core.units import Ms
from backease_desktop.system.senses.idle.edge import Edge
from backease_desktop.system.senses.idle.macos import MacIdle
from backease_desktop.system.senses.idle.mutter import SERVICE, MutterIdle
from backease_desktop.system.senses.idle.null import NoIdle
from backease_desktop.system.senses.idle.screensaver import ScreenSaverIdle
from backease_desktop.system.senses.idle.wayland import WaylandIdle
from backease_desktop.system.senses.idle.windows import WindowsIdle
from backease_desktop.system.senses.idle.x11 import X11Idle
from backease_desktop.system.senses.source import CLOSE, COARSE, SourceError
from backease_desktop.system.wire.dbus import Bus
from backease_desktop.system.wire.macos import CoreFoundation
from backease_desktop.system.wire.x11 import Display
from tests.fakes.compositor import FakeCompositor
from tests.fakes.desktop import BusService
from tests.fakes.macos import FakeCoreFoundation, FakeIOKit, FakeQuartz
from tests.fakes.windows import FakeWindows
from tests.fakes.x_server import FakeXServer

Until = Callable[[Callable[[], bool]], None]
Service = Callable[..., BusService]


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = Ms(1_000_000)

    def __call__(self) -> Ms:
        return self.now

    def go(self, ms: int) -> None:
        self.now = Ms(self.now + ms)


class Mutter:
    """GNOME's compositor: an idle time, and watches with numbers."""

    def __init__(self, service: Service) -> None:
        self.idle = 0
        self.watches: dict[int, int | None] = {}
        self._next = iter(range(1, 99))
        self.bus = service(
            SERVICE,
            {
                "GetIdletime": lambda: ("t", (self.idle,)),
                "AddIdleWatch": self._add,
                "AddUserActiveWatch": lambda: self._add(None),
                "RemoveWatch": self._remove,
            },
        )

    def _add(self, idle: int | None) -> tuple[str, tuple[int]]:
        number = next(self._next)
        self.watches[number] = idle
        return "u", (number,)

    def _remove(self, number: int) -> tuple[str, tuple[()]]:
        del self.watches[number]
        return "", ()

    def fire(self, idle: int | None) -> None:
        number = next(number for number, watch in self.watches.items() if watch == idle)
        if idle is None:
            del self.watches[number]
        path = "/org/gnome/Mutter/IdleMonitor/Core"
        self.bus.emit(path, SERVICE, "WatchFired", "u", (number,))


@pytest.fixture
def mutter(service: Service) -> Mutter:
    return Mutter(service)


def started(source: MutterIdle, mutter: Mutter, until: Until) -> MutterIdle:
    source.start()
    until(lambda: "GetIdletime" in mutter.bus.members() and COARSE in mutter.watches.values())
    return source


def test_an_edge_counts_on_from_what_was_already_idle() -> None:
    clock = Clock()
    edge = Edge(clock)
    edge.idled(Ms(15_000))
    clock.go(2_000)
    assert edge.idle() == 17_000
    edge.touched()
    assert edge.idle() == 0


def test_gnome_tells_idle_and_the_next_touch_without_being_polled(
    bus: Bus, mutter: Mutter, until: Until
) -> None:
    clock = Clock()
    source = started(MutterIdle(bus, clock), mutter, until)
    mutter.idle = COARSE
    mutter.fire(COARSE)
    until(lambda: source.idle() == COARSE)
    until(lambda: None in mutter.watches.values())
    clock.go(60_000)
    asked = len(mutter.bus.calls)
    assert source.idle() == COARSE + 60_000
    mutter.idle = 20
    mutter.fire(None)
    until(lambda: source.idle() == 0)
    assert len(mutter.bus.calls) == asked + 1
    source.stop()


def test_a_person_who_was_idle_before_the_start_is_idle(
    bus: Bus, mutter: Mutter, until: Until
) -> None:
    mutter.idle = 400_000
    source = MutterIdle(bus, Clock())
    source.start()
    until(lambda: source.idle() == 400_000)
    source.stop()


def test_a_touch_made_up_by_a_video_player_is_not_believed(
    bus: Bus, mutter: Mutter, until: Until
) -> None:
    source = started(MutterIdle(bus, Clock()), mutter, until)
    mutter.idle = COARSE
    mutter.fire(COARSE)
    until(lambda: None in mutter.watches.values())
    mutter.idle = 30_000
    mutter.fire(None)
    until(lambda: None in mutter.watches.values())
    until(lambda: source.idle() == 30_000)
    source.stop()


def test_gnome_is_watched_closely_only_while_that_is_wanted(
    bus: Bus, mutter: Mutter, until: Until
) -> None:
    source = started(MutterIdle(bus, Clock()), mutter, until)
    assert CLOSE not in mutter.watches.values()
    source.watch_closely(True)
    until(lambda: CLOSE in mutter.watches.values())
    mutter.idle = CLOSE
    mutter.fire(CLOSE)
    until(lambda: source.idle() == CLOSE)
    source.watch_closely(False)
    until(lambda: CLOSE not in mutter.watches.values())
    source.stop()
    until(lambda: COARSE not in mutter.watches.values())


def test_the_watches_are_made_again_when_the_compositor_returns(
    bus: Bus, mutter: Mutter, until: Until
) -> None:
    heard: list[str] = []
    source = MutterIdle(bus, Clock())
    source.failed.connect(lambda why: heard.append(f"failed: {why}"))
    source.recovered.connect(lambda: heard.append("recovered"))
    started(source, mutter, until)
    mutter.idle = COARSE
    mutter.fire(COARSE)
    until(lambda: source.idle() == COARSE)
    mutter.bus.drop_name()
    until(lambda: heard == ["failed: GNOME's compositor is not on the bus"])
    assert source.idle() == 0
    mutter.watches.clear()
    mutter.idle = 0
    mutter.bus.take_name()
    until(lambda: heard[1:] == ["recovered"])
    until(lambda: COARSE in mutter.watches.values())
    source.stop()


def test_without_gnome_the_source_fails(bus: Bus, until: Until) -> None:
    heard: list[str] = []
    source = MutterIdle(bus, Clock())
    source.failed.connect(heard.append)
    source.start()
    until(lambda: len(heard) == 1)
    source.stop()


def test_the_screen_saver_service_answers_the_question_of_the_reading_before(
    bus: Bus, service: Service, until: Until
) -> None:
    saver = service("org.freedesktop.ScreenSaver", {"GetSessionIdleTime": ("u", (4_000,))})
    source = ScreenSaverIdle(bus)
    source.start()
    until(lambda: source.idle() == 4_000)
    saver.answers["GetSessionIdleTime"] = ("u", (10,))
    until(lambda: source.idle() == 10)
    source.stop()


def test_a_screen_saver_without_idle_time_fails_once_it_was_asked(
    bus: Bus, service: Service, until: Until
) -> None:
    service("org.freedesktop.ScreenSaver", {})
    heard: list[str] = []
    source = ScreenSaverIdle(bus)
    source.failed.connect(heard.append)
    source.start()
    until(lambda: len(heard) == 1)
    assert "UnknownMethod" in heard[0]
    source.stop()


@pytest.fixture
def compositor(tmp_path: Path) -> Iterator[FakeCompositor]:
    with FakeCompositor(tmp_path, {"wl_seat": 7, "ext_idle_notifier_v1": 2}) as fake:
        yield fake


def test_a_wayland_compositor_tells_idle_and_the_next_touch(
    compositor: FakeCompositor, until: Until, qapp: QCoreApplication
) -> None:
    clock = Clock()
    source = WaylandIdle(compositor.environment, clock)
    source.start()
    assert compositor.notifications() == {COARSE: "input"}
    assert source.idle() == 0
    compositor.tell(COARSE, "idled")
    until(lambda: source.idle() == COARSE)
    clock.go(5_000)
    assert source.idle() == COARSE + 5_000
    compositor.tell(COARSE, "resumed")
    until(lambda: source.idle() == 0)
    source.stop()


def test_a_pause_of_seconds_is_told_while_it_is_wanted(
    compositor: FakeCompositor, until: Until, qapp: QCoreApplication
) -> None:
    source = WaylandIdle(compositor.environment, Clock())
    source.start()
    source.watch_closely(True)
    assert compositor.notifications() == {COARSE: "input", CLOSE: "input"}
    compositor.tell(CLOSE, "idled")
    until(lambda: source.idle() == CLOSE)
    source.watch_closely(False)
    assert compositor.notifications() == {COARSE: "input"}
    assert source.idle() == 0
    source.stop()


def test_an_older_compositor_is_asked_in_the_older_way(
    tmp_path: Path, qapp: QCoreApplication
) -> None:
    with FakeCompositor(tmp_path, {"wl_seat": 7, "ext_idle_notifier_v1": 1}) as old:
        source = WaylandIdle(old.environment, Clock())
        source.start()
        assert old.notifications() == {COARSE: "any"}
        source.stop()


def test_a_compositor_without_the_notifier_is_named_as_the_reason(
    tmp_path: Path, qapp: QCoreApplication
) -> None:
    with FakeCompositor(tmp_path, {"wl_seat": 7}) as poor:
        source = WaylandIdle(poor.environment, Clock())
        with pytest.raises(SourceError, match="no ext_idle_notifier_v1"):
            source.start()


def test_a_compositor_that_ends_is_a_failed_source(
    compositor: FakeCompositor, until: Until, qapp: QCoreApplication
) -> None:
    heard: list[str] = []
    source = WaylandIdle(compositor.environment, Clock())
    source.failed.connect(heard.append)
    source.start()
    compositor.tell(COARSE, "idled")
    until(lambda: source.idle() == COARSE)
    compositor.end()
    until(lambda: len(heard) == 1)
    assert source.idle() == 0


def test_an_x_server_is_asked_at_each_reading(qapp: QCoreApplication) -> None:
    with FakeXServer() as server:
        source = X11Idle(Display(server.environment))
        server.set("idle", 4_200)
        source.start()
        assert source.idle() == 4_200
        server.set("idle", 3)
        assert source.idle() == 3
        source.stop()


def test_an_x_server_without_a_screen_saver_fails(qapp: QCoreApplication) -> None:
    with FakeXServer() as server:
        server.set("saver", 0)
        with pytest.raises(SourceError, match="no screen-saver extension"):
            X11Idle(Display(server.environment)).start()


def test_an_x_server_that_ends_fails_and_can_be_asked_again(qapp: QCoreApplication) -> None:
    server = FakeXServer()
    source = X11Idle(Display(server.environment))
    with server:
        source.start()
    for _ in range(2):
        with pytest.raises(SourceError):
            source.idle()


@pytest.mark.parametrize("display", ["", "nonsense", ":x", ":99999"])
def test_a_display_that_is_none_fails(display: str, qapp: QCoreApplication) -> None:
    with pytest.raises(SourceError):
        X11Idle(Display({"DISPLAY": display})).start()


@pytest.mark.parametrize(
    ("ticks", "last_input", "idle"),
    [(5_000, 5_000, 0), (90_000, 30_000, 60_000), (2**32 + 500, 2**32 - 500, 1_000), (5, 6, 0)],
)
def test_windows_subtracts_ticks_even_where_they_wrap(
    qapp: QCoreApplication, ticks: int, last_input: int, idle: int
) -> None:
    windows = FakeWindows(ticks=ticks, last_input=last_input)
    assert WindowsIdle(windows, windows).idle() == idle


def test_windows_refusing_is_a_failed_source(qapp: QCoreApplication) -> None:
    windows = FakeWindows(refuses=True)
    with pytest.raises(SourceError):
        WindowsIdle(windows, windows).idle()


@pytest.mark.parametrize(
    ("seconds", "nanoseconds", "idle"),
    [(2.5, 1_000_000, 2_500), (0.0, 90_000_000_000, 90_000), (3.0, None, 3_000)],
)
def test_macos_takes_the_larger_of_two_idle_times(
    qapp: QCoreApplication, seconds: float, nanoseconds: int | None, idle: int
) -> None:
    foundation = FakeCoreFoundation()
    devices = FakeIOKit(foundation, idle_ns=nanoseconds)
    quartz = FakeQuartz(foundation, idle_s=seconds)
    assert MacIdle(quartz, devices, CoreFoundation(foundation)).idle() == idle
    assert (foundation.owned, devices.services) == ([], 0)


def test_macos_without_either_is_a_failed_source(qapp: QCoreApplication) -> None:
    foundation = FakeCoreFoundation()
    source = MacIdle(
        FakeQuartz(foundation, idle_s=-1.0),
        FakeIOKit(foundation, refuses=True),
        CoreFoundation(foundation),
    )
    with pytest.raises(SourceError):
        source.idle()


def test_the_last_source_counts_everybody_as_present(qapp: QCoreApplication) -> None:
    source = NoIdle()
    source.start()
    source.watch_closely(True)
    assert source.idle() == 0
    source.stop()
