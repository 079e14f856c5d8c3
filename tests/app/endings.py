"""Signals at random moments, to real programs: `python -m tests.app.endings [TIMES]`.

Each time a program is started in one of its ways, gets one signal at a random moment of its first
three seconds, and must have ended in order: with exit code 0, without a word on stderr, everything
kept, nothing left in the folder for temporary files.
"""

import json
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from backease_desktop.core.reminder.state import ReminderState
from backease_desktop.core.units import Ms
from backease_desktop.storage.reminder_state_file import ReminderStateFile
from backease_desktop.system.instance_address import address_of
from tests.app.running import prepare
from tests.patience import PATIENCE_S

WAYS: dict[str, tuple[str, ...]] = {
    "window": (),
    "session": ("--start", "desk-chair-2"),
    "tray": ("--background",),
    "terminal": ("play", "desk-chair-2", "--text", "--speed", "5"),
}
"""Command lines, by what a person would call them."""

FIRST_EVENT = {
    "window": "window_shown",
    "session": "session_started",
    "terminal": "session_started",
}

SIGNALS = (
    (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT) if os.name == "posix" else ()
)


@dataclass(frozen=True, slots=True)
class Ending:
    """How a program has ended.

    Attributes:
        faults: sentences; none if it ended in order.
    """

    way: str
    signal: str
    after_ms: int
    faults: tuple[str, ...]


def ended(folder: Path, way: str, number: signal.Signals, after_ms: int) -> Ending:
    """Start a program on a new profile, signal it that long after it is there, and look."""
    profile, scratch = folder / "profile", folder / "tmp"
    profile.mkdir(parents=True)
    scratch.mkdir()
    prepare(profile)
    if way == "window":  # its reminders begin after the paint; what is kept must be whole before
        _had_a_day_before(profile)
    log = profile / "events"
    command = [sys.executable, "-m", "backease_desktop", "--profile", str(profile)]
    command += ["--event-log", str(log), *WAYS[way]]
    around = os.environ | {"TMPDIR": str(scratch)}
    process = subprocess.Popen(
        command,
        env=around,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        preexec_fn=_heed_signals,
    )
    _until_there(process, profile, way)
    try:
        process.wait(after_ms / 1000)
    except subprocess.TimeoutExpired:
        process.send_signal(number)
    try:
        said = process.communicate(timeout=PATIENCE_S)[1].decode(errors="replace")
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGABRT)  # faulthandler tells where it stands
        process.communicate()
        stands = (profile / "logs" / "crash.log").read_text("utf-8", "replace")
        return Ending(way, number.name, after_ms, (f"it does not end: {stands}",))
    return Ending(
        way, number.name, after_ms, tuple(_faults(process.returncode, said, profile, scratch, way))
    )


def _had_a_day_before(profile: Path) -> None:
    """Keep a state of the reminders, as an earlier run of the program leaves it."""
    now = datetime.now(UTC)
    state = ReminderState(
        wall=now,
        mono=Ms(0),
        boot=Ms(0),
        absent=Ms(0),
        present_for=Ms(0),
        tracks={},
        pause=None,
        decisions=(),
    )
    (profile / "data").mkdir(exist_ok=True)
    ReminderStateFile(profile / "data" / "reminder-state.json").save(state)


def _heed_signals() -> None:
    """Whoever runs this in the background, or under nohup, has told it to ignore some."""
    for number in SIGNALS:
        signal.signal(number, signal.SIG_DFL)


def _until_there(process: subprocess.Popen[bytes], profile: Path, way: str) -> None:
    """Wait for the first event of a program, or for the first answer of one without a window."""
    for _ in range(PATIENCE_S * 50):
        if process.poll() is not None:
            return
        if FIRST_EVENT[way] in _events(profile) if way in FIRST_EVENT else _answers(profile):
            return
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.02)


def _answers(profile: Path) -> bool:
    """Whether the program says how things stand; it writes no event then."""
    with socket.socket(socket.AF_UNIX) as visitor:
        visitor.settimeout(PATIENCE_S)
        try:
            visitor.connect(address_of(profile / "data") or "")
            visitor.sendall(b'{"request": {"remind": "status"}}\n')
            return b'"answer"' in visitor.recv(10_000)
        except OSError:
            return False


def _events(profile: Path) -> list[str]:
    try:
        lines = (profile / "events").read_text("utf-8").splitlines()
    except FileNotFoundError:
        return []
    return [json.loads(line)["event"] for line in lines]


def _faults(code: int, said: str, profile: Path, scratch: Path, way: str) -> list[str]:
    found = []
    if code != 0:
        found.append(f"exit code {code}")
    if said:
        found.append(f"said {said!r}")
    if left := sorted(path.name for path in scratch.glob("backease-*")):
        found.append(f"left {', '.join(left)}")
    events = _events(profile)
    if events.count("session_started") != events.count("session_ended"):
        found.append("session_ended is missing")
    if way in ("window", "session") and not (profile / "config" / "window.ini").exists():
        found.append("the place of the window is forgotten")
    if way != "terminal":
        try:
            json.loads((profile / "data" / "reminder-state.json").read_text("utf-8"))
        except (OSError, ValueError) as error:
            found.append(f"the state of the reminders: {error}")
    if (profile / "logs" / "crash.log").exists() and (profile / "logs" / "crash.log").read_text(
        "utf-8"
    ):
        found.append("crash.log is not empty")
    return found


def main(times: int, seed: int = 1) -> int:
    """Do it so often; prints what did not end in order, and returns how many."""
    chance = random.Random(seed)
    bad = 0
    for _ in range(times):
        way, number = chance.choice(list(WAYS)), chance.choice(SIGNALS)
        with tempfile.TemporaryDirectory(prefix="endings-") as folder:
            result = ended(Path(folder), way, number, chance.randrange(3000))
        if result.faults:
            bad += 1
            print(result, flush=True)
    print(f"{times - bad} of {times} ended in order")
    return bad


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(min(1, main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)))
