"""Two machines and a real engine of synchronisation: `python -m tests.two_machines`.

Two profiles keep their history in folders that two Syncthing processes carry between each other, on
the loopback interface alone: no discovery, no relay, no page. Sessions are played on both; one is
cut off, both go on, and it comes back; a program is killed in the middle of a session. After each
of these both must come to the same history, without a conflict and without a broken line.
"""

import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from backease_desktop.core.journal.history import History, history_of
from backease_desktop.storage.device import Device, device_here
from backease_desktop.storage.journal_check import check
from backease_desktop.storage.journal_files import every_entry, journal_paths

ROOT = Path(__file__).parents[1]
PATIENCE_S = 90.0
"""How long the engine may take; it looks at a folder every few seconds."""

_CONFIG = """<configuration version="35">
  <folder id="history" label="history" path="{path}" type="sendreceive" rescanIntervalS="3"
    fsWatcherEnabled="true" fsWatcherDelayS="1" ignorePerms="false" autoNormalize="true">
    <filesystemType>basic</filesystemType>
    <device id="{one}" introducedBy=""></device>
    <device id="{two}" introducedBy=""></device>
  </folder>
  <device id="{one}" name="one"><address>tcp://127.0.0.1:{one_port}</address></device>
  <device id="{two}" name="two"><address>tcp://127.0.0.1:{two_port}</address></device>
  <gui enabled="false"></gui>
  <options>
    <listenAddress>tcp://127.0.0.1:{port}</listenAddress>
    <globalAnnounceEnabled>false</globalAnnounceEnabled>
    <localAnnounceEnabled>false</localAnnounceEnabled>
    <relaysEnabled>false</relaysEnabled>
    <natEnabled>false</natEnabled>
    <reconnectionIntervalS>1</reconnectionIntervalS>
    <startBrowser>false</startBrowser>
    <urAccepted>-1</urAccepted>
    <autoUpgradeIntervalH>0</autoUpgradeIntervalH>
    <crashReportingEnabled>false</crashReportingEnabled>
  </options>
</configuration>
"""


class NotTogetherError(AssertionError):
    """The machines have not come to the same history."""


@dataclass
class Machine:
    """A profile, and the engine that carries its history."""

    home: Path
    port: int
    engine_id: str = ""
    engine: subprocess.Popen[bytes] | None = None

    @property
    def shared(self) -> Path:
        return self.home / "shared"

    def prepare(self) -> None:
        """A profile that keeps its history in the shared folder, and an engine with a name."""
        self.shared.mkdir(parents=True)
        data = self.home / "profile" / "data"
        device = device_here(data / "device.json").with_(folder=str(self.shared))
        assert isinstance(device, Device)
        (data / "device.json").write_bytes(msgspec.json.encode(device))
        config = self.home / "engine"
        _run("syncthing", "generate", f"--home={config}", "--no-default-folder")
        found = re.search(r'<device id="([A-Z0-9-]{63})"', (config / "config.xml").read_text())
        assert found is not None
        self.engine_id = found[1]

    def connect(self) -> None:
        """Start the engine."""
        command = ["syncthing", "serve", f"--home={self.home / 'engine'}", "--no-browser"]
        out = (self.home / "engine.log").open("ab")
        self.engine = subprocess.Popen(
            [*command, "--no-restart"], stdout=out, stderr=out, start_new_session=True
        )
        out.close()

    def cut_off(self) -> None:
        """Kill the engine."""
        if self.engine is not None:
            self.engine.kill()
            self.engine.wait()
            self.engine = None

    def play(self, *, killed_after_s: float | None = None) -> None:
        """A session, many times as fast; or one that is killed in its middle."""
        command = [sys.executable, "-m", "backease_desktop", "--profile", self.home / "profile"]
        speed = "150" if killed_after_s is None else "5"
        command += ["play", "desk-chair-2", "--text", "--speed", speed]
        session = subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        assert session.stdout is not None
        if killed_after_s is not None:
            session.stdout.readline()
            threading.Timer(killed_after_s, session.kill).start()
        said = session.communicate()[0]
        if killed_after_s is None and session.returncode:
            raise RuntimeError(said.decode())

    @property
    def history(self) -> History:
        return history_of(every_entry(self.shared))


def together(home: Path, say: Callable[[str], None] = print) -> None:
    """All of it.

    Raises:
        NotTogetherError: the machines do not come to the same history.
    """
    one, two = Machine(home / "one", _free_port()), Machine(home / "two", _free_port())
    for machine in (one, two):
        machine.prepare()
    for machine in (one, two):
        text = _CONFIG.format(
            path=machine.shared,
            port=machine.port,
            one=one.engine_id,
            two=two.engine_id,
            one_port=one.port,
            two_port=two.port,
        )
        (machine.home / "engine" / "config.xml").write_text(text)
        (machine.shared / ".stfolder").mkdir()
    try:
        for machine in (one, two):
            machine.connect()
            machine.play()
        _wait_until_same(one, two, sessions=2)
        say("a session on each: both know both")
        two.cut_off()
        for machine in (one, two, two):
            machine.play()
        two.connect()
        _wait_until_same(one, two, sessions=5)
        say("one was cut off and came back: both know all five")
        one.play(killed_after_s=2.0)
        two.play()
        _wait_until_same(one, two, sessions=7)
        say("one was killed in mid-session: both know what it had done")
    finally:
        for machine in (one, two):
            machine.cut_off()
    for machine in (one, two):
        found = check(machine.shared)
        if found.broken or len(found.devices) != 2:
            raise NotTogetherError(f"{machine.home.name}: {found}")
        if conflicts := [path for path in journal_paths(machine.shared) if "conflict" in path.name]:
            raise NotTogetherError(f"{machine.home.name}: {conflicts}")
    how = [session.how for session in one.history.sessions]
    if how.count(None) != 1:
        raise NotTogetherError(f"one session was killed, but they ended {how}")


def _wait_until_same(one: Machine, two: Machine, sessions: int) -> None:
    end = time.monotonic() + PATIENCE_S
    pause = threading.Event()
    while time.monotonic() < end:
        here, there = one.history, two.history
        if here == there and len(here.sessions) == sessions:
            return
        pause.wait(0.5)
    raise NotTogetherError(
        f"{len(one.history.sessions)} and {len(two.history.sessions)} sessions, not {sessions}"
    )


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


def main() -> int:
    if shutil.which("syncthing") is None:
        print("needs Syncthing: apt-get install syncthing", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="backease-") as home:
        together(Path(home))
    print("two machines, one history")
    return 0


if __name__ == "__main__":
    sys.exit(main())
