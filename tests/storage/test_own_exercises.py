"""The person's exercises on the disk: files of packs that keep their bytes, photos beside them."""

from pathlib import Path

import pytest

from backease_desktop.core.editing.exercise_draft import copied, with_alt, with_figure, with_text
from backease_desktop.core.errors import ReportedError
from backease_desktop.storage.own_exercises import OwnExerciseFiles
from tests.fakes.photos import jpeg_of
from tests.fakes.shipped_catalogue import CATALOGUE_FOLDER, shipped_catalogue

PHOTO = jpeg_of(60, 40)
MINE = copied(shipped_catalogue().exercises["bird-dog"], "mine-1", "Mine")


def file_of(data: Path) -> Path:
    return data / "packs" / "mine" / "exercises" / "mine-1.yaml"


def test_what_is_kept_is_found_again_with_its_figure(tmp_path: Path) -> None:
    files = OwnExerciseFiles(tmp_path)
    files.keep(MINE, is_in_order=True)

    assert OwnExerciseFiles(tmp_path).read() == (MINE,)


def test_a_file_by_hand_keeps_its_bytes_when_it_is_kept_unchanged(tmp_path: Path) -> None:
    text = (CATALOGUE_FOLDER / "exercises" / "bird-dog.yaml").read_text()
    text = text.replace("id: bird-dog\n", "id: mine-1\n")
    file_of(tmp_path).parent.mkdir(parents=True)
    file_of(tmp_path).write_text(text)
    files = OwnExerciseFiles(tmp_path)
    (exercise,) = files.read()
    files.keep(exercise, is_in_order=True)
    assert file_of(tmp_path).read_text() == text

    files.keep(with_text(exercise, "tip", "Slowly"), is_in_order=True)
    assert "tip: Slowly" in file_of(tmp_path).read_text()


def test_what_was_changed_by_hand_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    files = OwnExerciseFiles(tmp_path)
    files.keep(MINE, is_in_order=True)
    by_hand = file_of(tmp_path).read_text() + "# by hand\n"
    file_of(tmp_path).write_text(by_hand)

    with pytest.raises(ReportedError, match="changed meanwhile"):
        files.keep(with_text(MINE, "tip", "Slowly"), is_in_order=True)
    assert file_of(tmp_path).read_text() == by_hand


def test_a_deleted_one_is_gone_and_can_be_kept_again(tmp_path: Path) -> None:
    files = OwnExerciseFiles(tmp_path)
    files.keep(MINE, is_in_order=True)
    files.delete("mine-1")
    assert OwnExerciseFiles(tmp_path).read() == ()

    files.keep(MINE, is_in_order=True)

    assert OwnExerciseFiles(tmp_path).read() == (MINE,)


def test_a_photo_lies_under_the_pose_or_in_the_pack_and_never_in_both(tmp_path: Path) -> None:
    files = OwnExerciseFiles(tmp_path)
    files.keep(MINE, is_in_order=True)
    files.keep_photo("mine-1", PHOTO, is_shown=False)
    assert files.photo("mine-1") == (PHOTO, False)
    files.keep_photo("mine-1", PHOTO, is_shown=True)
    assert files.photo("mine-1") == (PHOTO, True)
    assert [file.parent.parent.name for file in tmp_path.rglob("photos/*")] == ["mine"]
    files.keep_photo("mine-1", None, is_shown=False)

    assert files.photo("mine-1") is None
    assert list(tmp_path.rglob("photos/*")) == []


def test_a_file_that_is_not_there_is_told_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(ReportedError, match=r"photo\.png"):
        OwnExerciseFiles(tmp_path).photo_file(tmp_path / "photo.png")


def test_a_draft_is_found_again_as_it_was_written_however_wrong_it_is(tmp_path: Path) -> None:
    files = OwnExerciseFiles(tmp_path)
    files.keep(MINE, is_in_order=True)
    wrong = with_text(MINE, "name", "").with_(areas=(), setup="word " * 40)
    files.keep(wrong, is_in_order=False)

    again = OwnExerciseFiles(tmp_path)

    assert again.read() == (MINE,)
    assert again.draft("mine-1") == wrong
    assert again.problem("mine-1") == ""


@pytest.mark.parametrize(
    ("working", "fault"),
    [
        (["nose"], "figure.working.0: "),
        ("neck", "figure.working: "),
        (5, "figure.working: "),
    ],
)
def test_a_draft_whose_figure_cannot_be_shown_is_told_by_its_place(
    tmp_path: Path, working: object, fault: str
) -> None:
    files = OwnExerciseFiles(tmp_path)
    files.keep(MINE, is_in_order=True)
    figure = {**(MINE.figure or {}), "working": working}
    files.keep(with_figure(MINE, figure), is_in_order=False)

    again = OwnExerciseFiles(tmp_path)

    assert again.read() == (MINE,)
    assert again.draft("mine-1") is None
    assert fault in again.problem("mine-1")


def test_a_draft_without_words_for_its_picture_is_found_again(tmp_path: Path) -> None:
    files = OwnExerciseFiles(tmp_path)
    silent = with_alt(MINE, "hold", "")
    files.keep(silent, is_in_order=False)
    again = OwnExerciseFiles(tmp_path)
    again.read()

    assert again.draft("mine-1") == silent


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"exercise": {"id": "mine-1"}, "kept": null}'])
def test_a_draft_that_cannot_be_used_is_told_and_never_written_over(
    tmp_path: Path, text: str
) -> None:
    files = OwnExerciseFiles(tmp_path)
    files.keep(MINE, is_in_order=True)
    file = tmp_path / "drafts" / "exercises" / "mine-1.json"
    file.parent.mkdir(parents=True)
    file.write_text(text)

    again = OwnExerciseFiles(tmp_path)
    assert again.read() == (MINE,)
    assert "cannot be used" in again.problem("mine-1")
    with pytest.raises(ReportedError, match="cannot be used"):
        again.keep(with_text(MINE, "tip", ""), is_in_order=False)
    again.keep(with_text(MINE, "tip", "Slowly"), is_in_order=True)

    assert file.read_text() == text
