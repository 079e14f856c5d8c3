"""A photo goes all the way: from one person's pack into a file, and into another's pack."""

from pathlib import Path

import pytest

from backease_desktop.bootstrap.giving import give_away
from backease_desktop.bootstrap.sharing import code_of, given_away, keep, look_into, shared_file
from backease_desktop.bootstrap.shelf import Shelf, open_shelf
from backease_desktop.cli.main import main
from backease_desktop.controllers.bringing_in import GivenPack
from backease_desktop.core.catalogue.routine import Routine, Step
from backease_desktop.core.editing.exercise_draft import begun_from
from backease_desktop.core.jpeg import without_metadata
from backease_desktop.storage.own_exercises import OwnExerciseFiles
from backease_desktop.storage.own_packs import save_item
from backease_desktop.storage.pack_photos import PackPhotos
from tests.fakes.photos import jpeg_of, taken_at_home
from tests.fakes.shipped_catalogue import shipped_catalogue

MINE = begun_from(shipped_catalogue().exercises["bridge"], "slow-bridge", "Slow bridge")
ROUTINE = Routine(
    id="evenings",
    name="Evenings",
    about="What I do in the evening.",
    steps=(Step(exercise="slow-bridge", prescription="mine"),),
)
PHOTO = jpeg_of(80, 60)


def having_written(folder: Path) -> Shelf:
    """Somebody who has written an exercise with a photo, and a routine of it."""
    files = OwnExerciseFiles(folder / "data")
    files.keep(MINE, is_in_order=True)
    files.keep_photo("slow-bridge", taken_at_home(PHOTO), is_shown=True)
    save_item(folder / "data" / "packs" / "mine", ROUTINE, None)
    return open_shelf(folder)


def test_a_photo_comes_with_the_file_and_lies_in_the_pack_of_who_takes_it(tmp_path: Path) -> None:
    giver = having_written(tmp_path / "giver")
    pack = given_away(giver, "evenings")
    file = tmp_path / "evenings.backease"
    file.write_bytes(shared_file(pack, None))
    assert b"GPS" not in file.read_bytes()

    taker = open_shelf(tmp_path / "taker")
    found = look_into(file, taker.catalogue)
    assert isinstance(found, GivenPack)
    keep(taker.kept, taker.catalogue, taker.wording, "Evenings", found.pack)

    shown = PackPhotos(tmp_path / "taker" / "data").photo("slow-bridge")
    assert shown == without_metadata(PHOTO)
    assert open_shelf(tmp_path / "taker").catalogue.exercises["slow-bridge"] == MINE


def test_the_code_on_a_sheet_is_the_same_with_a_photo_and_without(tmp_path: Path) -> None:
    giver = having_written(tmp_path)
    pack = given_away(giver, "evenings")

    assert pack.photos
    assert code_of(pack) == code_of(pack.with_(photos={}))


def test_whoever_gives_a_photo_away_is_told_before_and_after(tmp_path: Path) -> None:
    giver = having_written(tmp_path)
    asked: list[str] = []
    said: list[str] = []

    def asks(title: str, name: str) -> Path:
        asked.append(title)
        return tmp_path / name

    give_away(giver, "evenings", asks, said.append)
    give_away(giver, "mat-12", asks, said.append)

    assert asked == ["Give a routine away, with its photo", "Give a routine away"]
    assert said == [
        "Evenings is in evenings.backease, with a photo.",
        "On the mat is in mat-12.backease.",
    ]


def test_the_command_says_whether_photos_go_along(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    having_written(tmp_path)
    profile = ("--profile", str(tmp_path))
    file, code = tmp_path / "a.backease", tmp_path / "a.png"

    main([*profile, "export", "evenings", "--file", str(file)])
    main([*profile, "export", "evenings", "--qr", str(code)])
    main([*profile, "export", "mat-12", "--file", str(file)])

    assert capsys.readouterr().out.splitlines() == [
        f"Evenings in {file}, with a photo",
        f"Evenings in {code}, without photos: a code has no room for them",
        f"On the mat in {file}",
    ]
