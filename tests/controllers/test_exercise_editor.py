"""Writing an exercise: a copy to begin with, kept as soon as it is in order, played when left."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from backease_desktop.controllers.exercise_editor import ExerciseEditor
from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.routine import single_exercise
from backease_desktop.core.editing.exercise_draft import copied, with_alt, with_text
from backease_desktop.core.editing.links_draft import Link, with_link
from backease_desktop.core.jpeg import jpeg_size
from backease_desktop.core.person.person import NOBODY
from backease_desktop.core.person.verdict import Asking
from backease_desktop.storage.own_exercises import OwnExerciseFiles
from backease_desktop.storage.own_packs import save_item
from backease_desktop.ui.figure.photo_image import kept_photo
from tests.fakes.shipped_catalogue import shipped_catalogue


class Writing:
    """Somebody who writes exercises."""

    def __init__(self, data: Path, owner: QObject) -> None:
        self.data = data
        self.catalogue = shipped_catalogue()
        self.person = NOBODY
        self.said: list[str] = []
        self.editor = ExerciseEditor(
            OwnExerciseFiles(data),
            lambda: self.catalogue,
            self._take,
            kept_photo,
            lambda: Asking(self.person, date(2026, 11, 26)),
            owner,
        )
        self.editor.failed.connect(self.said.append)

    def _take(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def change(self, field: str, text: str) -> None:
        assert self.editor.exercise is not None
        self.editor.written.change(with_text(self.editor.exercise, field, text))

    def link(self, link: Link, id_: str | None) -> None:
        assert self.editor.exercise is not None
        self.editor.written.change(with_link(self.editor.exercise, link, id_))

    @property
    def on_disk(self) -> dict[str, str]:
        return {one.id: one.tip for one in OwnExerciseFiles(self.data).read()}


@pytest.fixture
def writing(qapp: QObject, tmp_path: Path) -> Iterator[Writing]:
    owner = QObject()
    writing = Writing(tmp_path, owner)
    yield writing
    writing.editor.leave()
    owner.deleteLater()


def test_a_shipped_exercise_is_copied_and_stays_as_it_is(writing: Writing) -> None:
    writing.editor.open("bird-dog", "Bird dog, mine")
    writing.change("tip", "Slowly")
    writing.editor.leave()

    assert writing.on_disk == {"bird-dog-mine": "Slowly"}
    assert writing.catalogue.exercises["bird-dog"] == shipped_catalogue().exercises["bird-dog"]
    assert writing.catalogue.exercises["bird-dog-mine"].tip == "Slowly"


def test_ones_own_is_opened_itself_and_keeps_its_bytes_where_nothing_is_changed(
    writing: Writing,
) -> None:
    writing.editor.open("bird-dog", "Mine")
    writing.editor.leave()
    file = writing.data / "packs" / "mine" / "exercises" / "mine.yaml"
    file.write_text("# as I was told\n" + file.read_text())
    before = file.read_bytes()
    again = Writing(writing.data, writing.editor)
    again.catalogue = writing.catalogue
    again.editor.open("mine", "Another")
    again.change("tip", "Slowly")
    again.editor.written.undo()
    again.editor.leave()

    assert file.read_bytes() == before
    assert again.editor.exercise is not None
    assert again.editor.exercise.id == "mine"


def test_what_is_not_in_order_is_kept_beside_what_is_played_until_it_is(
    writing: Writing, qtbot: QtBot
) -> None:
    writing.editor.open("bird-dog", "Mine")
    played = dict(writing.on_disk)
    writing.change("tip", "")
    assert writing.editor.fault is not None
    qtbot.waitUntil(lambda: writing.editor.written.is_kept)
    writing.editor.leave()
    assert writing.on_disk == played
    assert writing.catalogue.exercises["mine"].tip == played["mine"]

    again = Writing(writing.data, writing.editor)
    again.catalogue = writing.catalogue
    again.editor.open("mine", "Another")
    assert again.editor.exercise is not None
    assert again.editor.exercise.tip == ""
    again.change("tip", "Slowly")
    again.editor.leave()

    assert again.on_disk == {"mine": "Slowly"}
    assert not list((writing.data / "drafts").rglob("*.json"))


def test_a_keyframe_without_words_for_who_cannot_see_it_does_not_get_into_a_pack(
    writing: Writing,
) -> None:
    writing.editor.open("bird-dog", "Mine")
    assert writing.editor.exercise is not None
    writing.editor.written.change(with_alt(writing.editor.exercise, "hold", ""))
    writing.editor.leave()

    assert writing.editor.fault is not None
    assert writing.editor.fault[0] == "figure.keyframes.hold.alt"
    assert list(writing.on_disk) == ["mine"]


def test_a_draft_that_comes_back_from_deletion_brings_back_what_was_played(
    writing: Writing,
) -> None:
    writing.editor.open("bird-dog", "Mine")
    played = dict(writing.on_disk)
    writing.change("tip", "")
    assert writing.editor.delete()
    assert not list((writing.data / "drafts").rglob("*.json"))
    writing.editor.restore()

    assert writing.on_disk == played
    assert writing.editor.exercise is not None
    assert writing.editor.exercise.tip == ""
    assert "mine" in writing.catalogue.exercises


def test_a_draft_of_an_exercise_that_was_changed_by_hand_since_is_told_and_left(
    writing: Writing,
) -> None:
    writing.editor.open("bird-dog", "Mine")
    writing.change("tip", "")
    writing.editor.leave()
    file = writing.data / "packs" / "mine" / "exercises" / "mine.yaml"
    file.write_text(file.read_text().replace("Hips level", "Hips quite level"))
    draft = next((writing.data / "drafts").rglob("*.json"))
    before = draft.read_bytes()

    again = Writing(writing.data, writing.editor)
    again.editor.open("mine", "Another")
    again.change("tip", "one two three four five six seven eight nine")
    again.editor.leave()

    assert "was changed by hand since" in again.said[0]
    assert not again.editor.written.is_kept
    assert draft.read_bytes() == before
    assert "Hips quite level" in file.read_text()


def test_two_hundred_changes_are_undone_and_redone(writing: Writing) -> None:
    writing.editor.open("bird-dog", "Mine")
    first = writing.editor.exercise
    for number in range(200):
        writing.change("tip", f"Slowly {number}")
    last = writing.editor.exercise
    for _ in range(200):
        writing.editor.written.undo()
    assert writing.editor.exercise == first
    for _ in range(200):
        writing.editor.written.redo()
    assert writing.editor.exercise == last


def test_a_deleted_exercise_comes_back_and_one_that_is_needed_stays(writing: Writing) -> None:
    writing.editor.open("bird-dog", "Mine")
    writing.editor.leave()
    assert writing.editor.delete()
    assert (writing.on_disk, "mine" in writing.catalogue.exercises) == ({}, False)
    writing.editor.restore()
    assert list(writing.on_disk) == ["mine"]
    exercise = writing.catalogue.exercises["mine"]
    only = single_exercise(exercise)
    writing.catalogue = Catalogue(
        writing.catalogue.sources, writing.catalogue.exercises, {only.id: only}
    )

    assert not writing.editor.delete()
    assert "take it out there first" in writing.said[-1]
    assert list(writing.on_disk) == ["mine"]


def photographed(file: Path, width: int = 640, height: int = 480) -> Path:
    """A photo of somebody's, with a comment in it."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    image.setText("Comment", "taken at home")
    assert image.save(str(file))
    return file


