"""Photos in packs: beside their exercise, of one kind, and bounded."""

import os
from pathlib import Path

import pytest

from backease_desktop.storage.pack_photos import MOST_PHOTO, PackPhotos, keep_photo, photo_file
from tests.fakes.photos import bytes_of, image_of, jpeg_of

PHOTO = jpeg_of(60, 40)


def a_pack(data: Path, name: str, *exercises: str) -> Path:
    pack = data / "packs" / name
    (pack / "exercises").mkdir(parents=True)
    for exercise in exercises:
        (pack / "exercises" / f"{exercise}.yaml").write_text("id: x\n")
    return pack


def test_a_photo_is_found_beside_its_exercise_and_gone_when_it_is_taken_away(
    tmp_path: Path,
) -> None:
    pack = a_pack(tmp_path, "mine", "slow-bridge")
    photos = PackPhotos(tmp_path)
    assert photos.photo("slow-bridge") is None
    keep_photo(pack, "slow-bridge", PHOTO)
    photos.forget()
    assert photos.photo("slow-bridge") == PHOTO
    keep_photo(pack, "slow-bridge", None)
    keep_photo(pack, "slow-bridge", None)
    photos.forget()

    assert photos.photo("slow-bridge") is None
    assert not (pack / "photos").exists()


def test_a_pack_has_no_photo_for_what_is_anothers(tmp_path: Path) -> None:
    a_pack(tmp_path, "mine", "slow-bridge")
    other = a_pack(tmp_path, "other", "twist")
    keep_photo(other, "slow-bridge", PHOTO)
    keep_photo(other, "bird-dog", PHOTO)

    assert PackPhotos(tmp_path).photo("slow-bridge") is None
    assert PackPhotos(tmp_path).photo("bird-dog") is None


@pytest.mark.parametrize(
    "data",
    [b"", b"photo", PHOTO[:-5], bytes_of(image_of(60, 40), "png"), PHOTO + b"\0" * MOST_PHOTO],
)
def test_what_is_no_photo_or_too_large_is_none(tmp_path: Path, data: bytes) -> None:
    pack = a_pack(tmp_path, "mine", "slow-bridge")
    photo_file(pack, "slow-bridge").parent.mkdir()
    photo_file(pack, "slow-bridge").write_bytes(data)

    assert PackPhotos(tmp_path).photo("slow-bridge") is None


@pytest.mark.skipif(os.name != "posix", reason="pipes")
def test_a_pipe_in_the_place_of_a_photo_is_none_and_not_waited_for(tmp_path: Path) -> None:
    pack = a_pack(tmp_path, "mine", "slow-bridge")
    photo_file(pack, "slow-bridge").parent.mkdir()
    os.mkfifo(photo_file(pack, "slow-bridge"))

    assert PackPhotos(tmp_path).photo("slow-bridge") is None
