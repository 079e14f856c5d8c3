"""What is read of packs: in small pieces, once in a run, and nothing that was laid out again."""

import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.timeline import compile as compiling
from backease_desktop.core.timeline.compile import compile_timeline
from backease_desktop.core.wording import Wording
from backease_desktop.disk import read_file
from backease_desktop.storage import catalogue_folder
from backease_desktop.storage.catalogue_files import load_catalogue, loading_catalogue
from backease_desktop.storage.own_exercises import OwnExerciseFiles
from backease_desktop.storage.own_routines import OwnRoutineFiles
from backease_desktop.storage.read_folders import ReadFolders
from backease_desktop.storage.wording_files import load_wording
from tests.storage.test_catalogue_files import EASIER, ROUTINE, SOURCES, written

WORDING = load_wording(Path(__file__).parents[2] / "catalogue" / "wording")
STEP = "  - {exercise: stand-still, prescription: clinic}\n"


class Data:
    """A data folder with two packs, of which the second uses an exercise of the first.

    Attributes:
        read: how often each file was read.
        laid_out: how often each routine was laid out.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cache = folder / "cache"
        self.shipped = folder / "shipped"
        self.first = written(folder / "packs/first")
        self.second = folder / "packs/second"
        self.read: Counter[Path] = Counter()
        self.laid_out: Counter[str] = Counter()
        for part in ("shipped/exercises", "packs/second/exercises", "packs/second/routines"):
            (folder / part).mkdir(parents=True)
        sources = SOURCES.replace("clinic", "practice")
        (self.second / "sources.yaml").write_text(sources, encoding="utf-8")
        lone = EASIER.replace("stand-still", "lean-back").replace("clinic", "practice")
        (self.second / "exercises/lean-back.yaml").write_text(lone, encoding="utf-8")
        own = ROUTINE.partition("steps:")[0].replace("standing", "leaning")
        own += "steps:\n  - {exercise: lean-back, prescription: practice}\n"
        (self.second / "routines/leaning.yaml").write_text(own, encoding="utf-8")

    def load(self, wording: Wording = WORDING) -> Catalogue:
        """The catalogue, as at a start."""
        return load_catalogue(self.shipped, self.packs, self.cache, wording).catalogue

    @property
    def packs(self) -> tuple[Path, Path]:
        """Both."""
        return self.first, self.second


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Data:
    data = Data(tmp_path)

    def reading(file: Path, most: int) -> bytes:
        data.read[file] += 1
        return read_file(file, most)

    def laying_out(routine: Routine, *around: object) -> object:
        data.laid_out[routine.id] += 1
        lay_out: Callable[..., object] = compile_timeline
        return lay_out(routine, *around)

    monkeypatch.setattr(catalogue_folder, "read_file", reading)
    monkeypatch.setattr(compiling, "compile_timeline", laying_out)
    return data


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    status = file.stat()
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns + 1_000_000))


def test_no_file_is_read_twice_whoever_asks_for_it(data: Data) -> None:
    folders = ReadFolders()
    catalogue = load_all(data, folders)
    routines = OwnRoutineFiles(data.folder, folders).read()
    exercises = OwnExerciseFiles(data.folder, folders).read()
    load_all(data, folders)

    assert set(data.read.values()) == {1}
    assert len(data.read) == 7
    assert {one.id for one in routines} == set(catalogue.routines) == {"standing", "leaning"}
    assert {one.id for one in exercises} == set(catalogue.exercises)


def test_a_pack_that_is_left_out_is_not_read_twice_either(data: Data) -> None:
    change(data.first / "exercises/stand-tall.yaml", "position: standing", "position: floating")
    folders = ReadFolders(data.cache)
    assert "standing" not in load_all(data, folders).routines

    OwnRoutineFiles(data.folder, folders).read()

    assert set(data.read.values()) == {1}


def test_of_a_pack_only_what_has_changed_is_read_again(data: Data) -> None:
    folders = ReadFolders()
    load_all(data, folders)
    data.read.clear()
    change(data.first / "exercises/stand-tall.yaml", "name: Stand tall", "name: Stand long")

    catalogue = load_all(data, folders)

    assert catalogue.exercises["stand-tall"].name == "Stand long"
    assert catalogue.exercises["stand-still"].name == "Stand tall"
    assert data.read == {
        data.first / "exercises/stand-tall.yaml": 1,
        data.first / "sources.yaml": 1,  # a list, of which nobody knows what came from where
    }


def test_what_was_wrong_and_is_mended_is_read_again(data: Data) -> None:
    file = data.first / "exercises/stand-tall.yaml"
    change(file, "position: standing", "position: floating")
    folders = ReadFolders()
    load_all(data, folders)
    change(file, "position: floating", "position: standing")

    assert "stand-tall" in load_all(data, folders).exercises


def test_an_unchanged_pack_is_opened_by_nobody_at_the_next_start(data: Data) -> None:
    data.load()
    data.read.clear()

    folders = ReadFolders(data.cache)
    load_all(data, folders)
    OwnRoutineFiles(data.folder, folders).read()
    OwnExerciseFiles(data.folder, folders).read()

    assert not data.read


def test_a_piece_reads_one_file_or_lays_out_one_routine(data: Data) -> None:
    work = 0
    for _ in loading_catalogue(data.shipped, data.packs, ReadFolders(data.cache), WORDING):
        before, work = work, data.read.total() + data.laid_out.total()
        assert work - before <= 1
    assert data.read.total() + data.laid_out.total() == 9


def test_what_was_laid_out_is_not_laid_out_again_at_the_next_start(data: Data) -> None:
    first = data.load()
    assert data.laid_out == {"standing": 1, "leaning": 1}

    assert data.load() == first
    assert data.laid_out == {"standing": 1, "leaning": 1}


def test_only_the_pack_that_has_changed_is_laid_out_again(data: Data) -> None:
    data.load()
    change(data.second / "exercises/lean-back.yaml", "hold_s: {min: 10", "hold_s: {min: 12")

    data.load()

    assert data.laid_out == {"standing": 1, "leaning": 2}


def test_a_pack_is_laid_out_again_when_another_one_changes_that_it_uses(data: Data) -> None:
    change(data.second / "routines/leaning.yaml", "steps:\n", "steps:\n" + STEP)
    data.load()
    change(data.first / "exercises/stand-still.yaml", "hold_s: {min: 10", "hold_s: {min: 12")

    data.load()

    assert data.laid_out == {"standing": 2, "leaning": 2}


def test_with_other_words_everything_is_laid_out_again(data: Data) -> None:
    data.load()
    data.load(WORDING.with_(rest="{nobody}"))

    assert data.laid_out == {"standing": 2, "leaning": 2}


def test_a_pack_that_cannot_be_laid_out_is_tried_once_at_every_start(data: Data) -> None:
    sets = "hold_s: 10\n    sets: 2"
    change(data.first / "exercises/stand-tall.yaml", "hold_s: {min: 10, max: 20}", sets)
    lost = WORDING.with_(rest="{nobody}")

    found = [data.load(lost) for _ in range(2)]

    assert all("standing" not in catalogue.routines for catalogue in found)
    assert data.laid_out == {"standing": 2, "leaning": 1}


def test_what_was_laid_out_is_remembered_by_whoever_reads_without_packs(data: Data) -> None:
    data.load()

    load_catalogue(data.shipped, cache=data.cache)
    load_catalogue(data.shipped, data.packs, data.cache)
    data.load()

    assert data.laid_out == {"standing": 1, "leaning": 1}


def test_a_pack_that_lacks_something_is_told_of_once_and_taken_when_it_comes(data: Data) -> None:
    change(data.second / "routines/leaning.yaml", "steps:\n", "steps:\n" + STEP)
    packs = [data.second, data.first]  # what it uses is read after it
    loaded = load_catalogue(data.shipped, packs, data.cache, WORDING)
    assert "leaning" in loaded.catalogue.routines

    (data.first / "routines/standing.yaml").write_text("id: [", encoding="utf-8")
    left_out = load_catalogue(data.shipped, packs, data.cache, WORDING)

    told = Counter(str(problem) for problem in left_out.problems)
    assert set(told.values()) == {1}
    assert {Path(one.file).parents[1] for one in left_out.problems} >= set(packs)


@pytest.mark.parametrize("damage", [b"", b"x", b"\x80"])
def test_a_damaged_note_of_what_was_laid_out_is_as_good_as_none(data: Data, damage: bytes) -> None:
    data.load()
    for file in data.cache.iterdir():
        if b"packs/first" in file.read_bytes():
            file.write_bytes(file.read_bytes()[:-9] + damage)

    data.load()

    assert data.laid_out == {"standing": 2, "leaning": 2}


def load_all(data: Data, folders: ReadFolders) -> Catalogue:
    pieces = loading_catalogue(data.shipped, data.packs, folders, WORDING)
    while True:
        try:
            next(pieces)
        except StopIteration as end:
            catalogue: Catalogue = end.value.catalogue
            return catalogue
