"""Routines of one's own in the whole program: made from any routine, on home at once, started."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from backease_desktop.bootstrap.shelf import open_shelf
from backease_desktop.core.catalogue.prescription import Range
from backease_desktop.ui.editor.exercise_page import ExercisePage
from backease_desktop.ui.editor.my_routines_page import MyRoutinesPage
from backease_desktop.ui.exercises.exercises_page import ExercisesPage
from backease_desktop.ui.home.home_page import HomePage
from backease_desktop.ui.places import EXERCISES, GIVEN, HOME, MINE, MY_EXERCISE, PLAYER, REMINDERS
from backease_desktop.ui.reminders.reminders_page import RemindersPage
from tests.app.running import Run


def home_of(run: Run) -> HomePage:
    page = run.window.page(HOME)
    assert isinstance(page, HomePage)
    return page


def mine_of(run: Run) -> MyRoutinesPage:
    page = run.window.page(MINE)
    assert isinstance(page, MyRoutinesPage)
    return page


def make_mine(run: Run) -> MyRoutinesPage:
    run.open()
    home_of(run).open("desk-chair-2")
    home_of(run).view.edit.click()
    assert run.window.current == MINE
    return mine_of(run)


def ids(run: Run) -> set[str]:
    return {card.id for card in run.program.front.routines.cards}


def test_a_routine_made_mine_is_on_home_and_there_at_the_next_start(run: Run) -> None:
    page = make_mine(run)
    own = page._editor.draft.id
    page._editor.take_out(0)
    run.window.show_page(HOME)

    assert own in ids(run)
    assert "desk-chair-2" in ids(run)
    routines = open_shelf(run.folder).catalogue.routines
    assert routines[own].steps == routines["desk-chair-2"].steps[1:]
    home_of(run).open(own)
    assert home_of(run).view.edit.text() == "Change it"


def test_a_routine_made_mine_can_be_what_a_reminder_opens(run: Run) -> None:
    run.open()
    run.window.show_page(REMINDERS)
    reminders = run.window.page(REMINDERS)
    assert isinstance(reminders, RemindersPage)
    own = make_mine(run)._editor.draft.id
    assert not reminders.editor.routine_name(own)
    run.window.show_page(REMINDERS)

    assert reminders.editor.routine_name(own)
    assert reminders.editor.routine.widget.findData(own) > 0


def test_it_is_started_from_the_editor_as_it_is_written(run: Run) -> None:
    page = make_mine(run)
    page._editor.take_out(0)
    steps = len(page._editor.draft.steps)
    page.view.start.click()
    player = run.wait_for_session()

    assert run.window.current == PLAYER
    assert player is run.window.page(PLAYER)
    (started,) = run.events("session_started")
    assert started["routine"] == page._editor.draft.id
    assert run.program.front.playing.controller.is_on
    assert steps == len(run.program.front.door.routine(page._editor.draft.id).steps)


def test_one_step_is_played_by_itself_at_its_own_dose(run: Run) -> None:
    page = make_mine(run)
    page.view.steps.select("0")
    page.view.pane.play.click()
    run.wait_for_session()

    (started,) = run.events("session_started")
    assert started["routine"] == f"only-{page._editor.draft.steps[0].exercise}"


def test_one_that_gets_a_problem_is_on_home_no_more_and_not_lost(run: Run, qtbot: QtBot) -> None:
    page = make_mine(run)
    own = page._editor.draft.id
    run.window.show_page(HOME)
    assert own in ids(run)
    run.window.show_page(MINE)
    page.edit(own)
    for field in ("reps", "hold_s", "breaths"):
        page.view.pane.number(field).setValue(0)
    run.window.show_page(HOME)

    assert own not in ids(run)
    assert own not in open_shelf(run.folder).catalogue.routines
    run.window.show_page(MINE)
    page.edit(own)
    page._editor.take_source(page.view.steps.index)
    run.window.show_page(HOME)
    assert own in ids(run)


def test_an_exercise_is_copied_changed_and_among_the_others_at_once(run: Run) -> None:
    run.open()
    run.window.show_page(EXERCISES)
    exercises = run.window.page(EXERCISES)
    assert isinstance(exercises, ExercisesPage)
    exercises.show_exercise("bird-dog")
    exercises.detail.edit_requested.emit("bird-dog")
    assert run.window.current == MY_EXERCISE
    page = run.window.page(MY_EXERCISE)
    assert isinstance(page, ExercisePage)
    page.form.dose.most["reps"].setValue(6)
    page.back.click()

    assert run.window.current == EXERCISES
    exercises.show_exercise("bird-dog-mine")
    assert exercises.detail.exercise is not None
    assert exercises.detail.exercise.name == "Bird dog, mine"
    found = open_shelf(run.folder).catalogue.exercises["bird-dog-mine"]
    assert found == exercises.detail.exercise
    assert found.prescriptions[0].reps == Range(min=6, max=6)


def test_a_new_exercise_is_begun_from_the_list_by_a_key_and_found_among_the_others(
    run: Run,
) -> None:
    run.open()
    run.window.show_page(EXERCISES)
    exercises = run.window.page(EXERCISES)
    assert isinstance(exercises, ExercisesPage)
    exercises.exercises.setFocus()
    QTest.keyClick(exercises.exercises, Qt.Key.Key_N)
    assert run.window.current == MY_EXERCISE
    page = run.window.page(MY_EXERCISE)
    assert isinstance(page, ExercisePage)
    page.start.name.setText("Desk stretch")
    QTest.keyClick(page.start.name, Qt.Key.Key_Return)
    QTest.keyClick(page.start.choice.search, Qt.Key.Key_Return)
    page.back.click()

    assert run.window.current == EXERCISES
    found = open_shelf(run.folder).catalogue.exercises["desk-stretch"]
    assert found.unclassified
    exercises.show_exercise("desk-stretch")
    assert exercises.detail.exercise == found


def test_an_exercise_is_opened_when_its_page_is_there_and_by_nobody_who_left_before(
    run: Run, qtbot: QtBot
) -> None:
    run.open()
    exercises = run.window.page(EXERCISES)
    assert isinstance(exercises, ExercisesPage)
    exercises.detail.edit_requested.emit("bird-dog")
    page = run.window.stack.currentWidget()
    assert isinstance(page, ExercisePage)
    assert page.title.text() == "Bird dog, mine"
    assert page._editor.exercise is None
    page.back.click()
    page.make_whole()
    assert page._editor.exercise is None
    assert "bird-dog-mine" not in open_shelf(run.folder).catalogue.exercises

    other = ExercisePage(page._look, page._editor, run.program.front.figures, lambda: None)
    run.window.stack.addWidget(other)
    other.when_whole(lambda: page._editor.open("cat-cow", "Mine"))
    run.window.stack.setCurrentWidget(other)
    other.setFocus()
    assert page._editor.exercise is None
    qtbot.waitUntil(lambda: page._editor.exercise is not None)
    assert other.is_whole
    assert run.window.focusWidget() is other.figure.canvas
    other.hide()


def test_an_exercise_is_played_as_it_is_written(run: Run) -> None:
    run.open()
    exercises = run.window.page(EXERCISES)
    assert isinstance(exercises, ExercisesPage)
    exercises.detail.edit_requested.emit("bird-dog")
    page = run.window.page(MY_EXERCISE)
    assert isinstance(page, ExercisePage)
    page.try_it.click()
    run.wait_for_session()

    (started,) = run.events("session_started")
    assert started["routine"] == "only-bird-dog-mine"


def test_a_new_routine_is_begun_on_home(run: Run) -> None:
    run.open()
    home_of(run).own.new.click()

    assert run.window.current == MINE
    assert mine_of(run).is_editing
    assert mine_of(run)._editor.draft.steps == ()


def test_what_was_given_is_pasted_from_the_editor(run: Run) -> None:
    page = make_mine(run)
    page.view.given.click()

    assert run.window.current == GIVEN
