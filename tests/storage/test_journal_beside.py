"""An index made beside the one in use has all that stands in the files."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from backease_desktop.core.journal.history import history_of
from backease_desktop.core.wanted import always
from backease_desktop.storage.journal_beside import index_beside
from backease_desktop.storage.journal_files import every_entry, journal_paths
from backease_desktop.storage.journal_index import JournalIndex
from backease_desktop.storage.journal_reader import JournalReader
from backease_desktop.storage.still_journal import StillJournal
from tests.benchmark.ten_years import SESSIONS_A_DAY, write_years

DAYS = 3


class EndedError(Exception):
    """It is wanted no more."""


def end_after(moments: Iterator[None]) -> None:
    if next(moments, EndedError) is EndedError:
        raise EndedError


@pytest.fixture
def still(tmp_path: Path) -> StillJournal:
    """Three days with an index, and three that it has not taken in."""
    folder, index = tmp_path / "journal", tmp_path / "cache" / "journal.sqlite"
    write_years(folder, DAYS)
    reader = JournalReader(folder, pytest.fail, index)
    history = reader.history
    reader.close()
    (own,) = journal_paths(folder)
    later = own.read_bytes().replace(b"aaaaaaaaaaaa", b"bbbbbbbbbbbb")
    own.with_name("imported.jsonl").write_bytes(later)
    return StillJournal(history, "b" * 12, folder, index, ())


def sessions_in(index: Path, still: StillJournal) -> tuple[object, ...]:
    opened = JournalIndex(index, still.folder, pytest.fail)
    assert opened.take_in().entries == ()  # it had everything
    sessions = opened.everything().sessions
    opened.close()
    return sessions


def test_it_has_what_the_other_had_and_what_is_new_and_the_other_is_as_it_was(
    still: StillJournal,
) -> None:
    assert still.index is not None
    before = still.index.read_bytes()

    beside = index_beside(still, always)

    assert beside is not None
    assert beside.stat().st_mode & 0o077 == 0
    sessions = sessions_in(beside, still)
    assert len(sessions) == 2 * DAYS * SESSIONS_A_DAY
    assert set(sessions) == set(history_of(every_entry(still.folder)).sessions)
    assert still.index.read_bytes() == before


@pytest.mark.parametrize("kept", [None, b"", b"no database at all" * 99])
def test_where_the_other_is_missing_or_damaged_all_is_read_anew(
    still: StillJournal, kept: bytes | None
) -> None:
    assert still.index is not None
    still.index.unlink()
    if kept is not None:
        still.index.write_bytes(kept)

    beside = index_beside(still, always)

    assert beside is not None
    assert len(sessions_in(beside, still)) == 2 * DAYS * SESSIONS_A_DAY


def test_what_a_killed_program_has_left_there_is_in_nobodys_way(still: StillJournal) -> None:
    assert still.index is not None
    still.index.with_name("journal.sqlite.new").write_bytes(b"half of it")

    beside = index_beside(still, always)

    assert beside is not None
    assert len(sessions_in(beside, still)) == 2 * DAYS * SESSIONS_A_DAY


def test_one_that_is_ended_at_any_moment_leaves_nothing_behind(still: StillJournal) -> None:
    assert still.index is not None
    moments: list[None] = []
    beside = index_beside(still, lambda: moments.append(None))
    assert beside is not None
    beside.unlink()
    assert len(moments) > 3

    for last in range(len(moments)):
        with pytest.raises(EndedError):
            index_beside(still, partial(end_after, iter(moments[:last])))
        assert [path.name for path in still.index.parent.iterdir()] == ["journal.sqlite"]


def test_where_none_can_be_kept_there_is_none(still: StillJournal, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    nowhere = StillJournal(
        still.history, still.device, still.folder, tmp_path / "file" / "journal.sqlite", ()
    )
    without = StillJournal(still.history, still.device, still.folder, None, ())

    assert index_beside(nowhere, always) is None
    assert index_beside(without, always) is None
