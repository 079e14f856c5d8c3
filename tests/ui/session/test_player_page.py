"""The player page: what it shows, what it asks for, and that all of it fits."""

from dataclasses import replace
from itertools import combinations
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from backease_desktop.controllers.hurting import Hurt
from backease_desktop.core.catalogue.words import DoseLevel
from backease_desktop.core.session_record import SessionRecord
from backease_desktop.core.settings import Theme as ThemeChoice
from backease_desktop.core.settings import VoiceSettings
from backease_desktop.core.timeline.segments import SegmentKind
from backease_desktop.core.units import Ms
from backease_desktop.ui.components.pressable import Pressable
from backease_desktop.ui.keys import Command, Where, Wish
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.main_window import MainWindow
from backease_desktop.ui.session.player_page import ANSWERS, PlayerPage
from tests.fakes.small_catalogue import small_catalogue
from tests.fakes.snapshots import snapshot_at, start_of

HOLD = start_of(SegmentKind.HOLD)
WHOLE = SessionRecord(
    routine="short",
    name="Short",
    duration=Ms(90_000),
    elapsed=Ms(90_000),
    played=Ms(90_000),
    planned=("twist", "rolls"),
    exercises=("twist", "rolls"),
    is_finished=True,
)


def hurt_at(seconds: float, easier: str | None = None) -> Hurt:
    """What is left at a moment; the name of its easier form, if it has one."""
    segment = snapshot_at(seconds).segment
    if easier is None:
        return Hurt(segment=segment)
    twist = small_catalogue().exercises["twist"]
    return Hurt(segment=segment, easier=twist.with_(name=easier))


class Requested:
    """Writes down what a page asks for, in order."""

    def __init__(self, page: PlayerPage) -> None:
        self.names: list[str] = []
        page.commanded.connect(lambda command: self.names.append(str(command)))
        page.jump_requested.connect(lambda index: self.names.append(f"jump {index}"))

    def take(self) -> list[str]:
        """What was asked for since the last time."""
        taken, self.names = self.names, []
        return taken


@pytest.fixture
def window(look: Look, qtbot: QtBot) -> MainWindow:
    window = MainWindow(look)
    qtbot.addWidget(window)
    window.add_page("player", "", "", lambda: PlayerPage(look), Where.SESSION)
    window.show()
    window.activateWindow()
    window.show_page("player")
    return window


@pytest.fixture
def page(window: MainWindow) -> PlayerPage:
    page = window.page("player")
    assert isinstance(page, PlayerPage)
    page.show_snapshot(snapshot_at(HOLD + 12))
    return page


@pytest.fixture
def requested(page: PlayerPage) -> Requested:
    return Requested(page)


def press(
    window: MainWindow,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """A key to whatever has the focus, as the system would send it."""
    QTest.keyClick(window.focusWidget() or window, key, modifiers)


# What it shows


def test_it_shows_where_the_session_stands(page: PlayerPage) -> None:
    session = page.session
    assert session.top.words.text == "Core for the back    1 of 4 · 5:57 left"
    assert session.figure_card.name.text == "Bird dog"
    assert session.figure_card.pill.text == "Right arm, left leg"
    assert session.then.text == "First side · then Switch sides"
    assert session.next_up.name.text == "Forearm plank"
    assert session.next_up.when.text == "Next, in 0:58"


def test_after_the_last_exercise_comes_the_end(page: PlayerPage) -> None:
    page.show_snapshot(snapshot_at(start_of(SegmentKind.HOLD, 3) + 1))
    assert page.session.next_up.name.text == "The end"


def test_the_caption_stands_while_it_is_said_and_goes(page: PlayerPage) -> None:
    page.show_snapshot(snapshot_at(HOLD + 1))
    assert page.session.captions.text == "Hold. Thirty seconds."
    page.show_snapshot(snapshot_at(HOLD + 12))
    assert page.session.captions.text == ""


def test_captions_can_be_turned_off(page: PlayerPage, requested: Requested) -> None:
    page.show_snapshot(snapshot_at(HOLD + 1))
    page.session.top.captions.click()
    assert page.session.captions.text == ""
    assert requested.take() == ["captions"]


def test_showing_that_the_voice_is_off_asks_for_nothing(
    page: PlayerPage, requested: Requested
) -> None:
    page.set_voice(is_on=False)
    page.set_captions(is_on=False)
    assert page.session.top.voice.text() == "Voice off"
    assert page.session.top.captions.text() == "Captions off"
    assert requested.take() == []


def test_preparing_says_how_far_it_is(page: PlayerPage) -> None:
    page.show_preparing(12, 31)
    assert page.preparing.words.text == "Preparing the voice … 12 of 31"
    assert page.session.isHidden()


def test_ten_seconds_more_can_be_asked_for_only_where_it_does_something(page: PlayerPage) -> None:
    assert page.session.transport.extend.isEnabled()
    page.show_snapshot(snapshot_at(start_of(SegmentKind.MOVE) + 1))
    assert not page.session.transport.extend.isEnabled()


def test_a_finished_session_closes_calmly(page: PlayerPage, requested: Requested) -> None:
    page.show_record(WHOLE)
    assert page.session.isHidden()
    assert page.closing.headline.text() == "Two minutes, done"
    assert "2 exercises · 1 min 30 s" in page.closing.summary.text()
    assert page.closing.consequence.isHidden()
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)
    assert requested.take() == ["done"]


