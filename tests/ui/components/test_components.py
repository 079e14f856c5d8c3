"""The components: keys, focus, names and room."""

from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from backease_desktop.core.settings import Theme as ThemeChoice
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.chip import Chip
from backease_desktop.ui.components.choice import Choice as Noted
from backease_desktop.ui.components.fields import Choice, NumberField, Switch
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.line import Line, Run
from backease_desktop.ui.components.nav_rail import GAP, HEIGHT, NavRail
from backease_desktop.ui.components.pressable import Pressable
from backease_desktop.ui.components.scroll import Scroll
from backease_desktop.ui.components.search_field import SearchField
from backease_desktop.ui.components.sheet import Option, Sheet
from backease_desktop.ui.components.toast import Toast
from backease_desktop.ui.components.value_list import ValueList
from backease_desktop.ui.look.style import Look
from tests.ui.cut import cut_off

PRESSABLE: dict[str, Callable[[Look], Pressable]] = {
    "primary": lambda look: Button(look, "Start", Kind.PRIMARY, "⏎", "play"),
    "secondary": lambda look: Button(look, "Start"),
    "warning": lambda look: Button(look, "Start", Kind.WARNING),
    "danger": lambda look: Button(look, "Start", Kind.DANGER),
    "on accent": lambda look: Button(look, "Start", Kind.ON_ACCENT),
    "chip": lambda look: Chip(look, "Chair", "chair"),
    "switch": lambda look: Switch(look, "Captions"),
}
EACH = pytest.mark.parametrize("make", PRESSABLE.values(), ids=PRESSABLE.keys())


@EACH
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press(
    look: Look, qtbot: QtBot, make: Callable[[Look], Pressable], key: Qt.Key
) -> None:
    pressable = make(look)
    qtbot.addWidget(pressable)
    with qtbot.waitSignal(pressable.clicked):
        QTest.keyClick(pressable, key)


@EACH
def test_the_focus_of_the_keyboard_can_be_seen_and_that_of_a_click_is_not_shown(
    look: Look, qtbot: QtBot, make: Callable[[Look], Pressable]
) -> None:
    pressable = make(look)
    qtbot.addWidget(pressable)
    pressable.show()
    pressable.activateWindow()
    qtbot.waitUntil(pressable.isActiveWindow)
    pressable.clearFocus()
    plain = pressable.grab().toImage()
    pressable.setFocus(Qt.FocusReason.MouseFocusReason)
    assert pressable.grab().toImage() == plain
    pressable.clearFocus()
    pressable.setFocus(Qt.FocusReason.TabFocusReason)
    assert pressable.grab().toImage() != plain


@EACH
@pytest.mark.parametrize("theme", list(ThemeChoice))
def test_it_paints_in_every_theme_and_grows_with_the_text(
    look: Look, qtbot: QtBot, make: Callable[[Look], Pressable], theme: ThemeChoice
) -> None:
    pressable = make(look)
    qtbot.addWidget(pressable)
    before = pressable.sizeHint()
    look.choose(theme, 200)
    assert pressable.sizeHint().height() == pytest.approx(2 * before.height(), abs=2)
    assert not pressable.grab().isNull()


@EACH
def test_it_has_a_name_for_a_screen_reader(
    look: Look, qtbot: QtBot, make: Callable[[Look], Pressable]
) -> None:
    pressable = make(look)
    qtbot.addWidget(pressable)
    assert pressable.accessibleName()


def test_a_compact_button_keeps_its_words_as_tooltip_and_name(look: Look, qtbot: QtBot) -> None:
    button = Button(look, "Back", icon="previous")
    qtbot.addWidget(button)
    wide = button.sizeHint().width()
    button.set_compact(True)
    assert button.sizeHint().width() < wide
    assert (button.toolTip(), button.accessibleName()) == ("Back", "Back")


