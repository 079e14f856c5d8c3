"""The full-screen break: Esc always leaves, no typed key starts anything, nothing stays behind."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from backease_desktop.core.settings import Theme
from backease_desktop.ui.calls.break_window import STILL_TYPING, Invitation
from backease_desktop.ui.calls.full_break import DEAF, FullBreak
from backease_desktop.ui.look.style import Look
from tests.patience import PATIENCE_S

SENTENCE = "You have been sitting for 50 minutes. Two minutes at the chair?"
LATE = "Late, because you were in a conversation."
TYPED = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_A)


@pytest.fixture
def full_break(look: Look) -> Iterator[FullBreak]:
    full_break = FullBreak(look, lambda: QLabel("figure"))
    yield full_break
    full_break.withdraw()


def call(full_break: FullBreak, late: str = "", minutes: tuple[int, ...] = (5, 10)) -> Invitation:
    full_break.show_call("Time to stretch", SENTENCE, minutes, late)
    (window,) = full_break.windows
    assert isinstance(window, Invitation)
    return window


def call_and_listen(full_break: FullBreak) -> Invitation:
    """Call, and let the deaf second be over."""
    window = call(full_break)
    full_break._deaf.stop()
    return window


@pytest.fixture
def answers(full_break: FullBreak) -> list[object]:
    heard: list[object] = []
    full_break.start_requested.connect(lambda: heard.append("start"))
    full_break.snooze_requested.connect(heard.append)
    full_break.not_now_requested.connect(lambda: heard.append("not now"))
    return heard


def test_it_says_everything_and_why_it_is_late(full_break: FullBreak) -> None:
    window = call(full_break, LATE)
    assert full_break.words == f"Time to stretch {SENTENCE} {LATE}"
    assert window.accessibleName() == "Time to stretch"
    assert window.accessibleDescription() == f"{SENTENCE} {LATE}"
    assert window.late.isVisible()
    assert not call(full_break).late.isVisible()


def test_escape_leaves_from_the_first_moment(full_break: FullBreak, answers: list[object]) -> None:
    window = call(full_break)
    assert full_break.is_deaf
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert answers == ["not now"]
    assert not full_break.is_shown


def test_escape_leaves_wherever_the_focus_is(full_break: FullBreak, answers: list[object]) -> None:
    window = call_and_listen(full_break)
    window.later[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(window.later[0], Qt.Key.Key_Escape)
    assert answers == ["not now"]


@pytest.mark.parametrize("key", TYPED)
def test_what_somebody_was_typing_answers_nothing(
    full_break: FullBreak, answers: list[object], qtbot: QtBot, key: Qt.Key
) -> None:
    window = call(full_break)
    qtbot.waitUntil(window.isActiveWindow)
    for pressed in (key, Qt.Key.Key_Space):
        QTest.keyClick(window.focusWidget() or window, pressed)
    assert answers == []
    assert window.hasFocus()


def test_a_click_is_heard_from_the_first_moment(
    full_break: FullBreak, answers: list[object]
) -> None:
    window = call(full_break)
    assert full_break.is_deaf
    QTest.mouseClick(window.start, Qt.MouseButton.LeftButton)
    assert answers == ["start"]


def test_a_click_that_ends_beside_a_button_leaves_no_focus_that_hears_the_next_key(
    full_break: FullBreak,
) -> None:
    window = call(full_break)
    QTest.mousePress(window.start, Qt.MouseButton.LeftButton)
    assert not window.start.hasFocus()


def test_keys_are_heard_when_a_second_is_over(
    full_break: FullBreak, answers: list[object], qtbot: QtBot
) -> None:
    window = call(full_break)
    qtbot.waitUntil(lambda: not full_break.is_deaf)
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert answers == ["start"]


def test_who_types_on_is_not_heard_until_the_keys_rest(full_break: FullBreak) -> None:
    window = call(full_break)
    full_break._deaf.start(1)
    QTest.keyClick(window, Qt.Key.Key_A)
    assert full_break._deaf.remainingTime() > STILL_TYPING / 2
    full_break._deaf.start(DEAF)
    QTest.keyClick(window, Qt.Key.Key_A)
    assert full_break._deaf.remainingTime() > STILL_TYPING


def test_an_enter_that_is_held_down_starts_nothing(
    full_break: FullBreak, answers: list[object]
) -> None:
    window = call_and_listen(full_break)
    QApplication.sendEvent(window, _held(Qt.Key.Key_Return))
    assert answers == []


def _held(key: Qt.Key) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "\r", True)


def test_every_choice_of_the_plan_is_a_button(full_break: FullBreak, answers: list[object]) -> None:
    for place, minutes in enumerate((5, 10, 20, 30)):
        window = call(full_break, minutes=(5, 10, 20, 30))
        assert window.later[place].text() == f"In {minutes} min"
        QTest.mouseClick(window.later[place], Qt.MouseButton.LeftButton)
    QTest.mouseClick(call(full_break).not_now, Qt.MouseButton.LeftButton)
    assert answers == [5, 10, 20, 30, "not now"]


def test_tab_reaches_every_button_in_reading_order_and_shows_it(
    full_break: FullBreak, qtbot: QtBot
) -> None:
    window = call_and_listen(full_break)
    qtbot.waitUntil(window.isActiveWindow)
    for button in (window.start, *window.later, window.not_now):
        before = button.grab().toImage()
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        assert button.hasFocus()
        assert button.grab().toImage() != before


def test_an_answer_is_told_when_the_windows_are_gone(full_break: FullBreak) -> None:
    shown: list[bool] = []
    full_break.start_requested.connect(lambda: shown.append(full_break.is_shown))
    window = call_and_listen(full_break)
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert shown == [False]
    assert not window.isVisible()


def test_closing_it_leaves_nothing_that_runs(full_break: FullBreak) -> None:
    window = call(full_break)
    line = window.line
    seen = [line.is_running, full_break.is_deaf]
    full_break.shrink()
    seen += [line.is_running, full_break.is_deaf]
    assert seen == [True, True, False, False]
    assert full_break.windows == ()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, Invitation)]


def test_the_program_can_be_quit_while_it_shows(
    full_break: FullBreak, answers: list[object]
) -> None:
    window = call(full_break)
    event = QCloseEvent()
    QApplication.sendEvent(window, event)
    assert event.isAccepted()
    assert answers == []


def test_nothing_is_grabbed_and_it_keeps_no_program_alive(full_break: FullBreak) -> None:
    window = call(full_break)
    assert QWidget.keyboardGrabber() is None
    assert QWidget.mouseGrabber() is None
    assert not window.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)


def test_it_takes_the_focus(full_break: FullBreak, qtbot: QtBot) -> None:
    window = call(full_break)
    qtbot.waitUntil(window.isActiveWindow)
    assert window.isFullScreen()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(960, 600), (1240, 800), (1080, 1920), (3840, 2160)])
def test_nothing_is_cut_and_nothing_overlaps(
    look: Look, full_break: FullBreak, size: tuple[int, int], percent: int
) -> None:
    look.choose(Theme.LIGHT, percent)
    window = call(full_break, LATE, (5, 10, 20, 30))
    window.resize(*size)
    parts = [
        window.heading,
        window.sentence,
        window.late,
        window.start,
        *window.later,
        window.not_now,
        window.line,
    ]
    if window.frame.isVisible():
        parts.append(window.frame)
    places = [QRect(part.mapTo(window, part.rect().topLeft()), part.size()) for part in parts]
    assert all(window.rect().contains(place) for place in places)
    for number, place in enumerate(places):
        assert not any(place.intersects(other) for other in places[number + 1 :])
    for button in (window.start, *window.later, window.not_now):
        assert button.width() >= button.sizeHint().width()
    for label in (window.heading, window.sentence, window.late):
        assert label.height() >= label.heightForWidth(label.width())


def test_the_figure_is_large_where_there_is_room_and_gives_way_where_there_is_none(
    look: Look, full_break: FullBreak
) -> None:
    window = call(full_break)
    window.resize(1920, 1080)
    assert window.frame.isVisible()
    assert window.frame.height() >= 0.4 * window.height()
    look.choose(Theme.LIGHT, 200)
    window.resize(800, 480)
    assert not window.frame.isVisible()


def test_a_figure_that_has_no_room_for_itself_is_left_out(look: Look) -> None:
    def figure() -> QLabel:
        label = QLabel("figure")
        label.setMinimumHeight(300)
        return label

    full_break = FullBreak(look, figure)
    window = call(full_break)
    window.resize(960, 600)
    assert not window.frame.isVisible()
    window.resize(1920, 1080)
    assert window.frame.isVisible()
    full_break.withdraw()


def test_type_grows_with_the_screen(full_break: FullBreak) -> None:
    window = call(full_break)
    heights = []
    for size in (QSize(1240, 800), QSize(3840, 2160)):
        window.resize(size)
        heights.append(window.heading.font().pixelSize())
    assert heights[1] >= 2 * heights[0]


def test_a_screen_that_goes_takes_its_window_and_one_that_comes_gets_it_again(
    full_break: FullBreak,
) -> None:
    call(full_break)
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.screenRemoved.emit(app.primaryScreen())
    assert full_break.windows == ()
    assert full_break.is_shown
    app.screenAdded.emit(app.primaryScreen())
    assert [type(window) for window in full_break.windows] == [Invitation]


def test_a_screen_that_comes_when_nothing_is_shown_stays_free(full_break: FullBreak) -> None:
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.screenAdded.emit(app.primaryScreen())
    call(full_break)
    full_break.withdraw()
    app.screenAdded.emit(app.primaryScreen())
    assert full_break.windows == ()


TWO_SCREENS = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from backease_desktop.ui.calls.full_break import FullBreak
from backease_desktop.ui.look.icons import Icons
from backease_desktop.ui.look.style import Look
app = QApplication([])
full_break = FullBreak(Look(app, Icons(Path(sys.argv[1]))), lambda: QLabel("figure"))
full_break.not_now_requested.connect(lambda: print("not now"))
def tell():
    for w in full_break.windows:
        print(type(w).__name__, w.x(), w.y(), w.width(), w.height(), w.heading.text())
def call():
    full_break.show_call("Stretch", "Now?", (5,))
QCursor.setPos(1500, 300)
call()
tell()
QTest.qWaitForWindowActive(full_break.windows[0])
full_break.windows[1].activateWindow()
QTest.qWaitForWindowActive(full_break.windows[1])
for _ in ("deaf", "heard"):
    QTest.keyClick(full_break.windows[1], Qt.Key.Key_Tab)
    app.processEvents()
    print(full_break.windows[0].isActiveWindow())
    full_break._deaf.stop()
QTest.keyClick(full_break.windows[1], Qt.Key.Key_Escape)
print(len(full_break.windows))
call()
app.screenRemoved.emit(app.screens()[1])
tell()
"""


def test_each_screen_has_a_window_and_the_one_with_the_pointer_has_everything(
    tmp_path: Path,
) -> None:
    screens = tmp_path / "screens.json"
    sizes = ({"x": 0, "width": 1280, "height": 800}, {"x": 1280, "width": 1920, "height": 1080})
    rows = [{"name": f"S{number}", "y": 0, **size} for number, size in enumerate(sizes)]
    screens.write_text(json.dumps({"screens": rows}))
    icons = Path(__file__).parents[3] / "resources" / "icons"
    told = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS, str(icons)],
        cwd=icons.parents[1],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={screens}"},
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=True,
    )
    assert told.stdout.splitlines() == [
        "Invitation 1280 0 1920 1080 Stretch",
        "TitleAlone 0 0 1280 800 Stretch",
        "False",
        "True",
        "not now",
        "0",
        "Invitation 0 0 1280 800 Stretch",
    ]
