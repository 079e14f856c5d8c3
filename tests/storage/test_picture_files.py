"""Kept pictures: what is found is what was kept, from the same figure and the same code."""

import os
from pathlib import Path

import pytest

from backease_desktop.storage import picture_files
from backease_desktop.storage.picture_files import PictureFiles

PICTURE = b"\x78\n" + bytes(range(200))


def store(folder: Path, *code: Path) -> PictureFiles:
    return PictureFiles(folder / "pictures", code)


def test_a_picture_is_found_by_the_next_start(tmp_path: Path) -> None:
    store(tmp_path).save("bridge 60x44 light", PICTURE)
    assert store(tmp_path).load("bridge 60x44 light") == PICTURE
    assert store(tmp_path).load("bridge 60x44 dark") is None


def test_a_picture_of_other_code_is_not_found(tmp_path: Path) -> None:
    code = tmp_path / "painter.py"
    code.write_text("thin")
    store(tmp_path, code).save("bridge", PICTURE)
    assert store(tmp_path, code).load("bridge") == PICTURE
    code.write_text("a thicker line")
    assert store(tmp_path, code).load("bridge") is None


def test_a_picture_of_another_version_is_not_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store(tmp_path).save("bridge", PICTURE)
    monkeypatch.setattr(picture_files, "__version__", "0.0.1")
    assert store(tmp_path).load("bridge") is None


@pytest.mark.parametrize("damage", [b"", b"\n", PICTURE, b"0" * 64 + b"\n" + PICTURE])
def test_a_damaged_or_foreign_file_is_no_picture(tmp_path: Path, damage: bytes) -> None:
    store(tmp_path).save("bridge", PICTURE)
    (file,) = (tmp_path / "pictures").iterdir()
    file.write_bytes(damage)
    assert store(tmp_path).load("bridge") is None


def test_the_picture_of_another_figure_in_its_place_is_not_shown(tmp_path: Path) -> None:
    store(tmp_path).save("bridge", PICTURE)
    (bridge,) = (tmp_path / "pictures").iterdir()
    store(tmp_path).save("bird-dog", PICTURE[::-1])
    (bird_dog,) = set((tmp_path / "pictures").iterdir()) - {bridge}
    bridge.write_bytes(bird_dog.read_bytes())
    assert store(tmp_path).load("bridge") is None
    assert store(tmp_path).load("bird-dog") == PICTURE[::-1]


def test_no_flipped_bit_and_no_cut_is_shown(tmp_path: Path) -> None:
    store(tmp_path).save("bridge", PICTURE)
    (file,) = (tmp_path / "pictures").iterdir()
    whole = file.read_bytes()
    for at in range(len(whole)):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << at % 8]) + whole[at + 1 :])
        assert store(tmp_path).load("bridge") is None
        file.write_bytes(whole[:at])
        assert store(tmp_path).load("bridge") is None


@pytest.mark.parametrize("seconds", [0, 4_000_000_000])
def test_the_clock_makes_no_picture_of_other_code_ours(tmp_path: Path, seconds: int) -> None:
    code = tmp_path / "painter.py"
    code.write_text("thin")
    store(tmp_path, code).save("bridge", PICTURE)
    code.write_text("wide")
    os.utime(code, (seconds, seconds))
    assert store(tmp_path, code).load("bridge") is None
    (file,) = (tmp_path / "pictures").iterdir()
    os.utime(file, (seconds, seconds))
    assert store(tmp_path, code).load("bridge") is None


def test_a_folder_that_cannot_be_made_is_no_loss(tmp_path: Path) -> None:
    (tmp_path / "pictures").write_text("a file stands in the way")
    store(tmp_path).save("bridge", PICTURE)
    assert store(tmp_path).load("bridge") is None


def test_the_oldest_give_way_where_there_are_too_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture_files, "MOST_FILES", 3)
    for number in range(5):
        store(tmp_path).save(str(number), PICTURE)
    assert len(list((tmp_path / "pictures").iterdir())) == 3
    assert store(tmp_path).load("4") == PICTURE


def test_what_an_older_version_kept_does_not_stay(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures/45fdfc79df4658e245fdfc79df4658e2.png").write_bytes(PICTURE)
    store(tmp_path).save("bridge", PICTURE)
    assert [file.suffix for file in (tmp_path / "pictures").iterdir()] == [".picture"]


def test_pictures_of_others_in_the_folder_stay_however_many_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture_files, "MOST_FILES", 2)
    folder = tmp_path / "pictures"
    folder.mkdir()
    others = [folder / f"holiday-{number}.png" for number in range(5)]
    for other in others:
        other.write_bytes(PICTURE)
        os.utime(other, (1, 1))
    for number in range(4):
        store(tmp_path).save(f"bridge {number}", PICTURE)
    assert all(other.exists() for other in others)
    assert len(list(folder.iterdir())) == len(others) + 2


def test_a_link_in_the_place_of_a_picture_is_replaced_and_what_it_leads_to_is_as_it_was(
    tmp_path: Path,
) -> None:
    store(tmp_path).save("bridge", PICTURE)
    (file,) = (tmp_path / "pictures").iterdir()
    file.unlink()
    letter = tmp_path / "letter"
    letter.write_text("Dear all,")
    file.symlink_to(letter)
    store(tmp_path).save("bridge", PICTURE)
    assert letter.read_text() == "Dear all,"
    assert store(tmp_path).load("bridge") == PICTURE


def test_what_a_killed_program_has_left_of_a_picture_goes(tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    old, new = folder / ".abc.picture.x1", folder / ".abc.picture.x2"
    for left in (old, new):
        left.write_bytes(b"half")
    os.utime(old, (1, 1))
    store(tmp_path).save("bridge", PICTURE)
    assert not old.exists()
    assert new.exists()