def test_what_comes_of_a_choice_is_shown_whole_however_long_it_is(look: Look, qtbot: QtBot) -> None:
    sheet_host = QWidget()
    qtbot.addWidget(sheet_host)
    sheet_host.resize(900, 700)
    sheet = Sheet(look, sheet_host)
    long = "You are asked again in ninety days, or when something changes about you by then"
    sheet.ask("Ask?", "Why.", Option("a", "Yes", note="Short"), Option("b", "No", note=long))
    sheet_host.show()
    qtbot.waitExposed(sheet_host)
    short, high = sheet.findChildren(Noted)

    assert high.height() > short.height()
    assert cut_off(sheet) == []
    high.setFixedHeight(short.height())
    assert len(cut_off(sheet)) == 1  # else that says nothing


def test_a_quiet_chip_is_not_filled_when_it_is_on(look: Look, qtbot: QtBot) -> None:
    chip = Chip(look, "Voice on", is_quiet=True)
    qtbot.addWidget(chip)
    chip.setChecked(True)
    on = chip.grab().toImage()
    chip.setChecked(False)
    assert chip.grab().toImage() == on


def test_a_card_to_press_takes_clicks_and_keys(look: Look, qtbot: QtBot) -> None:
    card = Card(look, is_clickable=True)
    qtbot.addWidget(card)
    card.resize(200, 100)
    clicks: list[None] = []
    card.clicked.connect(lambda: clicks.append(None))
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    QTest.keyClick(card, Qt.Key.Key_Return)
    QTest.keyClick(card, Qt.Key.Key_Space)
    QTest.mousePress(card, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(card, Qt.MouseButton.LeftButton, pos=QPoint(500, 500))
    assert len(clicks) == 3


def test_a_plain_card_is_not_in_the_way_of_tab(look: Look, qtbot: QtBot) -> None:
    card = Card(look)
    qtbot.addWidget(card)
    assert card.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_chosen_card_looks_chosen(look: Look, qtbot: QtBot) -> None:
    card = Card(look, is_clickable=True)
    qtbot.addWidget(card)
    card.resize(100, 60)
    plain = card.grab().toImage()
    card.set_selected(True)
    assert card.grab().toImage() != plain


def test_items_flow_into_as_many_lines_as_they_need(look: Look, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    flow = FlowLayout(8, host)
    chips = [Chip(look, name) for name in ("Chair", "Standing", "Floor", "Lower back")]
    for chip in chips:
        flow.addWidget(chip)
    one_line = flow.heightForWidth(2000)
    narrow = chips[3].sizeHint().width()
    assert one_line == chips[0].sizeHint().height()
    assert flow.heightForWidth(narrow) > 2 * one_line
    host.resize(narrow, 400)
    host.show()
    flow.activate()
    assert all(chip.geometry().right() < narrow + 1 for chip in chips)
    assert len({(chip.x(), chip.y()) for chip in chips}) == 4


def test_a_line_is_cut_where_its_room_ends_but_is_told_in_full(look: Look, qtbot: QtBot) -> None:
    line = Line(look)
    qtbot.addWidget(line)
    line.set_runs(Run("A very long name of an exercise"))
    line.resize(60, line.line_height())
    assert line.minimumSizeHint().width() == 0
    assert line.accessibleName() == "A very long name of an exercise"
    assert not line.grab().isNull()


def test_the_search_field_can_be_cleared_by_a_click_from_its_first_letter_on(
    look: Look, qtbot: QtBot
) -> None:
    field = SearchField(look, "Search routines")
    qtbot.addWidget(field)
    field.show()
    for word in ("cat", "cow"):
        QTest.keyClicks(field, word)
        clear = field.findChild(QToolButton)
        assert clear is not None
        assert clear.isVisible()
        QTest.mouseClick(clear, Qt.MouseButton.LeftButton)
        assert field.text() == ""


def test_a_scroll_area_has_a_viewport_that_python_knows(look: Look, qtbot: QtBot) -> None:
    for area in (Scroll(QWidget()), ValueList(str)):
        qtbot.addWidget(area)
        assert shiboken6.createdByPython(area.viewport())


def test_the_search_field_is_emptied_by_escape_which_then_goes_on(look: Look, qtbot: QtBot) -> None:
    field = SearchField(look, "Search routines")
    qtbot.addWidget(field)
    field.setText("neck")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_the_rail_asks_for_a_page_and_marks_the_one_that_is_on(look: Look, qtbot: QtBot) -> None:
    rail = NavRail(look)
    qtbot.addWidget(rail)
    with qtbot.assertNotEmitted(rail.page_requested):
        rail.add_item("home", "play", "Play")
        rail.add_item("s", "settings", "Set")
    rail.resize(100, 400)
    rail.show()
    with qtbot.waitSignal(rail.page_requested) as asked:
        middle = rail.tabs.tabRect(1).center()
        QTest.mouseClick(rail.tabs, Qt.MouseButton.LeftButton, pos=middle)
    assert asked.args == ["s"]
    with qtbot.assertNotEmitted(rail.page_requested):
        rail.set_current("home")
        rail.set_current("player")
    assert rail.tabs.currentIndex() == 0


def test_the_rail_is_told_as_tabs_and_the_arrow_keys_move_in_it(look: Look, qtbot: QtBot) -> None:
    rail = NavRail(look)
    qtbot.addWidget(rail)
    for name in ("Play", "Exercises", "Help"):
        rail.add_item(name.lower(), "play", name)
    told = QAccessible.queryAccessibleInterface(rail.tabs)
    assert told.role() == QAccessible.Role.PageTabList
    first = told.child(0)
    assert (first.role(), first.text(QAccessible.Text.Name)) == (QAccessible.Role.PageTab, "Play")
    asked: list[str] = []
    rail.page_requested.connect(asked.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Home):
        QTest.keyClick(rail.tabs, key)
    assert asked == ["exercises", "help", "exercises", "play"]
    with qtbot.waitSignal(rail.page_entered):
        QTest.keyClick(rail.tabs, Qt.Key.Key_Return)


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_every_tab_of_the_rail_can_be_seen_in_the_lowest_window(
    look: Look, qtbot: QtBot, percent: int
) -> None:
    rail = NavRail(look)
    qtbot.addWidget(rail)
    for name in ("Play", "Exercises", "Reminders", "Settings", "Help"):
        rail.add_item(name, "play", name)
    look.choose(text_percent=percent)
    rail.resize(rail.width(), 480)
    rail.show()
    last = rail.tabs.tabRect(rail.tabs.count() - 1)
    assert last.bottom() <= rail.tabs.height()
    assert last.height() >= HEIGHT
    rail.resize(rail.width(), 1200)
    assert rail.tabs.tabRect(0).height() == pytest.approx(look.theme.px(HEIGHT + GAP), abs=1)


def test_a_toast_goes_by_itself_and_leaves_no_timer(look: Look, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(600, 400)
    host.show()
    toast = Toast(look, host)
    toast.say("No sound: tones and voice are off, captions go on", "voice-off")
    assert toast.isVisible()
    assert host.rect().contains(toast.geometry())
    host.resize(300, 400)
    assert host.rect().contains(toast.geometry())
    toast.hide()
    assert not toast.isVisible()


def test_a_toast_stands_above_the_buttons_at_the_foot(look: Look, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(600, 400)
    button = Button(look, "Start")
    button.setParent(host)
    button.setGeometry(200, 350, 200, 40)
    host.show()
    toast = Toast(look, host)
    toast.say("The sound is back.")
    assert toast.geometry().bottom() < button.geometry().top()
    assert toast.geometry().top() >= host.height() // 2
    toast.hide()
    button.hide()
    toast.say("The sound is back.")
    assert toast.geometry().bottom() > button.geometry().top()
    toast.hide()


class Question:
    """A sheet with two answers over a page."""

    def __init__(self, look: Look, qtbot: QtBot) -> None:
        self.host = QWidget()
        qtbot.addWidget(self.host)
        self.host.resize(800, 600)
        self.host.show()
        self.host.activateWindow()
        self.sheet = Sheet(look, self.host)
        self.answers: list[str] = []
        self.sheet.chosen.connect(self.answers.append)
        self.sheet.ask(
            "End the session?",
            "It is paused.",
            Option("end", "End", Kind.PRIMARY, (Qt.Key.Key_Escape,)),
            Option("stay", "Stay", keys=(Qt.Key.Key_Space,)),
        )

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.host.focusWidget() or self.sheet, key)


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        ((Qt.Key.Key_Return,), "end"),
        ((Qt.Key.Key_Escape,), "end"),
        ((Qt.Key.Key_Space,), "stay"),
        ((Qt.Key.Key_Tab, Qt.Key.Key_Return), "stay"),
        ((Qt.Key.Key_Down, Qt.Key.Key_Return), "stay"),
        ((Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Return), "end"),
    ],
)
def test_a_sheet_is_answered_by_key(
    look: Look, qtbot: QtBot, keys: tuple[Qt.Key, ...], answer: str
) -> None:
    question = Question(look, qtbot)
    for key in keys:
        question.press(key)
    assert question.answers == [answer]
    assert not question.sheet.is_open


def test_a_sheet_can_be_asked_again_and_again(look: Look, qtbot: QtBot) -> None:
    question = Question(look, qtbot)
    question.press(Qt.Key.Key_Return)
    question.sheet.ask("And now?", "", Option("yes", "Yes"))
    assert question.sheet.is_open
    question.press(Qt.Key.Key_Return)
    assert question.answers == ["end", "yes"]


def test_a_closed_sheet_answers_nothing(look: Look, qtbot: QtBot) -> None:
    question = Question(look, qtbot)
    question.sheet.close_quietly()
    question.sheet.choose("end")
    assert question.answers == []


def test_a_number_changes_by_its_plus_and_minus(look: Look, qtbot: QtBot) -> None:
    field = NumberField(look, "Seconds", 4, 6, " s")
    qtbot.addWidget(field)
    field.resize(200, 44)
    field.show()
    middle = field.height() // 2
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(field.width() - 14, middle))
    assert field.value() == 5
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(14, middle))
    assert field.value() == 4


