"""What is pressed on the page of progress stands in the journal, and is shown at once."""

from datetime import date

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from backease_desktop.core.progress.goal import goal_of
from backease_desktop.core.timeline.routine_card import RoutineCard
from backease_desktop.ui.figure.figures import Figures
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.places import REMINDERS
from backease_desktop.ui.progress.progress_page import ProgressPage
from backease_desktop.ui.progress.progress_wires import progress_page
from tests.fakes.history import TODAY, play
from tests.fakes.journal import MORNING, FakeNow, MemoryJournal
from tests.fakes.keeping import FakeKeeping
from tests.fakes.ports import FakeClock
from tests.fakes.shipped_catalogue import shipped_catalogue
from tests.ui.home.test_home_page import CARDS

CATALOGUE = shipped_catalogue()
NOW = MORNING.replace(year=TODAY.year, month=TODAY.month, day=TODAY.day)


class Routines(QObject):
    """Cards, as the controller has them."""

    changed = Signal()
    grown = Signal()

    def so_far(self) -> tuple[RoutineCard, ...]:
        return CARDS


class Doors(QObject):
    """What starts sessions and shows pages, and remembers what was asked of it."""

    enter_taken = Signal(bool)
    wish_made = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def choose(self, routine: str) -> None:
        self.asked.append(routine)

    def show_message(self, text: str) -> None:
        self.asked.append(text)

    def show_page(self, page: str) -> None:
        self.asked.append(page)


@pytest.fixture
def journal() -> MemoryJournal:
    return MemoryJournal(FakeNow(NOW))


@pytest.fixture
def doors(qapp: QObject) -> Doors:
    return Doors()


@pytest.fixture
def page(look: Look, qtbot: QtBot, journal: MemoryJournal, doors: Doors) -> ProgressPage:
    figures = Figures(lambda: CATALOGUE, look, FakeClock(), look)
    page = progress_page(
        look,
        figures,
        lambda: CATALOGUE.exercises,
        Routines(look),
        journal,
        FakeKeeping,
        doors,
        doors,
        lambda: NOW,  # type: ignore[arg-type]
    )
    page.make_whole()
    qtbot.addWidget(page)
    page.resize(1133, 800)
    page.show()
    qtbot.waitExposed(page)
    return page


def test_the_first_routine_is_what_the_empty_page_starts(page: ProgressPage, doors: Doors) -> None:
    assert page.empty.start.text() == "Start, 2 minutes at the chair"
    page.empty.start.click()
    assert doors.asked == [CARDS[0].id]


def test_a_goal_stands_in_the_journal(page: ProgressPage, journal: MemoryJournal) -> None:
    page.empty.goal.numbers[3].click()
    assert goal_of(journal.history) == 4
    assert page.empty.goal.goal == 4
    page.empty.goal.numbers[3].click()
    assert goal_of(journal.history) is None


def test_a_session_that_ends_is_shown_at_once(page: ProgressPage, journal: MemoryJournal) -> None:
    play(journal, TODAY)
    assert page.overview.isVisible()
    assert page.overview.days.aside.text() == "1 day, 2 minutes"


def test_a_page_that_nobody_sees_is_shown_anew_when_it_is(
    page: ProgressPage, journal: MemoryJournal
) -> None:
    page.hide()
    play(journal, TODAY)
    assert page.is_empty
    page.show()
    assert not page.is_empty


def test_a_marked_day_counts_as_nothing_and_the_keyboard_stays_on_it(
    page: ProgressPage, journal: MemoryJournal
) -> None:
    play(journal, TODAY)
    page.overview.calls.rest.mark.click()
    chart = page.overview.days.days
    chart.go_to(9)
    chart.opened.emit(9)
    assert journal.history.marks == {date(2026, 11, 10): "ill"}
    assert chart.place == 9
    chart.opened.emit(9)
    assert journal.history.marks == {}


def test_a_correction_changes_what_is_shown(page: ProgressPage, journal: MemoryJournal) -> None:
    session = play(journal, TODAY, minutes=12, fraction=0.5, exercises=("bridge", "cat-cow"))
    page.open_session(session)
    page.one.chips["cat-cow"].click()
    page.one.minutes.chosen.emit(12)
    kept = journal.history.session(session)
    assert kept is not None
    assert (kept.exercises, kept.played_ms) == (("bridge", "cat-cow"), 720_000)
    assert page.one.chips["cat-cow"].text() == "Done"
    assert page.one.isVisible()


def test_a_deleted_session_is_gone_from_every_number(
    page: ProgressPage, journal: MemoryJournal
) -> None:
    session = play(journal, TODAY)
    page.open_session(session)
    page.one.delete.click()
    page.sheet.choose("delete")
    assert journal.history.sessions == ()
    assert page.is_empty
    assert page.empty.isVisible()


def test_other_times_lead_to_the_reminders(page: ProgressPage, doors: Doors) -> None:
    page.times_requested.emit()
    assert doors.asked == [REMINDERS]
