"""The life of the program: without a window, with one, and after it was closed."""

import gc
import json
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from backease_desktop.bootstrap.anew import can_begin_anew, command_anew
from backease_desktop.core.reminder.roster import DAYS, FIRST, DayRange, WorkingHours
from backease_desktop.system.single_instance import InstanceError
from backease_desktop.ui.calls.call_bar import CallBar
from backease_desktop.ui.places import HOME, PLAN, PLAYER, REMINDERS
from backease_desktop.ui.questions import QUIT, STAY
from tests.app.running import Run


@pytest.fixture
def quits(run: Run) -> list[str]:
    """Grows when the process would end."""
    told: list[str] = []
    run.program.life.quit_requested.connect(lambda: told.append("quit"))
    return told


def close(run: Run) -> bool:
    """Close the window as a person does; whether it let itself be closed."""
    event = QCloseEvent()
    run.window.closeEvent(event)
    return event.isAccepted()


def settle(run: Run, qtbot: QtBot) -> None:
    """Wait until everything behind the window is made."""
    run.open()
    qtbot.waitUntil(lambda: run.program._reminders is not None)


def kept_profile(run: Run) -> dict[str, object]:
    profile: dict[str, object] = json.loads((run.folder / "data" / "profile.json").read_text())
    return profile


def remind_at_all_hours(run: Run, routine: str = FIRST.routine) -> None:
    """Have the reminder of the first start whenever this test runs."""
    whole_day = (DayRange(start=time(), end=time()),)
    hours = WorkingHours(**dict.fromkeys(DAYS, whole_day))
    run.program.reminders.controller.put(FIRST.with_(hours=hours, routine=routine))


def test_without_a_window_it_reminds_and_has_read_no_catalogue(run: Run) -> None:
    run.program.stay()
    assert run.program._reminders is not None
    assert run.program._front is None
    assert run.program.answer({"remind": "status"})["mood"] in ("counting", "resting")
    assert run.program._front is None


def test_a_start_beside_it_opens_its_window(run: Run, qtbot: QtBot) -> None:
    run.program.stay()
    run.program.on_message([])
    qtbot.waitExposed(run.window)
    assert run.window.current == HOME


def test_no_garbage_is_looked_for_while_a_window_is_made(run: Run, qtbot: QtBot) -> None:
    run.program.stay()
    assert gc.isenabled()
    run.program.on_message([])
    assert not gc.isenabled()
    qtbot.waitUntil(lambda: run.program.front.is_settled)
    assert gc.isenabled()


def test_what_ends_before_its_window_is_painted_leaves_garbage_to_be_looked_for(run: Run) -> None:
    run.program.open()
    run.program.close()
    assert gc.isenabled()


def test_a_call_without_a_window_shows_a_card_and_start_opens_the_session(
    run: Run, qtbot: QtBot
) -> None:
    run.program.stay()
    run.program.answer({"remind": "now"})
    card = run.card
    assert card.isVisible()
    assert not run.window.isVisible()
    QTest.mouseClick(card.start, Qt.MouseButton.LeftButton)
    run.wait_for_session()
    assert run.window.isVisible()
    assert run.window.current == PLAYER


def test_a_window_that_is_opened_again_begins_on_the_first_page(run: Run, qtbot: QtBot) -> None:
    settle(run, qtbot)
    run.window.show_page(REMINDERS)
    run.program.on_message([])
    assert run.window.current == REMINDERS  # it was seen: nobody is led away from it
    run.program.front.put_away()
    run.program.on_message([])
    assert run.window.current == HOME


def test_a_call_is_answered_from_the_command_line(run: Run, qtbot: QtBot) -> None:
    run.program.stay()
    run.program.answer({"remind": "now"})
    assert run.program.answer({"remind": "snooze"})["mood"] != "calling"
    assert not run.card.isVisible()
    run.program.answer({"remind": "now"})
    assert run.program.answer({"remind": "dismiss"})["mood"] != "calling"
    run.program.answer({"remind": "now"})
    run.program.answer({"remind": "start"})
    run.wait_for_session()
    assert run.window.current == PLAYER


