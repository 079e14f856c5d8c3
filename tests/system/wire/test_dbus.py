import shutil
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from backease_desktop.core.units import Ms
from backease_desktop.system.wire.dbus import (
    DAEMON,
    FIRST_RETRY,
    LAST_RETRY,
    Bus,
    Method,
    Notice,
    Remote,
)
from backease_desktop.system.wire.dbus_login import BusError
from tests.fakes.desktop import BusService

Until = Callable[[Callable[[], bool]], None]
Service = Callable[..., BusService]

BELL = Remote("test.Bell", "/test/bell", "test.Bell")
RING = Method(BELL, "Ring", "u", "s")


def test_a_missing_bus_is_reported_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(BusError, match=r"^no .* bus: [^\n]+$"):
        Bus(f"unix:path={tmp_path}/none")


def test_a_listener_that_is_no_bus_is_refused_within_the_patience(tmp_path: Path) -> None:
    listener = socket.socket(socket.AF_UNIX)
    with listener:
        listener.bind(str(tmp_path / "mute"))
        listener.listen()
        with pytest.raises(BusError):
            Bus(f"unix:path={tmp_path}/mute")


def test_a_reply_arrives_with_its_values(bus: Bus, service: Service, until: Until) -> None:
    service("test.Bell", {"Ring": lambda times: ("s", ("ding" * times,))})
    heard: list[Any] = []
    bus.call(RING, (2,), heard.append)
    assert heard == []
    until(lambda: bool(heard))
    assert heard == [("dingding",)]


def test_only_a_method_that_says_so_starts_a_service(
    bus: Bus, tmp_path: Path, until: Until
) -> None:
    started, errors = tmp_path / "started", []
    service = f"[D-BUS Service]\nName={BELL.service}\nExec={shutil.which('touch')} {started}\n"
    (tmp_path / "services" / "bell.service").write_text(service)
    bus.call(RING, (1,), on_error=errors.append)
    until(lambda: bool(errors))
    assert not started.exists()
    bus.call(msgspec.structs.replace(RING, starts=True), (1,), on_error=errors.append)
    until(started.exists)
    until(lambda: len(errors) == 2)


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ({}, "UnknownMethod"),
        ({"Ring": ("u", (3,))}, "answers 'u', not 's'"),
        ({"Ring": lambda _: None}, "test.Bell does not answer"),
    ],
)
def test_a_call_that_goes_wrong_says_why_once(
    bus: Bus, service: Service, until: Until, answers: dict[str, Any], why: str
) -> None:
    service("test.Bell", answers)
    replies: list[Any] = []
    errors: list[str] = []
    bus.call(RING, (1,), replies.append, errors.append, Ms(100))
    until(lambda: bool(errors))
    assert why in errors[0]
    assert (replies, len(errors)) == ([], 1)


def test_a_service_that_is_not_there_is_an_error_and_is_not_started(bus: Bus, until: Until) -> None:
    errors: list[str] = []
    bus.call(RING, (1,), on_error=errors.append)
    until(lambda: bool(errors))
    assert "NameHasNoOwner" in errors[0] or "ServiceUnknown" in errors[0]


def test_a_signal_is_heard_until_the_watch_ends(bus: Bus, service: Service, until: Until) -> None:
    bell = service("test.Bell", {"Ring": ("s", ("",))})
    heard: list[Any] = []
    settled: list[Any] = []
    end = bus.watch(Notice(BELL, "Rang", "u"), heard.append)
    bus.call(RING, (1,), settled.append)
    until(lambda: bool(settled))
    bell.emit(BELL.path, BELL.interface, "Rang", "s", ("wrong type",))
    bell.emit("/elsewhere", BELL.interface, "Rang", "u", (6,))
    bell.emit(BELL.path, BELL.interface, "Rang", "u", (7,))
    until(lambda: bool(heard))
    end()
    bell.emit(BELL.path, BELL.interface, "Rang", "u", (8,))
    bus.call(RING, (1,), settled.append)
    until(lambda: len(settled) == 2)
    assert heard == [(7,)]


def test_a_signal_for_others_is_not_heard(bus: Bus, service: Service, until: Until) -> None:
    bell = service("test.Bell", {"Ring": ("s", ("",))})
    heard: list[Any] = []
    settled: list[Any] = []
    bus.watch(Notice(Remote("test.Bell", "", "test.Bell"), "Rang", "su", "mine"), heard.append)
    bus.call(RING, (1,), settled.append)
    until(lambda: bool(settled))
    bell.emit("/one", BELL.interface, "Rang", "su", ("theirs", 1))
    bell.emit("/two", BELL.interface, "Rang", "su", ("mine", 2))
    until(lambda: bool(heard))
    assert heard == [("mine", 2)]