@pytest.mark.parametrize(
    ("changes", "headline", "summary"),
    [
        ({"exercises": (), "played": Ms(6_000)}, "This one was skipped", "0 of 2 exercises · 6 s"),
        (
            {"exercises": ("rolls",), "played": Ms(40_000)},
            "That was part of it",
            "1 of 2 exercises · 40 s",
        ),
    ],
)
def test_the_end_says_what_was_played_and_that_too_little_does_not_count(
    page: PlayerPage, changes: dict[str, Any], headline: str, summary: str
) -> None:
    page.show_record(msgspec.structs.replace(WHOLE, **changes))
    assert page.closing.headline.text() == headline
    assert summary in page.closing.summary.text()
    assert "the next reminder comes as planned" in page.closing.consequence.text()
    assert page.closing.help.isHidden()


def test_who_stopped_because_it_hurt_is_told_so_and_offered_help(
    page: PlayerPage, requested: Requested
) -> None:
    page.show_record(
        msgspec.structs.replace(WHOLE, is_finished=False, exercises=(), stopped_hurting=True)
    )
    assert page.closing.headline.text() == "Stopped, and that was right"
    page.closing.help.click()
    assert requested.take() == ["help"]


def test_escape_leaves_a_finished_session_at_once(window: MainWindow, requested: Requested) -> None:
    page = window.page("player")
    assert isinstance(page, PlayerPage)
    page.show_record(WHOLE)
    press(window, Qt.Key.Key_Escape)
    assert requested.take() == ["done"]


def test_a_figure_fills_the_card_without_covering_the_words(look: Look, qtbot: QtBot) -> None:
    figure, thumbnail = QWidget(), QWidget()
    page = PlayerPage(look, figure, thumbnail)
    qtbot.addWidget(page)
    page.resize(1240, 800)
    page.show()
    page.show_snapshot(snapshot_at(HOLD + 12))
    card = page.session.figure_card
    assert card.rect().contains(figure.geometry())
    assert not figure.geometry().intersects(card.name.geometry())
    assert not figure.geometry().intersects(card.pill.geometry())
    assert figure.height() > 0.7 * card.height()
    assert thumbnail.isVisible()


# What it asks for


@pytest.mark.parametrize(
    ("key", "modifiers", "wish"),
    [
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, "pause"),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, "next"),
        (Qt.Key.Key_N, Qt.KeyboardModifier.NoModifier, "next"),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, "next"),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, "next_exercise"),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, "previous"),
        (Qt.Key.Key_P, Qt.KeyboardModifier.NoModifier, "previous"),
        (Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "again"),
        (Qt.Key.Key_Plus, Qt.KeyboardModifier.NoModifier, "extend"),
        (Qt.Key.Key_H, Qt.KeyboardModifier.NoModifier, "hurts"),
        (Qt.Key.Key_M, Qt.KeyboardModifier.NoModifier, "voice"),
        (Qt.Key.Key_C, Qt.KeyboardModifier.NoModifier, "captions"),
        (Qt.Key.Key_F, Qt.KeyboardModifier.NoModifier, "full_screen"),
    ],
)
def test_a_key_asks_for_one_thing(
    window: MainWindow,
    requested: Requested,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier,
    wish: str,
) -> None:
    press(window, key, modifiers)
    assert requested.take() == [wish]


