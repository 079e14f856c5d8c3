"""The pages on a real accessibility bus, under Xvfb: what an assistive program is really given.

It runs where the programs are installed and `BACKEASE_REAL_DESKTOP=1` is set. The snapshots of the
bus stand beside those of the pages; `BACKEASE_WRITE_SNAPSHOTS=1` writes them anew.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from backease_desktop.ui.places import (
    EXERCISES,
    HELP,
    HOME,
    MINE,
    MY_EXERCISE,
    PROGRESS,
    REMINDERS,
    SETTINGS,
)
from tests.fakes.desktop import private_bus

ROOT = Path(__file__).parents[2]
SNAPSHOTS = Path(__file__).parent / "snapshots"
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
DAEMON = "org.freedesktop.DBus"
ACCESSIBLE = "org.a11y.atspi.Accessible"
CONTAINERS = {"scroll bar", "filler", "panel", "layered pane", "scroll pane", "viewport", "unknown"}
PAGES = (HOME, MINE, MY_EXERCISE, EXERCISES, PROGRESS, REMINDERS, SETTINGS, HELP)
LAST = {MY_EXERCISE: '"Hold" (3–5 s. '}
"""What comes last on a page that follows in pieces."""
_CHANGING = re.compile(r"\b\d{1,2}:\d{2}\b|\b\d+\.\d+(?:\.\d+)+\b")

Until = Callable[[Callable[[], Any]], Any]

pytestmark = [
    pytest.mark.real_desktop,
    pytest.mark.skipif(
        os.environ.get("BACKEASE_REAL_DESKTOP") != "1", reason="BACKEASE_REAL_DESKTOP is not 1"
    ),
]


class Desktop:
    """An X server with a session bus and an accessibility bus of its own."""

    def __init__(self, folder: Path, address: str) -> None:
        launcher = next((one for one in LAUNCHERS if Path(one).exists()), None)
        if launcher is None or not shutil.which("Xvfb"):
            pytest.skip("not installed: Xvfb or at-spi2-core")
        self._ends: list[subprocess.Popen[str]] = []
        screen = self._start("Xvfb", "-displayfd", "1", "-screen", "0", "1400x900x24", pipe=True)
        assert screen.stdout is not None
        self.environment = {
            **os.environ,
            "DISPLAY": f":{screen.stdout.readline().strip()}",
            "DBUS_SESSION_BUS_ADDRESS": address,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "HOME": str(folder),
            "LC_ALL": "C.UTF-8",
        }
        self._start(launcher, "--launch-immediately")
        self._address = address

    def is_ready(self) -> bool:
        """Whether the accessibility bus can be asked for."""
        with open_dbus_connection(self._address) as session:
            asked = new_method_call(
                DBusAddress(
                    "/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus"
                ),
                "NameHasOwner",
                "s",
                ("org.a11y.Bus",),
            )
            return bool(session.send_and_get_reply(asked).body[0])

    def accessibility_bus(self) -> DBusConnection:
        """A connection to the bus on which assistive programs listen."""
        with open_dbus_connection(self._address) as session:
            asked = new_method_call(
                DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress"
            )
            (address,) = session.send_and_get_reply(asked).body
        return open_dbus_connection(address)

    def open(self, page: str, profile: Path) -> None:
        self._start(sys.executable, "-m", "tests.accessibility.program", page, str(profile))

    def close(self) -> None:
        for process in reversed(self._ends):
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(5)
            process.kill()
            process.wait()
            if process.stdout is not None:
                process.stdout.close()

    def _start(self, *command: str, pipe: bool = False) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            command,
            env=getattr(self, "environment", None),
            stdout=subprocess.PIPE if pipe else subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            text=True,
            cwd=ROOT,
        )
        self._ends.append(process)
        return process


class GoneError(Exception):
    """What was asked about is not there any more."""


class Node:
    """An accessible of some program."""

    def __init__(self, bus: DBusConnection, name: str, path: str) -> None:
        self._bus = bus
        self._name = name
        self._path = path

    @classmethod
    def desktop(cls, bus: DBusConnection) -> "Node":
        return cls(bus, "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")

    @property
    def role(self) -> str:
        return str(self._call(ACCESSIBLE, "GetRoleName")[0])

    @property
    def name(self) -> str:
        return self._get("Name")

    @property
    def description(self) -> str:
        return self._get("Description")

    @property
    def is_shown(self) -> bool:
        low = self._call(ACCESSIBLE, "GetState")[0][0]
        return bool(low & (1 << 25))  # STATE_SHOWING is number 25

    @property
    def label(self) -> str:
        """What labels it: for a combo box that is its name."""
        for kind, targets in self._call(ACCESSIBLE, "GetRelationSet")[0]:
            if kind == 2 and targets:  # LABELLED_BY is number 2
                return Node(self._bus, *targets[0]).name
        return ""

    def children(self) -> Iterator["Node"]:
        for name, path in self._call(ACCESSIBLE, "GetChildren")[0]:
            yield Node(self._bus, name, path)

    def lines(self, depth: int = 0) -> Iterator[str]:
        role = self.role
        if depth and not self.is_shown:
            return
        name = self.name if role != "combo box" else f"{self.label}: {self.name}"
        is_told = role not in CONTAINERS or bool(name)
        if is_told:
            # A program is described by where its file lies.
            said = "" if role == "application" else self.description.replace("\n", " / ")
            line = f'{role} "{name}"' + (f" ({said})" if said else "")
            yield "  " * depth + _CHANGING.sub("#", line)
        if role == "list":  # what stands in it follows the catalogue
            yield "  " * (depth + 1) + "…"
            return
        for child in self.children():
            yield from child.lines(depth + is_told)

    def _call(self, interface: str, method: str, *arguments: Any) -> Any:
        at = DBusAddress(self._path, self._name, interface)
        signature = "ss" if arguments else None
        reply = self._bus.send_and_get_reply(new_method_call(at, method, signature, arguments))
        if reply.header.message_type is MessageType.error:
            raise GoneError(self._path)
        return reply.body

    def _get(self, field: str) -> str:
        return str(self._call("org.freedesktop.DBus.Properties", "Get", ACCESSIBLE, field)[0][1])


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    if not shutil.which("dbus-daemon"):
        pytest.skip("not installed: dbus-daemon")
    with private_bus(tmp_path) as address:
        made = Desktop(tmp_path, address)
        yield made
        made.close()


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_on_the_bus_as_it_was_when_somebody_last_looked(
    desktop: Desktop, tmp_path: Path, until: Until, page: str
) -> None:
    profile = tmp_path / "profile"
    for part in ("config", "data"):
        (profile / part).mkdir(parents=True)
    roster = {"reminders": [{"id": "stretch", "name": "Stretch", "enabled": False}]}
    (profile / "config" / "reminders.json").write_text(json.dumps(roster))
    (profile / "config" / "settings.json").write_text('{"voice": {"say": "silent"}}')
    known = {"first_start": "2026-11-02", "understood": True}
    (profile / "data" / "profile.json").write_text(json.dumps(known))
    until(desktop.is_ready)
    with desktop.accessibility_bus() as bus:
        desktop.open(page, profile)
        read: list[list[str]] = []

        def has_come_to_rest() -> bool:
            """Whether it was read twice in a row as the same: a page is made while it is read."""
            try:
                programs = [one for one in Node.desktop(bus).children() if one.name == "BackEase"]
                read.append([line for one in programs for line in one.lines()])
            except GoneError:
                return False
            is_there = any(line.strip().startswith("heading") for line in read[-1])
            is_there = is_there and LAST.get(page, "") in "\n".join(read[-1])
            return is_there and read[-2:-1] == read[-1:]

        until(has_come_to_rest)
        said = "\n".join(read[-1]) + "\n"
    snapshot = SNAPSHOTS / f"{page}-bus.txt"
    if os.environ.get("BACKEASE_WRITE_SNAPSHOTS") == "1":
        snapshot.write_text(said, encoding="utf-8")
    assert said == snapshot.read_text(encoding="utf-8")
