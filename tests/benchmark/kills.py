"""Killed at any moment: `python -m tests.benchmark.kills [--times N] [--sessions N] [--resumed N]`.

A program that adds to the journal says on its output which entry it has just been told to be kept.
It is killed (SIGKILL) at a random moment, again and again, on one profile. Afterwards every entry
that was acknowledged must be there, once, and no line may be broken. Sessions are real ones, played
in the terminal at many times their speed, killed likewise: each must be known with its last place.
Others are played at their own speed, killed, and gone on with (`session_kills`).
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from backease_desktop.bootstrap.clocks import local_now
from backease_desktop.core.journal.entries import Entry, Felt, SegmentReached, SessionStarted
from backease_desktop.core.journal.history import history_of
from backease_desktop.storage.journal_check import check
from backease_desktop.storage.journal_files import journal_paths, read_lines
from backease_desktop.storage.own_journal import OwnJournal

ROOT = Path(__file__).parents[2]
DEVICE = "a" * 12
LONGEST_S = 0.25
"""Seconds after its first entry that a writer lives at the most."""


class LostError(AssertionError):
    """Something that was acknowledged is not there, or is there twice."""


def write_until_killed(folder: Path) -> None:
    """Add entries, and say each that is kept."""
    own = OwnJournal(folder, DEVICE, local_now)
    while True:
        started = own.append(SessionStarted(routine="mat-12", name="x" * 200))
        print(started.id, flush=True)
        for place in range(4):
            kept = own.append(SegmentReached(session=started.id, at_ms=place))
            print(kept.id, flush=True)
        print(own.append(Felt(session=started.id, how="easy")).id, flush=True)


def kill_writers(folder: Path, times: int, chance: random.Random) -> int:
    """Kill so many writers; returns how many entries they were told to be kept.

    Raises:
        LostError: one of them is not there, or is there twice, or a line is broken.
    """
    acknowledged: list[str] = []
    for _ in range(times):
        command = [sys.executable, "-m", "tests.benchmark.kills", "--write", str(folder)]
        writer = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert writer.stdout is not None
        first = writer.stdout.readline()
        threading.Timer(chance.uniform(0, LONGEST_S), writer.kill).start()
        said = [first, *writer.stdout]
        writer.wait()
        writer.stdout.close()
        # The last line may be cut off in the pipe, as its writer was.
        acknowledged += [line.strip() for line in said if line.endswith("\n")]
    _verify(folder, acknowledged)
    return len(acknowledged)


def kill_sessions(folder: Path, times: int, chance: random.Random) -> int:
    """Kill so many sessions while they are played; returns how many had begun.

    Raises:
        LostError: one that had begun is not known, or a line is broken.
    """
    events = folder / "events"
    command = [sys.executable, "-m", "backease_desktop", "--profile", str(folder)]
    command += ["--event-log", str(events), "play", "desk-chair-2", "--text", "--speed", "40"]
    begun = 0
    for _ in range(times):
        session = subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        assert session.stdout is not None
        session.stdout.readline()
        threading.Timer(chance.uniform(0, 2.5), session.kill).start()
        session.stdout.read()
        session.wait()
        session.stdout.close()
    lines = events.read_bytes().splitlines() if events.exists() else []
    begun = sum(json.loads(line)["event"] == "session_started" for line in lines if line)
    journal = folder / "data" / "journal"
    entries = _verify(journal, [])
    sessions = history_of(entries).sessions
    # The event is logged in the same moment, before the journal has it on the disk.
    if not begun - times <= len(sessions) or len(sessions) < begun - 1:
        raise LostError(f"{begun} sessions had begun, {len(sessions)} are known")
    if any(one.how is None and one.reached is None for one in sessions[:-1]):
        raise LostError("a session has no place to go on from")
    return begun


def _verify(folder: Path, acknowledged: list[str]) -> list[Entry]:
    found = [entry for path in journal_paths(folder) for entry, *_ in read_lines(path).entries]
    ids = [entry.id for entry in found]
    if len(set(ids)) < len(ids):
        raise LostError("an id was given out twice")
    if missing := set(acknowledged) - set(ids):
        raise LostError(f"{len(missing)} entries that were acknowledged are not there")
    if broken := check(folder).broken:
        raise LostError(broken[0])
    return found


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark.kills")
    parser.add_argument("--times", type=int, default=1_000)
    parser.add_argument("--sessions", type=int, default=50)
    parser.add_argument("--resumed", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.write is not None:
        write_until_killed(options.write)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory(prefix="backease-") as place:
        kept = kill_writers(Path(place) / "journal", options.times, chance)
        print(f"{options.times} writers killed: all {kept} acknowledged entries are there, once")
        begun = kill_sessions(Path(place) / "profile", options.sessions, chance)
        print(f"{options.sessions} sessions killed: the {begun} that had begun are known")
        # Loaded here: a writer, which is started a thousand times, does without Qt.
        from tests.benchmark.session_kills import kill_session, told_of

        resumed = Path(place) / "resumed"
        resumed.mkdir()
        killed = [kill_session(resumed, chance) for _ in range(options.resumed)]
        if killed:
            print(told_of(killed))
    return 0


if __name__ == "__main__":
    sys.exit(main())
