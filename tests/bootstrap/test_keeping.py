"""The files of a run: exported, brought in, moved and erased by way of the page of progress."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from backease_desktop.bootstrap.journal import open_journal
from backease_desktop.bootstrap.keeping import Keeping
from backease_desktop.bootstrap.kept import open_kept
from backease_desktop.controllers import keeping as port
from backease_desktop.core.errors import ReportedError
from backease_desktop.core.journal.entries import DayMarked, SessionEnded, SessionStarted
from backease_desktop.core.journal.exports import as_json
from backease_desktop.storage.file_journal import FileJournal
from backease_desktop.storage.journal_files import every_entry
from tests.core.journal.test_exports import told
from tests.fakes.history import TODAY
from tests.fakes.keeping import FakeKeeping


@pytest.fixture
def journal(qapp: QApplication, tmp_path: Path) -> Iterator[FileJournal]:
    journal = open_journal(open_kept(tmp_path / "profile"), pytest.fail, qapp)
    start = journal.append(SessionStarted(routine="r", duration_ms=60_000))
    journal.append(SessionEnded(session=start.id, how="finished", played_ms=60_000, fraction=1.0))
    yield journal
    journal.close()


@pytest.fixture
def keeping(journal: FileJournal, tmp_path: Path) -> Keeping:
    return Keeping(open_kept(tmp_path / "profile"), journal, end_autostart=lambda: None)


@pytest.mark.parametrize("name", [n for n in vars(port.Keeping) if not n.startswith("_")])
def test_the_fake_and_the_real_one_fit_the_port(keeping: Keeping, name: str) -> None:
    port.Keeping.__dict__[name]
    assert callable(getattr(keeping, name)) is callable(getattr(FakeKeeping(), name))


@pytest.mark.parametrize("kind", ["csv", "json", "fhir"])
def test_an_export_is_written_whole(keeping: Keeping, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "out"
    assert keeping.export(kind, path, {}).at_once() == 1
    assert path.read_text(encoding="utf-8").endswith("\n")


def test_an_export_is_read_back_and_nothing_counts_twice(
    keeping: Keeping, journal: FileJournal, tmp_path: Path
) -> None:
    keeping.export("json", tmp_path / "out", {}).at_once()
    before = journal.history
    assert keeping.bring_in(tmp_path / "out").at_once().new == 0
    assert journal.history.sessions == before.sessions


def test_what_is_no_history_is_refused_in_one_sentence(keeping: Keeping, tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text(json.dumps({"entries": 4}))
    for name in ("other.json", "missing.json"):
        with pytest.raises(ReportedError, match=name):
            keeping.bring_in(tmp_path / name).at_once()


def test_a_folder_that_cannot_be_written_is_refused_in_one_sentence(
    keeping: Keeping, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ReportedError, match="file"):
        keeping.export("csv", tmp_path / "file" / "out.csv", {}).at_once()
    with pytest.raises(ReportedError, match="file"):
        keeping.move_to(tmp_path / "file" / "folder").at_once()


def test_the_history_moves_and_the_files_stay_where_they_were(
    keeping: Keeping, journal: FileJournal, tmp_path: Path
) -> None:
    old = keeping.folder
    assert keeping.move_to(tmp_path / "stick").at_once() == 2
    assert keeping.folder == tmp_path / "stick"
    assert any(old.rglob("*.jsonl"))
    journal.append(DayMarked(day=TODAY, mark="ill"))
    assert journal.history.marks == {TODAY: "ill"}


class Unheard:
    """Nobody listens to how far it is."""

    def tell(self, done: int, of: int) -> None:
        assert 0 <= done <= of


def test_what_happens_while_the_history_moves_is_in_the_new_folder_too(
    keeping: Keeping, journal: FileJournal, tmp_path: Path
) -> None:
    errand = keeping.move_to(tmp_path / "stick")
    came = errand.work(Unheard())
    marked = journal.append(DayMarked(day=TODAY, mark="ill"))
    assert errand.end(came) == 2
    assert journal.history.marks == {TODAY: "ill"}
    assert marked.id in {entry.id for entry in every_entry(tmp_path / "stick")}


def test_what_is_brought_in_beside_the_window_counts_when_it_ends(
    keeping: Keeping, journal: FileJournal, tmp_path: Path
) -> None:
    other = told()
    text = as_json(other.history.sessions, other.entries())
    (tmp_path / "older.json").write_text(text, "utf-8")
    before = journal.history.sessions
    errand = keeping.bring_in(tmp_path / "older.json")
    came = errand.work(Unheard())
    marked = journal.append(DayMarked(day=TODAY, mark="ill"))
    assert journal.history.sessions == before
    assert errand.end(came).new == len(list(other.entries()))
    assert set(journal.history.sessions) == {*before, *other.history.sessions}
    assert journal.history.marks == {TODAY: "ill"}
    assert marked in journal.entries()
    assert keeping.bring_in(tmp_path / "older.json").at_once().new == 0


def test_where_it_cannot_move_it_goes_on_where_it_was(
    keeping: Keeping, journal: FileJournal, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ReportedError):
        keeping.move_to(tmp_path / "file" / "folder").at_once()
    journal.append(DayMarked(day=TODAY, mark="ill"))
    journal.refresh()
    assert journal.history.marks == {TODAY: "ill"}


def test_erased_is_what_was_listed_and_what_comes_after_goes_at_the_end(
    keeping: Keeping, journal: FileJournal, tmp_path: Path
) -> None:
    listed = keeping.files()
    done = keeping.erase().at_once()
    assert (done.count, done.left) == (len(listed), ())
    (tmp_path / "profile" / "data").mkdir(parents=True, exist_ok=True)
    (tmp_path / "profile" / "data" / "reminders-state.json").write_text("{}")
    journal.close()
    keeping.finish()
    assert not any(path.is_file() for path in (tmp_path / "profile").rglob("*"))


def test_a_program_that_erased_nothing_ends_with_all_its_files(keeping: Keeping) -> None:
    before = keeping.files()
    keeping.finish()
    assert keeping.files() == before
