"""The exercise editor: joints drawn by pointer and keys, keyframes, words, and what stops it."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backease_desktop.core.catalogue.words import Demand, Direction, Position
from backease_desktop.ui.look.style import Look
from tests.controllers.test_exercise_editor import photographed
from tests.ui.cut import cut_off
from tests.ui.editor.shown_exercise import Shown

Key = Qt.Key


def test_a_foot_that_is_dragged_is_where_it_was_let_go_and_kept(shown: Shown) -> None:
    before = shown.page.figure.canvas.place_of("left_foot")
    shown.drag("left_foot", 10, -60)

    after = shown.page.figure.canvas.place_of("left_foot") - before
    assert abs(after.x() - 10) < 25
    assert abs(after.y() + 60) < 25
    assert shown.frames["hold"]["left_leg"]["hip"] < -8
    assert shown.writing.editor.written.keep()
    assert shown.writing.on_disk


def test_a_drag_is_one_change_and_is_undone_by_one_key(shown: Shown) -> None:
    before = shown.frames
    shown.drag("right_hand", -20, 40)
    assert shown.frames != before

    QTest.keyClick(shown.page, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert shown.frames == before
    assert not shown.writing.editor.written.can_undo


def test_what_stops_a_joint_is_said_below_the_picture(shown: Shown) -> None:
    shown.drag("left_foot", 0, -280)

    assert (
        "No further: the hip is at its end (-40°)."
        in shown.page.figure.canvas.accessibleDescription()
    )


def test_keys_go_through_the_joints_move_them_and_let_them_rest(shown: Shown) -> None:
    canvas = shown.page.figure.canvas
    canvas.setFocus()
    for _ in range(2):
        QTest.keyClick(canvas, Key.Key_Tab)
    assert canvas.chosen == "right_hand"
    before = canvas.place_of("right_hand").y()
    QTest.keyClick(canvas, Key.Key_Down)
    assert canvas.place_of("right_hand").y() > before
    QTest.keyClick(canvas, Key.Key_R)

    assert "right_hand on mat" in shown.frames["hold"]["rests"]
    assert "rests on the mat" in canvas.accessibleDescription()


def test_keyframes_are_chosen_added_and_taken_out(shown: Shown) -> None:
    page = shown.page
    page.figure.more.click()
    assert len(shown.frames) == 3
    assert page.figure.canvas.still is not None
    added = page.figure.canvas.still.name
    assert shown.frames[added]["from"] == "hold"
    page.figure.fewer.click()

    assert len(shown.frames) == 2
    assert page.figure.canvas.still.name == "hold"


def test_play_moves_and_a_second_press_leads_back_to_the_pose(shown: Shown) -> None:
    shown.page.figure.play.click()
    assert shown.page.figure.moving.playing
    shown.page.figure.play.click()

    assert not shown.page.figure.moving.playing
    assert shown.page.figure.canvas.isVisible()


def test_a_text_that_cannot_be_spoken_is_said_below_its_field(shown: Shown) -> None:
    line = shown.page.form.texts["tip"]
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "one two three four five six seven eight nine")
    QTest.keyClick(line, Key.Key_Return)
    fault = shown.page.form._faults["tip"]
    assert fault.text() == "9 words; at most 8 can be spoken here"
    assert not shown.page.try_it.isEnabled()

    line.selectAll()
    QTest.keyClicks(line, "Slowly")
    QTest.keyClick(line, Key.Key_Return)

    assert fault.isHidden()
    assert shown.page.try_it.isEnabled()
    assert shown.writing.editor.written.keep()


def test_each_letter_is_kept_before_the_field_is_left_and_all_are_one_change(
    shown: Shown, qtbot: QtBot
) -> None:
    line = shown.page.form.texts["tip"]
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "Slow")
    qtbot.waitUntil(lambda: shown.writing.on_disk == {"mine": "Slow"})
    QTest.keyClicks(line, " and low")
    QTest.keyClick(line, Key.Key_Return)
    exercise = shown.writing.editor.exercise
    assert exercise is not None
    assert exercise.tip == "Slow and low"

    shown.writing.editor.written.undo()

    assert line.text() == "Hips level, keep breathing."
    assert not shown.writing.editor.written.can_undo


def test_a_dose_and_who_gave_it_are_written(shown: Shown) -> None:
    form = shown.page.form
    form.tabs.set_value("dose")
    form.dose.most["reps"].setValue(6)
    form.source.setFocus()
    QTest.keyClicks(form.source, "my physiotherapist, March 2026")
    exercise = shown.writing.editor.exercise

    assert exercise is not None
    own = exercise.prescriptions[0]
    assert own.reps is not None
    assert (own.reps.max, own.as_given) == (6, "my physiotherapist, March 2026")


def test_what_it_asks_of_a_body_is_open_again_once_the_pose_is_another_one(shown: Shown) -> None:
    body = shown.page.form.body
    assert body.is_known.isChecked()
    shown.drag("left_foot", 10, -60)

    assert not body.is_known.isChecked()
    assert not body.unknown.isHidden()
    assert not body.load.isEnabled()
    body.is_known.click()
    body.directions.chips[Direction.EXTENSION].click()
    body.demands.chips[Demand.WRISTS].click()
    exercise = shown.writing.editor.exercise
    assert exercise is not None
    assert not exercise.unclassified
    assert exercise.spine.directions == (Direction.EXTENSION,)
    assert exercise.demands == (Demand.WRISTS, Demand.LEGS_APART)
    assert shown.writing.editor.fault is None


def test_phases_are_written_by_hand_and_what_is_wrong_in_one_is_said(
    shown: Shown, qtbot: QtBot
) -> None:
    pace = shown.page.form.pace
    pace.more.click()
    pace.more.click()
    pace.phases[1].seconds.setValue(3.5)
    line = pace.phases[1].say
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "and a bit further up")
    exercise = shown.writing.editor.exercise
    assert exercise is not None
    assert [phase.seconds for phase in exercise.phases] == [2.0, 3.5, 2.0]
    assert shown.page.form._fault.text().startswith("phases.1.say: 5 words")

    pace.phases[1].out.click()
    pace.phases[1].out.click()
    assert pace.phases == []
    assert shown.writing.editor.fault is None


def test_seconds_are_written_and_the_usual_ones_are_left_out(shown: Shown) -> None:
    pace = shown.page.form.pace
    pace.way.setValue(3.5)
    pace.switch.setValue(9.0)
    exercise = shown.writing.editor.exercise
    assert exercise is not None
    assert (exercise.seconds_to_move, exercise.seconds_to_switch) == (3.5, 9.0)
    pace.switch.setValue(pace.switch.minimum())

    exercise = shown.writing.editor.exercise
    assert exercise is not None
    assert exercise.seconds_to_switch is None


def test_a_thing_is_put_into_the_picture_and_what_something_rests_on_stays(shown: Shown) -> None:
    props = shown.page.figure.props
    props.things["wall"].click()
    props.places["wall"].setValue(-60)
    exercise = shown.writing.editor.exercise
    assert exercise is not None
    figure: Any = exercise.figure
    assert figure["props"] == {"mat": True, "wall": {"at": -0.6}}

    shown.writing.editor.open("seated-twist", "Seated, mine")
    props.things["chair"].click()

    assert "something rests on the chair" in shown.page.figure.stop.text()
    assert props.things["chair"].isChecked()


def test_the_other_side_is_always_in_sight(shown: Shown, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: shown.page.figure.other.picture is not None)
    picture = shown.page.figure.other.picture

    assert picture is not None
    assert picture.alt.startswith("Left arm reaches forward")


def test_each_keyframe_has_its_picture_and_its_seconds_in_the_strip(
    shown: Shown, qtbot: QtBot
) -> None:
    strip = shown.page.figure.keyframes
    assert strip is not None
    qtbot.waitUntil(lambda: strip.segments[1].accessibleDescription() != "")
    said = [card.accessibleDescription().partition(".")[0] for card in strip.segments]

    assert said == ["2 s in", "3–5 s"]
    assert {card.text() for card in strip.segments} == {"Setup", "Hold"}


def test_the_strip_follows_the_dose_and_the_pose(shown: Shown, qtbot: QtBot) -> None:
    strip = shown.page.figure.keyframes
    assert strip is not None
    before = strip.segments[1].grab().toImage()
    shown.drag("left_foot", 10, -60)
    shown.page.form.dose.least["hold_s"].setValue(7)

    qtbot.waitUntil(lambda: strip.segments[1].accessibleDescription().startswith("7 s"))
    assert strip.segments[1].grab().toImage() != before


def test_the_keyboard_chooses_a_keyframe_in_the_strip(shown: Shown) -> None:
    strip = shown.page.figure.keyframes
    assert strip is not None
    strip.segments[1].setFocus()
    QTest.keyClick(strip.segments[1], Key.Key_Left)

    assert shown.page.figure.canvas.still is not None
    assert shown.page.figure.canvas.still.name == "setup"


def test_a_deleted_exercise_is_brought_back_from_what_says_so(shown: Shown) -> None:
    shown.page.delete.click()
    assert shown.writing.on_disk == {}
    assert shown.page.toast.words == "“Mine” is deleted."

    shown.page.toast.requested.emit()

    assert list(shown.writing.on_disk) == ["mine"]
    assert shown.page.toast.isHidden()


def test_try_it_asks_for_the_exercise_as_it_is_written(shown: Shown, qtbot: QtBot) -> None:
    shown.drag("left_foot", 10, -60)
    with qtbot.waitSignal(shown.page.try_requested) as asked:
        shown.page.try_it.click()

    assert asked.args == [shown.writing.editor.exercise]
    assert shown.writing.catalogue.exercises["mine"] == shown.writing.editor.exercise


@pytest.mark.parametrize("width", [1180, 700, 400, 316])
def test_words_have_room_down_to_the_narrowest_window(shown: Shown, look: Look, width: int) -> None:
    look.set_narrow(width < 480)
    shown.page.resize(width, 700)
    QApplication.processEvents()
    shown.page.grab()

    assert cut_off(shown.page) == []
    look.set_narrow(False)


def test_tab_goes_through_the_pictures_of_the_movement_before_what_stands_below_them(
    shown: Shown,
) -> None:
    side = shown.page.figure
    assert side.keyframes is not None
    side.props.view.setFocus()
    QTest.keyClick(side.props.view, Key.Key_Tab)
    assert QApplication.focusWidget() in side.keyframes.segments
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Tab)

    assert QApplication.focusWidget() is side.play


def test_a_new_exercise_begins_with_a_position_and_a_pose_by_the_keyboard_alone(
    shown: Shown,
) -> None:
    shown.page.ask_beginning(shown.writing.catalogue.exercises.values())
    start = shown.page.start
    assert start.isVisible()
    assert start.name.hasSelectedText()
    QTest.keyClicks(start.name, "Slow bridge")
    supine = start.position.segments[list(Position).index(Position.SUPINE)]
    start.position.segments[0].setFocus()
    for _ in range(list(Position).index(Position.SUPINE)):
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Right)
    assert supine.isChecked()
    QTest.keyClick(start.go_on, Key.Key_Return)
    first = start.choice.exercises.current
    assert first is not None
    assert first.position is Position.SUPINE
    assert start.choice.search.hasFocus()
    QTest.keyClicks(start.choice.search, "bridge")
    QTest.keyClick(start.choice.search, Key.Key_Return)

    exercise = shown.writing.editor.exercise
    assert exercise is not None
    assert (exercise.id, exercise.position) == ("slow-bridge", Position.SUPINE)
    assert exercise.figure == shown.writing.catalogue.exercises["bridge"].figure
    assert not start.isVisible()
    assert shown.page.figure.canvas.hasFocus()


def test_escape_leaves_the_beginning_and_nothing_is_made(shown: Shown, qtbot: QtBot) -> None:
    shown.page.ask_beginning(shown.writing.catalogue.exercises.values())
    start = shown.page.start
    QTest.keyClick(start.name, Key.Key_Return)
    assert start.choice.isVisible()
    QTest.keyClick(start.choice.search, Key.Key_Escape)
    assert not start.choice.isVisible()
    with qtbot.waitSignal(shown.page.left):
        QTest.keyClick(start.name, Key.Key_Escape)

    assert list(shown.writing.on_disk) == ["mine"]


@pytest.mark.parametrize("width", [1180, 316])
def test_the_beginning_has_room_for_its_words(shown: Shown, look: Look, width: int) -> None:
    look.set_narrow(width < 480)
    shown.page.resize(width, 700)
    shown.page.ask_beginning(shown.writing.catalogue.exercises.values())
    QApplication.processEvents()
    shown.page.grab()

    assert cut_off(shown.page) == []
    look.set_narrow(False)


def test_a_photo_is_laid_under_the_pose_shown_instead_and_taken_away(
    shown: Shown, tmp_path: Path
) -> None:
    page = shown.page
    assert page.instead.isHidden()
    shown.photo = photographed(tmp_path / "pose.png")
    page.photo.click()
    assert page.photo.text() == "Without the photo"
    assert not page.instead.isChecked()
    page.instead.click()
    assert page.instead.isChecked()
    assert shown.writing.editor.photo is not None
    before = shown.frames
    shown.drag("left_foot", 10, -60)
    assert shown.frames == before
    page.instead.click()
    shown.drag("left_foot", 10, -60)
    assert shown.frames != before
    page.photo.click()

    assert shown.writing.editor.photo is None
    assert page.instead.isHidden()
