"""The catalogue's cache: never older than the files, never in the way."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.storage import catalogue_cache
from backease_desktop.storage.catalogue_files import load_catalogue
from backease_desktop.storage.catalogue_folder import read_folder
from tests.storage.test_catalogue_files import EXERCISE, written


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path / "catalogue")


@pytest.fixture
def cache(tmp_path: Path, folder: Path) -> Path:
    """A cache that has seen the folder."""
    cache = tmp_path / "cache"
    read_folder(folder, cache)
    return cache


def only_file(cache: Path) -> Path:
    (file,) = cache.iterdir()
    return file


def test_what_was_kept_is_what_was_read(folder: Path, cache: Path) -> None:
    assert load_catalogue(folder, cache=cache) == load_catalogue(folder)


def test_an_unchanged_folder_is_not_read_again(folder: Path, cache: Path) -> None:
    file = folder / "exercises/stand-tall.yaml"
    before = file.stat()
    file.write_text(EXERCISE.replace("name: Stand tall", "name: Stand long"), encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))

    names = {e.name for e in load_catalogue(folder, cache=cache).catalogue.exercises.values()}

    assert "Stand tall" in names


def test_a_changed_file_is_read_again(folder: Path, cache: Path) -> None:
    changed = EXERCISE.replace("name: Stand tall", "name: Stand very tall")
    (folder / "exercises/stand-tall.yaml").write_text(changed, encoding="utf-8")

    loaded = load_catalogue(folder, cache=cache)

    assert loaded.catalogue.exercises["stand-tall"].name == "Stand very tall"


def test_a_file_that_is_gone_is_gone(folder: Path, cache: Path) -> None:
    (folder / "routines/standing.yaml").unlink()

    assert list(load_catalogue(folder, cache=cache).catalogue.routines) == []


def test_another_version_of_the_program_reads_for_itself(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = only_file(cache).read_bytes()
    monkeypatch.setattr(catalogue_cache, "__version__", "999")

    load_catalogue(folder, cache=cache)

    assert only_file(cache).read_bytes() != before


@pytest.mark.parametrize(
    "damage",
    [
        lambda whole: b"",
        lambda whole: whole[: len(whole) // 2],
        lambda whole: whole.partition(b"\n")[0] + b"\n{}}",
        lambda whole: whole.replace(b"standing", b"floating"),
        lambda whole: whole.replace(b"Stand tall", b"Other name"),
        lambda whole: whole.replace(b"exercises", b"exercices"),
        lambda whole: whole + b"\xff",
    ],
)
def test_a_damaged_cache_is_as_good_as_none(
    folder: Path, cache: Path, damage: Callable[[bytes], bytes]
) -> None:
    kept = only_file(cache)
    damaged = damage(kept.read_bytes())
    kept.write_bytes(damaged)

    assert load_catalogue(folder, cache=cache) == load_catalogue(folder)
    assert kept.read_bytes() != damaged


def test_mistakes_are_found_every_time(folder: Path, cache: Path) -> None:
    (folder / "exercises/stand-tall.yaml").write_text("id: 7", encoding="utf-8")

    first, second = (load_catalogue(folder, cache=cache) for _ in range(2))

    assert first.problems
    assert first == second


def test_a_cache_that_cannot_be_written_is_no_loss(folder: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be", encoding="utf-8")

    loaded = load_catalogue(folder, cache=blocked)

    assert loaded == load_catalogue(folder)


def test_two_folders_do_not_share_a_cache_file(folder: Path, cache: Path, tmp_path: Path) -> None:
    other = written(tmp_path / "other")
    (other / "routines/standing.yaml").unlink()

    load_catalogue(other, cache=cache)

    assert len(list(cache.iterdir())) == 2
    assert list(load_catalogue(folder, cache=cache).catalogue.routines) == ["standing"]


def test_kept_values_are_checked_like_files(folder: Path, cache: Path) -> None:
    loaded = load_catalogue(folder, cache=cache)

    assert all(isinstance(e, Exercise) for e in loaded.catalogue.exercises.values())
    with pytest.raises(AttributeError, match="immutable"):
        loaded.catalogue.exercises["stand-tall"].name = "Other"  # type: ignore[misc]


def test_a_file_that_takes_the_place_of_another_counts_however_old_it_is(
    folder: Path, cache: Path
) -> None:
    file = folder / "exercises/stand-tall.yaml"
    changed = EXERCISE.replace("name: Stand tall", "name: Stand even taller")
    file.write_text(changed, encoding="utf-8")
    os.utime(file, (0, 0))  # as a copy that keeps its time, or with a clock set back

    loaded = load_catalogue(folder, cache=cache)

    assert loaded.catalogue.exercises["stand-tall"].name == "Stand even taller"


def test_a_cache_of_something_else_is_as_good_as_none(
    folder: Path, cache: Path, tmp_path: Path
) -> None:
    other = written(tmp_path / "other")
    (other / "routines/standing.yaml").unlink()
    load_catalogue(other, cache=tmp_path / "elsewhere")
    only_file(cache).write_bytes(only_file(tmp_path / "elsewhere").read_bytes())

    assert load_catalogue(folder, cache=cache) == load_catalogue(folder)


def test_files_of_packs_that_are_gone_go_when_there_are_too_many(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue_cache, "MOST_FILES", 3)
    note = cache / "catalogue-of-mine.msgpack"
    note.write_text("a note")
    for number in range(6):
        place = folder.with_name(f"moved-{number}")
        folder.rename(place)
        folder = place
        load_catalogue(folder, cache=cache)
    kept = sorted(file.name for file in cache.iterdir())
    assert len(kept) == 4
    assert note.name in kept
    before = {file: file.stat().st_ino for file in cache.iterdir()}
    load_catalogue(folder, cache=cache)
    assert {file: file.stat().st_ino for file in cache.iterdir()} == before


def test_other_code_reads_for_itself(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = only_file(cache).read_bytes()
    monkeypatch.setattr(catalogue_cache, "_readers", lambda: "of another checkout")
    load_catalogue(folder, cache=cache)
    assert only_file(cache).read_bytes() != before