def shown_in_packs(data: Path) -> list[str]:
    return [file.name for file in (data / "packs").rglob("*.jpg")]


def test_a_photo_lies_under_the_pose_or_is_shown_instead_and_one_that_is_not_there_is_told(
    writing: Writing, tmp_path: Path
) -> None:
    writing.editor.open("bird-dog", "Mine")
    writing.editor.set_photo(photographed(tmp_path / "pose.png"))
    assert writing.editor.photo is not None
    under, is_shown = writing.editor.photo
    assert (jpeg_size(under), is_shown) == ((640, 480), False)
    assert b"taken at home" not in under
    assert shown_in_packs(writing.data) == []

    writing.editor.show_photo(True)
    assert writing.editor.photo == (under, True)
    assert shown_in_packs(writing.data) == ["mine.jpg"]
    writing.editor.show_photo(False)
    assert writing.editor.photo == (under, False)
    assert shown_in_packs(writing.data) == []

    writing.editor.set_photo(tmp_path / "none.jpg")
    assert "none.jpg" in writing.said[-1]
    assert writing.editor.photo == (under, False)
    writing.editor.set_photo(None)
    assert writing.editor.photo is None


def test_what_is_no_photo_is_refused_in_a_sentence(writing: Writing, tmp_path: Path) -> None:
    text = tmp_path / "pose.jpg"
    text.write_bytes(b"a photo")
    writing.editor.open("bird-dog", "Mine")
    writing.editor.set_photo(text)

    assert writing.editor.photo is None
    assert writing.said[-1].startswith("This is no photo that can be used")