def test_space_goes_on_after_a_pause(
    window: MainWindow, page: PlayerPage, requested: Requested
) -> None:
    page.show_snapshot(snapshot_at(HOLD + 12, is_paused=True))
    assert page.session.transport.pause.text() == "Go on"
    press(window, Qt.Key.Key_Space)
    assert requested.take() == ["pause"]  # the same command: it pauses, and goes on


def send(window: MainWindow, key: Qt.Key, is_repeated: bool = False) -> None:
    """A key for which `QTest` knows no letter, or one that is held down."""
    kind, plain = QEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(kind, key, plain, "", is_repeated)
    QApplication.sendEvent(window.focusWidget() or window, event)


def test_a_key_that_is_held_down_asks_once(window: MainWindow, requested: Requested) -> None:
    send(window, Qt.Key.Key_Space)
    for _ in range(5):
        send(window, Qt.Key.Key_Space, is_repeated=True)
    assert requested.take() == ["pause"]


@pytest.mark.parametrize(
    ("key", "wish"),
    [
        (Qt.Key.Key_MediaTogglePlayPause, "pause"),
        (Qt.Key.Key_MediaPlay, "pause"),
        (Qt.Key.Key_MediaPause, "pause"),
        (Qt.Key.Key_MediaNext, "next"),
        (Qt.Key.Key_MediaPrevious, "previous"),
    ],
)
def test_media_keys_ask_for_the_same(
    window: MainWindow, requested: Requested, key: Qt.Key, wish: str
) -> None:
    send(window, key)
    assert requested.take() == [wish]


@pytest.mark.parametrize(
    ("button", "wish"),
    [
        ("back", "previous"),
        ("again", "again"),
        ("pause", "pause"),
        ("skip", "next"),
        ("extend", "extend"),
    ],
)
def test_a_button_asks_for_the_same_as_its_key(
    page: PlayerPage, requested: Requested, button: str, wish: str
) -> None:
    QTest.mouseClick(getattr(page.session.transport, button), Qt.MouseButton.LeftButton)
    assert requested.take() == [wish]


def test_after_a_click_on_a_button_space_still_pauses(
    window: MainWindow, page: PlayerPage, requested: Requested
) -> None:
    QTest.mouseClick(page.session.transport.skip, Qt.MouseButton.LeftButton)
    press(window, Qt.Key.Key_Space)
    assert requested.take() == ["next", "pause"]


def test_a_button_that_was_reached_by_tab_takes_space_and_leaves_the_arrows(
    window: MainWindow, page: PlayerPage, requested: Requested
) -> None:
    page.session.transport.skip.setFocus(Qt.FocusReason.TabFocusReason)
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_Left)
    assert requested.take() == ["next", "previous"]


def test_the_strip_asks_for_a_jump(page: PlayerPage, requested: Requested) -> None:
    strip = page.session.strip
    place = strip.rects[4].center().toPoint()
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=place)
    assert requested.take() == [f"jump {strip.bars[4].index}"]


def test_every_button_of_a_session_shows_the_key_that_does_the_same(page: PlayerPage) -> None:
    page.resize(1240, 800)
    transport = page.session.transport
    buttons = (transport.back, transport.again, transport.pause, transport.skip, transport.extend)
    assert [button.key for button in buttons] == ["←", "A", "Space", "→", "+"]
    assert not any(button.is_compact for button in buttons)
    top = page.session.top
    chips = (top.voice, top.captions, top.adjust, top.full_screen, top.end)
    assert [chip.key for chip in chips] == ["M", "C", "S", "F", "Esc"]


def test_full_screen_keeps_the_way_back_and_on(page: PlayerPage) -> None:
    page.set_full_screen(True)
    transport = page.session.transport
    shown = (transport.back, transport.pause, transport.skip)
    assert all(button.isVisible() for button in shown)
    assert not transport.again.isVisible()
    assert page.session.hurts.isVisible()


def adjust(window: MainWindow, page: PlayerPage) -> None:
    page.adjusting.show_values(VoiceSettings(), DoseLevel.STANDARD)
    press(window, Qt.Key.Key_S)


