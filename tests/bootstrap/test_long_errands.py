"""What goes over all of a history can be ended every few thousand lines, and then nothing happened.

Nothing here measures a time: what counts is how often the work asks whether it is still wanted, and
what there is after it was ended, or killed, at each of these moments.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from backease_desktop.bootstrap.keeping import Keeping
from backease_desktop.bootstrap.kept import open_kept
from backease_desktop.bootstrap.own_data import BroughtIn, take_in_beside
from backease_desktop.controllers.errands import Errand, StoppedError
from backease_desktop.core.journal.entries import SegmentReached, SessionStarted
from backease_desktop.core.journal.exports import as_json
from backease_desktop.core.journal.history import history_of
from backease_desktop.core.wanted import LINES, SESSIONS
from backease_desktop.storage.file_journal import FileJournal
from backease_desktop.storage.journal_files import every_entry, journal_paths
from backease_desktop.storage.journal_index import JournalIndex
from backease_desktop.storage.journal_indexed import TakenIn
from tests.benchmark.ten_years import SESSIONS_A_DAY, write_years

DAYS, OWN_DAYS = 45, 20
NOW = datetime(2026, 11, 26, 11, tzinfo=UTC)


class Told:
    """Hears how far an errand is, and wants it no more from one of these moments on."""

    def __init__(self, last: int | None = None) -> None:
        self.last = last
        self.moments: list[tuple[int, int]] = []

    def tell(self, done: int, of: int) -> None:
        if len(self.moments) == self.last:
            raise StoppedError
        self.moments.append((done, of))


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six weeks of another machine."""
    folder = tmp_path_factory.mktemp("other")
    write_years(folder / "journal", DAYS)
    entries = list(every_entry(folder / "journal"))
    path = folder / "history.json"
    path.write_text(as_json(history_of(entries).sessions, entries), "utf-8")
    return path


@pytest.fixture
def journal(qapp: QApplication, tmp_path: Path) -> Iterator[FileJournal]:
    """Three weeks of this machine, with an index."""
    write_own(tmp_path)
    journal = own_journal(tmp_path)
    _ = journal.history
    yield journal
    journal.close()


@pytest.fixture
def keeping(journal: FileJournal, tmp_path: Path) -> Keeping:
    return Keeping(open_kept(tmp_path / "profile"), journal, end_autostart=lambda: None)


def write_own(folder: Path) -> None:
    """The same sessions under ids of their own, a year later."""
    write_years(folder / "journal", OWN_DAYS)
    for path in journal_paths(folder / "journal"):
        path.write_bytes(path.read_bytes().replace(b"aaaaaaaaaaaa", b"bbbbbbbbbbbb"))


def own_journal(folder: Path) -> FileJournal:
    clock = iter(NOW + timedelta(seconds=n) for n in range(1_000))
    index = folder / "cache" / "journal.sqlite"
    return FileJournal(folder / "journal", "b" * 12, lambda: next(clock), pytest.fail, index)


