import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from backease_desktop.core.reminder.presence import UNTOLD, BusyReason, Presence
from backease_desktop.core.units import Ms
from backease_desktop.system.clocks import clocks_here, windows_clocks
from backease_desktop.system.desktop import Desktop
from backease_desktop.system.senses.attempt import idle_chain, state_chain
from backease_desktop.system.senses.chain import Chain
from backease_desktop.system.senses.linux import linux_senses
from backease_desktop.system.senses.macos import macos_senses
from backease_desktop.system.senses.presence import PresenceProbe, Senses
from backease_desktop.system.senses.sleep.logind import LogindSleep
from backease_desktop.system.senses.sleep.watch import SleepWatch
from backease_desktop.system.senses.sleep.windows import WindowsSleep
from backease_desktop.system.senses.source import IdleSource, StateSource
from backease_desktop.system.senses.windows import windows_senses
from backease_desktop.system.wire.dbus import Bus
from backease_desktop.system.wire.windows_messages import Message
from tests.fakes.desktop import BusService
from tests.fakes.windows import FakeRegistry, FakeWindows

Until = Callable[[Callable[[], bool]], None]
Service = Callable[..., BusService]


class ToldIdle(IdleSource):
    """Says what it was told."""

    name = "told"

    def __init__(self) -> None:
        super().__init__()
        self.ms = Ms(0)
        self.closely = False

    def idle(self) -> Ms:
        return self.ms

    def watch_closely(self, closely: bool) -> None:
        self.closely = closely


class Told(StateSource):
    """Says what it was told, and tells so."""

    name = "told"

    def __init__(self) -> None:
        super().__init__()
        self.so = False

    def active(self) -> bool:
        return self.so

    def make_so(self, so: bool) -> None:
        self.so = so
        self.changed.emit()


class Person:
    """All senses, each of which says what it is told."""

    def __init__(self) -> None:
        self.idle = ToldIdle()
        self.locks = (Told(), Told())
        self.busy = {reason: Told() for reason in BusyReason}
        self.sleep = SleepWatch()
        self.probe = PresenceProbe(
            Senses(
                Chain("idle", [self.idle]),
                [Chain("lock", [lock]) for lock in self.locks],
                [(reason, Chain(reason.value, [each])) for reason, each in self.busy.items()],
                self.sleep,
            ),
            settle=Ms(10),
        )


@pytest.fixture
def person(qapp: QCoreApplication) -> Iterator[Person]:
    made = Person()
    made.probe.start()
    yield made
    made.probe.stop()


def test_a_quiet_person_at_the_keyboard_is_present(person: Person) -> None:
    person.idle.ms = Ms(700)
    assert person.probe.read() == Presence(idle=Ms(700))


def test_a_reason_counts_only_after_two_equal_readings(person: Person, until: Until) -> None:
    settled: list[frozenset[BusyReason]] = []
    person.probe.changed.connect(lambda: settled.append(person.probe.read().busy))
    person.busy[BusyReason.MICROPHONE].make_so(True)
    assert person.probe.settling
    assert person.probe.read().busy == frozenset()
    until(lambda: not person.probe.settling)
    assert settled == [{BusyReason.MICROPHONE}]


def test_many_readings_at_once_are_one_reading(person: Person) -> None:
    person.busy[BusyReason.CAMERA].so = True
    for _ in range(5):
        assert person.probe.read().busy == frozenset()
    assert person.probe.settling


def test_a_flicker_changes_nothing(person: Person) -> None:
    person.busy[BusyReason.CAMERA].make_so(True)
    person.busy[BusyReason.CAMERA].make_so(False)
    assert not person.probe.settling
    assert person.probe.read().busy == frozenset()


def test_what_changes_while_it_settles_settles_anew(person: Person, until: Until) -> None:
    person.busy[BusyReason.CAMERA].make_so(True)
    person.busy[BusyReason.MICROPHONE].so = True
    until(lambda: not person.probe.settling)
    assert person.probe.read().busy == {BusyReason.CAMERA, BusyReason.MICROPHONE}


