"""Rough handling: real processes that are killed, doubled and shouted at."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from backease_desktop.system.instance_address import address_of
from backease_desktop.system.single_instance import (
    LONGEST_LINE,
    InstanceError,
    ask,
)
from tests.app.running import prepare
from tests.patience import PATIENCE_S

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and sockets of Unix")

Process = subprocess.Popen[bytes]


class Rough:
    """A profile, and the programs that were started on it."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        prepare(folder)
        self.folder = folder
        self.data = folder / "data"
        self._qtbot = qtbot
        self._started: list[Process] = []

    def start(self, *words: str) -> Process:
        """Start the program beside what may run already."""
        log = str(self.folder / "events")
        command = [sys.executable, "-m", "backease_desktop"]
        command += ["--profile", str(self.folder), "--event-log", log, *words]
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL)
        self._started.append(process)
        return process

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait until something is so."""
        self._qtbot.waitUntil(condition)

    def until_it_answers(self) -> None:
        """Wait until the program that runs says how things stand."""
        self.until(lambda: self.answer("status") is not None)

    def answer(self, what: str, minutes: int | None = None) -> dict[str, Any] | None:
        """What the running program answers; None when there is none."""
        request: dict[str, Any] = {"remind": what}
        if minutes is not None:
            request["minutes"] = minutes
        try:
            return ask(self.data, request)
        except InstanceError:
            return None

    def kill(self) -> None:
        """End all of them as a machine does whose plug is pulled."""
        for process in self._started:
            process.send_signal(signal.SIGKILL)
            process.wait()
        self._started.clear()


@pytest.fixture
def rough(tmp_path: Path, qtbot: QtBot) -> Iterator[Rough]:
    rough = Rough(tmp_path, qtbot)
    yield rough
    rough.kill()


def visitor(rough: Rough) -> socket.socket:
    """Somebody who says what he likes."""
    connection = socket.socket(socket.AF_UNIX)
    connection.settimeout(PATIENCE_S)
    address = address_of(rough.data)
    assert address is not None
    connection.connect(address)
    return connection


def test_of_three_starts_at_the_same_moment_one_runs_and_the_others_end_well(
    rough: Rough,
) -> None:
    started = [rough.start() for _ in range(3)]
    rough.until(lambda: sum(each.poll() is not None for each in started) == 2)
    assert sorted(str(each.poll()) for each in started) == ["0", "0", "None"]
    rough.until_it_answers()
    shown = [json.loads(line) for line in (rough.folder / "events").read_text().splitlines()]
    assert [event["event"] for event in shown].count("window_shown") == 1


def test_what_was_answered_is_there_after_a_kill(rough: Rough) -> None:
    wanted = [("pause", 60, "paused"), ("resume", None, ""), ("pause", 90, "paused")]
    for number, (what, minutes, mood) in enumerate(wanted):
        rough.start("--background")
        rough.until_it_answers()
        assert rough.answer("every", 30 + number) is not None
        assert rough.answer(what, minutes) is not None
        rough.kill()
        plan = json.loads((rough.folder / "config" / "reminders.json").read_text())
        assert plan["reminders"][0]["when"]["minutes"] == 30 + number
        json.loads((rough.data / "reminder-state.json").read_text())
        rough.start("--background")
        rough.until_it_answers()
        status = rough.answer("status")
        assert status is not None
        assert (status["mood"] == "paused") is bool(mood)
        rough.kill()


BROKEN = """
import sys
from backease_desktop.bootstrap.program import Program
from backease_desktop.cli.main import main

def stay(self):
    raise ZeroDivisionError("the desktop is not as expected")

Program.stay = stay
sys.exit(main(sys.argv[1:]))
"""


def test_a_crash_at_the_start_is_in_the_crash_file(rough: Rough) -> None:
    words = ["--profile", str(rough.folder), "--background"]
    ended = subprocess.run(
        [sys.executable, "-c", BROKEN, *words], check=False, capture_output=True, text=True
    )
    assert ended.returncode == 1
    assert str(rough.folder / "logs") in ended.stderr
    assert "ZeroDivisionError" in (rough.folder / "logs" / "crash.log").read_text()


def test_a_kill_in_the_middle_of_changes_leaves_whole_files(rough: Rough) -> None:
    rough.start("--background")
    rough.until_it_answers()
    with visitor(rough) as hasty:
        for number in range(200):
            what = ("every", "pause")[number % 2]
            request = {"request": {"remind": what, "minutes": 5 + number}}
            hasty.sendall(json.dumps(request).encode() + b"\n")
        hasty.recv(100)  # the first is answered, the others are on their way
        rough.kill()
    plan = json.loads((rough.folder / "config" / "reminders.json").read_text())
    assert 5 <= plan["reminders"][0]["when"]["minutes"] <= 204
    state = json.loads((rough.data / "reminder-state.json").read_text())
    assert state["state"]["version"] == 1


def test_whatever_is_shouted_at_it_it_goes_on(rough: Rough) -> None:
    process = rough.start("--background")
    rough.until_it_answers()
    shouts = [os.urandom(10_000) + b"\n", b"x" * 4 * LONGEST_LINE, b"\n" * 1_000, b"[" * 50_000]
    shouts += [json.dumps({"request": {"remind": "pause", "minutes": 10**18}}).encode() + b"\n"]
    for shout in shouts:
        with visitor(rough) as rude:
            try:
                rude.sendall(shout)
            except (BrokenPipeError, ConnectionResetError):
                continue
    with visitor(rough) as slow:
        slow.sendall(b'{"request": {"rem')
        status = rough.answer("status")
        assert status is not None
        assert status["mood"] != "paused"
        slow.sendall(b'ind": "status"}}\n')
        assert json.loads(slow.recv(1_000))["answer"] == status
    assert process.poll() is None
