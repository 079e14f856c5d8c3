"""The file of the safety pages."""

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