def test_sound_and_effort_are_at_hand_while_the_session_waits(
    window: MainWindow, page: PlayerPage, requested: Requested
) -> None:
    adjust(window, page)
    assert requested.take() == ["adjust"]
    page.adjusting.show_values(VoiceSettings(volume=60), DoseLevel.STANDARD)
    press(window, Qt.Key.Key_Escape)
    assert not page.adjusting.is_open
    assert requested.take() == ["resume"]  # another loudness begins nothing again


def test_another_effort_begins_the_exercise_again(
    window: MainWindow, page: PlayerPage, requested: Requested
) -> None:
    adjust(window, page)
    requested.take()
    page.adjusting.show_values(VoiceSettings(), DoseLevel.GENTLE)
    page.adjusting.done.click()
    assert requested.take() == ["rearrange"]


def test_while_it_is_adjusted_no_key_of_the_session_counts(
    window: MainWindow, page: PlayerPage, requested: Requested
) -> None:
    adjust(window, page)
    requested.take()
    for key in (Qt.Key.Key_N, Qt.Key.Key_H, Qt.Key.Key_A, Qt.Key.Key_S):
        press(window, key)
    assert requested.take() == []
    assert page.adjusting.is_open
    for _ in range(12):
        press(window, Qt.Key.Key_Tab)
        focused = window.focusWidget()
        assert focused is not None
        assert page.adjusting.isAncestorOf(focused)


# One key always leaves


def test_escape_pauses_and_asks_and_escape_again_ends(
    window: MainWindow, page: PlayerPage, requested: Requested
) -> None:
    press(window, Qt.Key.Key_Escape)
    assert requested.take() == ["leave"]
    assert page.sheet.is_open
    press(window, Qt.Key.Key_Escape)
    assert requested.take() == ["end"]
    assert not page.sheet.is_open


def test_enter_ends_too(window: MainWindow, requested: Requested) -> None:
    press(window, Qt.Key.Key_Escape)
    press(window, Qt.Key.Key_Return)
    assert requested.take() == ["leave", "end"]


def test_space_keeps_going(window: MainWindow, page: PlayerPage, requested: Requested) -> None:
    press(window, Qt.Key.Key_Escape)
    press(window, Qt.Key.Key_Space)
    assert requested.take() == ["leave", "resume"]
    assert not page.sheet.is_open


def test_a_session_that_was_paused_before_stays_paused(
    window: MainWindow, page: PlayerPage, requested: Requested
) -> None:
    page.show_snapshot(snapshot_at(HOLD + 12, is_paused=True))
    press(window, Qt.Key.Key_Escape)
    page.sheet.choose("stay")
    assert requested.take() == ["leave"]


def test_while_it_asks_no_other_key_reaches_the_session(
    window: MainWindow, page: PlayerPage, requested: Requested
) -> None:
    press(window, Qt.Key.Key_Escape)
    requested.take()
    for key in (Qt.Key.Key_N, Qt.Key.Key_H, Qt.Key.Key_A, Qt.Key.Key_Right):
        press(window, key)
    assert requested.take() == []
    assert page.sheet.is_open


def test_escape_leaves_the_preparation_at_once(
    window: MainWindow, page: PlayerPage, requested: Requested
) -> None:
    page.show_preparing(1, 9)
    press(window, Qt.Key.Key_Escape)
    assert requested.take() == ["end"]


# It hurts


LAST = start_of(SegmentKind.HOLD, 3) + 1
"""In the last exercise."""


@pytest.mark.parametrize(
    ("easier", "at", "offered"),
    [
        ("Knee plank", HOLD, ["easier", "go_on", "next", "end"]),
        (None, HOLD, ["next", "go_on", "end"]),
        ("Knee plank", LAST, ["easier", "go_on", "end"]),
        (None, LAST, ["end", "go_on"]),
    ],
)
def test_what_hurts_offers_what_there_is_and_enter_takes_the_first(
    window: MainWindow,
    page: PlayerPage,
    requested: Requested,
    easier: str | None,
    at: float,
    offered: list[str],
) -> None:
    page.show_snapshot(snapshot_at(at, is_paused=True))
    page.show_hurt(hurt_at(at, easier))
    assert [option.name for option in page.sheet.options] == offered
    press(window, Qt.Key.Key_Return)
    assert requested.take() == [ANSWERS[offered[0]]]


