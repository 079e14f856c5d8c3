"""The file of the safety pages."""

import os
from pathlib import Path

import pytest

from backease_desktop.storage.safety_file import SafetyError, load_safety
from tests.fakes.small_catalogue import CATALOGUE_FOLDER


def test_the_shipped_pages_are_whole() -> None:
    parts = load_safety(CATALOGUE_FOLDER / "safety.yaml").parts
    assert [part.id for part in parts][:3] == ["about", "now", "urgent"]


@pytest.mark.parametrize(
    ("text", "says"), [("parts: [", "not YAML"), ("parts: []", "parts"), ("x: 1", "Field required")]
)
def test_a_broken_file_is_named_with_its_fault(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "safety.yaml"
    path.write_text(text)
    with pytest.raises(SafetyError, match=says):
        load_safety(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SafetyError, match="cannot be read"):
        load_safety(tmp_path / "none.yaml")


def test_pages_that_were_kept_are_those_of_the_file_as_it_is(tmp_path: Path) -> None:
    path, cache = tmp_path / "safety.yaml", tmp_path / "cache"
    shipped = (CATALOGUE_FOLDER / "safety.yaml").read_text("utf-8")
    path.write_text(shipped, "utf-8")
    first = load_safety(path, cache)
    path.write_text(shipped.replace(first.parts[0].title, "Another title"), "utf-8")
    status = path.stat()
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + 1_000_000))
    changed = load_safety(path, cache)

    assert changed.parts[0].title == "Another title"
    assert load_safety(path, cache) == changed == load_safety(path)