def test_the_wheel_scrolls_the_page_and_changes_no_field(look: Look, qtbot: QtBot) -> None:
    choice, number = Choice(look, "Theme"), NumberField(look, "Seconds", 0, 9)
    qtbot.addWidget(choice)
    qtbot.addWidget(number)
    choice.addItems(["One", "Two"])
    for field in (choice, number):
        field.show()
        qtbot.mouseMove(field)
        QTest.wheelEvent(field.windowHandle(), field.rect().center().toPointF(), QPoint(0, -120))
    assert (choice.currentIndex(), number.value()) == (0, 0)


def test_a_scroll_area_goes_where_the_focus_goes(look: Look, qtbot: QtBot) -> None:
    content = QWidget()
    column = QVBoxLayout(content)
    fields = [QLineEdit() for _ in range(40)]
    for field in fields:
        column.addWidget(field)
    scroll = Scroll(content)
    qtbot.addWidget(scroll)
    scroll.resize(300, 200)
    scroll.show()
    scroll.activateWindow()
    qtbot.waitUntil(scroll.isActiveWindow)
    fields[-1].setFocus()
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().value() > 0)


def test_a_label_that_wraps_is_as_high_as_its_lines(look: Look, qtbot: QtBot) -> None:
    label = Label("Many words that need more than one line " * 4, wraps=True)
    qtbot.addWidget(label)
    assert label.heightForWidth(200) > 2 * label.heightForWidth(4000)
