"""The index holds nothing of its own: whatever happens to it, the history is the same."""

import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backease_desktop.core.journal.entries import Felt, ReminderCalled, SessionStarted
from backease_desktop.core.journal.history import History, history_of
from backease_desktop.core.journal.lines import as_line
from backease_desktop.storage.journal_files import every_entry
from backease_desktop.storage.journal_index import JournalIndex
from backease_desktop.storage.journal_indexed import TakenIn
from backease_desktop.storage.journal_reader import JournalReader
from backease_desktop.storage.journal_sums import made_by
from backease_desktop.storage.own_journal import OwnJournal
from tests.core.journal.some_entries import DEVICES, batches
from tests.fakes.journal import DEVICE, FakeNow


def read(folder: Path, index: Path | None) -> History:
    reader = JournalReader(folder, pytest.fail, index)
    try:
        return reader.history
    finally:
        reader.close()


@pytest.fixture
def desk(tmp_path: Path) -> tuple[Path, Path, OwnJournal]:
    """A folder with a session and a call in it, an index of it, and who writes there."""
    folder, index = tmp_path / "journal", tmp_path / "cache" / "journal.sqlite"
    own = OwnJournal(folder, DEVICE, FakeNow())
    started = own.append(SessionStarted(routine="mat-12"))
    own.append(Felt(session=started.id, how="easy"))
    own.append(ReminderCalled(reminders=("stretch",)))
    assert len(read(folder, index).sessions) == 1
    return folder, index, own


def add(file: Path, batch: list[Any]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("ab") as out:
        out.write(b"".join(map(as_line, batch)))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(DEVICES), batches), max_size=5))
def test_bit_by_bit_the_index_comes_to_what_all_entries_come_to(
    tmp_path: Path, arrivals: list[tuple[str, list[Any]]]
) -> None:
    shutil.rmtree(tmp_path / "journal", ignore_errors=True)
    index = tmp_path / "journal.sqlite"
    index.unlink(missing_ok=True)
    reader = JournalReader(tmp_path / "journal", pytest.fail, index)
    assert reader.history == History()

    first = dict[str, Any]()  # one id is one entry, on whatever device it turns up
    for device, batch in arrivals:
        told = [first.setdefault(entry.id, entry) for entry in batch]
        add(tmp_path / "journal" / device / "2026.jsonl", told)
        reader.refresh()
        assert reader.history == history_of(every_entry(tmp_path / "journal"))

    reader.close()
    assert read(tmp_path / "journal", index) == history_of(first.values())


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(batches, batches)
def test_what_this_program_adds_counts_at_once(
    tmp_path: Path, before: list[Any], added: list[Any]
) -> None:
    shutil.rmtree(tmp_path / "journal", ignore_errors=True)
    add(tmp_path / "journal" / DEVICES[0] / "2026.jsonl", before)
    known = {entry.id for entry in before}
    added = [entry for entry in added if entry.id not in known]
    reader = JournalReader(tmp_path / "journal", pytest.fail)
    _ = reader.history

    for entry in added:
        reader.take(entry)
    assert reader.history == history_of([*before, *added])

    add(tmp_path / "journal" / DEVICES[0] / "2026.jsonl", added)
    assert reader.refresh() == ()
    assert reader.history == history_of([*before, *added])
    reader.close()


def test_what_was_read_is_not_read_again(desk: tuple[Path, Path, OwnJournal]) -> None:
    folder, path, own = desk
    index = JournalIndex(path, folder, pytest.fail)
    assert index.take_in() == TakenIn()

    late = own.append(ReminderCalled(reminders=("stretch",)))

    assert index.take_in() == TakenIn((late,))
    assert index.has(late.id)
    assert index.everything().newest == late.id
    index.close()


