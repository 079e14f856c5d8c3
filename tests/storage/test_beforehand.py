"""What was read when the program was packed counts as long as nothing is another."""

import os
import shutil
import sys
from pathlib import Path

import pytest
from bundle.beforehand import bring_along

from backease_desktop.core.pieces import drained
from backease_desktop.core.safety import Safety
from backease_desktop.core.wording import Wording
from backease_desktop.storage import beforehand
from backease_desktop.storage.beforehand import FOLDER, read_beforehand, write_beforehand
from backease_desktop.storage.catalogue_files import loading_catalogue
from backease_desktop.storage.catalogue_folder import Contents, read_folder
from backease_desktop.storage.paths import bundled
from backease_desktop.storage.read_folders import ReadFolders
from backease_desktop.storage.safety_file import load_safety
from backease_desktop.storage.wording_files import load_wording


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A program's data as a package has it."""
    data = tmp_path_factory.mktemp("data")
    shutil.copytree(bundled("catalogue"), data / "catalogue")
    bring_along(data / "catalogue", data / FOLDER)
    return data


@pytest.fixture
def data(packed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, which the program takes for its own."""
    data = Path(shutil.copytree(packed, tmp_path / "data"))
    monkeypatch.setattr(beforehand, "bundled", lambda name: data / name)
    return data


def names_of(catalogue: Path) -> list[str]:
    return [*read_folder(catalogue).marks]


def contents_of(data: Path) -> Contents | None:
    catalogue = data / "catalogue"
    return read_beforehand(catalogue, names_of(catalogue), Contents)


def test_what_was_brought_along_is_what_the_files_say(data: Path) -> None:
    assert contents_of(data) == read_folder(data / "catalogue").contents
    wording = read_beforehand(data / "catalogue/wording", ["en.yaml"], Wording)
    assert wording == load_wording(data / "catalogue/wording")
    safety = read_beforehand(data / "catalogue", ["safety.yaml"], Safety)
    assert safety == load_safety(data / "catalogue/safety.yaml")


def test_a_first_start_parses_nothing(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = read_folder(data / "catalogue").contents
    monkeypatch.setitem(sys.modules, "yaml", None)
    monkeypatch.setitem(sys.modules, "pydantic", None)
    cache, catalogue = tmp_path / "cache", data / "catalogue"

    loaded = drained(loading_catalogue(catalogue, (), ReadFolders(cache), None))
    assert loaded.problems == ()
    assert tuple(loaded.catalogue.exercises.values()) == whole.exercises
    assert load_safety(catalogue / "safety.yaml", cache).parts
    assert load_wording(catalogue / "wording", cache=cache).language == "en"


@pytest.mark.parametrize(
    "change",
    [
        lambda file: file.write_bytes(file.read_bytes() + b"\n"),
        lambda file: file.unlink(),
        lambda file: file.rename(file.with_name("another.yaml")),
        lambda file: shutil.copy(file, file.with_name("one-more.yaml")),
    ],
    ids=["edited", "gone", "renamed", "one more"],
)
def test_another_catalogue_is_read_from_its_files(data: Path, change: object) -> None:
    assert callable(change)
    change(data / "catalogue/exercises/bridge.yaml")
    assert contents_of(data) is None


def test_a_file_of_the_same_time_and_size_with_other_words_is_another(data: Path) -> None:
    file = data / "catalogue/exercises/bridge.yaml"
    before = file.stat()
    file.write_text(file.read_text("utf-8").replace("e", "a", 1), "utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size
    assert contents_of(data) is None


def test_another_version_reads_for_itself(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beforehand, "__version__", "0.0.1")
    assert contents_of(data) is None


@pytest.mark.parametrize("damage", [b"", b"\n", b"0" * 64 + b"\n\x80"])
def test_a_damaged_or_foreign_file_is_none(data: Path, damage: bytes) -> None:
    (data / FOLDER / "contents.msgpack").write_bytes(damage)
    assert contents_of(data) is None


def test_what_another_file_says_is_not_taken_for_it(data: Path) -> None:
    safety = data / FOLDER / "safety.msgpack"
    (data / FOLDER / "contents.msgpack").write_bytes(safety.read_bytes())
    assert contents_of(data) is None


def test_without_such_a_folder_nothing_is_there(data: Path) -> None:
    shutil.rmtree(data / FOLDER)
    assert contents_of(data) is None


def test_who_checks_the_catalogue_reads_its_files(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = data / "catalogue"
    wrong = load_safety(catalogue / "safety.yaml").with_(parts=())
    write_beforehand(catalogue, ["safety.yaml"], wrong, data / FOLDER)
    assert load_safety(catalogue / "safety.yaml").parts
