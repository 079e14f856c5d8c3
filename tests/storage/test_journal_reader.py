"""The history of a folder, read without any program around it."""

from pathlib import Path

from backease_desktop.core.journal.entries import ProfileChanged
from backease_desktop.storage.journal_reader import JournalReader
from backease_desktop.storage.own_journal import OwnJournal
from tests.fakes.journal import DEVICE, OTHER_DEVICE, FakeNow


def test_a_folder_that_is_not_there_has_no_history_and_is_not_made(tmp_path: Path) -> None:
    told: list[str] = []
    reader = JournalReader(tmp_path / "journal", told.append)

    assert reader.history.newest == ""
    assert list(reader.entries()) == []
    assert told == []
    assert not (tmp_path / "journal").exists()


def test_what_others_add_is_told_once_it_is_looked_for(tmp_path: Path) -> None:
    here = OwnJournal(tmp_path, DEVICE, FakeNow())
    there = OwnJournal(tmp_path, OTHER_DEVICE, FakeNow())
    here.append(ProfileChanged(field="goal", value=3))
    reader = JournalReader(tmp_path, lambda _: None)
    assert reader.history.profile == {"goal": 3}

    late = there.append(ProfileChanged(field="side", value="left"))
    own = here.append(ProfileChanged(field="goal", value=4))
    reader.take(own)

    assert reader.refresh() == (late,)
    assert reader.history.profile == {"goal": 4, "side": "left"}
    assert reader.refresh() == ()
