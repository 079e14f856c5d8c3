"""The file that this device writes: whole lines, in order, and nothing is ever lost."""

import errno
import os
from datetime import date
from pathlib import Path

import pytest

from backease_desktop.core.journal.entries import DayMarked, Entry, ReminderHeld
from backease_desktop.core.journal.lines import entry_of
from backease_desktop.storage.journal_files import every_entry, journal_paths, read_lines
from backease_desktop.storage.own_journal import OwnJournal
from tests.fakes.journal import DEVICE, FakeNow

ENTRY = ReminderHeld(reminder="stretch", why=("call",))


@pytest.fixture
def own(tmp_path: Path) -> OwnJournal:
    return OwnJournal(tmp_path, DEVICE, FakeNow())


def lines_of(own: OwnJournal) -> list[Entry | None]:
    return [entry_of(line) for line in (own.folder / "2026.jsonl").read_bytes().splitlines()]


def test_entries_stand_in_the_file_of_the_year_one_a_line(own: OwnJournal) -> None:
    assert own.is_new

    kept = [own.append(ENTRY), own.append(ENTRY)]

    assert lines_of(own) == kept
    assert kept[0].id < kept[1].id
    assert not own.is_new
    assert own.folder.stat().st_mode & 0o077 == 0
    assert (own.folder / "2026.jsonl").stat().st_mode & 0o077 == 0


def test_two_programs_on_one_profile_give_out_no_id_twice(own: OwnJournal, tmp_path: Path) -> None:
    other = OwnJournal(tmp_path, DEVICE, FakeNow())

    kept = [one.append(ENTRY) for one in (own, other, own, own, other, other, own)]

    assert lines_of(own) == kept
    assert [entry.id for entry in kept] == sorted({entry.id for entry in kept})


def test_a_new_start_goes_on_behind_what_the_last_one_wrote(tmp_path: Path) -> None:
    long = DayMarked(day=date(2026, 1, 1), mark="ill")
    first = OwnJournal(tmp_path, DEVICE, FakeNow()).append(long)
    back = FakeNow()
    back.advance(days=-400)

    second = OwnJournal(tmp_path, DEVICE, back).append(ENTRY)

    assert second.id > first.id
    assert len(journal_paths(tmp_path)) == 1, "the hybrid clock never goes back a year"


def test_a_new_year_has_a_file_of_its_own(tmp_path: Path) -> None:
    now = FakeNow()
    own = OwnJournal(tmp_path, DEVICE, now)
    own.append(ENTRY)
    now.advance(days=60)
    own.append(ENTRY)

    assert [path.name for path in journal_paths(tmp_path)] == ["2026.jsonl", "2027.jsonl"]


@pytest.mark.parametrize("rest", [b'{"kind":"felt","id":"01', b"\x00\x00\x00", b"\xff"])
def test_a_line_that_a_power_cut_has_torn_is_closed_and_the_next_one_is_whole(
    own: OwnJournal, tmp_path: Path, rest: bytes
) -> None:
    first = own.append(ENTRY)
    path = own.folder / "2026.jsonl"
    path.write_bytes(path.read_bytes() + rest)
    assert read_lines(path).has_rest

    second = OwnJournal(tmp_path, DEVICE, FakeNow()).append(ENTRY)

    lines = read_lines(path)
    assert [entry for entry, *_ in lines.entries] == [first, second]
    assert (lines.torn, lines.broken, lines.has_rest) == (1, (), False)


def test_a_line_that_does_not_fit_on_the_disk_leaves_nothing_behind(
    own: OwnJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = own.append(ENTRY)
    before = (own.folder / "2026.jsonl").read_bytes()

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            own.append(ENTRY)

    assert (own.folder / "2026.jsonl").read_bytes() == before
    assert lines_of(own) == [first]
    assert own.append(ENTRY).id > first.id


def test_a_file_of_another_that_cannot_be_read_is_not_written_over(own: OwnJournal) -> None:
    (own.folder / "2026.jsonl").mkdir(parents=True)

    with pytest.raises(OSError, match="not a file"):
        own.append(ENTRY)


def test_copies_that_an_engine_has_made_are_read_and_count_once(
    own: OwnJournal, tmp_path: Path
) -> None:
    kept = own.append(ENTRY)
    text = (own.folder / "2026.jsonl").read_bytes()
    for name in (
        "2026.sync-conflict-20261129-184333-ABCDEFG.jsonl",
        "2026 (desk's conflicted copy 2026-11-29).jsonl",
    ):
        (own.folder / name).write_bytes(text)
    (own.folder / ".syncthing.2026.jsonl.tmp").write_bytes(text[:20])
    (own.folder / ".2026.jsonl").write_bytes(text)

    assert len(journal_paths(tmp_path)) == 3
    assert {entry.id for entry in every_entry(tmp_path)} == {kept.id}


def test_a_broken_line_is_told_with_file_and_number_and_the_others_count(
    own: OwnJournal, tmp_path: Path
) -> None:
    first = own.append(ENTRY)
    path = own.folder / "2026.jsonl"
    path.write_bytes(b"what is this\n" + path.read_bytes() + b'{"kind":"felt"}\n\r\n')

    lines = read_lines(path)

    assert [entry for entry, *_ in lines.entries] == [first]
    assert [told.removeprefix(str(path)) for told in lines.broken] == [
        ":1: is not JSON",
        ":3: Object missing required field session",
        ":4: is not JSON",
    ]
    assert lines.count == 4


def test_reading_goes_on_where_it_stopped(own: OwnJournal) -> None:
    own.append(ENTRY)
    path = own.folder / "2026.jsonl"
    first = read_lines(path)
    second = own.append(ENTRY)
    path.write_bytes(path.read_bytes() + b"nonsense\n")

    rest = read_lines(path, first.end, first.count)

    assert [entry for entry, *_ in rest.entries] == [second]
    assert rest.broken == (f"{path}:3: is not JSON",)
    assert rest.end == path.stat().st_size
