"""Several machines on one history: `python -m tests.several_machines [--steps N] [--seed N]`.

Each machine has a folder of its own and writes only its own file in it. A carrier takes files from
one to another as engines of synchronisation do: late, in any order, cut off in the middle, twice,
under the name of a conflict copy. Clocks are an hour apart and are set; programs start anew; power
cuts tear last lines. At the end everything has arrived, and every machine must know exactly what
was acknowledged anywhere, and come to the same history.

All that is written is flushed to the disk, thousands of times: with `TMPDIR=/dev/shm`, where a
system has that, it is many times faster, and says the same of what files amount to.
"""

import argparse
import random
import sys
import tempfile
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from backease_desktop.core.journal.entries import (
    DayMarked,
    Deleted,
    Entry,
    Felt,
    PainTold,
    ProfileChanged,
    ReminderCalled,
    SessionEnded,
    SessionStarted,
)
from backease_desktop.core.journal.history import history_of
from backease_desktop.storage.journal_check import check
from backease_desktop.storage.journal_files import every_entry, journal_paths
from backease_desktop.storage.journal_reader import JournalReader
from backease_desktop.storage.own_journal import OwnJournal
from tests.fakes.journal import MORNING, FakeNow

DEVICES = 5
FIELDS = ("goal", "side", "conditions")


class DisagreeError(AssertionError):
    """Machines do not know the same."""


@dataclass
class Machine:
    """One of them: its folder, its clock, the program on it, and the last sessions it knows of."""

    folder: Path
    device: str
    now: FakeNow
    sessions: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.start_anew()

    def start_anew(self) -> None:
        """The program ends, and another one begins."""
        self.own = OwnJournal(self.folder, self.device, self.now)
        self.reader = JournalReader(self.folder, _told, self.folder.with_suffix(".sqlite"))
        self.own.see(self.reader.history.newest)

    def write(self, entry: Entry) -> Entry:
        """Something happens here."""
        kept = self.own.append(entry)
        self.reader.take(kept)
        self._know(kept)
        return kept

    def look(self) -> None:
        """Take in what has arrived."""
        for entry in self.reader.refresh():
            self.own.see(entry.id)
            self._know(entry)

    def _know(self, entry: Entry) -> None:
        if isinstance(entry, SessionStarted):
            self.sessions[:] = [*self.sessions[-4:], entry.id]


def _told(sentence: str) -> None:
    raise DisagreeError(sentence)


def simulate(folder: Path, *, steps: int, seed: int) -> int:
    """So many steps of several machines; returns how many entries all know at the end.

    Raises:
        DisagreeError: they do not all know exactly what was acknowledged.
    """
    chance = random.Random(seed)
    machines = [
        Machine(
            folder / f"machine-{number}",
            f"{number:x}" * 12,
            FakeNow(MORNING + timedelta(minutes=chance.randint(-60, 60))),
        )
        for number in range(DEVICES)
    ]
    kept: dict[str, Entry] = {}
    for _ in range(steps):
        here, there = chance.sample(machines, 2)
        match chance.choices(range(6), (50, 30, 4, 4, 2, 10))[0]:
            case 0:
                entry = here.write(_something(chance, here))
                if entry.id in kept:
                    raise DisagreeError(f"{entry.id} was given out twice")
                kept[entry.id] = entry
            case 1:
                _carry(chance, here, there)
                there.look()
            case 2:
                here.reader.close()
                here.start_anew()
            case 3:
                here.now.advance(minutes=chance.randint(-90, 90))
            case 4:
                _tear(chance, here)
            case _:
                here.now.advance(seconds=chance.randint(0, 600))
    _let_all_arrive(machines)
    _compare(machines, kept)
    return len(kept)


def _something(chance: random.Random, machine: Machine) -> Entry:
    session = chance.choice(machine.sessions) if machine.sessions else ""
    match chance.randint(0, 8) if session else 0:
        case 0:
            return SessionStarted(routine="mat-12", duration_ms=600_000)
        case 1:
            return SessionEnded(session=session, how="finished", played_ms=600_000, fraction=1.0)
        case 2:
            return Felt(session=session, how=chance.choice(("easy", "right", "hard")))
        case 3:
            return PainTold(session=session, level=chance.randint(0, 10), when="after")
        case 4:
            return Deleted(target=session)
        case 5:
            return DayMarked(day=MORNING.date(), mark=chance.choice(("ill", "none")))
        case 6:
            return ReminderCalled(reminders=("stretch",))
        case _:
            return ProfileChanged(field=chance.choice(FIELDS), value=chance.randint(0, 9))


def _carry(chance: random.Random, here: Machine, there: Machine) -> None:
    """One file of a machine that the other does not write, in one of the ways of engines."""
    paths = [path for path in journal_paths(here.folder) if path.parent.name != there.device]
    if not paths:
        return
    path = chance.choice(paths)
    data = path.read_bytes()
    target = there.folder / path.relative_to(here.folder)
    target.parent.mkdir(parents=True, exist_ok=True)
    before = target.read_bytes() if target.exists() else b""
    if not data.startswith(before):
        return  # an older version than what is there: engines do not go back
    match chance.randint(0, 9):
        case 0:  # cut off in the middle, as where an engine writes into the file
            target.write_bytes(data[: max(len(before), chance.randint(0, len(data)))])
        case 1 if "conflict" not in path.name:  # a copy under the name of a conflict
            target.with_name(f"{path.stem}.sync-conflict-20261117-{here.device}.jsonl").write_bytes(
                before
            )
            target.write_bytes(data)
        case _:
            target.write_bytes(data)


def _tear(chance: random.Random, machine: Machine) -> None:
    """A power cut: what was being written has no end; what was acknowledged stays."""
    paths = [path for path in journal_paths(machine.folder) if path.parent.name == machine.device]
    if paths and paths[-1].read_bytes().endswith(b"\n"):
        with paths[-1].open("ab") as file:
            file.write(chance.choice((b'{"kind":"felt","i', b"\0\0\0", b"{")))
    machine.reader.close()
    machine.start_anew()


def _let_all_arrive(machines: list[Machine]) -> None:
    for here in machines:
        for path in (here.folder / here.device).glob("*.jsonl"):
            for there in machines:
                if there is not here:
                    target = there.folder / here.device / path.name
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(path.read_bytes())
    for machine in machines:
        machine.look()


def _compare(machines: list[Machine], kept: dict[str, Entry]) -> None:
    wanted = history_of(kept.values())
    for machine in machines:
        known = {entry.id: entry for entry in every_entry(machine.folder)}
        if known != kept:
            raise DisagreeError(f"{machine.folder.name} knows {len(known)} of {len(kept)}")
        if machine.reader.history != wanted:
            raise DisagreeError(f"{machine.folder.name} comes to another history")
        machine.reader.close()
        anew = JournalReader(machine.folder, _told)
        if anew.history != wanted:
            raise DisagreeError(f"{machine.folder.name} comes to another history when read anew")
        anew.close()
        if broken := check(machine.folder).broken:
            raise DisagreeError(broken[0])


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.several_machines")
    parser.add_argument("--steps", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="backease-") as folder:
        count = simulate(Path(folder), steps=options.steps, seed=options.seed)
    print(f"{DEVICES} machines, {options.steps} steps: all know the same {count} entries")
    return 0


if __name__ == "__main__":
    sys.exit(main())
