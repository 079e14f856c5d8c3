"""Every way into a session after every way out of one: it is in the person's hands.

In hand means: its page is on, Space pauses it and nothing else, its first words are heard, its
figure stands in the moment that plays, and from every other page a way leads back to it.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backease_desktop.core.catalogue.words import Place
from backease_desktop.core.notification import Button
from backease_desktop.core.plan.plan import Answers
from backease_desktop.core.reminder.roster import FIRST, CallStyle
from backease_desktop.ui.calls.full_break import FullBreak
from backease_desktop.ui.exercises.exercises_page import ExercisesPage
from backease_desktop.ui.home.home_page import HomePage
from backease_desktop.ui.places import EXERCISES, HOME, PLAN, PLAYER
from backease_desktop.ui.plan.plan_page import PlanPage
from backease_desktop.ui.session.player_page import PlayerPage
from tests.app.running import Run, prepare
from tests.fakes.calling import FakeNotifier
from tests.fakes.studio import FakeStudio

FIRST_ROUTINE, OTHER = "desk-chair-2", "desk-standing-5"


class Walk(Run):
    """A running program that is walked into sessions and out of them."""

    def __init__(self, app: QApplication, folder: Path, qtbot: QtBot) -> None:
        self.studio = FakeStudio()
        super().__init__(app, folder, qtbot, self.studio)
        self.qtbot = qtbot

    @property
    def player(self) -> PlayerPage:
        page = self.window.page(PLAYER)
        assert isinstance(page, PlayerPage)
        return page

    @property
    def is_on(self) -> bool:
        return self.program.front.session_is_on

    @property
    def is_playing(self) -> bool:
        return self.program.playing.controller.is_playing

    def heard(self) -> list[dict[str, object]]:
        """The cues of the session that was started last."""
        lines = [json.loads(x) for x in (self.folder / "events").read_text("utf-8").splitlines()]
        last = max(i for i, line in enumerate(lines) if line["event"] == "session_started")
        return [line for line in lines[last:] if line["event"] == "cue"]

    def go_home(self) -> HomePage:
        """The first page, as by the rail; whatever is on stays on."""
        self.program.open()
        if self.window.current != HOME:
            self.window.show_page(HOME)
        page = self.window.page(HOME)
        assert isinstance(page, HomePage)
        return page


@pytest.fixture
def walk(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Walk]:
    prepare(tmp_path)
    (tmp_path / "config" / "settings.json").write_text("{}")
    walk = Walk(qapp, tmp_path, qtbot)
    walk.program.settings.remember_told_staying()
    yield walk
    walk.close()


# The ways in


def by_hero(walk: Walk) -> None:
    QTest.mouseClick(walk.go_home().hero.start, Qt.MouseButton.LeftButton)


def by_what_fits(walk: Walk) -> None:
    """What was put together for the minutes that somebody moved."""
    hero = walk.go_home().hero
    hero.minutes.setValue(3)
    assert hero.card is not None
    assert hero.card.id.startswith("fitted-")
    QTest.mouseClick(hero.start, Qt.MouseButton.LeftButton)


def by_plan(walk: Walk) -> None:
    """Today's part of a plan, from its page."""
    walk.go_home()
    walk.program.front.backstage.plans.answer(Answers(3, 5, (Place.CHAIR,)))
    walk.window.show_page(PLAN)
    page = walk.window.page(PLAN)
    assert isinstance(page, PlanPage)
    QTest.mouseClick(page.start, Qt.MouseButton.LeftButton)


def by_number(walk: Walk) -> None:
    walk.go_home()
    walk.press(Qt.Key.Key_2)


def by_enter(walk: Walk) -> None:
    walk.go_home()
    walk.press(Qt.Key.Key_Return)


def by_picker(walk: Walk) -> None:
    home = walk.go_home()
    home.routines.setFocus(Qt.FocusReason.TabFocusReason)
    walk.press(Qt.Key.Key_Return)
    QTest.mouseClick(home.view.start, Qt.MouseButton.LeftButton)


def by_exercise(walk: Walk) -> None:
    walk.go_home()
    walk.window.show_page(EXERCISES)
    page = walk.window.page(EXERCISES)
    assert isinstance(page, ExercisesPage)
    page.exercise_requested.emit("cat-cow")


def remind(walk: Walk, style: CallStyle) -> None:
    walk.program.reminders.controller.put(FIRST.with_(style=style))
    walk.program.reminders.controller.call_now()


def by_card(walk: Walk) -> None:
    if walk.is_on:  # no call comes into a session, but the tray can be asked
        walk.program.reminders.tray.start_requested.emit()
        return
    remind(walk, CallStyle.CARD)
    QTest.mouseClick(walk.card.start, Qt.MouseButton.LeftButton)


def by_notification(walk: Walk) -> None:
    if walk.is_on:
        by_card(walk)
        return
    notifier = FakeNotifier()
    notifier.answered.connect(walk.program.reminders.calls._on_notifier_answered)
    walk.program.reminders.calls._notifier = notifier
    remind(walk, CallStyle.NOTIFICATION)
    walk.qtbot.waitUntil(lambda: notifier.shown is not None)
    assert notifier.shown is not None
    buttons: tuple[Button, ...] = notifier.shown[2]
    notifier.press(buttons[0].key)


