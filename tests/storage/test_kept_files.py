"""What is kept about the person, and the end of it."""

from pathlib import Path

import pytest

from backease_desktop.storage.kept_files import Erased, erase_everything, erase_locks, kept_files
from backease_desktop.storage.paths import Folders, folders

DEVICE = "d0" * 6


@pytest.fixture
def places(tmp_path: Path) -> Folders:
    """Two files in each folder, one of them deep."""
    places = folders(tmp_path / "profile")
    for folder in (places.config, places.data, places.cache, places.logs):
        (folder / "deep").mkdir(parents=True)
        (folder / "one").write_bytes(b"12345")
        (folder / "deep" / "two").write_bytes(b"123")
    return places


def test_every_file_is_listed_once_with_its_size(places: Folders, tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    (shared / DEVICE).mkdir(parents=True)
    (shared / DEVICE / "2026.jsonl").write_bytes(b"1")

    found = kept_files(places, shared)

    assert len(found) == 9
    assert sum(file.size for file in found) == 4 * 8 + 1
    assert kept_files(places, places.data / "deep") == found[:-1]


def test_erasing_leaves_nothing_and_says_what_it_did(places: Folders, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "keep").write_text("not ours")
    (places.config / "link").symlink_to(outside)
    size = sum(file.size for file in kept_files(places, places.data))

    done = erase_everything(places, places.data)

    assert done == Erased(9, size, ())
    assert not (tmp_path / "profile" / "config").exists()
    assert (outside / "keep").exists(), "where a link leads is not ours"
    assert erase_everything(places, places.data) == Erased(0, 0, ())


def test_in_a_folder_of_the_persons_only_the_history_is_ours(
    places: Folders, tmp_path: Path
) -> None:
    documents = tmp_path / "documents"
    for name in (f"{DEVICE}/2026.jsonl", "taxes/2026.jsonl", "letter", f"{DEVICE}x/mine"):
        (documents / name).parent.mkdir(parents=True, exist_ok=True)
        (documents / name).write_text("1")
    (documents / "empty").mkdir()

    erase_everything(places, documents)

    left = sorted(path.relative_to(documents).as_posix() for path in documents.rglob("*"))
    assert left == [f"{DEVICE}x", f"{DEVICE}x/mine", "empty", "letter", "taxes", "taxes/2026.jsonl"]


def test_a_folder_of_the_history_that_is_gone_is_no_trouble(
    places: Folders, tmp_path: Path
) -> None:
    assert erase_everything(places, tmp_path / "stick").left == ()


def test_the_lock_of_a_running_program_stays(places: Folders) -> None:
    (places.data / "running.lock").write_text("")

    erase_everything(places, places.data)

    assert [path.name for path in places.data.iterdir()] == ["running.lock"]


def test_when_the_program_ends_the_lock_goes_too(places: Folders, tmp_path: Path) -> None:
    (places.data / "running.lock").write_text("")
    erase_everything(places, places.data)
    (places.data / "state.json").write_text("written since")

    erase_locks(places)

    assert list((tmp_path / "profile").iterdir()) == []