@pytest.mark.parametrize(
    ("key", "wish"),
    [
        (Qt.Key.Key_Space, "resume"),
        (Qt.Key.Key_MediaTogglePlayPause, "resume"),
        (Qt.Key.Key_N, "next_exercise"),
        (Qt.Key.Key_E, "end"),
        (Qt.Key.Key_L, "numb"),
        (Qt.Key.Key_Escape, "take_back"),
    ],
)
def test_what_hurts_is_answered_by_one_key_and_escape_ends_nothing(
    window: MainWindow, page: PlayerPage, requested: Requested, key: Qt.Key, wish: str
) -> None:
    page.show_snapshot(snapshot_at(HOLD, is_paused=True))
    page.show_hurt(hurt_at(HOLD, "Knee plank"))
    send(window, key)
    assert requested.take() == [wish]
    assert page.sheet.is_open is (wish == "numb")  # which is no answer to what comes instead


def test_a_digit_says_how_much_and_one_and_nought_are_ten(
    window: MainWindow, page: PlayerPage, requested: Requested
) -> None:
    told: list[int] = []
    page.hurt_told.connect(told.append)
    page.show_snapshot(snapshot_at(HOLD, is_paused=True))
    page.show_hurt(hurt_at(HOLD, "Knee plank"))
    for key in (Qt.Key.Key_4, Qt.Key.Key_1, Qt.Key.Key_0):
        press(window, key)
    assert told == [4, 1, 10]
    assert requested.take() == []
    assert page.sheet.is_open


@pytest.mark.parametrize("said", [{"level": 6}, {"level": 10}, {"numb": True}])
def test_where_it_is_enough_enter_ends_and_going_on_is_not_offered(
    window: MainWindow, page: PlayerPage, requested: Requested, said: dict[str, Any]
) -> None:
    page.show_snapshot(snapshot_at(HOLD, is_paused=True))
    page.show_hurt(hurt_at(HOLD, "Knee plank"))
    page.show_hurt(replace(hurt_at(HOLD, "Knee plank"), **said))
    assert [option.name for option in page.sheet.options] == ["end", "help", "wait"]
    for key in (Qt.Key.Key_Space, Qt.Key.Key_N):
        press(window, key)
    assert page.sheet.is_open
    assert requested.take() == []
    press(window, Qt.Key.Key_Return)
    assert requested.take() == ["end"]


@pytest.mark.parametrize("percent", [100, 200])
def test_every_answer_can_be_reached_and_read_in_a_small_window(
    window: MainWindow, page: PlayerPage, look: Look, percent: int
) -> None:
    look.choose(ThemeChoice.LIGHT, percent)
    window.resize(960, 600)
    page.show_snapshot(snapshot_at(HOLD, is_paused=True))
    page.show_hurt(hurt_at(HOLD, "Knee plank"))
    for _ in page.sheet.options:
        QApplication.processEvents()
        focused = window.focusWidget()
        assert focused is not None
        assert focused.visibleRegion().boundingRect().size() == focused.size()
        press(window, Qt.Key.Key_Tab)


def test_the_signs_are_seen_even_where_there_is_no_room_beside_the_answers(
    window: MainWindow, page: PlayerPage
) -> None:
    for size in ((1240, 800), (640, 480)):
        window.resize(*size)
        signs = QLabel("the signs")
        page.sheet.close_quietly()
        page.show_hurt(replace(hurt_at(HOLD), level=7), lambda _, shown=signs: shown)
        assert signs.isVisible()


def test_the_easier_exercise_is_seen_where_there_is_room(
    window: MainWindow, page: PlayerPage
) -> None:
    for size, is_seen in (((1240, 800), True), ((640, 480), False)):
        window.resize(*size)
        picture = QLabel("the easier one")
        page.sheet.close_quietly()
        page.show_hurt(hurt_at(HOLD, "Knee plank"), lambda _, shown=picture: shown)
        assert picture.isVisible() is is_seen


def test_another_session_leaves_nothing_of_the_one_before(
    window: MainWindow, page: PlayerPage, requested: Requested
) -> None:
    page.show_record(WHOLE)
    page.begin("Core for the back")
    press(window, Qt.Key.Key_Space)
    assert requested.take() == []  # the hidden Done is not pressed
    assert page.closing.isHidden()
    assert page.preparing.words.text == "Core for the back"
    page.show_snapshot(snapshot_at(HOLD))
    page.show_hurt(hurt_at(HOLD))
    page.begin("Core for the back")
    assert not page.sheet.is_open


# For everyone