def test_the_owner_of_a_name_is_known_now_and_at_each_change(
    bus: Bus, service: Service, until: Until
) -> None:
    there: list[bool] = []
    bus.watch_owner("test.Bell", there.append)
    until(lambda: there == [False])
    bell = service("test.Bell", {})
    until(lambda: there == [False, True])
    bell.drop_name()
    until(lambda: there == [False, True, False])


def test_a_lost_connection_answers_every_open_call_and_says_so_once(
    bus: Bus, service: Service, until: Until
) -> None:
    service("test.Bell", {"Ring": lambda _: None})
    errors: list[str] = []
    closed: list[bool] = []
    bus.closed.connect(lambda: closed.append(True))
    bus.call(RING, (1,), on_error=errors.append)
    bus.close()
    bus.call(RING, (1,), on_error=errors.append)
    until(lambda: len(errors) == 2)
    assert closed == [True]


def test_a_lost_connection_takes_every_name_away(bus: Bus, service: Service, until: Until) -> None:
    service("test.Bell", {})
    there: list[bool] = []
    bus.watch_owner("test.Bell", there.append)
    until(lambda: there == [True])
    bus.close()
    assert there == [True, False]


def cut(bus: Bus) -> None:
    """What a bus does that is started anew."""
    bus._socket.shutdown(socket.SHUT_RDWR)


def test_a_bus_that_comes_back_is_heard_again(bus: Bus, service: Service, until: Until) -> None:
    bell = service("test.Bell", {"Ring": ("s", ("ding",))})
    there: list[bool] = []
    rung: list[object] = []
    ended: list[object] = []
    bus.watch_owner("test.Bell", there.append)
    bus.watch(Notice(BELL, "Rung", "s"), rung.append)
    end = bus.watch(Notice(BELL, "Rung", "s"), ended.append)
    until(lambda: there == [True])
    cut(bus)
    until(lambda: there == [True, False])
    end()
    bus._retry.timeout.emit()
    until(lambda: there == [True, False, True])
    bell.emit(BELL.path, BELL.interface, "Rung", "s", ("dong",))
    until(lambda: rung == [("dong",)])
    assert ended == []
    replies: list[object] = []
    bus.call(RING, (1,), replies.append)
    until(lambda: replies == [("ding",)])


def test_a_bus_that_stays_away_is_looked_for_ever_more_seldom(bus: Bus, until: Until) -> None:
    until(lambda: bus.unique_name != "")
    address, bus._address = bus._address, "unix:path=/nowhere"
    cut(bus)
    until(bus._retry.isActive)
    waits = [bus._retry.interval()]
    for _ in range(12):
        bus._retry.timeout.emit()
        waits.append(bus._retry.interval())
    assert waits[:3] == [FIRST_RETRY, 2 * FIRST_RETRY, 4 * FIRST_RETRY]
    assert waits[-1] == LAST_RETRY
    bus._address = address
    bus._retry.stop()
    bus._retry.timeout.emit()
    until(lambda: bus._retry.interval() == FIRST_RETRY)
    assert not bus._retry.isActive()


def test_a_bus_that_was_closed_is_not_looked_for(bus: Bus) -> None:
    bus.close()
    assert not bus._retry.isActive()


def test_who_begins_to_watch_without_a_bus_hears_that_nobody_is_there(
    bus: Bus, until: Until
) -> None:
    cut(bus)
    until(bus._retry.isActive)
    there: list[bool] = []
    bus.watch_owner("test.Bell", there.append)
    until(lambda: there == [False])


def test_a_signal_of_somebody_else_is_not_taken_for_that_of_a_unique_name(
    bus: Bus, service: Service, until: Until
) -> None:
    bell, other = (service(name, {"Ring": ("s", ("",))}) for name in ("test.Bell", "test.Other"))
    names: list[Any] = []
    owner_of = Method(DAEMON, "GetNameOwner", "s", "s")
    bus.call(owner_of, (bell.name,), names.append)
    bus.call(owner_of, (other.name,), names.append)
    until(lambda: len(names) == 2)
    heard: list[list[Any]] = [[], []]
    for (name,), slot in zip(names, heard, strict=True):
        bus.watch(Notice(Remote(name, BELL.path, BELL.interface), "Rang", "u"), slot.append)
    settled: list[Any] = []
    bus.call(RING, (1,), settled.append)
    until(lambda: bool(settled))
    other.emit(BELL.path, BELL.interface, "Rang", "u", (2,))
    bell.emit(BELL.path, BELL.interface, "Rang", "u", (1,))
    until(lambda: all(heard))
    assert heard == [[(1,)], [(2,)]]