def test_a_reason_settles_beside_one_that_never_does(person: Person, until: Until) -> None:
    camera, microphone = person.busy[BusyReason.CAMERA], person.busy[BusyReason.MICROPHONE]
    microphone.make_so(True)

    def has_settled() -> bool:
        camera.make_so(not camera.so)
        return BusyReason.MICROPHONE in person.probe.read().busy

    until(has_settled)


def test_what_comes_while_another_settles_waits_for_its_own_second_reading(
    person: Person, until: Until
) -> None:
    settled: list[frozenset[BusyReason]] = []
    person.probe.changed.connect(lambda: settled.append(person.probe.read().busy))
    person.busy[BusyReason.CAMERA].make_so(True)
    person.busy[BusyReason.MICROPHONE].make_so(True)
    until(lambda: len(settled) == 2)
    assert settled == [{BusyReason.CAMERA}, {BusyReason.CAMERA, BusyReason.MICROPHONE}]


def test_the_end_of_a_reason_needs_two_readings_too(person: Person, until: Until) -> None:
    call = person.busy[BusyReason.MICROPHONE]
    call.make_so(True)
    until(lambda: not person.probe.settling)
    call.make_so(False)
    assert person.probe.read().busy == {BusyReason.MICROPHONE}
    until(lambda: not person.probe.settling)
    assert person.probe.read().busy == frozenset()


def test_either_lock_locks_at_once(person: Person) -> None:
    told: list[bool] = []
    person.probe.locked_changed.connect(told.append)
    one, other = person.locks
    one.make_so(True)
    other.make_so(True)
    one.make_so(False)
    assert person.probe.read().locked
    other.make_so(False)
    assert told == [True, False]


def test_sleep_is_passed_on(person: Person) -> None:
    told: list[str] = []
    person.probe.fell_asleep.connect(lambda: told.append("asleep"))
    person.probe.woke.connect(lambda: told.append("awake"))
    person.sleep.fell_asleep.emit()
    person.sleep.woke.emit()
    assert told == ["asleep", "awake"]


def test_a_pause_in_typing_can_be_asked_for(person: Person) -> None:
    person.probe.watch_closely(True)
    assert person.idle.closely


def test_a_better_idle_source_goes_on_watching_closely(qapp: QCoreApplication) -> None:
    best, second = ToldIdle(), ToldIdle()
    chain: Chain[IdleSource] = Chain("idle", [best, second])
    probe = PresenceProbe(Senses(chain, (), (), SleepWatch()))
    probe.start()
    probe.watch_closely(True)
    best.failed.emit("gone")
    assert second.closely
    probe.stop()


def test_every_source_is_listed_with_its_topic(person: Person) -> None:
    topics = [line.topic for line in person.probe.sources()]
    assert topics == ["idle", "lock", "lock", *(reason.value for reason in BusyReason), "sleep"]


def test_logind_tells_before_and_after_sleep(bus: Bus, service: Service, until: Until) -> None:
    logind = service("org.freedesktop.login1", {})
    told: list[str] = []
    watch = LogindSleep(bus)
    watch.fell_asleep.connect(lambda: told.append("asleep"))
    watch.woke.connect(lambda: told.append("awake"))
    watch.start()
    there: list[bool] = []
    bus.watch_owner("org.freedesktop.login1", there.append)
    until(lambda: there == [True])
    for falls_asleep in (True, False):
        logind.emit(
            "/org/freedesktop/login1",
            "org.freedesktop.login1.Manager",
            "PrepareForSleep",
            "b",
            (falls_asleep,),
        )
    until(lambda: told == ["asleep", "awake"])
    watch.stop()


def test_windows_tells_of_sleep_and_of_nothing_else(qapp: QCoreApplication) -> None:
    told: list[str] = []
    watch = WindowsSleep(qapp)
    watch.fell_asleep.connect(lambda: told.append("asleep"))
    watch.woke.connect(lambda: told.append("awake"))
    watch.start()
    for message, wparam in ((0x218, 4), (0x218, 10), (0x100, 4), (0x218, 18)):
        watch.hear(Message(message=message, wparam=wparam))
    assert told == ["asleep", "awake"]
    watch.stop()