def test_a_call_is_answered_by_the_keyboard_from_every_page(run: Run, qtbot: QtBot) -> None:
    settle(run, qtbot)
    for page in (REMINDERS, HOME):
        run.window.show_page(page)
        run.program.answer({"remind": "now"})
        bar = next(one for one in run.window.findChildren(CallBar))
        assert bar.isVisible()
        assert "Time to stretch" in bar.words
        bar.snooze.click()
        assert not bar.isVisible()
        assert not run.card.isVisible()
    run.program.answer({"remind": "now"})
    run.window.page(HOME).setFocus()
    run.press(Qt.Key.Key_Return)
    run.wait_for_session()
    assert run.window.current == PLAYER
    assert not bar.isVisible()


@pytest.mark.parametrize("what", ["dismiss", "snooze"])
def test_an_answer_without_a_call_is_a_problem(run: Run, what: str) -> None:
    run.program.stay()
    with pytest.raises(InstanceError, match="no reminder is due"):
        run.program.answer({"remind": what})


def test_the_first_closing_asks_and_staying_hides_the_window(
    run: Run, qtbot: QtBot, quits: list[str]
) -> None:
    settle(run, qtbot)
    assert not close(run)
    assert run.window.isVisible()
    run.press(Qt.Key.Key_Return)
    assert not run.window.isVisible()
    assert quits == []
    assert kept_profile(run)["told_staying"] is True


def test_escape_takes_the_closing_question_back_and_stores_nothing(
    run: Run, qtbot: QtBot, quits: list[str]
) -> None:
    settle(run, qtbot)
    close(run)
    run.press(Qt.Key.Key_Escape)
    assert run.window.isVisible()
    assert not run.window.sheet.is_open
    assert run.program.settings.profile.told_staying is False
    assert quits == []
    close(run)
    assert run.window.sheet.is_open


def test_a_session_waits_behind_the_closing_question_and_after_it_was_taken_back(
    run: Run, quits: list[str]
) -> None:
    run.open("desk-chair-2")
    run.wait_for_session()
    assert not close(run)
    assert "ends with the window" in " ".join(
        label.text() for label in run.window.sheet.findChildren(QLabel)
    )
    assert not run.program.playing.controller.is_playing
    run.press(Qt.Key.Key_Escape)
    assert run.program.playing.controller.is_on
    assert not run.program.playing.controller.is_playing
    run.press(Qt.Key.Key_Space)
    assert run.program.playing.controller.is_playing
    assert quits == []


def test_it_is_said_once(run: Run, qtbot: QtBot, quits: list[str]) -> None:
    settle(run, qtbot)
    close(run)
    run.window.sheet.choose(STAY)
    run.program.open()
    assert close(run)
    assert not run.window.sheet.is_open
    assert quits == []


def test_quit_can_be_the_answer(run: Run, qtbot: QtBot, quits: list[str]) -> None:
    settle(run, qtbot)
    close(run)
    run.window.sheet.choose(QUIT)
    assert quits == ["quit"]


def test_closed_again_while_it_asks_it_stays(run: Run, qtbot: QtBot, quits: list[str]) -> None:
    settle(run, qtbot)
    close(run)
    close(run)
    assert not run.window.isVisible()
    assert quits == []


def test_who_does_not_want_it_to_stay_is_not_asked(
    run: Run, qtbot: QtBot, quits: list[str]
) -> None:
    settle(run, qtbot)
    run.program.settings.set_field("closing", "stay", False)
    assert close(run)
    assert quits == ["quit"]


def test_without_reminders_closing_ends_it(run: Run, qtbot: QtBot, quits: list[str]) -> None:
    settle(run, qtbot)
    controller = run.program.reminders.controller
    controller.take_roster(controller.roster.with_(reminders=()))
    assert close(run)
    assert quits == ["quit"]


def test_a_session_ends_with_its_window(run: Run, qtbot: QtBot, quits: list[str]) -> None:
    run.program.settings.remember_told_staying()
    run.open("desk-chair-2")
    run.wait_for_session()
    close(run)
    assert len(run.events("session_ended")) == 1
    run.program.open()
    assert run.window.current == HOME


