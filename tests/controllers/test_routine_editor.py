"""Writing a routine: kept at every change, undone as far as one likes, started when in order."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from backease_desktop.core.editing.routine_draft import step_of
from backease_desktop.storage.own_routines import OwnRoutineFiles
from tests.fakes.editing import Desk


@pytest.fixture
def desk(qapp: QObject, tmp_path: Path) -> Iterator[Desk]:
    owner = QObject()
    desk = Desk(tmp_path, owner)
    yield desk
    desk.editor.leave()
    owner.deleteLater()


def exercises(desk: Desk) -> list[str]:
    return [step.exercise for step in desk.editor.draft.steps]


def begin(desk: Desk, *ids: str) -> None:
    desk.editor.open(desk.own.new("Before lunch"))
    for id_ in ids:
        desk.editor.add(len(desk.editor.draft.steps), desk.door.catalogue.exercises[id_])


def test_a_change_is_kept_by_itself(desk: Desk, qtbot: QtBot) -> None:
    begin(desk, "bird-dog")
    assert not desk.editor.written.is_kept

    qtbot.waitUntil(lambda: desk.editor.written.is_kept)

    assert desk.on_disk == {"before-lunch": "Before lunch"}


def test_a_new_routine_that_nobody_has_changed_is_not_kept(desk: Desk) -> None:
    begin(desk)
    desk.editor.leave()

    assert desk.on_disk == {}


def test_what_is_in_order_is_played_from_as_soon_as_the_editor_is_left(desk: Desk) -> None:
    begin(desk, "bird-dog")
    assert "before-lunch" not in desk.door.catalogue.routines

    desk.editor.leave()

    assert desk.door.routine("before-lunch") == desk.editor.draft.routine()


def test_what_gets_a_problem_is_kept_and_not_played_any_more(desk: Desk) -> None:
    begin(desk, "bird-dog")
    desk.editor.leave()
    desk.editor.take_out(0)
    desk.editor.leave()

    assert desk.on_disk == {"before-lunch": "Before lunch"}
    assert "before-lunch" not in desk.door.catalogue.routines
    desk.editor.written.undo()
    desk.editor.leave()
    assert "before-lunch" in desk.door.catalogue.routines


def test_three_hundred_steps_and_two_hundred_undos_lose_nothing(desk: Desk) -> None:
    begin(desk)
    shrug = desk.door.catalogue.exercises["shoulder-shrug"]
    desk.editor.change(desk.editor.draft.with_steps([step_of(shrug)] * 300))
    before = desk.editor.draft
    for number in range(200):
        desk.editor.set_amount(number, "reps", number + 1)
    changed = desk.editor.draft
    for _ in range(200):
        desk.editor.written.undo()
    assert desk.editor.draft == before
    for _ in range(200):
        desk.editor.written.redo()

    assert desk.editor.draft == changed
    assert len(desk.editor.draft.steps) == 300
    desk.editor.leave()
    assert OwnRoutineFiles(desk.data).read() == (changed,)


def test_each_change_is_undone_by_itself(desk: Desk) -> None:
    begin(desk, "bird-dog", "shoulder-shrug")
    desk.editor.move(0, 1)
    desk.editor.copy(0)
    desk.editor.rename("After lunch")
    assert exercises(desk) == ["shoulder-shrug", "shoulder-shrug", "bird-dog"]

    desk.editor.written.undo()
    assert desk.editor.draft.name == "Before lunch"
    desk.editor.written.undo()
    assert exercises(desk) == ["shoulder-shrug", "bird-dog"]
    desk.editor.written.undo()
    assert exercises(desk) == ["bird-dog", "shoulder-shrug"]


def test_undo_says_which_step_to_look_at(desk: Desk) -> None:
    begin(desk, "bird-dog", "shoulder-shrug", "cat-cow")
    desk.editor.set_amount(1, "reps", 3)
    seen: list[int] = []
    desk.editor.changed.connect(seen.append)

    desk.editor.written.undo()
    desk.editor.written.undo()

    assert seen == [1, 1]


def test_a_step_goes_back_to_what_its_source_says(desk: Desk) -> None:
    begin(desk, "bird-dog")
    (first,) = desk.editor.draft.steps
    desk.editor.set_amount(0, "reps", 40)
    desk.editor.take_source(0)

    assert desk.editor.draft.steps == (first,)


def test_what_was_deleted_is_not_played_and_comes_back(desk: Desk) -> None:
    begin(desk, "bird-dog")
    desk.editor.leave()
    draft = desk.editor.draft
    assert desk.own.delete(draft.id)
    assert (desk.on_disk, draft.id in desk.door.catalogue.routines) == ({}, False)

    desk.own.restore(draft)

    assert draft.id in desk.on_disk
    assert draft.id in desk.door.catalogue.routines


def test_a_file_that_was_changed_meanwhile_is_told_and_the_draft_stays(desk: Desk) -> None:
    begin(desk, "bird-dog")
    desk.editor.leave()
    file = desk.data / "packs" / "mine" / "routines" / "before-lunch.yaml"
    file.write_text(file.read_text() + "# by hand\n")
    desk.editor.rename("After lunch")

    assert not desk.editor.written.keep()

    assert "changed meanwhile" in desk.said[0]
    assert not desk.editor.written.is_kept
    assert desk.editor.draft.name == "After lunch"
    desk.editor.written.undo()


def test_a_copy_has_a_name_and_an_id_of_its_own(desk: Desk) -> None:
    routine = desk.door.catalogue.routines["desk-chair-2"]
    first = desk.own.copy_of(routine, "Mine")
    second = desk.own.copy_of(routine, "Mine")

    assert (first.id, second.id) == ("mine", "mine-2")
    assert first.steps == routine.steps