def everything_in(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def moments_of(errand: Errand[BroughtIn, object]) -> list[tuple[int, int]]:
    told = Told()
    came = errand.work(told)
    errand.end(came)
    return told.moments


def test_an_import_asks_whether_it_is_wanted_once_in_some_thousand_lines(
    keeping: Keeping, journal: FileJournal, exported: Path
) -> None:
    own = len(list(journal.entries()))
    new = DAYS * own // OWN_DAYS
    sessions = DAYS * SESSIONS_A_DAY

    moments = moments_of(keeping.bring_in(exported))

    phases = [sum(done == phase for done, _ in moments) for phase in range(4)]
    assert phases[0] >= new / LINES  # read
    assert phases[1] >= 2 * own / LINES  # what is known: read and put together
    assert phases[2] >= new / LINES  # written
    assert phases[3] >= 3 * new / LINES + sessions / SESSIONS  # the index: read, put in, folded
    assert moments == sorted(moments)


def test_an_import_that_is_ended_at_any_moment_has_changed_nothing(
    keeping: Keeping, journal: FileJournal, exported: Path, tmp_path: Path
) -> None:
    before, history = everything_in(tmp_path), journal.history
    last = 0
    while True:
        errand = keeping.bring_in(exported)
        try:
            came = errand.work(Told(last))
        except StoppedError:
            errand.give_up()
            assert everything_in(tmp_path) == before, last
            assert journal.history == history, last
            last += 1
        else:
            break

    assert last > 10
    assert errand.end(came).known == 0
    assert len(journal.history.sessions) == (DAYS + OWN_DAYS) * SESSIONS_A_DAY


def test_the_window_only_opens_what_an_import_has_indexed(
    keeping: Keeping, journal: FileJournal, exported: Path, tmp_path: Path
) -> None:
    errand = keeping.bring_in(exported)
    errand.end(errand.work(Told()))

    index = JournalIndex(tmp_path / "cache" / "journal.sqlite", journal.folder, pytest.fail)

    assert index.take_in() == TakenIn()  # nothing is left to be read
    assert len(index.everything().sessions) == (DAYS + OWN_DAYS) * SESSIONS_A_DAY
    index.close()
    assert [path.name for path in (tmp_path / "cache").iterdir()] == ["journal.sqlite"]


def test_a_session_goes_on_while_a_history_is_brought_in(
    keeping: Keeping, journal: FileJournal, exported: Path, tmp_path: Path
) -> None:
    """At each moment the window adds to the history and reads it, from the index that it has."""
    index = tmp_path / "cache" / "journal.sqlite"
    was = index.stat().st_ino
    session = journal.append(SessionStarted(routine="mat-12", duration_ms=60_000))
    reached: list[int] = []

    class Window(Told):
        def tell(self, done: int, of: int) -> None:
            super().tell(done, of)
            at = 1_000 * len(self.moments)
            journal.append(SegmentReached(session=session.id, at_ms=at, played_ms=at, index=0))
            (here,) = (one for one in journal.history.sessions if one.id == session.id)
            reached.append(here.played_ms)
            assert index.stat().st_ino == was  # nobody has made it anew

    window = Window()
    errand = keeping.bring_in(exported)
    errand.end(errand.work(window))

    assert reached == [1_000 * n for n in range(1, len(window.moments) + 1)]
    (here,) = (one for one in journal.history.sessions if one.id == session.id)
    assert here.played_ms == reached[-1]
    assert len(journal.history.sessions) == (DAYS + OWN_DAYS) * SESSIONS_A_DAY + 1


@pytest.mark.parametrize("kind", ["csv", "json", "fhir", "ics", "fit"])
def test_an_export_that_is_ended_at_any_moment_has_written_nothing(
    keeping: Keeping, tmp_path: Path, kind: str
) -> None:
    path, told = tmp_path / "out", Told()
    assert keeping.export(kind, path, {}).work(told) == OWN_DAYS * SESSIONS_A_DAY
    assert len(told.moments) > OWN_DAYS * SESSIONS_A_DAY / SESSIONS
    path.unlink()

    for last in range(len(told.moments)):
        with pytest.raises(StoppedError):
            keeping.export(kind, path, {}).work(Told(last))
        assert not path.exists()


def test_a_move_asks_while_it_verifies_and_one_that_is_ended_leaves_all_where_it_was(
    keeping: Keeping, journal: FileJournal, tmp_path: Path
) -> None:
    own, history = len(list(journal.entries())), journal.history
    before = everything_in(tmp_path / "journal")
    told = Told()
    errand = keeping.move_to(tmp_path / "tried")
    errand.work(told)
    errand.give_up()
    assert sum(moment == (1, 2) for moment in told.moments) >= 2 * own / LINES

    for last in range(len(told.moments)):
        errand = keeping.move_to(tmp_path / f"stick-{last}")
        with pytest.raises(StoppedError):
            errand.work(Told(last))
        errand.give_up()
        assert keeping.folder == tmp_path / "journal"
        assert everything_in(tmp_path / "journal") == before
        assert journal.history == history


KILLED = """
import os, signal, sys
from pathlib import Path
from backease_desktop.bootstrap.own_data import take_in_beside
from tests.bootstrap.test_long_errands import own_journal

folder, exported, last = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
moments = 0

def tell(done, of):
    global moments
    if moments == last:
        os.kill(os.getpid(), signal.SIGKILL)
    moments += 1

take_in_beside(own_journal(folder).hold(), exported, tell)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="nothing kills like SIGKILL there")
@pytest.mark.parametrize("phase", range(4))
@pytest.mark.parametrize("where", [0, -1])
def test_an_import_that_is_killed_at_any_moment_is_there_whole_or_not_at_all(
    qapp: QApplication, exported: Path, tmp_path: Path, phase: int, where: int
) -> None:
    write_own(tmp_path / "counted")
    write_own(tmp_path / "killed")
    counting = own_journal(tmp_path / "counted")
    moments: list[int] = []
    take_in_beside(counting.hold(), exported, lambda done, _: moments.append(done))
    counting.close()
    last = [number for number, done in enumerate(moments) if done == phase][where]

    command = [sys.executable, "-c", KILLED, str(tmp_path / "killed"), str(exported), str(last)]
    killed = subprocess.run(command, cwd=Path(__file__).parents[2], env=os.environ, check=False)

    assert killed.returncode == -signal.SIGKILL
    journal = own_journal(tmp_path / "killed")
    own, every = OWN_DAYS * SESSIONS_A_DAY, (OWN_DAYS + DAYS) * SESSIONS_A_DAY
    assert len(journal.history.sessions) == (every if phase == 3 else own)
    taken = take_in_beside(journal.hold(), exported, lambda *_: None)
    journal.go_on(journal.folder, taken.new, taken.index)
    assert len(journal.history.sessions) == every
    assert history_of(journal.entries()).sessions == journal.history.sessions
    journal.close()
