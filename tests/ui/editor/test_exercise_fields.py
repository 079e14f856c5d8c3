"""Fields of the exercise editor: the dose as a range, easier and harder forms, and the tint."""

from typing import Any

from PySide6.QtWidgets import QComboBox

from backease_desktop.core.catalogue.prescription import Range
from backease_desktop.core.editing.links_draft import with_link
from backease_desktop.core.person.person import NOBODY
from tests.ui.editor.shown_exercise import Shown


def test_a_dose_is_written_as_a_range_beside_the_standard_and_the_source(shown: Shown) -> None:
    dose = shown.page.form.dose
    dose.least["reps"].setValue(8)
    exercise = shown.writing.editor.exercise

    assert exercise is not None
    assert exercise.prescriptions[0].reps == Range(min=8, max=12)
    assert dose.beside["reps"].text() == "10 as standard · source: 10–12"
    assert dose.least["reps"].accessibleName() == "Repetitions, from"

    dose.least["reps"].setValue(14)
    assert dose.most["reps"].value() == 14
    assert dose.beside["reps"].text() == "source: 10–12"


def test_a_dose_of_ones_own_is_not_called_a_source(shown: Shown) -> None:
    shown.writing.editor.begin("bird-dog", "New")
    dose = shown.page.form.dose
    assert dose.beside["reps"].isHidden()

    dose.most["reps"].setValue(9)

    assert dose.beside["reps"].text() == "7 as standard"


def test_what_is_amiss_in_a_dose_is_said_with_the_dose(shown: Shown) -> None:
    dose = shown.page.form.dose
    for field in ("reps", "hold_s"):
        dose.most[field].setValue(0)

    assert not dose.fault.isHidden()
    assert dose.fault.text() == "Give it repetitions, a hold or breaths."

    shown.writing.editor.written.undo()

    assert dose.fault.isHidden()


def test_a_form_is_chosen_kept_and_undone(shown: Shown) -> None:
    links, editor = shown.page.form.links, shown.writing.editor
    choose(links.forms["easier"], "bridge")
    assert editor.exercise is not None
    assert editor.exercise.easier == "bridge"
    assert links.notes["easier"].isHidden()

    editor.written.undo()

    assert editor.exercise.easier is None
    assert links.forms["easier"].currentText() == "None"


def test_a_form_that_the_person_is_not_offered_is_said_where_it_is_chosen(shown: Shown) -> None:
    links = shown.page.form.links
    choose(links.forms["easier"], "prone-press-up")
    assert links.notes["easier"].isHidden()

    shown.page.hide()
    shown.writing.person = NOBODY.with_condition("disc").with_condition("prone")
    shown.page.show()

    name = shown.writing.catalogue.exercises["prone-press-up"].name
    said = links.notes["easier"].text()
    assert said.startswith(f"“{name}” is left out for you, so it is not offered to you. ")
    assert links.notes["harder"].isHidden()


def test_a_form_that_is_gone_is_said_where_it_is_chosen(shown: Shown) -> None:
    links, editor = shown.page.form.links, shown.writing.editor
    assert editor.exercise is not None
    editor.written.change(with_link(editor.exercise, "harder", "gone"))

    assert links.forms["harder"].currentText() == "gone"
    assert links.fault_of("harder") == "“gone” is not there any more; choose another one, or none"
    assert not shown.page.try_it.isEnabled()

    choose(links.forms["harder"], None)

    assert links.fault_of("harder") == ""
    assert shown.page.try_it.isEnabled()


def test_a_region_is_tinted_in_the_picture_and_says_nothing_of_the_body(shown: Shown) -> None:
    tint, editor = shown.page.form.tint, shown.writing.editor
    assert editor.exercise is not None
    before = editor.exercise
    picture = shown.page.figure.canvas.grab().toImage()
    tint.regions["right_calf"].click()
    figure: Any = editor.exercise.figure

    assert "right_calf" in figure["working"]
    assert not editor.exercise.unclassified
    assert shown.page.figure.canvas.grab().toImage() != picture

    tint.regions["right_calf"].click()

    assert editor.exercise == before


def choose(choice: QComboBox, id_: str | None) -> None:
    """Choose an item as by hand."""
    at = choice.findData(id_)
    choice.setCurrentIndex(at)
    choice.activated.emit(at)
