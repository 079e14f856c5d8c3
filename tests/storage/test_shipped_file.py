"""A file of the program's own: kept for the next time, and never older than the file."""

import shutil
import sys
from pathlib import Path

import pytest

from backease_desktop.core.wording import Wording
from backease_desktop.storage.paths import bundled
from backease_desktop.storage.shipped_file import load_shipped
from backease_desktop.storage.wording_files import WordingError, load_wording


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(bundled("catalogue") / "wording", tmp_path / "wording"))


@pytest.fixture
def cache(tmp_path: Path, folder: Path) -> Path:
    """A cache that has seen the wording."""
    cache = tmp_path / "cache"
    load_wording(folder, cache=cache)
    return cache


def test_what_was_kept_is_what_was_read(folder: Path, cache: Path) -> None:
    assert load_wording(folder, cache=cache) == load_wording(folder)


def test_an_unchanged_file_is_not_parsed_again(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "yaml", None)
    assert load_wording(folder, cache=cache).language == "en"


def test_a_changed_file_is_read_again(folder: Path, cache: Path) -> None:
    file = folder / "en.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("\npause: Paused.", "\npause: Waiting."), "utf-8")
    assert load_wording(folder, cache=cache).pause == "Waiting."


def test_a_damaged_cache_is_as_good_as_none(folder: Path, cache: Path) -> None:
    (kept,) = cache.iterdir()
    kept.write_bytes(kept.read_bytes()[:-20])
    assert load_wording(folder, cache=cache) == load_wording(folder)


def test_a_file_that_is_not_there_is_told_by_the_error_that_was_asked_for(tmp_path: Path) -> None:
    with pytest.raises(WordingError, match=r"none\.yaml: cannot be read"):
        load_shipped(tmp_path / "none.yaml", Wording, WordingError)
