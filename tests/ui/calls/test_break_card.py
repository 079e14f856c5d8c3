"""The break card: says what it must, takes no focus, stands in the corner, costs nothing unseen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from backease_desktop.core.units import Ms
from backease_desktop.ui.calls.break_card import TICK, BreakCard, RunDown, corner_of
from backease_desktop.ui.components.button import Button
from backease_desktop.ui.look.style import Look
from tests.fakes.panel import FakePanel
from tests.ui.cut import cut_off

SENTENCE = "You have been sitting for 50 minutes. Two minutes at the chair?"


@pytest.fixture
def card(look: Look, qtbot: QtBot) -> Iterator[BreakCard]:
    card = BreakCard(look, QLabel("figure"))
    qtbot.addWidget(card)
    yield card
    card.withdraw()


def call(card: BreakCard, late: str = "") -> None:
    card.show_call("Time to stretch", SENTENCE, (5, 10, 20), late)


def refuses_focus(card: BreakCard) -> bool:
    return bool(card.windowHandle().flags() & Qt.WindowType.WindowDoesNotAcceptFocus)


def test_it_asks_never_to_be_given_the_focus(card: BreakCard) -> None:
    flags = card.windowFlags()
    assert flags & Qt.WindowType.WindowDoesNotAcceptFocus
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert card.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_it_says_why_it_is_late_only_when_it_is(card: BreakCard) -> None:
    call(card, "Late, because you were in a conversation.")
    assert card.words == f"Time to stretch {SENTENCE} Late, because you were in a conversation."
    call(card)
    assert card.words == f"Time to stretch {SENTENCE}"


def test_each_answer_is_one_click(card: BreakCard, qtbot: QtBot) -> None:
    call(card)
    with qtbot.waitSignal(card.start_requested):
        QTest.mouseClick(card.start, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(card.snooze_requested) as snoozed:
        QTest.mouseClick(card.later, Qt.MouseButton.LeftButton)
    assert snoozed.args == [5]
    with qtbot.waitSignal(card.not_now_requested):
        QTest.mouseClick(card.not_now, Qt.MouseButton.LeftButton)


def test_the_other_minutes_take_the_place_of_the_answers(card: BreakCard, qtbot: QtBot) -> None:
    call(card)
    size = card.size()
    assert card.later.text() == "In 5 min"
    QTest.mouseClick(card.more, Qt.MouseButton.LeftButton)
    choices = card.answers.choices
    assert [choice.text() for choice in choices] == ["In 10 min", "In 20 min"]
    assert not card.start.isVisible()
    assert card.size() == size
    with qtbot.waitSignal(card.snooze_requested) as snoozed:
        QTest.mouseClick(choices[1], Qt.MouseButton.LeftButton)
    assert snoozed.args == [20]


def test_there_is_a_way_back_from_the_other_minutes(card: BreakCard) -> None:
    call(card)
    QTest.mouseClick(card.more, Qt.MouseButton.LeftButton)
    QTest.mouseClick(card.answers.back, Qt.MouseButton.LeftButton)
    assert card.start.isVisible()


def test_every_answer_has_words_for_a_screen_reader(card: BreakCard) -> None:
    call(card)
    buttons = (card.start, card.later, card.more, card.not_now)
    words = [each.accessibleName() for each in (*buttons, *card.answers.choices, card.answers.back)]
    assert all(any(map(str.isalpha, each)) for each in words)
    assert len(set(words)) == len(words)


def test_the_next_call_begins_with_the_answers(card: BreakCard) -> None:
    call(card)
    QTest.mouseClick(card.more, Qt.MouseButton.LeftButton)
    call(card)
    assert card.start.isVisible()


def test_by_the_keyboard_escape_leaves_the_minutes_first_and_then_the_card(
    card: BreakCard, qtbot: QtBot
) -> None:
    call(card)
    card.take_keys()
    qtbot.waitUntil(card.isActiveWindow)
    assert card.start.hasFocus()
    card.more.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(card.more, Qt.Key.Key_Space)
    assert card.answers.choices[0].hasFocus()
    with qtbot.assertNotEmitted(card.not_now_requested):
        QTest.keyClick(card.answers.choices[0], Qt.Key.Key_Escape)
    assert card.more.hasFocus()
    with qtbot.waitSignal(card.not_now_requested):
        QTest.keyClick(card.more, Qt.Key.Key_Escape)


def test_one_choice_offers_no_others(card: BreakCard) -> None:
    card.show_call("Time to stretch", SENTENCE, (15,))
    assert card.later.text() == "In 15 min"
    assert not card.more.isVisible()


def test_keys_answer_and_are_shown_only_for_whom_asked(card: BreakCard, qtbot: QtBot) -> None:
    call(card)
    before = card.start.sizeHint().width()
    card.take_keys()
    qtbot.waitUntil(card.isActiveWindow)
    assert card.start.sizeHint().width() > before
    with qtbot.waitSignal(card.start_requested):
        QTest.keyClick(card, Qt.Key.Key_Return)
    with qtbot.waitSignal(card.not_now_requested):
        QTest.keyClick(card, Qt.Key.Key_Escape)


def test_after_it_was_asked_for_the_next_call_takes_no_focus(card: BreakCard) -> None:
    call(card)
    card.take_keys()
    assert not refuses_focus(card)
    card.shrink()
    call(card)
    assert refuses_focus(card)


def test_the_line_runs_only_while_the_card_is_seen(card: BreakCard) -> None:
    seen = [card.line.is_running]
    call(card)
    seen.append(card.line.is_running)
    card.shrink()
    seen.append(card.line.is_running)
    assert seen == [False, True, False]
    assert not card.isVisible()


def test_the_line_is_full_at_each_call_and_rests_when_it_is_down(look: Look, qtbot: QtBot) -> None:
    line = RunDown(look, Ms(TICK))
    qtbot.addWidget(line)
    line.show()
    assert line.left == 1
    qtbot.waitUntil(lambda: line.left == 0)
    assert not line.is_running
    line.restart()
    assert line.left == 1


def test_the_line_is_painted_twice_a_second_at_most() -> None:
    assert TICK >= 500


def test_it_stands_at_the_bottom_right(card: BreakCard) -> None:
    call(card)
    assert card.screen().availableGeometry().contains(card.geometry())
    assert card.pos() == corner_of(card.screen().availableGeometry(), card.size())


@pytest.mark.parametrize("room", [QRect(0, 0, 1280, 800), QRect(-1920, 40, 1920, 1040)])
def test_the_corner_lies_inside_the_room(room: QRect) -> None:
    spot = QRect(corner_of(room, QSize(420, 220)), QSize(420, 220))
    assert room.contains(spot)
    assert room.right() - spot.right() == room.bottom() - spot.bottom() == 20


def test_on_a_tiny_screen_the_words_are_seen_first() -> None:
    assert corner_of(QRect(10, 10, 100, 100), QSize(420, 220)) == QRect(10, 10, 1, 1).topLeft()


def test_nothing_is_cut_at_twice_the_text(look: Look, qtbot: QtBot) -> None:
    look.choose(text_percent=200)
    card = BreakCard(look)
    qtbot.addWidget(card)
    call(card, "Late, because you were in a conversation.")
    for button in (card.start, card.later, card.more, card.not_now):
        assert card.rect().contains(button.geometry())
        assert button.width() >= button.sizeHint().width()
    look.choose()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_it_fits_on_the_screen_and_needs_no_more_when_its_key_is_shown(
    look: Look, qtbot: QtBot, percent: int
) -> None:
    look.choose(text_percent=percent)
    card = BreakCard(look)
    qtbot.addWidget(card)
    call(card, "Late, because you were in a conversation.")
    assert card.screen().availableGeometry().contains(card.geometry())
    card.start.set_key("⏎")
    QApplication.processEvents()
    assert cut_off(card) == []
    look.choose()


def test_it_finds_its_place_again_when_a_screen_goes(card: BreakCard) -> None:
    call(card)
    corner = card.pos()
    card.move(-3000, 0)
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.screenRemoved.emit(app.primaryScreen())
    assert card.pos() == corner


def test_a_card_that_was_shrunk_comes_back_for_whom_asks(card: BreakCard, qtbot: QtBot) -> None:
    call(card)
    card.shrink()
    card.take_keys()
    qtbot.waitUntil(card.isActiveWindow)


@pytest.fixture
def panel(qtbot: QtBot) -> FakePanel:
    return FakePanel()


@pytest.fixture
def on_panel(look: Look, panel: FakePanel, qtbot: QtBot) -> Iterator[BreakCard]:
    card = BreakCard(look, QLabel("figure"), panel)
    qtbot.addWidget(card)
    call(card)
    yield card
    card.withdraw()


def is_window(card: BreakCard) -> bool:
    return card.windowHandle().isVisible()


def test_where_there_is_a_panel_the_card_is_no_window(
    on_panel: BreakCard, panel: FakePanel
) -> None:
    assert panel.size == on_panel.size()
    assert on_panel.isVisible()
    assert not is_window(on_panel)
    assert on_panel.can_keep_off_focus


def test_the_answers_can_be_clicked_on_a_panel(
    on_panel: BreakCard, panel: FakePanel, qtbot: QtBot
) -> None:
    def click(button: Button) -> None:
        spot = button.mapTo(on_panel, button.rect().center())
        panel.click(spot.x(), spot.y())

    with qtbot.waitSignal(on_panel.start_requested):
        click(on_panel.start)
    click(on_panel.more)
    with qtbot.waitSignal(on_panel.snooze_requested) as snoozed:
        click(on_panel.answers.choices[0])
    assert snoozed.args == [10]


def test_a_step_of_the_line_costs_one_picture(on_panel: BreakCard, panel: FakePanel) -> None:
    on_panel.line._timer.stop()
    for _ in range(3):  # what the call itself has painted
        QGuiApplication.processEvents()
    panel.pictures.clear()
    on_panel.line._on_timer_timeout()
    for _ in range(3):
        QGuiApplication.processEvents()
    assert len(panel.pictures) == 1


def test_a_withdrawn_card_leaves_the_panel(on_panel: BreakCard, panel: FakePanel) -> None:
    on_panel.withdraw()
    assert panel.size is None
    assert not on_panel.isVisible()
    assert not on_panel.line.is_running


def test_whoever_asks_for_the_card_gets_it_as_a_window_with_the_keyboard(
    on_panel: BreakCard, panel: FakePanel, qtbot: QtBot
) -> None:
    on_panel.take_keys()
    qtbot.waitUntil(on_panel.isActiveWindow)
    assert panel.size is None
    with qtbot.waitSignal(on_panel.start_requested):
        QTest.keyClick(on_panel, Qt.Key.Key_Return)
    call(on_panel)
    assert panel.size is not None
    assert not is_window(on_panel)


def test_only_a_mere_window_of_wayland_cannot_keep_off_the_focus(
    look: Look, panel: FakePanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    cards = [BreakCard(look), BreakCard(look, None, panel)]
    for card in cards:
        qtbot.addWidget(card)
    assert [card.can_keep_off_focus for card in cards] == [True, True]
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "wayland")
    assert [card.can_keep_off_focus for card in cards] == [False, True]
    panel.works = False
    call(cards[1])
    assert not cards[1].can_keep_off_focus
    cards[1].withdraw()


@pytest.mark.parametrize("is_shown_first", [True, False])
def test_without_its_panel_the_card_is_a_window_rather_than_nothing(
    look: Look, panel: FakePanel, qtbot: QtBot, is_shown_first: bool
) -> None:
    panel.works = is_shown_first
    card = BreakCard(look, QLabel("figure"), panel)
    qtbot.addWidget(card)
    call(card)
    if is_shown_first:
        panel.failed.emit("the compositor is gone")
    assert is_window(card)
    card.withdraw()


def test_larger_words_make_a_larger_panel(
    on_panel: BreakCard, panel: FakePanel, look: Look
) -> None:
    before = on_panel.size()
    look.choose(text_percent=150)
    assert on_panel.width() > before.width()
    assert panel.size == on_panel.size()
    look.choose()


def test_keys_from_everywhere_are_shown_only_while_they_lead_here(card: BreakCard) -> None:
    call(card)
    low = card.height()
    card.show_shortcut("Ctrl+Alt+B")
    shown = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    assert any("Ctrl+Alt+B" in words for words in shown)
    assert card.height() > low
    card.show_shortcut("")
    shown = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    assert not any("Ctrl" in words for words in shown)
    assert card.height() == low
