"""The reminders page: a change is a roster, nonsense changes nothing, and nothing is lost."""

from collections.abc import Callable
from datetime import UTC, datetime, time
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from backease_desktop.core.catalogue.words import Place
from backease_desktop.core.fields import fields_of
from backease_desktop.core.reminder.decisions import Decision, Verdict
from backease_desktop.core.reminder.outlook import Mood, Outlook
from backease_desktop.core.reminder.roster import (
    CHOOSE,
    At,
    BusySwitches,
    CallStyle,
    DayRange,
    Every,
    Reminder,
    Roster,
)
from backease_desktop.core.units import MINUTE, Ms
from backease_desktop.ui.components.page_column import PageColumn
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.reminders.reminder_card import summary
from backease_desktop.ui.reminders.reminders_page import RemindersPage
from backease_desktop.ui.reminders.roster_options import NUMBERS
from backease_desktop.ui.reminders.status_card import HOUR
from backease_desktop.ui.settings.field_editors import ChoiceEditor

NOW = datetime(2026, 11, 20, 15, 2, tzinfo=UTC)
ROSTER = Roster(
    reminders=(
        Reminder(id="stretch", name="Stretch"),
        Reminder(id="walk", name="Walk", when=At(times=(time(12),))),
    )
)
COUNTING = Outlook(Mood.COUNTING, "stretch", Ms(18 * MINUTE))
Requested = Callable[[], Roster]


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> RemindersPage:
    page = RemindersPage(look, ROSTER, [("desk-chair-2", "At the chair"), ("mat", "On the mat")])
    page.make_whole()
    qtbot.addWidget(page)
    page.resize(868, 600)
    page.show()
    return page


@pytest.fixture
def requested(page: RemindersPage) -> Requested:
    rosters: list[Roster] = []
    page.change_requested.connect(rosters.append)
    return lambda: rosters[-1]