def test_control_q_ends_it_without_a_question(run: Run, qtbot: QtBot, quits: list[str]) -> None:
    settle(run, qtbot)
    run.press(Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert quits == ["quit"]
    assert close(run)


def test_the_end_of_the_desktop_is_not_held_up_by_a_question(
    run: Run, qtbot: QtBot, quits: list[str]
) -> None:
    settle(run, qtbot)
    run.program.life.expect_logout()
    assert close(run)


def test_a_desktop_that_does_not_end_after_all_finds_everything_as_it_was(
    run: Run, qtbot: QtBot, quits: list[str]
) -> None:
    settle(run, qtbot)
    run.program.life.expect_logout()
    run.program.life._logout.timeout.emit()
    assert not close(run)
    run.window.sheet.choose(STAY)
    assert not quits


def test_closed_for_a_while_it_begins_anew_without_what_it_showed(
    run: Run, qtbot: QtBot, quits: list[str]
) -> None:
    settle(run, qtbot)
    remind_at_all_hours(run)
    anew = QSignalSpy(run.program.life.anew_requested)
    close(run)
    run.window.sheet.choose(STAY)
    assert run.program.life.is_to_begin_anew
    run.program.life._unseen.timeout.emit()
    assert anew.count() == 1


def test_opened_again_it_goes_on(run: Run, qtbot: QtBot, quits: list[str]) -> None:
    settle(run, qtbot)
    anew = QSignalSpy(run.program.life.anew_requested)
    close(run)
    run.window.sheet.choose(STAY)
    run.program.open()
    assert not run.program.life.is_to_begin_anew
    run.program.life._unseen.timeout.emit()
    assert anew.count() == 0


def test_while_it_calls_it_does_not_begin_anew(run: Run, qtbot: QtBot) -> None:
    run.program.stay()
    remind_at_all_hours(run)
    anew = QSignalSpy(run.program.life.anew_requested)
    run.program.answer({"remind": "now"})
    run.program.life._unseen.timeout.emit()
    assert anew.count() == 0
    run.card.not_now_requested.emit()
    assert run.program.life.is_to_begin_anew
    run.program.life._unseen.timeout.emit()
    assert anew.count() == 1


def test_while_a_call_is_near_it_does_not_begin_anew_since_that_would_delay_it(
    run: Run, qtbot: QtBot
) -> None:
    run.program.stay()
    remind_at_all_hours(run)
    run.program.answer({"remind": "now"})
    run.program.answer({"remind": "snooze", "minutes": 2})
    assert run.program.life.is_unseen
    assert not run.program.life.is_to_begin_anew
    run.program.answer({"remind": "snooze", "minutes": 20})
    assert run.program.life.is_to_begin_anew


def test_while_somebody_walks_it_does_not_begin_anew_since_that_would_lose_the_walk(
    run: Run, qtbot: QtBot
) -> None:
    settle(run, qtbot)
    run.window.show_page(PLAN)
    walk = run.program.front.walk
    assert walk is not None
    walk.start()
    run.window.hide()

    run.program.life.look_after()

    assert not run.program.life.is_unseen
    assert not run.program.life.is_to_begin_anew
    walk.cancel()
    assert run.program.life.is_unseen


def test_while_something_is_still_to_be_said_it_does_not_begin_anew(run: Run, qtbot: QtBot) -> None:
    run.program.stay()
    remind_at_all_hours(run)
    run.program.say("The last run ended unexpectedly.")
    run.program.answer({"remind": "now"})
    run.card.not_now_requested.emit()
    assert not run.program.life.is_to_begin_anew
    run.program.open()
    qtbot.waitUntil(lambda: "unexpectedly" in run.window.toast.text)
    close(run)
    run.window.sheet.choose(STAY)
    assert run.program.life.is_to_begin_anew


def test_a_start_from_the_tray_throws_no_session_away(run: Run, qtbot: QtBot) -> None:
    run.open("desk-chair-2")
    run.wait_for_session()
    run.window.hide()
    run.program.reminders.tray.start_requested.emit()
    assert run.window.isVisible()
    assert not run.events("session_ended")
    assert len(run.events("session_started")) == 1


def test_what_an_earlier_call_has_offered_is_not_what_the_tray_starts(
    run: Run, qtbot: QtBot
) -> None:
    run.program.stay()
    remind_at_all_hours(run)
    run.program.answer({"remind": "now"})
    run.card.not_now_requested.emit()
    remind_at_all_hours(run, "desk-standing-5")
    wanted = QSignalSpy(run.program.reminders.offers.start_wanted)
    run.program.reminders.tray.start_requested.emit()
    assert wanted.at(0) == ["desk-standing-5"]


def test_what_has_shown_nothing_has_no_reason_to_begin_anew(run: Run) -> None:
    run.program.stay()
    run.program.answer({"remind": "pause", "minutes": 60})
    assert not run.program.life.is_to_begin_anew


def test_beginning_anew_keeps_profile_and_event_log(tmp_path: Path) -> None:
    command = command_anew(tmp_path, tmp_path / "events")
    assert command[command.index("--profile") + 1] == str(tmp_path)
    assert command[command.index("--event-log") + 1] == str(tmp_path / "events")
    assert "--background" in command
    assert can_begin_anew(command)
    assert not can_begin_anew([str(tmp_path / "was-updated-away"), *command[1:]])


def test_the_title_says_when_the_next_stretch_is(run: Run, qtbot: QtBot) -> None:
    settle(run, qtbot)
    run.program.answer({"remind": "pause", "minutes": 60})
    assert run.window.windowTitle().startswith("Paused until ")
    assert run.window.windowTitle().endswith("· BackEase")


def test_a_session_that_was_skipped_through_is_not_remembered_as_done(run: Run) -> None:
    run.open("desk-chair-2")
    run.wait_for_session()
    for _ in range(40):
        run.press(Qt.Key.Key_N)
        if run.events("session_ended"):
            break
    assert run.events("session_ended")[0]["done"] is False
    assert run.program.settings.done == ()


def test_what_is_said_without_a_window_is_said_when_there_is_one(run: Run, qtbot: QtBot) -> None:
    run.program.stay()
    run.program.say("The last run ended unexpectedly.")
    assert run.program._front is None
    run.program.open()
    qtbot.waitUntil(lambda: "unexpectedly" in run.window.toast.text)


def test_a_reminder_with_a_name_of_its_own_calls_by_it(run: Run) -> None:
    run.program.stay()
    controller = run.program.reminders.controller
    run.program.answer({"remind": "now"})
    assert "Time to stretch" in run.card.words
    controller.put(controller.roster.first.with_(name="Walk"))
    run.program.answer({"remind": "now"})
    assert "Walk" in run.card.words
    assert "Time to stretch" not in run.card.words


def test_the_tray_while_it_calls_gives_the_card_the_keyboard(run: Run, qtbot: QtBot) -> None:
    run.program.stay()
    run.program.answer({"remind": "now"})
    told = QSignalSpy(run.program.reminders.open_requested)
    run.program.reminders.tray.open_requested.emit()
    assert told.count() == 0
    run.program.answer({"remind": "done"})
    run.program.reminders.tray.open_requested.emit()
    assert told.count() == 1


def test_the_end_in_mid_session_leaves_nothing_running(run: Run) -> None:
    run.open("desk-chair-2")
    run.wait_for_session()
    controller, presence = run.program.reminders.controller, run.program.desktop.presence
    run.program.close()
    assert run.events("session_ended")
    assert not controller._timer.isActive()
    assert not [source for source in presence.sources() if source.in_use][:-1]


def test_everything_is_let_go_at_the_end(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "data").mkdir()
    run = Run(qapp, tmp_path, qtbot)
    run.program.stay()
    controller = run.program.reminders.controller
    run.close()
    assert not controller._timer.isActive()
    assert (tmp_path / "data" / "reminder-state.json").exists()