def test_a_deleted_exercise_takes_its_photo_with_it_and_brings_it_back(
    writing: Writing, tmp_path: Path
) -> None:
    writing.editor.open("bird-dog", "Mine")
    writing.editor.set_photo(photographed(tmp_path / "pose.png"))
    writing.editor.show_photo(True)
    photo = writing.editor.photo
    assert writing.editor.delete()
    assert shown_in_packs(writing.data) == []

    writing.editor.restore()

    assert writing.editor.photo == photo


def test_a_new_exercise_is_of_its_own_and_is_asked_about_where_somebody_has_a_condition(
    writing: Writing,
) -> None:
    writing.editor.begin("bridge", "Bridge")
    writing.editor.leave()
    new = writing.catalogue.exercises["bridge-2"]

    assert writing.on_disk == {"bridge-2": new.tip}
    assert new.unclassified
    assert new.figure == writing.catalogue.exercises["bridge"].figure


def test_only_what_shipped_and_what_lies_in_the_same_pack_may_be_named_as_a_form(
    writing: Writing,
) -> None:
    given = copied(writing.catalogue.exercises["bridge"], "given", "Given")
    save_item(writing.data / "packs" / "physio", given, None)
    writing.editor.open("bird-dog", "First")
    writing.editor.leave()
    again = Writing(writing.data, writing.editor)
    own = {one.id: one for one in OwnExerciseFiles(writing.data).read()}
    again.catalogue = replace(
        again.catalogue, exercises=MappingProxyType({**again.catalogue.exercises, **own})
    )
    again.editor.open("bird-dog", "Second")
    named = {one.id for one in again.editor.forms}

    assert {"first", "bridge"} <= named
    assert not {"given", "second"} & named


def test_what_another_one_names_as_its_form_is_not_deleted(writing: Writing) -> None:
    writing.editor.open("bird-dog", "First")
    writing.editor.open("bird-dog", "Second")
    writing.link("easier", "first")
    writing.editor.open("first", "First")

    assert not writing.editor.delete()
    assert writing.said == ["“First” is needed by “Second”; take it out there first."]

    writing.editor.open("second", "Second")
    writing.link("easier", None)
    writing.editor.open("first", "First")

    assert writing.editor.delete()


def test_a_link_to_what_is_gone_does_not_get_into_a_pack(writing: Writing) -> None:
    """A pack is left out whole where a link of it leads nowhere."""
    writing.editor.open("bird-dog", "Mine")
    writing.link("harder", "gone")
    writing.editor.leave()

    assert writing.editor.fault is not None
    assert writing.editor.fault[0] == "harder"
    assert [one.harder for one in OwnExerciseFiles(writing.data).read()] == [None]
