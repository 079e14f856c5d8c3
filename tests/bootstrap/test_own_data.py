"""What is the person's own: exported in each kind, listed, and erased."""

import json
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from backease_desktop.bootstrap.journal import open_journal
from backease_desktop.bootstrap.keeping import Keeping
from backease_desktop.bootstrap.kept import Kept, open_kept
from backease_desktop.bootstrap.own_data import erase, history_as, what_is_kept
from backease_desktop.storage.file_journal import FileJournal
from tests.core.journal.test_exports import told


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return open_kept(tmp_path / "profile")


@pytest.fixture
def journal(qapp: QObject, kept: Kept) -> FileJournal:
    """Two sessions, on the 17th and on the 18th."""
    journal = open_journal(kept, pytest.fail)
    journal.take_in(told().entries())
    return journal


@pytest.mark.parametrize(
    ("kind", "begins"),
    [("csv", b"date,"), ("json", b"{"), ("fhir", b"{"), ("ics", b"BEGIN:VCALENDAR")],
)
def test_each_kind_is_what_it_says(journal: FileJournal, kind: str, begins: bytes) -> None:
    if kind == "ics":
        pytest.importorskip("icalendar")

    whole = history_as(kind, journal, dict)
    part = history_as(kind, journal, dict, date(2026, 11, 18))

    assert whole.startswith(begins)
    assert len(part) < len(whole)
    journal.close()


def test_what_is_kept_is_listed_and_gone_when_it_is_erased(
    journal: FileJournal, kept: Kept, tmp_path: Path
) -> None:
    _ = journal.history
    names = [file.path.name for file in what_is_kept(kept, journal)]
    assert {"device.json", "imported.jsonl", "journal.sqlite"} <= set(names)

    done = erase(kept, journal)

    assert (done.count, done.left) == (len(names), ())
    assert list(tmp_path.rglob("*.*")) == []


def test_a_history_in_another_folder_is_found_there_at_the_next_start(
    journal: FileJournal, kept: Kept, tmp_path: Path
) -> None:
    keeping = Keeping(kept, journal, end_autostart=lambda: None)
    assert keeping.move_to(tmp_path / "carried").at_once() == 12
    sessions = journal.history.sessions
    journal.close()

    again = open_journal(kept, pytest.fail)

    assert again.folder == tmp_path / "carried"
    assert again.history.sessions == sessions
    assert len(json.loads(history_as("json", again, dict))["entries"]) == 12
    again.close()
