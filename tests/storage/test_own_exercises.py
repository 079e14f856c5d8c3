"""The person's exercises on the disk: files of packs that keep their bytes, photos beside them."""

from pathlib import Path

import pytest

from backease_desktop.core.editing.exercise_draft import copied, with_text
from backease_desktop.core.errors import ReportedError
from backease_desktop.storage.own_exercises import OwnExerciseFiles
from tests.fakes.shipped_catalogue import CATALOGUE_FOLDER, shipped_catalogue

MINE = copied(shipped_catalogue().exercises["bird-dog"], "mine-1", "Mine")


def file_of(data: Path) -> Path:
    return data / "packs" / "mine" / "exercises" / "mine-1.yaml"


def test_what_is_kept_is_found_again_with_its_figure(tmp_path: Path) -> None:
    files = OwnExerciseFiles(tmp_path)
    files.keep(MINE)

    assert OwnExerciseFiles(tmp_path).read() == (MINE,)


def test_a_file_by_hand_keeps_its_bytes_when_it_is_kept_unchanged(tmp_path: Path) -> None:
    text = (CATALOGUE_FOLDER / "exercises" / "bird-dog.yaml").read_text()
    text = text.replace("id: bird-dog\n", "id: mine-1\n")
    file_of(tmp_path).parent.mkdir(parents=True)
    file_of(tmp_path).write_text(text)
    files = OwnExerciseFiles(tmp_path)
    (exercise,) = files.read()
    files.keep(exercise)
    assert file_of(tmp_path).read_text() == text

    files.keep(with_text(exercise, "tip", "Slowly"))
    assert "tip: Slowly" in file_of(tmp_path).read_text()


def test_what_was_changed_by_hand_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    files = OwnExerciseFiles(tmp_path)
    files.keep(MINE)
    by_hand = file_of(tmp_path).read_text() + "# by hand\n"
    file_of(tmp_path).write_text(by_hand)

    with pytest.raises(ReportedError, match="changed meanwhile"):
        files.keep(with_text(MINE, "tip", "Slowly"))
    assert file_of(tmp_path).read_text() == by_hand


def test_a_deleted_one_is_gone_and_can_be_kept_again(tmp_path: Path) -> None:
    files = OwnExerciseFiles(tmp_path)
    files.keep(MINE)
    files.delete("mine-1")
    assert OwnExerciseFiles(tmp_path).read() == ()

    files.keep(MINE)

    assert OwnExerciseFiles(tmp_path).read() == (MINE,)


def test_a_photo_is_a_copy_beside_the_packs(tmp_path: Path) -> None:
    photo = tmp_path / "photo.png"
    photo.write_bytes(b"\x89PNG")
    files = OwnExerciseFiles(tmp_path / "data")
    files.keep_photo("mine-1", photo)
    photo.unlink()

    assert files.photo("mine-1") == b"\x89PNG"
    files.keep_photo("mine-1", None)
    assert files.photo("mine-1") is None
    with pytest.raises(ReportedError, match=r"photo\.png"):
        files.keep_photo("mine-1", photo)