@pytest.mark.parametrize("spoil", ["garbage", "empty", "version", "folder", "tables"])
def test_an_index_that_cannot_be_used_is_made_anew(
    desk: tuple[Path, Path, OwnJournal], spoil: str
) -> None:
    folder, index, _ = desk
    if spoil in ("garbage", "empty"):
        index.write_bytes(b"no database " * 999 if spoil == "garbage" else b"")
    else:
        base = sqlite3.connect(index)
        if spoil == "version":
            base.execute(f"PRAGMA user_version = {made_by() - 1}")
        elif spoil == "folder":
            base.execute("UPDATE folder SET path = 'elsewhere'")
        else:
            base.execute("DROP TABLE session")
        base.commit()
        base.close()

    assert read(folder, index) == history_of(every_entry(folder))
    assert read(folder, index) == history_of(every_entry(folder))


@pytest.mark.parametrize("what", ["shorter", "other", "gone"])
def test_files_that_are_not_what_they_were_are_read_anew(
    desk: tuple[Path, Path, OwnJournal], what: str
) -> None:
    folder, index, own = desk
    file = own.folder / "2026.jsonl"
    text = file.read_bytes()
    if what == "gone":
        file.unlink()
    else:
        lines = text.splitlines(keepends=True)
        file.write_bytes(lines[0] if what == "shorter" else text.replace(b"mat-12", b"mat-21"))

    history = read(folder, index)

    assert history == history_of(every_entry(folder))
    assert [one.routine for one in history.sessions] == {
        "shorter": ["mat-12"],
        "other": ["mat-21"],
        "gone": [],
    }[what]


def test_an_index_that_another_program_holds_costs_no_history(
    desk: tuple[Path, Path, OwnJournal],
) -> None:
    folder, index, own = desk
    own.append(ReminderCalled(reminders=("stretch",)))
    holder = sqlite3.connect(index, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")

    history = read(folder, index)

    holder.close()
    assert sum(day.called for day in history.calls.values()) == 2
    assert index.exists()


def test_an_index_where_no_file_can_be_costs_no_history(
    desk: tuple[Path, Path, OwnJournal], tmp_path: Path
) -> None:
    (tmp_path / "a file").write_text("where a folder should be", encoding="utf-8")

    assert len(read(desk[0], tmp_path / "a file" / "journal.sqlite").sessions) == 1


def test_nobody_else_can_look_into_the_index(desk: tuple[Path, Path, OwnJournal]) -> None:
    assert desk[1].stat().st_mode & 0o077 == 0
    assert desk[1].parent.stat().st_mode & 0o077 == 0


def test_a_broken_line_is_told_when_it_is_found_and_not_at_each_start(
    desk: tuple[Path, Path, OwnJournal],
) -> None:
    folder, path, own = desk
    file = own.folder / "2026.jsonl"
    file.write_bytes(file.read_bytes() + b"nonsense\n")
    told: list[str] = []

    for _ in range(2):
        index = JournalIndex(path, folder, told.append)
        index.take_in()
        index.close()

    assert told == [f"{file}:4: is not JSON"]


def test_a_copy_of_what_is_known_is_nothing_new(desk: tuple[Path, Path, OwnJournal]) -> None:
    folder, path, own = desk
    reader = JournalReader(folder, pytest.fail, path)
    before = reader.history
    copy = own.folder / "2026.sync-conflict-20261117-093000-ABCDEFG.jsonl"
    copy.write_bytes((own.folder / "2026.jsonl").read_bytes())

    assert reader.refresh() == ()

    assert reader.history == before
    reader.close()


def test_two_entries_under_one_id_come_to_the_same_whichever_is_read_first(
    desk: tuple[Path, Path, OwnJournal],
) -> None:
    folder, path, own = desk
    reader = JournalReader(folder, pytest.fail, path)
    _ = reader.history
    text = (own.folder / "2026.jsonl").read_bytes()
    (own.folder / "2025.jsonl").write_bytes(text.replace(b"mat-12", b"mat-99"))

    reader.refresh()

    assert [one.routine for one in reader.history.sessions] == ["mat-99"]
    assert reader.history.sessions == history_of(every_entry(folder)).sessions
    reader.close()
