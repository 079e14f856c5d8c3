"""The index never tells what the files do not: not after damage, and not after a quiet change."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from backease_desktop.core.journal.entries import Felt, ReminderCalled, SessionStarted
from backease_desktop.core.journal.history import History, history_of
from backease_desktop.core.journal.lines import entry_of
from backease_desktop.storage import journal_files, journal_sums
from backease_desktop.storage.journal_files import every_entry
from backease_desktop.storage.journal_reader import JournalReader
from backease_desktop.storage.own_journal import OwnJournal
from tests.fakes.journal import DEVICE, FakeNow

Desk = tuple[Path, Path, Path]
OTHER_DAY = 1_700_000_000


def read(folder: Path, index: Path) -> History:
    reader = JournalReader(folder, pytest.fail, index)
    try:
        return reader.history
    finally:
        reader.close()


def filled(folder: Path, sessions: int) -> Path:
    """A journal of some sessions; returns its only file."""
    own = OwnJournal(folder, DEVICE, FakeNow())
    for number in range(sessions):
        started = own.append(SessionStarted(routine=f"mat-{number:03}"))
        own.append(Felt(session=started.id, how="easy"))
        own.append(ReminderCalled(reminders=("stretch",)))
    (file,) = own.folder.glob("*.jsonl")
    return file


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A journal, an index of it, and the file that all of it stands in."""
    folder, index = tmp_path / "journal", tmp_path / "cache" / "journal.sqlite"
    file = filled(folder, 60)
    assert len(read(folder, index).sessions) == 60
    return folder, index, file


@pytest.mark.parametrize("seconds", [OTHER_DAY, None, 2 * OTHER_DAY], ids=["back", "same", "on"])
@pytest.mark.parametrize("which", [0, 30, 59])
def test_a_line_changed_on_another_device_counts_wherever_it_stands_and_whatever_the_clock_says(
    desk: Desk, which: int, seconds: int | None
) -> None:
    folder, index, file = desk
    was, text = file.stat().st_mtime_ns, file.read_bytes()
    file.write_bytes(text.replace(f"mat-{which:03}".encode(), b"mat-999"))
    time = was if seconds is None else seconds * 10**9
    os.utime(file, ns=(time, time))

    history = read(folder, index)

    assert history == history_of(every_entry(folder))
    assert "mat-999" in {one.routine for one in history.sessions}


@pytest.mark.parametrize("which", [0, 90, 179])
def test_a_line_taken_out_counts_no_more_although_others_were_added(desk: Desk, which: int) -> None:
    folder, index, file = desk
    lines = file.read_bytes().splitlines(keepends=True)
    gone = lines.pop(which)
    longer = filled(folder.with_name("elsewhere"), 63).read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join(lines + longer[180:]))

    history = read(folder, index)

    assert history == history_of(every_entry(folder))
    assert gone not in file.read_bytes()


def test_no_flipped_bit_of_the_index_changes_the_history(tmp_path: Path) -> None:
    folder, index = tmp_path / "journal", tmp_path / "journal.sqlite"
    filled(folder, 6)
    truth = read(folder, index)
    assert truth == history_of(every_entry(folder))
    whole = index.read_bytes()
    written = [at for at, byte in enumerate(whole) if byte]
    for at in written[:100:9] + written[100::31]:
        index.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << at % 8]) + whole[at + 1 :])
        assert read(folder, index) == truth, f"bit {at % 8} of byte {at}"


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_an_index_that_was_cut_off_changes_nothing(desk: Desk, part: float) -> None:
    folder, index, _ = desk
    data = index.read_bytes()
    index.write_bytes(data[: int(len(data) * part)])
    assert read(folder, index) == history_of(every_entry(folder))


def test_the_index_of_another_journal_in_its_place_tells_nothing(
    desk: Desk, tmp_path: Path
) -> None:
    folder, index, _ = desk
    other = tmp_path / "other"
    filled(other, 2)
    read(other, tmp_path / "other.sqlite")
    shutil.copyfile(tmp_path / "other.sqlite", index)
    assert read(folder, index) == history_of(every_entry(folder))


def test_an_index_damaged_while_the_program_runs_changes_nothing(desk: Desk) -> None:
    folder, index, _ = desk
    reader = JournalReader(folder, pytest.fail, index)
    assert len(reader.history.sessions) == 60
    data = index.read_bytes()
    index.write_bytes(data.replace(b"mat-030", b"mat-999"))
    felt = next(one for one in every_entry(folder) if isinstance(one, Felt))
    late = OwnJournal(folder, DEVICE, FakeNow()).append(Felt(session=felt.session, how="hard"))
    reader.take(late)
    assert reader.history == history_of(every_entry(folder))
    reader.close()
    assert read(folder, index) == history_of(every_entry(folder))


def test_what_an_older_program_could_not_read_is_read_by_the_next_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, index = tmp_path / "journal", tmp_path / "journal.sqlite"
    filled(folder, 3)
    with monkeypatch.context() as older:
        older.setattr(
            journal_files, "entry_of", lambda line: None if b"felt" in line else entry_of(line)
        )
        older.setattr(journal_sums, "AnyEntry", SessionStarted | ReminderCalled)
        assert {one.felt for one in read(folder, index).sessions} == {None}

    history = read(folder, index)

    assert {one.felt for one in history.sessions} == {"easy"}
    assert history == history_of(every_entry(folder))


def test_an_index_is_made_by_the_same_program_however_often_it_starts(desk: Desk) -> None:
    folder, index, _ = desk
    told = "from backease_desktop.storage.journal_sums import made_by; print(made_by())"
    numbers = {
        subprocess.run(
            [sys.executable, "-c", told],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert numbers == {f"{journal_sums.made_by()}\n"}
    was = index.stat().st_ino
    read(folder, index)
    assert index.stat().st_ino == was


def test_another_database_in_the_place_of_the_index_stays_as_it_is_behind_a_link(
    desk: Desk,
) -> None:
    folder, index, _ = desk
    other = index.with_name("addresses.sqlite")
    index.rename(other)
    was = other.read_bytes()
    index.symlink_to(other)
    assert len(read(folder, index).sessions) == 60
    assert other.read_bytes() == was
    assert not index.is_symlink()