def test_the_boot_clock_is_never_behind_the_one_that_sleeps() -> None:
    clocks = clocks_here()
    first = clocks.boot() - clocks.awake()
    assert first >= 0
    assert clocks.awake() >= 0


def test_windows_clocks_differ_by_what_was_slept() -> None:
    windows = FakeWindows(ticks=90_000, interrupt_units=30_000 * 10_000)
    clocks = windows_clocks(windows)
    assert clocks.boot() - clocks.awake() == 60_000


@pytest.mark.parametrize("environment", [{}, {"DISPLAY": ":99999"}, {"WAYLAND_DISPLAY": "none"}])
def test_a_linux_without_anything_still_reads(
    qapp: QCoreApplication, environment: dict[str, str], tmp_path: Path
) -> None:
    everywhere = {"XDG_RUNTIME_DIR": str(tmp_path), "HOME": str(tmp_path), **environment}
    probe = PresenceProbe(linux_senses(None, None, everywhere, lambda: Ms(0)))
    probe.start()
    assert probe.read().idle == 0
    assert {line.topic for line in probe.sources() if line.in_use} == {
        "idle",
        "lock (login)",
        "lock (screen)",
        "do not disturb",
        "full screen",
        "camera",
        "microphone",
        "sleep",
    }
    probe.stop()


def test_the_x_server_is_not_asked_under_wayland(qapp: QCoreApplication) -> None:
    environment = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}
    senses = linux_senses(None, None, environment, lambda: Ms(0))
    names = [line.name for chain in (senses.idle, senses.busy[1][1]) for line in chain.report()]
    assert [name for name in names if "X11" in name] == []


def test_whoever_is_asked_what_to_wait_for_is_asked_of_nothing_that_no_system_tells(
    qapp: QCoreApplication,
) -> None:
    told = {
        reason
        for senses in (
            linux_senses(None, None, {}, lambda: Ms(0)),
            windows_senses(qapp, FakeRegistry()),
            macos_senses(Path("/nowhere")),
        )
        for reason, _ in senses.busy
    }
    assert told | {BusyReason.SESSION} == set(BusyReason) - UNTOLD


def test_with_both_buses_every_linux_source_is_a_candidate(bus: Bus) -> None:
    environment = {"WAYLAND_DISPLAY": "wayland-0", "XDG_CURRENT_DESKTOP": "GNOME"}
    senses = linux_senses(bus, bus, environment, lambda: Ms(0))
    idle = [line.name for line in senses.idle.report()]
    assert idle[:2] == ["GNOME idle monitor", "Wayland idle notifier"]
    quiet = [line.name for line in senses.busy[0][1].report()]
    assert quiet[0] == "setting org.gnome.desktop.notifications show-banners"
    assert isinstance(senses.sleep, LogindSleep)


@pytest.mark.skipif(os.name != "posix", reason="there the libraries exist")
def test_where_the_libraries_are_missing_the_last_sources_remain(qapp: QCoreApplication) -> None:
    for senses in (windows_senses(qapp, FakeRegistry()), macos_senses(Path("/nowhere"))):
        probe = PresenceProbe(senses)
        probe.start()
        assert probe.read() == Presence()
        probe.stop()


def test_a_maker_whose_library_is_missing_is_left_out(qapp: QCoreApplication) -> None:
    def missing() -> StateSource:
        raise OSError("no such library")

    chain = state_chain("camera", [missing, Told])
    assert [line.name for line in chain.report()] == ["told", "none: cannot be told here"]
    assert len(idle_chain([]).report()) == 1


def test_a_desktop_without_buses_does_everything_by_its_last_resorts(
    qapp: QCoreApplication, tmp_path: Path
) -> None:
    desktop = Desktop(qapp, {"XDG_RUNTIME_DIR": str(tmp_path)}, lambda: Ms(0), Path("/icon.svg"))
    desktop.screen.hold("Neck")
    desktop.presence.start()
    assert desktop.presence.read() == Presence()
    assert desktop.notifier.name.startswith("none")
    desktop.presence.stop()
    desktop.screen.release()
