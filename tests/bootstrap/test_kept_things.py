"""Nothing that is kept ever shows something else than a start that finds nothing kept.

One oracle (`kept_world.from_nothing`), many changes (`kept_changes`): each alone at each moment of
a start, and in long rows of starts, as chance has them, with what is kept damaged in between.
"""

import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QObject

from backease_desktop.bootstrap import home_keeping
from backease_desktop.core.pieces import drained
from backease_desktop.core.timeline import kept_home
from tests.kept_changes import (
    CHANGES,
    World,
    cut,
    damaged,
    foreign,
    huge,
    journal_of_another_device,
    pack_added,
    pipe,
    reminder,
    session,
    world_with_a_past,
)
from tests.kept_world import Start, from_nothing, lies, small_catalogue_in, use_catalogue

Change = Callable[[World], None]

MOMENTS = 25
"""At most; a start on the small catalogue has 24, if it finds nothing kept."""


@pytest.fixture
def world(qapp: QObject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    """A profile with a pack and a past, whose home was kept and is true."""
    shipped = small_catalogue_in(tmp_path)
    use_catalogue(shipped, monkeypatch)
    found = world_with_a_past(shipped, tmp_path / "profile")
    for _ in range(2):
        start = Start(found.profile)
        drained(start.pieces())
        start.close()
    assert is_true(found)
    return found


def is_true(world: World) -> bool:
    """Whether the next start shows what was kept."""
    start = Start(world.profile)
    start.journal.close()
    return start.shown_first is not None


def lies_now(world: World) -> list[str]:
    """What a start shows, or knows, that is not so; it keeps what it has worked out."""
    truth = from_nothing(world.profile)
    start = Start(world.profile)
    found = list(lies(start, truth))
    drained(start.pieces())
    start.close()
    return found


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_what_changes_between_two_starts_is_shown_by_the_second(
    world: World, change: Change
) -> None:
    for _ in range(3):
        change(world)
        assert lies_now(world) == []
    assert is_true(world)


@pytest.mark.parametrize("first", [0, 1])
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_what_changes_at_any_moment_of_a_start_is_shown_by_the_next(
    world: World, change: Change, first: int
) -> None:
    told = []
    for moment in range(first, MOMENTS, 4):  # from the other side, the next change goes back
        start = Start(world.profile)
        pieces = start.pieces()
        is_over = False
        for _ in range(moment):
            try:
                beside = next(pieces)
            except StopIteration:
                is_over = True
                break
            if beside is not None:
                beside()
        change(world)
        drained(pieces)
        start.close()
        told += [f"{moment}: {lie}" for lie in lies_now(world)]
        if is_over:
            break
    assert told == []


@pytest.mark.parametrize("seed", range(12))
def test_in_a_long_row_of_changes_and_damages_no_start_shows_what_is_not_so(
    world: World, seed: int
) -> None:
    random = Random(seed)
    done: list[str] = []
    for _ in range(12):
        for _ in range(random.randrange(3)):
            change = random.choice(CHANGES)
            change(world)
            done.append(change.__name__)
        if random.random() < 0.6:
            done.append(damaged(world, random))
        assert lies_now(world) == [], done
    assert lies_now(world) == []


@pytest.mark.parametrize("seed", range(8))
def test_a_part_that_is_painted_first_is_one_of_what_there_is(
    world: World, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr(home_keeping, "MOST_MARKS", 0)
    monkeypatch.setattr(kept_home, "SHOWN_FIRST", 1)
    for _ in range(3):
        pack_added(world)
    random, done, parts = Random(seed), list[str](), 0
    for _ in range(12):
        for _ in range(random.randrange(3)):
            change = random.choice(CHANGES)
            change(world)
            done.append(change.__name__)
        start = Start(world.profile)
        start.journal.close()
        parts += start.first.home is not None and start.first.home.is_part
        assert lies_now(world) == [], done
    assert parts


def test_a_reminder_that_called_does_not_make_home_untrue(world: World) -> None:
    reminder(world)
    assert is_true(world)


def test_what_arrives_beside_a_closing_program_is_not_taken_for_read(world: World) -> None:
    start = Start(world.profile)
    drained(start.pieces())
    journal_of_another_device(world)
    session(world)
    start.close()
    assert lies_now(world) == []


def kept_files(world: World) -> list[Path]:
    return sorted(file for file in world.cache.rglob("*") if file.is_file())


def test_nothing_that_is_kept_is_written_over_what_a_link_in_its_place_leads_to(
    world: World,
) -> None:
    """Neither a letter of the person's, nor the database of another program."""
    elsewhere = world.profile / "elsewhere"
    elsewhere.mkdir()
    letter = b"Dear all,\n"
    database = elsewhere / "addresses.sqlite"
    with closing(sqlite3.connect(database)) as base:
        base.execute("CREATE TABLE address (name TEXT)")
        base.commit()
    addresses = database.read_bytes()
    names = [file.name for file in kept_files(world)]
    assert {"home.msgpack", "journal.sqlite"} < set(names)
    for file in kept_files(world):
        place = elsewhere / f"{file.name}.letter"
        place.write_bytes(letter)
        file.unlink()
        file.symlink_to(database if file.suffix == ".sqlite" else place)

    assert lies_now(world) == []

    assert database.read_bytes() == addresses
    assert {file.read_bytes() for file in elsewhere.glob("*.letter")} == {letter}
    assert is_true(world)
    assert not any(file.is_symlink() for file in kept_files(world))


@pytest.mark.parametrize("damage", [huge, pipe, foreign, cut], ids=lambda damage: damage.__name__)
def test_what_cannot_be_used_is_made_anew_and_is_there_for_the_next_start(
    world: World, damage: Callable[[Path, Random], None]
) -> None:
    for file in kept_files(world):
        damage(file, Random(1))
    assert not is_true(world)
    assert lies_now(world) == []
    assert is_true(world)
    ours = [
        file for file in kept_files(world) if file.suffix == ".msgpack"
    ]  # SQLite reads its own part
    assert all(file.stat().st_size < 1 << 20 for file in ours)


def test_a_cache_that_is_no_folder_costs_time_alone(world: World) -> None:
    shutil.rmtree(world.cache)
    world.cache.write_text("a note")
    assert lies_now(world) == []
    assert world.cache.read_text() == "a note"


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit")
@pytest.mark.parametrize("most", [0, 100, 5_000, 20_000])
def test_a_disk_that_takes_no_more_than_that_costs_time_alone(world: World, most: int) -> None:
    # Loaded here: there is none on Windows.
    import resource

    shutil.rmtree(world.cache)
    truth = from_nothing(world.profile)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        start = Start(world.profile)
        found = list(lies(start, truth))
        drained(start.pieces())
        start.close()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert found == []
    assert lies_now(world) == []
