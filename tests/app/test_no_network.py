"""Nothing of the program opens a socket to a network: what the system was asked is looked at.

`strace` sees what Python, Qt and every library ask for, in the program and in all that it starts.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from tests.app.running import prepare
from tests.patience import PATIENCE_S

ROOT = Path(__file__).parents[2]
ROUTINE = "desk-chair-2"
LOCAL = {"AF_UNIX", "AF_LOCAL"}

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")


class Watched:
    """Starts the program on a profile, and knows which sockets it asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.profile = folder / "profile"
        self.profile.mkdir()
        prepare(self.profile)
        self._asked = folder / "asked"
        runtime = folder / "runtime"
        runtime.mkdir(0o700)
        self._around = {
            **{name: value for name, value in os.environ.items() if name != "DISPLAY"},
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(runtime),
            "QT_QPA_PLATFORM": "offscreen",
        }

    @property
    def kinds(self) -> set[str]:
        """The families of sockets that were asked for."""
        return set(re.findall(r"\bsocket(?:pair)?\((\w+)", self._asked.read_text("utf-8")))

    def run(self, *words: str) -> None:
        """Let it do something, and wait for its end."""
        assert self._start(*words).wait(PATIENCE_S) == 0, words

    def let_run(self, is_there: Callable[[], bool], *words: str) -> None:
        """Start it, and end it as soon as something is so."""
        program = self._start(*words)
        deadline = time.monotonic() + PATIENCE_S
        try:
            while not is_there():
                with suppress(subprocess.TimeoutExpired):
                    pytest.fail(f"it ended with {program.wait(0.1)}")
                assert time.monotonic() < deadline
        finally:
            os.killpg(program.pid, signal.SIGTERM)
            program.wait(PATIENCE_S)

    def answers(self, *words: str) -> bool:
        """Whether the program that runs takes this; who asks is not looked at."""
        done = subprocess.run(
            self._ours(*words), cwd=ROOT, env=self._around, capture_output=True, check=False
        )
        return done.returncode == 0

    def _start(self, *words: str) -> "subprocess.Popen[bytes]":
        look = ["strace", "-f", "-qq", "-A", "-o", str(self._asked), "-e", "trace=%network"]
        return subprocess.Popen(
            [*look, *self._ours(*words)],
            cwd=ROOT,
            env=self._around,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def _ours(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "backease_desktop", "--profile", str(self.profile), *words]


@pytest.fixture
def watched(tmp_path: Path) -> Watched:
    return Watched(tmp_path)


def test_a_session_exports_and_what_is_brought_in_stay_on_this_machine(watched: Watched) -> None:
    given, history = str(watched.folder / "given.backease"), str(watched.folder / "history.json")

    watched.run("play", ROUTINE, "--text", "--mute", "--speed", "500")
    watched.run("export", ROUTINE, "--file", given)
    watched.run("import", given)
    watched.run("history", "export", "--format", "json", "--out", history)
    watched.run("self-test")

    assert json.loads(Path(history).read_text("utf-8"))
    assert watched.kinds <= LOCAL


def test_a_session_in_the_window_talks_to_this_machine_alone(watched: Watched) -> None:
    log = watched.folder / "events.jsonl"

    watched.let_run(
        lambda: log.is_file() and '"session_started"' in log.read_text("utf-8"),
        *("--event-log", str(log), "--start", ROUTINE),
    )

    assert watched.kinds
    assert watched.kinds <= LOCAL


def test_the_tray_talks_to_this_machine_alone(watched: Watched) -> None:
    watched.let_run(lambda: watched.answers("remind", "every", "45m"), "--background")

    assert watched.kinds
    assert watched.kinds <= LOCAL
