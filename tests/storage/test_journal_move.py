"""The history in another folder: all of it, or not at all."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from backease_desktop.core.journal.entries import ProfileChanged
from backease_desktop.storage.file_journal import FileJournal
from backease_desktop.storage.journal_files import every_entry
from backease_desktop.storage.journal_move import MoveError, copy_journal
from backease_desktop.storage.own_journal import OwnJournal
from tests.fakes.journal import DEVICE, OTHER_DEVICE, FakeNow


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A folder with entries of two devices."""
    for device in (DEVICE, OTHER_DEVICE):
        OwnJournal(tmp_path / "old", device, FakeNow()).append(
            ProfileChanged(field=device, value=1)
        )
    return tmp_path / "old"


def ids(folder: Path) -> set[str]:
    return {entry.id for entry in every_entry(folder)}


def test_all_entries_arrive_the_old_ones_stay_and_others_files_are_not_written(
    old: Path, tmp_path: Path
) -> None:
    before = {path: path.read_bytes() for path in old.glob("*/*")}

    assert copy_journal(old, tmp_path / "new", DEVICE) == 2

    assert ids(tmp_path / "new") == ids(old)
    assert {path: path.read_bytes() for path in old.glob("*/*")} == before
    assert [path.name for path in (tmp_path / "new").iterdir()] == [DEVICE]
    assert copy_journal(old, tmp_path / "new", DEVICE) == 2
    assert len(list((tmp_path / "new" / DEVICE).iterdir())) == 2


def test_what_is_in_the_new_folder_already_stays(old: Path, tmp_path: Path) -> None:
    late = FakeNow()
    late.advance(hours=1)
    there = OwnJournal(tmp_path / "new", DEVICE, late).append(ProfileChanged(field="x", value=2))

    copy_journal(old, tmp_path / "new", DEVICE)

    assert ids(tmp_path / "new") == ids(old) | {there.id}


@pytest.mark.parametrize("where", ["old", "old/deeper", ".", "a file/new"])
def test_a_folder_that_cannot_be_is_refused_and_nothing_changes(
    old: Path, tmp_path: Path, where: str
) -> None:
    (tmp_path / "a file").write_text("where a folder should be")
    before = ids(old)

    with pytest.raises(MoveError):
        copy_journal(old, tmp_path / where, DEVICE)
    with pytest.raises(MoveError, match="whole path"):
        copy_journal(old, Path("somewhere"), DEVICE)

    assert ids(old) == before


def test_the_journal_goes_on_in_the_new_folder(qapp: QObject, old: Path, tmp_path: Path) -> None:
    now = FakeNow()
    journal = FileJournal(old, DEVICE, now, pytest.fail, tmp_path / "index.sqlite")
    assert set(journal.history.profile) == {DEVICE, OTHER_DEVICE}
    journal.watch()
    now.advance(days=-9)

    still = journal.hold()
    copy_journal(still.folder, tmp_path / "new", still.device)
    journal.go_on(tmp_path / "new")
    kept = journal.append(ProfileChanged(field=DEVICE, value=2))

    assert journal.folder == tmp_path / "new"
    assert journal.history.profile == {DEVICE: 2, OTHER_DEVICE: 1}
    assert kept.id in ids(tmp_path / "new") - ids(old)
    journal.close()


def test_a_move_that_fails_leaves_the_journal_where_it_is(
    qapp: QObject, old: Path, tmp_path: Path
) -> None:
    journal = FileJournal(old, DEVICE, FakeNow(), pytest.fail)
    (tmp_path / "a file").write_text("where a folder should be")

    still = journal.hold()
    with pytest.raises(MoveError):
        copy_journal(still.folder, tmp_path / "a file", still.device)
    journal.go_on(old)
    kept = journal.append(ProfileChanged(field="x", value=2))

    assert kept.id in ids(old)