def by_full_screen(walk: Walk) -> None:
    if walk.is_on:
        by_card(walk)
        return
    remind(walk, CallStyle.FULL_SCREEN)
    calls = walk.program.reminders.calls
    assert isinstance(calls._full_break, FullBreak)
    calls._full_break.start_requested.emit()


def by_command_line(walk: Walk) -> None:
    walk.program.open(OTHER)


def by_second_instance(walk: Walk) -> None:
    walk.program.on_message(["--start", OTHER])


WAYS_IN: dict[str, Callable[[Walk], None]] = {
    "hero": by_hero,
    "what fits": by_what_fits,
    "plan": by_plan,
    "number": by_number,
    "Enter": by_enter,
    "picker": by_picker,
    "exercise": by_exercise,
    "card": by_card,
    "notification": by_notification,
    "full screen": by_full_screen,
    "--start": by_command_line,
    "second instance": by_second_instance,
}
REPLACES = ("--start", "second instance")
"""What names a routine beginning with the command line ends what is on, as it was told to."""

# The ways out


def never_in(walk: Walk) -> None:
    """Nothing was on before."""


def finished(walk: Walk) -> None:
    for _ in range(60):
        walk.press(Qt.Key.Key_N)
        if not walk.is_on:
            break
    assert walk.player.closing.isVisible()


def escape_twice(walk: Walk) -> None:
    walk.press(Qt.Key.Key_Escape)
    walk.press(Qt.Key.Key_Escape)
    assert not walk.is_on


def hurts(walk: Walk) -> None:
    walk.press(Qt.Key.Key_N)
    walk.press(Qt.Key.Key_H)
    walk.press(Qt.Key.Key_E)
    assert not walk.is_on


def close_window(walk: Walk) -> None:
    event = QCloseEvent()
    walk.window.closeEvent(event)
    assert not walk.is_on
    assert not walk.window.isVisible()


def sleep(walk: Walk) -> None:
    walk.studio.clock.slept += 3_600_000
    walk.qtbot.waitUntil(lambda: not walk.is_playing)
    assert walk.is_on


def lose_sound(walk: Walk) -> None:
    walk.studio.lose_sound()
    assert walk.is_playing


WAYS_OUT: dict[str, Callable[[Walk], None]] = {
    "nothing": never_in,
    "finished": finished,
    "Esc Esc": escape_twice,
    "hurts": hurts,
    "closed": close_window,
    "sleep": sleep,
    "sound lost": lose_sound,
}
STAYS_ON = ("sleep", "sound lost")


@pytest.mark.parametrize("way_in", WAYS_IN)
@pytest.mark.parametrize("way_out", WAYS_OUT)
def test_a_session_is_in_the_persons_hands(walk: Walk, way_out: str, way_in: str) -> None:
    walk.open()
    walk.qtbot.waitUntil(lambda: bool(walk.events("window_shown")))
    before = 0
    if way_out != "nothing":
        walk.press(Qt.Key.Key_Return)
        walk.wait_for_session()
        walk.player.session.top.voice.setFocus(Qt.FocusReason.TabFocusReason)
        WAYS_OUT[way_out](walk)
        before = 1
    goes_back = way_out in STAYS_ON and way_in not in REPLACES
    WAYS_IN[way_in](walk)
    walk.qtbot.waitUntil(lambda: len(walk.events("session_started")) == before + (not goes_back))
    if goes_back and not walk.is_playing:
        walk.press(Qt.Key.Key_Space)
        walk.qtbot.waitUntil(lambda: walk.is_playing)
    assert_in_hand(walk)


def assert_in_hand(walk: Walk) -> None:
    """What "in hand" means; the session plays when this begins."""
    said = walk.program.settings.settings.voice.say
    assert walk.window.isVisible()
    assert walk.window.current == PLAYER
    assert walk.is_playing
    walk.qtbot.waitUntil(lambda: any(cue["started_ms"] is not None for cue in walk.heard()))
    assert walk.heard()[0]["started_ms"] is not None
    walk.press(Qt.Key.Key_Space)
    assert not walk.is_playing
    assert walk.player.session.isVisible()
    walk.press(Qt.Key.Key_Space)
    walk.press(Qt.Key.Key_Space)
    assert not walk.is_playing
    assert walk.program.settings.settings.voice.say is said
    assert_figure_in_its_phase(walk)
    assert_way_back(walk)


def assert_figure_in_its_phase(walk: Walk) -> None:
    snapshot = walk.player._snapshot
    stage = walk.player.session.figure_card._figure
    assert snapshot is not None
    assert stage is not None
    assert stage.isVisible()
    assert stage._snapshot is snapshot  # type: ignore[attr-defined]


def assert_way_back(walk: Walk) -> None:
    started = len(walk.events("session_started"))
    for page in (HOME, EXERCISES):
        walk.window.show_page(page)
        assert walk.window.way_back.isVisible()
        assert "Your session is paused at " in walk.window.way_back.words
        walk.press(Qt.Key.Key_Return)
        assert walk.window.current == PLAYER
        assert not walk.window.way_back.isVisible()
    assert not walk.is_playing
    assert len(walk.events("session_started")) == started
