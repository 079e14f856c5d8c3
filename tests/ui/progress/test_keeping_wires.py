"""What is kept: listed with sizes, exported, brought in, moved, and erased after one question."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from backease_desktop.ui.components.sheet import Sheet
from backease_desktop.ui.figure.figures import Figures
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.progress.keeping_wires import KINDS, FileChoice, wire_keeping
from backease_desktop.ui.progress.progress_page import ProgressPage
from tests.fakes.history import a_november
from tests.fakes.journal import MORNING
from tests.fakes.keeping import FakeKeeping
from tests.fakes.ports import FakeClock
from tests.fakes.shipped_catalogue import shipped_catalogue

CATALOGUE = shipped_catalogue()


class Person:
    """Somebody who chooses a place, hears what is said, and may have closed the program."""

    def __init__(self) -> None:
        self.place: Path | None = Path("/chosen/place")
        self.names: list[str] = []
        self.heard: list[str] = []
        self.has_quit = False

    def to_write(self, _parent: QWidget, _title: str, name: str) -> Path | None:
        self.names.append(name)
        return self.place

    def to_read(self, _parent: QWidget, _title: str, _kinds: str) -> Path | None:
        return self.place

    def folder(self, _parent: QWidget, _title: str) -> Path | None:
        return self.place

    def quit(self) -> None:
        self.has_quit = True


@pytest.fixture
def person() -> Person:
    return Person()


@pytest.fixture
def keeping() -> FakeKeeping:
    return FakeKeeping()


@pytest.fixture
def page(look: Look, qtbot: QtBot, person: Person, keeping: FakeKeeping) -> ProgressPage:
    figures = Figures(lambda: CATALOGUE, look, FakeClock(), look)
    page = ProgressPage(look, figures.thumbnails, str)
    page.make_whole()
    qtbot.addWidget(page)
    choice = FileChoice(person.to_write, person.to_read, person.folder)
    wire_keeping(page, lambda: keeping, dict, person.heard.append, person.quit, choice)
    page.show_history(a_november().history, MORNING.date())
    page.resize(1133, 800)
    page.show()
    qtbot.waitExposed(page)
    return page


def question(page: ProgressPage) -> Sheet:
    """The question that is open."""
    (opened,) = [sheet for sheet in page.findChildren(Sheet) if sheet.is_open]
    return opened


def test_every_file_is_listed_with_its_size(page: ProgressPage) -> None:
    page.kept.click()
    assert page.kept_view.isVisible()
    assert page.kept_view.table.shown.rows == (
        (str(Path("/profile/a")), "1 KB"),
        (str(Path("/profile/b")), "2 KB"),
    )
    QTest.keyClick(page.kept_view, Qt.Key.Key_Escape)
    assert page.overview.isVisible()


@pytest.mark.parametrize("kind", KINDS)
def test_every_format_is_written_where_the_person_says(
    page: ProgressPage, person: Person, keeping: FakeKeeping, kind: str
) -> None:
    page.overview.export.click()
    question(page).choose(kind)
    assert person.names == [f"backease-history.{KINDS[kind]}"]
    assert keeping.exported == [(kind, Path("/chosen/place"))]
    assert person.heard == [f"7 sessions are in {Path('/chosen/place')}"]


def test_whoever_thinks_better_of_it_exports_brings_in_and_moves_nothing(
    page: ProgressPage, person: Person, keeping: FakeKeeping
) -> None:
    person.place = None
    page.overview.export.click()
    question(page).choose("csv")
    page.import_requested.emit()
    page.kept_view.move_requested.emit()
    assert (keeping.exported, person.heard) == ([], [])
    page.overview.export.click()
    QTest.keyClick(question(page), Qt.Key.Key_Escape)
    assert len(person.names) == 1


def test_what_cannot_be_done_is_one_sentence_and_changes_nothing(
    page: ProgressPage, person: Person, keeping: FakeKeeping
) -> None:
    keeping.trouble = "/chosen/place: Permission denied"
    page.overview.export.click()
    question(page).choose("csv")
    page.import_requested.emit()
    page.kept_view.move_requested.emit()
    assert person.heard == [keeping.trouble] * 3
    assert keeping.folder == Path("/profile/data/journal")


def test_what_was_brought_in_is_counted_and_what_cannot_be_used_is_named(
    page: ProgressPage, person: Person, keeping: FakeKeeping
) -> None:
    page.kept_view.bring_in.click()
    keeping.wrong = ("h.json: entries.4.level: should be 10 at most", "h.json: entries.9: …")
    page.kept_view.bring_in.click()
    assert person.heard == [
        "3 entries are new.",
        "3 entries are new. 2 cannot be used: h.json: entries.4.level: should be 10 at most",
    ]


def test_the_folder_that_is_used_is_shown_at_once(
    page: ProgressPage, person: Person, keeping: FakeKeeping
) -> None:
    page.kept.click()
    page.kept_view.move_away.click()
    assert keeping.folder == Path("/chosen/place")
    assert "12 entries, copied and checked" in person.heard[0]


def test_erasing_asks_once_says_what_it_did_and_then_only_closes(
    page: ProgressPage, person: Person, keeping: FakeKeeping
) -> None:
    page.kept.click()
    page.kept_view.erase.click()
    assert "All 2 files go" in question(page).accessibleDescription()
    question(page).choose("erase")
    assert keeping.files() == ()
    assert question(page).accessibleName() == "Everything is erased"
    assert question(page).accessibleDescription() == "2 files with 3 KB are gone."
    assert not person.has_quit
    question(page).choose("close")
    assert person.has_quit


def test_a_question_that_is_taken_back_leaves_the_keyboard_where_it_was_asked(
    page: ProgressPage,
) -> None:
    page.activateWindow()
    page.overview.export.click()
    QTest.keyClick(question(page), Qt.Key.Key_Escape)
    assert page.focusWidget() is page.overview.export
    page.kept.click()
    for button in (page.kept_view.export, page.kept_view.erase):
        button.click()
        QTest.keyClick(question(page), Qt.Key.Key_Escape)
        assert page.focusWidget() is button


def test_escape_keeps_everything_before_it_is_erased_and_closes_after(
    page: ProgressPage, person: Person, keeping: FakeKeeping
) -> None:
    page.kept.click()
    page.kept_view.erase.click()
    QTest.keyClick(question(page), Qt.Key.Key_Escape)
    assert len(keeping.files()) == 2
    assert not person.has_quit
    page.kept_view.erase.click()
    question(page).choose("erase")
    QTest.keyClick(question(page), Qt.Key.Key_Escape)
    assert person.has_quit


def test_what_could_not_be_erased_is_named(page: ProgressPage, keeping: FakeKeeping) -> None:
    keeping.stuck = ("/profile/c: Permission denied",)
    page.kept_view.erase.click()
    question(page).choose("erase")
    assert question(page).accessibleName() == "Not everything could be erased"
    assert "/profile/c: Permission denied" in question(page).accessibleDescription()