def test_a_new_phase_is_announced_once(page: PlayerPage) -> None:
    heard: list[str] = []
    page.announced.connect(heard.append)
    for step in range(60):
        page.show_snapshot(snapshot_at(HOLD + 12 + step / 2))
    assert heard == [
        "Switch sides, 6 seconds. Bird dog. Left arm, right leg",
        "Hold, 30 seconds. Bird dog. Left arm, right leg",
    ]


def test_no_phase_is_announced_while_our_own_voice_says_it(page: PlayerPage) -> None:
    heard: list[str] = []
    page.announced.connect(heard.append)
    page.set_voice(True)
    for step in range(60):
        page.show_snapshot(snapshot_at(HOLD + 12 + step / 2))
    assert heard == []


def test_the_repetitions_of_a_block_are_announced_once(page: PlayerPage) -> None:
    start = start_of(SegmentKind.MOVE)
    heard: list[str] = []
    page.announced.connect(heard.append)
    for step in range(10):
        page.show_snapshot(snapshot_at(start + 1 + 3 * step))
    assert heard == ["Move. Glute bridge"]


def test_tab_goes_through_everything_in_reading_order(window: MainWindow, page: PlayerPage) -> None:
    window.resize(1240, 800)
    page.setFocus()
    visited: list[QWidget] = []
    for _ in range(12):
        QTest.keyClick(window.focusWidget() or page, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget() or window.focusWidget()
        assert focused is not None
        if focused in visited:
            break
        visited.append(focused)
    session = page.session
    top, transport = session.top, session.transport
    assert [w for w in visited if page.isAncestorOf(w)] == [
        top.voice, top.captions, top.adjust, top.full_screen, top.end, session.strip,
        transport.back, transport.again, transport.pause, transport.skip, transport.extend,
        session.hurts,
    ]  # fmt: skip


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("is_full_screen", [False, True])
@pytest.mark.parametrize("size", [(960, 600), (1240, 800), (3840, 2160), (800, 1200), (1366, 768)])
def test_everything_fits_without_overlap(
    look: Look, qtbot: QtBot, size: tuple[int, int], percent: int, is_full_screen: bool
) -> None:
    look.choose(ThemeChoice.LIGHT, percent)
    page = PlayerPage(look)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.set_full_screen(is_full_screen)
    for at in (1, HOLD + 1, start_of(SegmentKind.MOVE) + 1):
        page.show_snapshot(snapshot_at(at))
        session = page.session
        parts = [
            part
            for part in session.children()
            if isinstance(part, QWidget) and part.isVisible() and part is not session.captions
        ]
        overlapping = [
            (a, b) for a, b in combinations(parts, 2) if a.geometry().intersects(b.geometry())
        ]
        assert overlapping == []
        assert all(session.rect().contains(part.geometry()) for part in parts)
        for button in session.findChildren(Pressable):
            if button.isVisible():
                within = QRect(button.parentWidget().rect())
                assert within.contains(button.geometry()), button.text()
                assert button.width() >= button.sizeHint().width(), button.text()


def test_every_button_has_a_name_for_a_screen_reader(page: PlayerPage) -> None:
    assert all(button.accessibleName() for button in page.findChildren(Pressable))


def test_the_commands_of_other_places_are_not_taken(page: PlayerPage) -> None:
    assert not page.perform(Wish(Command.SEARCH))
    assert not page.perform(Wish(Command.PAGE, 2))


def test_a_message_never_covers_the_captions(page: PlayerPage) -> None:
    page.show_message("No sound: tones and voice are off, captions go on", "voice-off")
    session, toast = page.session, page.session.toast
    assert toast.isVisible()
    assert session.figure_card.rect().contains(toast.geometry())
    toast.hide()
    assert not toast.isVisible()


def test_a_message_is_said_during_the_preparation_too(page: PlayerPage) -> None:
    page.show_preparing(1, 9)
    page.show_message("No voice was found", "voice-off")
    assert page.toast.isVisible()
    page.toast.hide()


def test_a_message_of_the_preparation_makes_way_for_the_captions(page: PlayerPage) -> None:
    before = page._snapshot
    assert before is not None
    page.show_preparing(1, 9)
    page.show_message("No voice was found", "voice-off")
    page.show_snapshot(before)
    assert not page.toast.isVisible()
    assert page.session.toast.isVisible()
    assert page.session.toast.text == "No voice was found"
    page.session.toast.hide()
