"""The file of home: whole, of the right workers, or none."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec
import pytest

from backease_desktop.core.catalogue.words import DoseLevel
from backease_desktop.core.person.person import SideThatHurts
from backease_desktop.core.timeline.kept_home import JournalMark, KeptHome
from backease_desktop.storage.catalogue_marks import (
    around,
    catalogue_folders,
    marks_around,
    marks_of,
)
from backease_desktop.storage.digest import digest
from backease_desktop.storage.home_file import read_home, write_home

HOME = KeptHome(
    cards=(),
    made_of={},
    figures={},
    dose=DoseLevel.FULL,
    side=SideThatHurts.LEFT,
    chosen="short",
    journal={"a/2026.jsonl": JournalMark(7, 8, 9, 10)},
    since=date(2026, 1, 1),
    until=date(2026, 1, 2),
)


def test_what_was_written_is_read_by_the_same_workers_only(tmp_path: Path) -> None:
    write_home(tmp_path, b"by", b"from", HOME)
    assert read_home(tmp_path, b"by") == (HOME, b"from")
    assert read_home(tmp_path, b"others") is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda whole: b"",
        lambda whole: whole[:-3],
        lambda whole: whole.replace(b"short", b"shirt"),
        lambda whole: whole + b"x",
        lambda whole: msgspec.msgpack.encode({"by": 1}),
        lambda whole: b"not ours at all",
    ],
)
def test_a_damaged_or_foreign_file_is_as_good_as_none_and_is_written_anew(
    tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    write_home(tmp_path, b"by", b"from", HOME)
    (file,) = tmp_path.iterdir()
    file.write_bytes(damage(file.read_bytes()))

    assert read_home(tmp_path, b"by") is None
    write_home(tmp_path, b"by", b"from", HOME)
    assert read_home(tmp_path, b"by") == (HOME, b"from")


def test_home_that_is_as_it_was_is_not_written_again(tmp_path: Path) -> None:
    write_home(tmp_path, b"by", b"from", HOME)
    (file,) = tmp_path.iterdir()
    before = file.stat().st_ino
    write_home(tmp_path, b"by", b"from", HOME)
    assert file.stat().st_ino == before


def test_a_cache_that_cannot_be_written_is_no_loss(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    write_home(blocked, b"by", b"from", HOME)
    assert read_home(blocked, b"by") is None


def test_marks_name_every_file_of_the_catalogue_and_of_each_pack(tmp_path: Path) -> None:
    shipped, data = tmp_path / "shipped", tmp_path / "data"
    for part in ("shipped/exercises", "shipped/wording", "data/packs/mine/routines"):
        (tmp_path / part).mkdir(parents=True)
    for name in ("shipped/exercises/a.yaml", "shipped/wording/en.yaml"):
        (tmp_path / name).write_text("x")
    (data / "packs/mine/routines/b.yaml").write_text("xy")
    (data / "packs/mine/routines/gone.yaml").symlink_to(tmp_path / "nowhere")

    marks = marks_of(catalogue_folders(shipped, data)).decode()

    for name in ("a.yaml", "en.yaml", "mine", "b.yaml", "gone.yaml"):
        assert name in marks


def test_a_digest_is_the_one_that_everybody_knows() -> None:
    empty = b"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert digest(b"") == empty


@pytest.mark.parametrize("packs", [(), ("mine",), ("mine", "other")])
def test_what_is_around_packs_is_the_same_from_the_disk_and_from_the_marks_of_everything(
    tmp_path: Path, packs: tuple[str, ...]
) -> None:
    shipped, data = tmp_path / "shipped", tmp_path / "data"
    for part in ("shipped/exercises", "data/packs/other/photos", "data/packs/mine/routines"):
        (tmp_path / part).mkdir(parents=True)
    for name in ("a.yaml", "a.yaml.bak", "a-b.yaml", ".hidden.yaml", "B.yaml"):
        (data / "packs/mine/routines" / name).write_text("x")
        (data / "packs/other/photos" / name).write_text("xy")
    (data / "packs/other/sources.yaml").write_text("z")
    (data / "packs/other/exercises").write_text("no folder")

    every = marks_of(catalogue_folders(shipped, data))

    assert marks_around(shipped, data, packs) == around(every, shipped, data, packs)