def type_into(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def choose(editor: ChoiceEditor, value: object) -> None:
    editor.widget.setCurrentIndex(editor.widget.findData(value))
    editor.widget.activated.emit(editor.widget.currentIndex())


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_opening_the_page_asks_for_nothing(look: Look, qtbot: QtBot) -> None:
    page = RemindersPage(look, ROSTER, [])
    page.make_whole()
    qtbot.addWidget(page)
    with qtbot.assertNotEmitted(page.change_requested):
        page.show()
        page.show_roster(ROSTER.with_(away_after_min=9))
        page.select("walk")


def test_a_switch_turns_its_own_reminder_off(page: RemindersPage, requested: Requested) -> None:
    click(page.cards["walk"].switch)
    assert [one.enabled for one in requested().reminders] == [True, False]
    assert page.selected == "stretch"


def test_a_row_opens_its_reminder(page: RemindersPage) -> None:
    page.cards["walk"].setFocus()
    QTest.keyClick(page.cards["walk"], Qt.Key.Key_Return)
    assert page.editor.name.text() == "Walk"
    assert page.editor.times.text() == "12:00"


def test_a_name_is_typed(page: RemindersPage, requested: Requested) -> None:
    type_into(page.editor.name, "Hourly")
    assert requested().reminders[0].name == "Hourly"
    assert requested().reminders[1] == ROSTER.reminders[1]


def test_an_interval_becomes_fixed_times_and_back(
    page: RemindersPage, requested: Requested
) -> None:
    every, at = page.editor.kind.segments
    click(at)
    assert isinstance(requested().reminders[0].when, At)
    type_into(page.editor.times, "9.30, 14")
    assert requested().reminders[0].when == At(times=(time(9, 30), time(14)))
    click(every)
    page.editor.minutes.setValue(45)
    assert requested().reminders[0].when == Every(minutes=45)


def test_days_are_chips_and_hours_are_typed(page: RemindersPage, requested: Requested) -> None:
    (group,) = page.editor.hours.groups
    click(group.chips[5])
    click(group.chips[0])
    type_into(group.fields[0][0], "8am")
    hours = requested().reminders[0].hours
    assert hours.monday == ()
    assert hours.saturday == hours.tuesday == (DayRange(start=time(8), end=time(17)),)
    assert group.fields[0][0].text() == "8:00"


def test_a_second_time_of_the_day_is_added_and_taken_away(
    page: RemindersPage, requested: Requested
) -> None:
    type_into(page.editor.hours.groups[0].fields[0][1], "12")
    click(page.editor.hours.groups[0].more)
    type_into(page.editor.hours.groups[0].fields[1][1], "5 pm")
    assert requested().reminders[0].hours.monday == (
        DayRange(start=time(9), end=time(12)),
        DayRange(start=time(13), end=time(17)),
    )
    click(page.editor.hours.groups[0].fewer)
    assert requested().reminders[0].hours.monday == (DayRange(start=time(9), end=time(12)),)


def test_other_days_have_other_hours(page: RemindersPage, requested: Requested) -> None:
    click(page.editor.hours.other)
    week, rest = page.editor.hours.groups
    click(rest.chips[4])
    type_into(rest.fields[0][1], "14:00")
    assert not week.chips[4].isChecked()
    assert requested().reminders[0].hours.friday == (DayRange(start=time(9), end=time(14)),)
    assert requested().reminders[0].hours.thursday == (DayRange(start=time(9), end=time(17)),)


def test_how_often_it_calls_follows_every_change(page: RemindersPage) -> None:
    assert page.editor.often == "at the computer · about 9 calls a day"
    page.editor.minutes.setValue(240)
    assert page.editor.often == "at the computer · about 1 call a day"
    for chip in page.editor.hours.groups[0].chips:
        chip.setChecked(False)
    assert page.editor.often == "at the computer · no call on any day"


@pytest.mark.parametrize("nonsense", ["nine", "25", "18:00", "13pm", "8:75"])
def test_hours_without_sense_are_told_and_change_nothing(
    page: RemindersPage, qtbot: QtBot, nonsense: str
) -> None:
    start, _ = page.editor.hours.groups[0].fields[0]
    with qtbot.assertNotEmitted(page.change_requested):
        type_into(start, nonsense)
    assert page.editor.trouble
    assert start.text() == nonsense
    assert start.accessibleDescription() == page.editor.trouble


def test_a_nameless_reminder_is_refused(page: RemindersPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.change_requested):
        page.editor.name.clear()
        page.editor.name.editingFinished.emit()
    assert page.editor.trouble


def test_routine_and_tone_are_chosen(page: RemindersPage, requested: Requested) -> None:
    choose(page.editor.routine, CHOOSE)
    choose(page.editor.tone, "")
    assert requested().reminders[0].routine == CHOOSE
    assert requested().reminders[0].tone is None


def test_a_new_reminder_is_off_and_opens_with_its_name_to_type(
    page: RemindersPage, requested: Requested
) -> None:
    QTest.keyClick(page, Qt.Key.Key_N)
    click(page.suggestions.buttons[0])
    new = requested().reminders[2]
    assert (new.name, new.when, new.enabled) == (
        "Lunch on the mat",
        At(times=(time(12, 30),)),
        False,
    )
    assert page.selected == new.id
    assert page.editor.name.hasSelectedText()


def test_one_reminder_is_open_at_a_time(page: RemindersPage) -> None:
    page.select("walk")
    assert [card.is_open for card in page.cards.values()] == [False, True]
    assert page.cards["walk"].isAncestorOf(page.editor)


def test_a_copy_is_the_same_by_another_name(page: RemindersPage, requested: Requested) -> None:
    page.select("walk")
    click(page.duplicate)
    copy = requested().reminders[2]
    assert (copy.name, copy.when) == ("Walk (copy)", ROSTER.reminders[1].when)
    assert not copy.enabled
    assert copy.id not in {"walk", "stretch"}


def test_a_deleted_reminder_can_be_brought_back_to_its_place(
    page: RemindersPage, requested: Requested
) -> None:
    click(page.delete)
    assert [one.id for one in requested().reminders] == ["walk"]
    assert page.selected == "walk"
    click(page.bring_back)
    assert requested() == ROSTER
    assert not page.bring_back.isVisible()
    # Not its name, which the next key would change.
    assert page.window().focusWidget() is page.cards[page.selected]


def test_the_last_reminder_may_go(page: RemindersPage, requested: Requested) -> None:
    click(page.delete)
    click(page.delete)
    assert requested().reminders == ()
    assert page.selected == ""
    assert not page.editor.isVisible()


def test_twenty_are_enough(page: RemindersPage) -> None:
    many = tuple(Reminder(id=f"r-{n}", name=str(n)) for n in range(20))
    page.show_roster(Roster(reminders=many))
    assert not page.new.isEnabled()
    assert not page.duplicate.isEnabled()


def test_every_option_of_the_roster_can_be_changed_here(page: RemindersPage) -> None:
    here = {*page.options.editors, "snooze_min", "reminders", "wait_for"}
    assert here == {*fields_of(Roster), *fields_of(BusySwitches)} - {"call", "screen_shared"}
    assert set(NUMBERS) <= here


def test_what_is_not_interrupted_is_switched(page: RemindersPage, requested: Requested) -> None:
    click(page.options.editors["camera"].widget)
    assert not requested().wait_for.camera
    assert requested().wait_for.call


def test_options_keep_what_was_edited_before(page: RemindersPage, requested: Requested) -> None:
    type_into(page.editor.name, "Hourly")
    type_into(page.options.snooze, "3, 15")
    assert requested().snooze_min == (3, 15)
    assert requested().reminders[0].name == "Hourly"


@pytest.mark.parametrize("nonsense", ["soon", "0", "5, 10, 20, 30, 40"])
def test_choices_of_later_without_sense_are_told(
    page: RemindersPage, qtbot: QtBot, nonsense: str
) -> None:
    with qtbot.assertNotEmitted(page.change_requested):
        type_into(page.options.snooze, nonsense)
    assert page.options.trouble


def test_it_pauses_or_resumes(page: RemindersPage, qtbot: QtBot) -> None:
    page.show_outlook(COUNTING, NOW)
    assert page.status.status == "Next call in 18 min"
    click(page.status.pause)
    with qtbot.waitSignal(page.status.pause_requested) as paused:
        click(page.status.pause_hour)
    assert paused.args == [HOUR]
    page.show_outlook(Outlook(Mood.PAUSED, until=NOW), NOW)
    assert not page.status.pause.isVisible()
    assert not page.status.pause_hour.isVisible()
    with qtbot.waitSignal(page.status.resume_requested):
        click(page.status.resume)


def test_decisions_use_the_names_of_now(page: RemindersPage) -> None:
    page.set_decisions([Decision(at=NOW, verdict=Verdict.SHOWN, reminders=("stretch",))])
    type_into(page.editor.name, "Hourly")
    assert page.why.lines == ["Friday 15:02   Hourly · Called"]


def test_a_card_says_when_in_words() -> None:
    every, at = ROSTER.reminders
    assert summary(every) == "Every 50 minutes at the computer, Monday to Friday, 9:00–17:00"
    assert summary(at) == "At 12:00, Monday to Friday"


@pytest.mark.parametrize(
    ("width", "text_percent"), [(548, 100), (708, 100), (1148, 100), (548, 200), (1148, 200)]
)
def test_nothing_stands_outside_the_page(
    look: Look, qtbot: QtBot, width: int, text_percent: int
) -> None:
    look.choose(text_percent=text_percent)
    choosing = ROSTER.reminders[0].with_(routine=CHOOSE, speaks=True)
    page = RemindersPage(look, Roster(reminders=(choosing,)), [("mat", "On the mat")])
    page.make_whole()
    qtbot.addWidget(page)
    page.resize(width, 600)
    page.show_outlook(COUNTING, NOW)
    page.show()
    click(page.status.pause)
    click(page.status.pause_date)
    page.editor.open_advanced()
    page.options.whole.line.setChecked(True)
    page.new.click()

    def are_inside() -> bool:
        seen = [one for one in page.findChildren(QWidget) if one.isVisible()]
        return all(one.mapTo(page, one.rect().topRight()).x() <= width for one in seen)

    qtbot.waitUntil(are_inside)
    look.choose()


def is_stop(widget: QWidget) -> bool:
    """Whether Tab stops there; the page itself, which is scrolled by keys, is left out."""
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and not isinstance(widget, PageColumn)


def test_tab_goes_in_the_order_of_the_eye(page: RemindersPage, requested: Requested) -> None:
    page.show_outlook(COUNTING, NOW)
    page.suggestions.buttons[2].click()
    page.select("walk")
    page.resize(868, 3000)
    QTest.qWaitForWindowExposed(page)
    stops: list[QWidget] = [page.new]
    while (following := stops[-1].nextInFocusChain()) is not page.new:
        stops.append(following)
    tops = [
        one.mapTo(page, one.rect().topLeft()).y()
        for one in stops
        if one.isVisible() and is_stop(one)
    ]
    assert len(tops) > 20
    assert all(after > before - 20 for before, after in pairwise(tops))


def test_keys_say_nothing_on_a_page_just_opened(look: Look, qtbot: QtBot) -> None:
    stack, before = QStackedWidget(), QLineEdit()
    qtbot.addWidget(stack)
    page = RemindersPage(look, ROSTER, [])
    page.make_whole()
    page.show_outlook(COUNTING, NOW)
    stack.addWidget(before)
    stack.addWidget(page)
    stack.show()
    stack.activateWindow()
    qtbot.waitActive(stack)
    before.setFocus()
    stack.setCurrentWidget(page)
    qtbot.waitUntil(lambda: page.isAncestorOf(stack.focusWidget()))
    focused = stack.focusWidget()
    with qtbot.assertNotEmitted(page.status.did_it_requested):
        QTest.keyClick(focused, Qt.Key.Key_Space)
    QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert stack.focusWidget() is page.new


def test_arrows_go_from_row_to_row_and_tab_to_the_chosen_one_only(page: RemindersPage) -> None:
    page.activateWindow()
    page.cards["stretch"].setFocus()
    QTest.keyClick(page.cards["stretch"], Qt.Key.Key_Down)
    assert page.selected == "walk"
    assert page.cards["walk"].hasFocus()
    QTest.keyClick(page.cards["walk"], Qt.Key.Key_Down)
    assert page.selected == "walk"
    QTest.keyClick(page.cards["walk"].switch, Qt.Key.Key_Home)
    assert page.selected == "stretch"
    by_tab = [
        part
        for row in page.cards.values()
        for part in (row, row.switch)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert by_tab == [page.cards["stretch"], page.cards["stretch"].switch]


def test_what_the_key_deletes_comes_back_one_by_one(
    page: RemindersPage, requested: Requested
) -> None:
    page.activateWindow()
    page.cards["walk"].setFocus()
    QTest.keyClick(page.cards["walk"], Qt.Key.Key_Delete)
    assert page.selected == "stretch"
    QTest.keyClick(page.cards["stretch"], Qt.Key.Key_Delete)
    assert requested().reminders == ()
    click(page.bring_back)
    click(page.bring_back)
    assert requested() == ROSTER


def test_what_comes_back_takes_no_others_id(page: RemindersPage, requested: Requested) -> None:
    page.suggestions.buttons[2].click()
    click(page.delete)
    page.suggestions.buttons[2].click()
    click(page.bring_back)
    ids = [one.id for one in requested().reminders]
    assert len(set(ids)) == len(ids) == 4


def test_did_it_and_remind_me_are_said(page: RemindersPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.status.did_it_requested):
        click(page.status.did_it)
    with qtbot.waitSignal(page.status.remind_requested):
        click(page.status.remind)


def test_the_reminder_in_the_editor_is_tried(page: RemindersPage, qtbot: QtBot) -> None:
    page.select("walk")
    with qtbot.waitSignal(page.try_requested) as tried:
        click(page.try_it)
    assert tried.args == ["walk"]


def test_how_far_and_how_long_are_asked_only_where_the_routine_is_chosen_for_me(
    page: RemindersPage, requested: Requested
) -> None:
    editor = page.editor
    assert not editor.place.widget.isVisible()
    choose(editor.routine, CHOOSE)
    assert editor.place.widget.isVisible()
    assert editor.most.widget.isVisible()
    choose(editor.place, Place.MAT)
    editor.most.widget.chosen.emit(12)
    assert (requested().reminders[0].place, requested().reminders[0].most_min) == (Place.MAT, 12)


def test_what_is_always_spoken_is_not_asked_for(page: RemindersPage, requested: Requested) -> None:
    editor = page.editor
    click(editor.speaks.widget)
    assert requested().reminders[0].speaks
    click(editor.style_.segments[list(CallStyle).index(CallStyle.VOICE)])
    assert not editor.speaks.widget.isVisible()


@pytest.mark.parametrize("style", CallStyle)
def test_a_call_without_anything_to_press_says_how_it_is_answered(
    page: RemindersPage, style: CallStyle
) -> None:
    click(page.editor.style_.segments[list(CallStyle).index(style)])
    assert page.editor.says_how_to_answer is (style in (CallStyle.VOICE, CallStyle.SOUND))


def test_routines_that_are_new_can_be_chosen_and_what_is_chosen_stays(
    page: RemindersPage, requested: Requested
) -> None:
    page.editor.set_routines([("new", "My own"), ("desk-chair-2", "At the chair")])
    offered = page.editor.routine.widget

    assert [offered.itemText(n) for n in range(offered.count())] == [
        "Choose for me", "My own", "At the chair",
    ]  # fmt: skip
    assert offered.currentText() == "At the chair"
    assert page.editor.routine_name("new") == "My own"
    offered.setCurrentIndex(1)
    offered.activated.emit(1)
    assert requested().reminders[0].routine == "new"
