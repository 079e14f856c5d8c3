"""The host of the tray: icons wait for it, however late it comes."""

import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication

from backease_desktop.core.units import Ms
from backease_desktop.system import tray_host
from backease_desktop.system.tray_host import TrayHost
from backease_desktop.system.wire.dbus import Bus
from backease_desktop.system.wire.x11 import Display, XError
from tests.fakes.desktop import BusService

Until = Callable[[Callable[[], bool]], None]
Service = Callable[..., BusService]

WATCHER = "org.kde.StatusNotifierWatcher"
PATH = "/StatusNotifierWatcher"


def answers(has_host: bool) -> dict[str, Any]:
    return {"Get": ("v", (("b", has_host),))}


class Server(Display):
    """An X server whose tray comes when it is told to, or that is gone."""

    def __init__(self) -> None:
        super().__init__({})
        self.has_tray = False
        self.is_gone = False
        self.asked: list[str] = []

    def has_owner(self, selection: str) -> bool:
        self.asked.append(selection)
        if self.is_gone:
            raise XError("gone")
        return self.has_tray


@pytest.fixture
def hosts(bus: Bus, qapp: QCoreApplication) -> Iterator[Callable[..., TrayHost]]:
    made: list[TrayHost] = []

    def make(display: Display | None = None) -> TrayHost:
        made.append(TrayHost(bus, display))
        return made[-1]

    yield make
    for each in made:
        each.close()


def came(host: TrayHost) -> list[None]:
    heard: list[None] = []
    host.came.connect(lambda: heard.append(None))
    return heard


def test_a_host_that_is_there_is_told(
    hosts: Callable[..., TrayHost], service: Service, until: Until
) -> None:
    service(WATCHER, answers(True))
    host = hosts()
    heard = came(host)

    until(lambda: host.is_there)

    assert len(heard) == 1


def test_a_watcher_that_comes_late_is_told_when_it_comes(
    hosts: Callable[..., TrayHost], service: Service, until: Until, bus: Bus
) -> None:
    host = hosts()
    heard = came(host)
    until(lambda: bus.unique_name != "")
    assert not host.is_there

    service(WATCHER, answers(True))
    until(lambda: host.is_there)

    assert len(heard) == 1


def test_a_watcher_without_a_host_is_none_until_its_host_comes(
    hosts: Callable[..., TrayHost], service: Service, until: Until
) -> None:
    watcher = service(WATCHER, answers(False))
    host = hosts()
    until(lambda: watcher.members() == ["Get"])
    assert not host.is_there

    watcher.emit(PATH, WATCHER, "StatusNotifierHostRegistered", "", ())

    until(lambda: host.is_there)


def test_the_tray_of_an_x_server_counts_at_once(hosts: Callable[..., TrayHost]) -> None:
    server = Server()
    server.has_tray = True

    assert hosts(server).is_there
    assert server.asked == ["_NET_SYSTEM_TRAY_S0"]


def test_the_tray_of_an_x_server_may_come_late(
    hosts: Callable[..., TrayHost], until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tray_host, "FIRST_LOOK", Ms(1))
    server = Server()
    host = hosts(server)
    assert not host.is_there

    server.has_tray = True

    until(lambda: host.is_there)


def test_an_x_server_that_did_not_answer_in_time_is_asked_again(
    hosts: Callable[..., TrayHost], until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tray_host, "FIRST_LOOK", Ms(1))
    server = Server()
    server.is_gone = True
    host = hosts(server)
    until(lambda: len(server.asked) > 2)
    assert not host.is_there

    server.is_gone, server.has_tray = False, True

    until(lambda: host.is_there)


def test_an_x_server_that_is_gone_does_not_keep_the_bus_from_telling(
    hosts: Callable[..., TrayHost], service: Service, until: Until
) -> None:
    server = Server()
    server.is_gone = True
    host = hosts(server)

    service(WATCHER, answers(True))
    until(lambda: host.is_there)


@pytest.mark.skipif(not shutil.which("dbus-daemon"), reason="this machine has no dbus-daemon")
def test_afterwards_nothing_is_looked_for(hosts: Callable[..., TrayHost]) -> None:
    host = hosts(Server())

    host.close()

    assert not host.is_there
