"""The whole program, from what it reads to what it shows, with its own adapters and no sound."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backease_desktop.core.catalogue.words import Place
from backease_desktop.core.player.player import Status
from backease_desktop.core.reminder.roster import CHOOSE, Every, Roster
from backease_desktop.core.settings import DoseChoice
from backease_desktop.core.units import MINUTE
from backease_desktop.system.single_instance import InstanceError
from backease_desktop.ui.components.button import Button
from backease_desktop.ui.home.home_page import HomePage
from backease_desktop.ui.places import (
    EXERCISES,
    HELP,
    HOME,
    MINE,
    PLAYER,
    PROGRESS,
    REMINDERS,
    SETTINGS,
    WELCOME,
)
from tests.app.running import Run, prepare
from tests.core.reminder.test_schedule import always


def test_enter_on_home_plays_two_minutes_at_the_chair(run: Run) -> None:
    run.open()
    assert run.window.current == HOME
    run.press(Qt.Key.Key_Return)
    run.wait_for_session()
    assert run.window.current == PLAYER
    home = run.window.page(HOME)
    assert isinstance(home, HomePage)
    offered = home.hero.card
    assert offered is not None
    assert (offered.places, round(offered.duration / MINUTE)) == ((Place.CHAIR,), 2)
    assert run.events("session_started")[0]["routine"] == offered.id


def test_the_first_paint_is_in_the_event_log(run: Run, qtbot: QtBot) -> None:
    run.open()
    qtbot.waitUntil(lambda: bool(run.events("window_shown")))
    assert run.events("window_shown")[0]["page"] == HOME


def test_somebody_new_is_welcomed_and_enter_leads_home(first_run: Run) -> None:
    first_run.open()
    assert first_run.window.current == WELCOME
    first_run.press(Qt.Key.Key_Return)
    profile = json.loads((first_run.folder / "data" / "profile.json").read_text())
    assert profile["understood"] is True
    listen_and_go_on(first_run)
    first_run.press(Qt.Key.Key_Return)  # nothing to look after
    assert first_run.window.current == WELCOME
    first_run.press(Qt.Key.Key_Return)
    assert first_run.window.current == HOME


def test_the_welcome_sets_the_first_reminder_by_keys_alone(first_run: Run) -> None:
    first_run.open()
    first_run.press(Qt.Key.Key_Return)
    listen_and_go_on(first_run)
    first_run.press(Qt.Key.Key_Return)
    first_run.press(Qt.Key.Key_3)
    first_run.press(Qt.Key.Key_Return)
    first = first_run.program.reminders.controller.roster.first
    assert (first.enabled, first.when) == (True, Every(minutes=90))


def listen_and_go_on(run: Run) -> None:
    """Go through the voice step without having played it."""
    for _ in range(9):
        run.press(Qt.Key.Key_Tab)
        focused = run.window.focusWidget()
        if isinstance(focused, Button) and focused.text() == "I hear it":
            break
    run.press(Qt.Key.Key_Return)


def test_a_start_at_once_still_begins_with_the_safety_page(first_run: Run) -> None:
    first_run.open("mat-12")
    assert first_run.window.current == WELCOME
    assert first_run.events("session_started") == []


@pytest.mark.parametrize("modifier_key", [1, 2, 3, 4, 5, 6, 7])
def test_control_and_a_digit_show_each_page(run: Run, modifier_key: int) -> None:
    run.open()
    key = Qt.Key(Qt.Key.Key_0.value + modifier_key)
    run.press(key, Qt.KeyboardModifier.ControlModifier)
    pages = [HOME, MINE, EXERCISES, PROGRESS, REMINDERS, SETTINGS, HELP]
    assert run.window.current == pages[modifier_key - 1]


def test_space_pauses_and_goes_on(run: Run) -> None:
    run.open("desk-chair-2")
    run.wait_for_session()
    run.press(Qt.Key.Key_Space)
    assert not run.program.playing.controller.is_playing
    run.press(Qt.Key.Key_Space)
    assert run.program.playing.controller.is_playing
    assert [e["command"] for e in run.events("command")] == ["pause", "resume"]


def test_escape_twice_always_leaves(run: Run) -> None:
    run.open("desk-chair-2")
    run.wait_for_session()
    run.press(Qt.Key.Key_Escape)
    run.press(Qt.Key.Key_Escape)
    assert run.window.current == HOME
    assert run.events("session_ended")[0]["finished"] is False


def test_after_escape_twice_a_word_and_a_way_back_to_the_exercise_that_was_on(run: Run) -> None:
    run.open("desk-standing-5")
    run.wait_for_session()
    run.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    run.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    segment = run.program.playing.controller.segment
    assert segment is not None
    run.press(Qt.Key.Key_Escape)
    run.press(Qt.Key.Key_Escape)
    way_back = run.window.way_back
    assert way_back.words.startswith("Standing at the desk ended: 0 of ")
    assert not way_back.takes_enter
    way_back.requested.emit()
    run.wait_for_session(2)
    assert run.window.current == PLAYER
    taken_up = run.program.playing.controller.segment
    assert taken_up is not None
    assert taken_up.step == segment.step


def test_who_goes_to_another_page_is_not_told_for_ever_of_what_was_left(run: Run) -> None:
    run.open("desk-chair-2")
    run.wait_for_session()
    run.press(Qt.Key.Key_Escape)
    run.press(Qt.Key.Key_Escape)
    assert run.window.way_back.isVisible()
    run.window.show_page(SETTINGS)
    run.window.show_page(HOME)
    assert not run.window.way_back.isVisible()


def test_the_signs_can_be_read_and_the_question_is_still_there(run: Run) -> None:
    run.open("desk-chair-2")
    page = run.wait_for_session()
    run.press(Qt.Key.Key_N)
    run.press(Qt.Key.Key_H)
    run.press(Qt.Key.Key_L)
    run.press(Qt.Key.Key_F1)
    assert run.window.current == HELP
    assert run.program.front.session_is_on
    run.press(Qt.Key.Key_Return)
    assert run.window.current == PLAYER
    assert page.sheet.is_open
    assert [option.name for option in page.sheet.options] == ["end", "help", "wait"]
    assert not run.program.playing.controller.is_playing


def test_what_hurts_on_the_last_exercise_offers_no_next_and_congratulates_nobody(
    run: Run,
) -> None:
    run.open("desk-chair-2")
    page = run.wait_for_session()
    while page._snapshot is None or page._snapshot.next is not None:
        run.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    run.press(Qt.Key.Key_H)
    assert "next" not in [option.name for option in page.sheet.options]
    run.press(Qt.Key.Key_E)
    assert page.closing.isVisible()
    assert page.closing.headline.text() == "Stopped, and that was right"


def test_the_end_of_the_gentle_week_is_said_once_and_one_may_stay_gentle(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    prepare(tmp_path)
    profile = {"first_start": "2026-11-02", "understood": True, "met": {"cat-cow": 3}}
    (tmp_path / "data" / "profile.json").write_text(json.dumps(profile))
    run = Run(qapp, tmp_path, qtbot)
    run.open()
    qtbot.waitUntil(lambda: bool(run.events("window_shown")))
    assert "gentle first week is over" in run.window.way_back.words
    assert run.window.way_back.isVisible()
    run.window.way_back.requested.emit()
    assert run.program.settings.settings.session.dose is DoseChoice.GENTLE
    assert not run.window.way_back.isVisible()
    kept = json.loads((tmp_path / "data" / "profile.json").read_text())
    assert kept["told_growth"] is True
    run.window.show_page(SETTINGS)
    run.window.show_page(HOME)
    assert not run.window.way_back.isVisible()
    run.close()


def test_a_preparation_that_is_given_up_leads_home(run: Run) -> None:
    run.open()
    run.program.settings.set_field("voice", "say", "everything")
    run.press(Qt.Key.Key_Return)
    assert not run.events("session_started")
    run.press(Qt.Key.Key_Escape)
    assert run.window.current == HOME
    assert not run.program.front.session_is_on


def test_what_hurts_stops_at_once_and_enter_goes_on_with_something_else(run: Run) -> None:
    run.open("desk-chair-2")
    page = run.wait_for_session()
    run.press(Qt.Key.Key_N)
    run.press(Qt.Key.Key_H)
    assert not run.program.playing.controller.is_playing
    assert page.sheet.is_open
    run.press(Qt.Key.Key_Return)
    assert run.program.playing.controller.is_playing


def test_a_session_to_its_end_shows_the_closing_and_counts_what_was_met(
    run: Run, qtbot: QtBot
) -> None:
    run.open("desk-chair-2")
    page = run.wait_for_session()
    for _ in range(40):
        run.press(Qt.Key.Key_N)
        if run.events("session_ended"):
            break
    assert not page.closing.isHidden()
    assert run.window.current == PLAYER
    run.press(Qt.Key.Key_Return)
    assert run.window.current == HOME


def test_the_figure_of_the_exercise_is_on_stage(run: Run) -> None:
    run.open("desk-standing-5")
    page = run.wait_for_session()
    run.press(Qt.Key.Key_N)
    exercise = run.program.playing.controller
    assert exercise.is_playing
    assert page.session.figure_card._figure is not None


def test_choosing_dark_takes_effect_at_once_and_is_kept(run: Run) -> None:
    run.open()
    run.program.settings.set_field("appearance", "theme", "dark")
    assert run.program.look.colours.is_dark
    kept = json.loads((run.folder / "config" / "settings.json").read_text())
    assert kept["appearance"]["theme"] == "dark"


def test_the_voice_chip_turns_the_voice_off_and_on(run: Run) -> None:
    run.open("desk-chair-2")
    run.wait_for_session()
    run.press(Qt.Key.Key_M)
    assert run.program.settings.settings.voice.say.value == "everything"
    run.press(Qt.Key.Key_M)
    assert run.program.settings.settings.voice.say.value == "tones"


def test_a_voice_that_is_lost_is_told_on_the_page_that_is_on(run: Run) -> None:
    run.open("desk-chair-2")
    page = run.wait_for_session()
    run.program.playing.studio.renderer.lost.emit("The voice stopped.")
    assert page.session.toast.text == "The voice stopped. Tones and captions go on."
    run.press(Qt.Key.Key_Escape)
    run.press(Qt.Key.Key_Escape)
    run.program.playing.studio.renderer.lost.emit("The voice stopped.")
    assert run.window.toast.text == "The voice stopped. Tones and captions go on."


def test_a_second_start_hands_its_routine_over(run: Run) -> None:
    run.open()
    run.program.on_message(["--start", "mat-12"])
    run.wait_for_session()
    assert run.events("session_started")[0]["routine"] == "mat-12"


@pytest.mark.parametrize("message", [[], ["--start", "nothing"], ["--eval", "1"], ["x"] * 50])
def test_no_message_from_outside_does_harm(run: Run, message: list[str]) -> None:
    run.open()
    run.program.on_message(message)
    assert run.events("session_started") == []
    assert run.window.current in (HOME, PLAYER)


def test_a_broken_pack_is_told_and_home_is_shown(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    prepare(tmp_path)
    pack = tmp_path / "data" / "packs" / "mine" / "exercises"
    pack.mkdir(parents=True)
    (pack / "wave.yaml").write_text("id: wave\n")
    run = Run(qapp, tmp_path, qtbot)
    run.open()
    qtbot.waitUntil(lambda: bool(run.events("window_shown")))
    assert run.window.current == HOME
    assert "wave.yaml" in run.window.toast.text
    run.close()


def test_a_paused_session_shows_that_it_is_paused(run: Run) -> None:
    run.open("desk-chair-2")
    page = run.wait_for_session()
    run.press(Qt.Key.Key_Space)
    assert page._snapshot is not None
    assert page._snapshot.status is Status.PAUSED


def test_a_question_from_outside_is_answered_and_a_pause_takes_effect(run: Run) -> None:
    run.open()
    assert run.program.answer({"remind": "pause", "minutes": 60})["mood"] == "paused"
    assert run.program.answer({"remind": "resume"})["mood"] != "paused"


@pytest.mark.parametrize(
    "request_",
    [
        {},
        {"remind": "explode"},
        {"remind": "every"},
        {"remind": "every", "minutes": 1_000},
        {"remind": "pause", "minutes": 10**15},
        {"remind": "pause", "minutes": -5},
        {"remind": "snooze", "minutes": 0},
        {"remind": "snooze", "minutes": True},
        {"remind": "snooze", "minutes": 10},  # Nothing is due.
    ],
)
def test_a_question_that_makes_no_sense_is_an_error_and_nothing_more(
    run: Run, request_: dict[str, object]
) -> None:
    run.open()
    with pytest.raises(InstanceError):
        run.program.answer(request_)


def test_a_call_opens_what_home_has_shown_before_and_another_comes_after_it(
    run: Run, qtbot: QtBot
) -> None:
    run.open()
    reminders = run.program.reminders
    chosen = reminders.controller.roster.first.with_(routine=CHOOSE, hours=always())
    reminders.controller.take_roster(Roster(reminders=(chosen,)))
    home = run.window.page(HOME)
    assert isinstance(home, HomePage)
    before = home.hero.card
    assert before is not None
    reminders.controller.call_now()
    assert reminders.offers.current == before

    reminders.controller.not_now()
    qtbot.waitUntil(lambda: home.hero.card != before)
    after = home.hero.card
    reminders.controller.call_now()
    assert reminders.offers.current == after


def test_a_call_shows_the_card_and_start_plays_within_it(run: Run, qtbot: QtBot) -> None:
    run.open()
    run.program.answer({"remind": "now"})
    assert run.card.isVisible()
    QTest.mouseClick(run.card.start, Qt.MouseButton.LeftButton)
    run.wait_for_session()
    assert not run.card.isVisible()
    started = run.events("session_started")[0]
    assert started["routine"].startswith("desk-chair-")
    assert 90_000 <= started["duration_ms"] <= 180_000
