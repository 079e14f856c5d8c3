"""The page of progress: what it says, how it is gone through, and what its presses come to."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from backease_desktop.core.progress.goal import goal_set
from backease_desktop.core.settings import Theme
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.figure.figures import Figures
from backease_desktop.ui.look.roles import install_roles
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.progress.chart import Chart
from backease_desktop.ui.progress.chart_card import ChartCard
from backease_desktop.ui.progress.progress_page import ProgressPage
from tests.accessibility.tree import headings, nameless
from tests.fakes.history import TODAY, a_november, call, mark, play
from tests.fakes.journal import MemoryJournal
from tests.fakes.ports import FakeClock
from tests.fakes.shipped_catalogue import shipped_catalogue

CATALOGUE = shipped_catalogue()
TAB = Qt.FocusReason.TabFocusReason


def name_of(exercise: str) -> str:
    known = CATALOGUE.exercises.get(exercise)
    return exercise if known is None else known.name


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> ProgressPage:
    figures = Figures(lambda: CATALOGUE, look, FakeClock(), look)
    page = ProgressPage(look, figures.thumbnails, name_of)
    page.make_whole()
    qtbot.addWidget(page)
    page.resize(1133, 800)
    page.show()
    qtbot.waitExposed(page)
    page.setFocus()
    return page


@pytest.fixture
def november(page: ProgressPage) -> MemoryJournal:
    journal = a_november()
    journal.append(goal_set(4))
    page.show_history(journal.history, TODAY)
    return journal


def charts(page: ProgressPage) -> list[Chart]:
    overview = page.overview
    return [overview.days.chart, overview.weeks.chart, overview.pain.chart, overview.calls.chart]


def chart_cards(page: ProgressPage) -> list[ChartCard]:
    return [card for card in page.overview.cards if isinstance(card, ChartCard)]


def primaries(widget: QWidget) -> list[Button]:
    every = widget.findChildren(Button)
    return [one for one in every if one.isVisible() and one.kind is Kind.PRIMARY]


def test_the_empty_page_asks_for_a_goal_and_preselects_none(page: ProgressPage) -> None:
    assert page.is_empty
    assert page.empty.isVisible()
    assert not page.overview.isVisible()
    assert page.empty.goal.goal is None
    wanted = QSignalSpy(page.goal_chosen)
    page.empty.goal.numbers[3].click()
    page.empty.goal.numbers[3].click()
    assert [wanted.at(n) for n in range(wanted.count())] == [[4], [None]]


def test_enter_begins_on_the_empty_page_and_stands_on_one_button(page: ProgressPage) -> None:
    page.empty.offer("2 minutes at the chair")
    assert primaries(page) == [page.empty.start]
    started = QSignalSpy(page.start_requested)
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert started.count() == 1
    page.set_enter_taken(True)
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert started.count() == 1
    assert page.empty.start.key == ""


def test_without_a_routine_nothing_is_offered(page: ProgressPage) -> None:
    page.empty.offer("")
    started = QSignalSpy(page.start_requested)
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert started.count() == 0


def test_the_arrows_on_the_numbers_of_a_goal_choose_nothing(page: ProgressPage) -> None:
    page.empty.goal.numbers[0].setFocus(TAB)
    QTest.keyClick(page.empty.goal.numbers[0], Qt.Key.Key_Right)
    assert page.empty.goal.numbers[1].hasFocus()
    assert page.empty.goal.goal is None
    QTest.keyClick(page.empty.goal.numbers[1], Qt.Key.Key_Space)
    assert page.empty.goal.goal == 2


def test_one_session_fills_the_page(page: ProgressPage) -> None:
    journal = MemoryJournal()
    play(journal, TODAY, felt="right")
    page.show_history(journal.history, TODAY)
    assert page.overview.isVisible()
    assert page.overview.summary == (
        "You moved on 1 day this month, and it was mostly right for you."
    )
    assert primaries(page) == []


def test_a_session_left_early_says_that_nothing_is_fine(page: ProgressPage) -> None:
    journal = MemoryJournal()
    play(journal, TODAY, minutes=12, fraction=0.2)
    page.show_history(journal.history, TODAY)
    assert page.overview.summary == "Nothing this month yet, and that is fine."


def test_every_chart_has_a_name_a_table_and_words_for_each_mark(
    page: ProgressPage, november: MemoryJournal
) -> None:
    for chart in charts(page):
        assert chart.accessibleName()
        assert chart.table().rows
        assert chart.accessibleDescription() == chart.table().sentences
        assert all(chart.words(n) for n in range(len(chart.areas())))


def test_the_arrows_go_through_a_chart_and_its_ends_hold(
    page: ProgressPage, november: MemoryJournal
) -> None:
    for card in chart_cards(page):
        chart = card.chart
        chart.setFocus(TAB)
        last = len(chart.areas()) - 1
        QTest.keyClick(chart, Qt.Key.Key_Home)
        assert chart.place == 0
        QTest.keyClick(chart, Qt.Key.Key_Left)
        assert chart.place == 0
        assert card.note.text() == chart.words(0)
        QTest.keyClick(chart, Qt.Key.Key_End)
        QTest.keyClick(chart, Qt.Key.Key_Right)
        assert chart.place == last
        page.setFocus()
        assert card.note.text() != chart.words(last)


def test_the_calendar_begins_at_today_and_goes_by_weeks(
    page: ProgressPage, november: MemoryJournal
) -> None:
    chart = page.overview.days.days
    chart.setFocus(TAB)
    assert chart.place is not None
    assert chart.days[chart.place].date == TODAY
    QTest.keyClick(chart, Qt.Key.Key_Up)
    assert chart.days[chart.place].date == TODAY - timedelta(days=7)


def test_in_columns_of_weeks_the_arrows_go_as_the_days_stand(
    page: ProgressPage, november: MemoryJournal
) -> None:
    page.overview.span.segments[2].click()
    chart = page.overview.days.days
    chart.setFocus(TAB)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.place is not None
    assert chart.days[chart.place].date == TODAY - timedelta(days=7)
    QTest.keyClick(chart, Qt.Key.Key_Up)
    assert chart.days[chart.place].date == TODAY - timedelta(days=8)


@pytest.mark.parametrize("span", [0, 1, 2])
def test_marks_lie_inside_their_chart_and_on_none_of_each_other(
    page: ProgressPage, november: MemoryJournal, span: int
) -> None:
    page.overview.span.segments[span].click()
    for chart in charts(page):
        areas = list(chart.areas())
        for n, area in enumerate(areas):
            assert chart.rect().toRectF().adjusted(-1, -1, 1, 1).contains(area)
            assert not any(area.intersects(other) for other in areas[n + 1 :])


def test_t_exchanges_a_chart_and_its_table(page: ProgressPage, november: MemoryJournal) -> None:
    card = page.overview.weeks
    card.chart.setFocus(TAB)
    QTest.keyClick(card.chart, Qt.Key.Key_T)
    assert card.table.isVisible()
    assert not card.chart.isVisible()
    assert card.table.shown.rows[-1] == ("23 Nov", "4 days, goal reached")
    QTest.keyClick(card.table, Qt.Key.Key_T)
    assert card.chart.isVisible()


def test_the_table_of_the_calendar_has_every_day_that_had_something(
    page: ProgressPage,
) -> None:
    journal = MemoryJournal()
    play(journal, date(2026, 11, 3), minutes=8)
    mark(journal, date(2026, 11, 5), "travelling")
    call(journal, date(2026, 11, 6), "done")
    page.show_history(journal.history, TODAY)
    assert page.overview.days.days.table().rows == (
        ("Tuesday 3 November", "8 minutes"),
        ("Thursday 5 November", "travelling"),
        ("Friday 6 November", "done, as you said"),
    )


def test_earlier_and_later_go_by_what_is_shown(page: ProgressPage, november: MemoryJournal) -> None:
    days = page.overview.days
    assert days.name.text() == "November"
    assert not days.later.isEnabled()
    days.earlier.click()
    assert days.name.text() == "October"
    assert page.overview.summary.startswith("You moved on")
    assert page.overview.summary.endswith(("in that time.", "for you."))
    days.later.click()
    assert days.name.text() == "November"


def test_fewer_than_three_pairs_show_nothing_and_say_when(page: ProgressPage) -> None:
    journal = MemoryJournal()
    for n in range(2):
        play(journal, TODAY - timedelta(days=n), pain=(5, 2))
    page.show_history(journal.history, TODAY)
    pain = page.overview.pain
    assert pain.chart.areas() == []
    assert "from the third answer on" in pain.note.text()
    play(journal, TODAY - timedelta(days=3), pain=(4, 4))
    page.show_history(journal.history, TODAY)
    assert len(pain.chart.areas()) == 3
    assert pain.note.text() == "2 of 3 were a real change, for less pain."


def test_both_directions_of_a_change_are_said(page: ProgressPage) -> None:
    journal = MemoryJournal()
    for n, pain in enumerate(((5, 2), (2, 6), (4, 4))):
        play(journal, TODAY - timedelta(days=n), pain=pain)
    page.show_history(journal.history, TODAY)
    assert page.overview.pain.note.text() == (
        "2 of 3 were a real change: 1 for less pain, 1 for more."
    )


def test_without_a_goal_no_week_is_called_reached(page: ProgressPage) -> None:
    journal = MemoryJournal()
    play(journal, TODAY)
    page.show_history(journal.history, TODAY)
    weeks = page.overview.weeks
    assert weeks.set_goal.text() == "Set a goal"
    assert weeks.aside.text() == ""
    weeks.set_goal.click()
    chosen = QSignalSpy(page.goal_chosen)
    weeks.goal.numbers[2].click()
    assert chosen.at(0) == [3]
    assert not weeks.goal.isVisible()


def test_only_weeks_that_reached_the_goal_are_told(
    page: ProgressPage, november: MemoryJournal
) -> None:
    assert page.overview.weeks.aside.text().startswith("reached in ")
    journal = MemoryJournal()
    play(journal, TODAY - timedelta(days=14))
    journal.append(goal_set(5))
    page.show_history(journal.history, TODAY)
    assert page.overview.weeks.aside.text() == ""


def test_a_day_is_marked_by_a_press_and_another_one_takes_it_back(page: ProgressPage) -> None:
    journal = MemoryJournal()
    play(journal, TODAY)
    page.show_history(journal.history, TODAY)
    rest, chart = page.overview.calls.rest, page.overview.days.days
    opened = QSignalSpy(page.day_marked)
    rest.mark.click()
    day = next(n for n, one in enumerate(chart.days) if one.date == date(2026, 11, 12))
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.areas()[day].center().toPoint())
    assert opened.at(0) == [date(2026, 11, 12), "ill"]
    mark(journal, date(2026, 11, 12), "ill")
    page.show_history(journal.history, TODAY)
    rest.what.segments[1].click()
    chart.go_to(day)
    QTest.keyClick(chart, Qt.Key.Key_Space)
    assert opened.at(1) == [date(2026, 11, 12), "travelling"]
    rest.what.segments[0].click()
    chart.go_to(day)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert opened.at(2) == [date(2026, 11, 12), "none"]


def test_a_day_that_is_pressed_leads_to_its_sessions(
    page: ProgressPage, november: MemoryJournal
) -> None:
    chart = page.overview.days.days
    chart.opened.emit(next(n for n, day in enumerate(chart.days) if day.date.day == 24))
    assert page.all.isVisible()
    assert page.all.rows.list.current is not None
    assert page.all.rows.list.current.day == date(2026, 11, 24)
    QTest.keyClick(page.all.rows.list, Qt.Key.Key_Escape)
    assert page.overview.isVisible()


def test_a_session_opens_and_says_what_was_done_left_and_skipped(page: ProgressPage) -> None:
    journal = MemoryJournal()
    session = play(
        journal, TODAY, minutes=12, fraction=0.5, exercises=("bridge", "bird-dog", "cat-cow"),
        hurt="bird-dog", pain=(4, 5),
    )  # fmt: skip
    page.show_history(journal.history, TODAY)
    page.open_session(session)
    words = {exercise: chip.text() for exercise, chip in page.one.chips.items()}
    assert words == {"bridge": "Done", "bird-dog": "Left, it hurt: 5", "cat-cow": "Skipped"}


def test_what_is_set_right_is_a_wish_with_the_whole_session(page: ProgressPage) -> None:
    journal = MemoryJournal()
    session = play(journal, TODAY, minutes=12, fraction=0.5, exercises=("bridge", "cat-cow"))
    page.show_history(journal.history, TODAY)
    page.open_session(session)
    done, minutes = QSignalSpy(page.exercises_corrected), QSignalSpy(page.minutes_corrected)
    page.one.chips["cat-cow"].click()
    assert done.at(0) == [session, ("bridge", "cat-cow")]
    page.one.minutes.chosen.emit(12)
    assert minutes.at(0) == [session, 12]


def test_deleting_is_asked_about_once(page: ProgressPage, november: MemoryJournal) -> None:
    session = november.history.sessions[-1].id
    page.open_session(session)
    gone = QSignalSpy(page.delete_requested)
    page.one.delete.click()
    page.sheet.choose("keep")
    assert gone.count() == 0
    page.one.delete.click()
    QTest.keyClick(page.sheet, Qt.Key.Key_Escape)
    assert gone.count() == 0
    page.one.delete.click()
    page.sheet.choose("delete")
    assert gone.at(0) == [session]


def test_a_session_that_is_gone_is_left(page: ProgressPage) -> None:
    journal = MemoryJournal()
    play(journal, TODAY)
    session = play(journal, TODAY)
    page.show_history(journal.history, TODAY)
    page.open_session(session)
    other = MemoryJournal()
    play(other, TODAY)
    page.show_history(other.history, TODAY)
    assert page.overview.isVisible()


def test_exercises_that_nobody_knows_any_more_are_shown_by_their_id(page: ProgressPage) -> None:
    journal = MemoryJournal()
    session = play(journal, TODAY, exercises=("gone-for-good",))
    page.show_history(journal.history, TODAY)
    page.grab()
    page.open_session(session)
    page.grab()
    assert list(page.one.chips) == ["gone-for-good"]


def test_other_times_are_offered_only_where_few_calls_are_answered(page: ProgressPage) -> None:
    journal = MemoryJournal()
    play(journal, TODAY)
    for _ in range(9):
        call(journal, TODAY, "nothing")
    page.show_history(journal.history, TODAY)
    assert not page.overview.calls.change.isVisible()
    call(journal, TODAY, "nothing")
    page.show_history(journal.history, TODAY)
    wanted = QSignalSpy(page.times_requested)
    page.overview.calls.change.click()
    assert wanted.count() == 1


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.CONTRAST])
@pytest.mark.parametrize("width", [480, 800, 1133, 1800])
def test_cards_use_the_room_and_stay_inside(
    page: ProgressPage, november: MemoryJournal, look: Look, theme: Theme, width: int
) -> None:
    look.choose(theme)
    page.resize(width, 700)
    page.grab()
    for card in page.overview.cards:
        left = card.mapTo(page, QPoint(0, 0)).x()
        assert left >= 0
        assert left + card.width() <= width


@pytest.mark.parametrize("is_table", [False, True])
def test_everything_on_the_page_has_a_name(
    page: ProgressPage, november: MemoryJournal, is_table: bool
) -> None:
    install_roles()
    if is_table:
        for card in chart_cards(page):
            card.as_table.click()
    assert nameless(page) == []
    headed = headings(page)
    assert headed[0] == "Progress"
    assert len(headed) == 1 + len(page.overview.cards)


def test_it_begins_anew_whenever_it_is_shown(page: ProgressPage, november: MemoryJournal) -> None:
    page.open_all()
    asked = QSignalSpy(page.shown)
    page.hide()
    page.show()
    assert asked.count() == 1
    assert page.overview.isVisible()
